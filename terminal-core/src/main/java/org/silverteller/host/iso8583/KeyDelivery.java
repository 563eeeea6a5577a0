package org.silverteller.host.iso8583;

import java.util.Arrays;
import java.util.Optional;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.PinPad;
import org.silverteller.device.PinPad.KeyHandle;

/**
 * Working keys as field 62 brings them: PIN key, MAC key and perhaps a track key, each under the
 * master key and followed by four bytes of its check value. 24 bytes are two single-length keys, 40
 * two of double length, 60 three of double length (JR/T 0002). The pad tells three bytes of check
 * value, and those are compared.
 */
final class KeyDelivery {

  private static final int CHECK_LENGTH = 4;

  private KeyDelivery() {}

  /**
   * Imports the keys into the pad.
   *
   * @return why they were not taken; empty when every key is in and its check value is right
   */
  static Optional<String> take(byte[] keys, PinPad pad) {
    int keyLength =
        switch (keys.length) {
          case 24 -> 8;
          case 40, 60 -> 16;
          default -> 0;
        };
    if (keyLength == 0) {
      return Optional.of("field 62 of " + keys.length + " bytes: expected 24, 40 or 60");
    }
    return take(KeyHandle.PIN, keys, 0, keyLength, pad)
        .or(() -> take(KeyHandle.MAC, keys, keyLength + CHECK_LENGTH, keyLength, pad));
  }

  private static Optional<String> take(
      KeyHandle handle, byte[] keys, int from, int length, PinPad pad) {
    byte[] told = Arrays.copyOfRange(keys, from + length, from + length + CHECK_LENGTH);
    try {
      byte[] computed = pad.importKey(handle, Arrays.copyOfRange(keys, from, from + length));
      boolean same = computed.length >= 3 && Arrays.equals(computed, 0, 3, told, 0, 3);
      return same ? Optional.empty() : Optional.of(handle + " key: check value differs");
    } catch (DeviceFault fault) {
      return Optional.of(handle + " key: " + fault.getMessage());
    }
  }
}
