package org.silverteller.simulator.hardware;

import java.util.Arrays;
import java.util.Optional;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.event.DeviceName;
import org.silverteller.event.Key;

/** The PIN pad's keys and the PIN being typed. Guarded by the machine's monitor. */
final class Keypad {

  private final char[] typed = new char[12];
  private int count;
  private int min;
  private int max;
  private boolean collected;
  private PadMode mode = PadMode.CLOSED;

  PadMode mode() {
    return mode;
  }

  int typed() {
    return count;
  }

  void openKeys() {
    erase();
    mode = PadMode.KEYS;
  }

  void openPin(int newMin, int newMax) {
    erase();
    min = newMin;
    max = newMax;
    mode = PadMode.PIN;
  }

  void close() {
    erase();
    mode = PadMode.CLOSED;
  }

  /** What the pad reports of a key; empty when it takes no notice of it. */
  Optional<Key> press(Key key) {
    return switch (mode) {
      case CLOSED -> Optional.empty();
      case KEYS -> Optional.of(key);
      case PIN -> pressInPin(key);
    };
  }

  private Optional<Key> pressInPin(Key key) {
    if (key.digit()) {
      if (count == max) {
        return Optional.empty();
      }
      typed[count++] = (char) ('0' + key.value());
      return Optional.of(Key.HIDDEN);
    }
    if (key == Key.ENTER) {
      if (count < min) {
        return Optional.empty();
      }
      collected = true;
      mode = PadMode.CLOSED;
    } else {
      erase();
      mode = key == Key.CANCEL ? PadMode.CLOSED : PadMode.PIN;
    }
    return Optional.of(key);
  }

  /**
   * The PIN just collected, as the array that holds it.
   *
   * @throws DeviceFault SEQUENCE when there is none
   */
  char[] collected() throws DeviceFault {
    if (!collected) {
      throw new DeviceFault(DeviceName.PIN_PAD, Kind.SEQUENCE, "no PIN was collected");
    }
    return Arrays.copyOf(typed, count);
  }

  void erase() {
    Arrays.fill(typed, '\0');
    count = 0;
    collected = false;
  }
}
