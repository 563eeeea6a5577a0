package org.silverteller.driver.xfs;

import java.util.List;
import org.silverteller.device.PinPad.KeyHandle;

/**
 * The names that keys have in a PIN pad. The technician who loads the master key gives it its name;
 * the others are ours to choose, within what the pad's maker allows.
 *
 * @param master the key under which the others come
 * @param pin of the key for PIN blocks
 * @param mac of the key for MACs
 */
record PinKeys(String master, String pin, String mac) {

  static final PinKeys DEFAULT = new PinKeys("MASTER", "PIN", "MAC");

  PinKeys {
    for (String name : List.of(master, pin, mac)) {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a key's name is blank: expected one, such as MASTER");
      }
    }
  }

  String name(KeyHandle handle) {
    return switch (handle) {
      case MASTER -> master;
      case PIN -> pin;
      case MAC -> mac;
    };
  }
}
