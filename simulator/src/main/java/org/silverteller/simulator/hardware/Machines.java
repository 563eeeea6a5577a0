package org.silverteller.simulator.hardware;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The virtual machines of this process, by name, so that a terminal's configuration can name one.
 */
public final class Machines {

  private static final Map<String, Ports> BY_NAME = new ConcurrentHashMap<>();

  private Machines() {}

  /** A machine of the same name registered before is replaced. */
  public static void register(String name, Ports machine) {
    BY_NAME.put(name, machine);
  }

  public static void remove(String name) {
    BY_NAME.remove(name);
  }

  public static Optional<Ports> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  static String names() {
    return new TreeSet<>(BY_NAME.keySet()).toString();
  }
}
