package org.silverteller.terminal;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.silverteller.device.DriverFactory;

/** The drivers that are installed on this machine. */
public final class Drivers {

  private Drivers() {}

  public static Optional<DriverFactory> named(String name) {
    return installed().stream().filter(driver -> driver.name().equals(name)).findFirst();
  }

  public static List<String> names() {
    return installed().stream().map(DriverFactory::name).sorted().toList();
  }

  private static List<DriverFactory> installed() {
    return ServiceLoader.load(DriverFactory.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
