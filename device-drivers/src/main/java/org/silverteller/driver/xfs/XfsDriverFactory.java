package org.silverteller.driver.xfs;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DriverFactory;
import org.silverteller.device.Hardware;
import org.silverteller.device.ProbedDevice;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;

/** Opens a machine over the vendor's XFS manager: the driver {@code xfs} of terminal.yaml. */
public final class XfsDriverFactory implements DriverFactory {

  /** Settings that begin so are for the driver beside: {@code beside.port}. */
  private static final String BESIDE = "beside.";

  @Override
  public String name() {
    return "xfs";
  }

  @Override
  public Hardware open(Map<String, String> settings, Consumer<TerminalEvent> events)
      throws DeviceFault {
    Map<String, String> own = new HashMap<>(settings);
    own.keySet().removeIf(key -> key.startsWith(BESIDE));
    Map<String, String> others = new HashMap<>();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(BESIDE)) {
            others.put(key.substring(BESIDE.length()), value);
          }
        });
    XfsConfig config = XfsConfig.of(own);
    Path folder =
        config
            .notes()
            .orElseThrow(() -> XfsConfig.wrong("notesFolder", "", "a folder on the disk"));
    return XfsHardware.open(
        library(config),
        new OwnThread(),
        own,
        new BundleNotesFile(folder),
        beside(config, others, events),
        events);
  }

  @Override
  public List<ProbedDevice> probe(Map<String, String> settings) throws DeviceFault {
    Map<String, String> own = new HashMap<>(settings);
    own.keySet().removeIf(key -> key.startsWith(BESIDE));
    return XfsHardware.probe(library(XfsConfig.of(own)), new OwnThread(), own);
  }

  private static FunctionTable library(XfsConfig config) throws DeviceFault {
    String manager =
        config
            .manager()
            .orElseThrow(() -> XfsConfig.wrong("manager", "", "the name or path of its library"));
    try {
      return FunctionTable.ofLibrary(manager);
    } catch (UnsatisfiedLinkError missing) {
      throw new DeviceFault(
          DeviceName.CASH_DISPENSER,
          DeviceFault.Kind.OFFLINE,
          "XFS manager '" + manager + "' cannot be loaded: " + missing.getMessage());
    }
  }

  private static Optional<Hardware> beside(
      XfsConfig config, Map<String, String> settings, Consumer<TerminalEvent> events)
      throws DeviceFault {
    if (config.beside().isEmpty()) {
      return Optional.empty();
    }
    String name = config.beside().get();
    DriverFactory driver =
        ServiceLoader.load(DriverFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.name().equals(name) && !found.name().equals("xfs"))
            .findFirst()
            .orElseThrow(() -> XfsConfig.wrong("beside", name, "the name of another driver"));
    return Optional.of(driver.open(settings, events));
  }
}
