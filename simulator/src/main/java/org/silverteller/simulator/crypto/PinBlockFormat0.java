package org.silverteller.simulator.crypto;

import java.util.Arrays;
import java.util.Optional;
import org.silverteller.card.AccountNumber;
import org.silverteller.device.PinBlock;
import org.silverteller.device.PinPad.PinFormat;

/**
 * PIN blocks of ISO 9564-1 format 0: the length and the digits of the PIN, filled with F, joined by
 * XOR with the twelve rightmost digits of the PAN without its check digit. The SM4 form is the same
 * over sixteen bytes.
 */
public final class PinBlockFormat0 {

  private static final int SHORTEST = 4;
  private static final int LONGEST = 12;
  private static final int PAN_DIGITS = 12;

  private PinBlockFormat0() {}

  /**
   * @param pin digits as characters; the caller erases them
   * @param key the PIN key in clear: 8, 16 or 24 bytes for TDES, 16 for SM4
   * @throws IllegalArgumentException when the PIN is not 4–12 digits
   */
  public static PinBlock encrypt(char[] pin, AccountNumber account, PinFormat format, byte[] key) {
    return new PinKey(format, key).encrypt(pin, account);
  }

  /**
   * The PIN in a block, for the issuer's comparison.
   *
   * @return empty when the block does not hold a PIN of this PAN under this key
   */
  public static Optional<char[]> decrypt(
      byte[] encrypted, AccountNumber account, PinFormat format, byte[] key) {
    return new PinKey(format, key).decrypt(encrypted, account);
  }

  /** The block in clear. */
  static byte[] block(char[] pin, AccountNumber account, PinFormat format) {
    if (pin.length < SHORTEST || pin.length > LONGEST) {
      throw new IllegalArgumentException("PIN of " + pin.length + " digits: expected 4–12");
    }
    byte[] block = new byte[length(format)];
    Arrays.fill(block, (byte) 0xff);
    block[0] = (byte) pin.length;
    for (int i = 0; i < pin.length; i++) {
      int digit = pin[i] - '0';
      if (digit < 0 || digit > 9) {
        throw new IllegalArgumentException(
            "PIN with another character than a digit at position " + (i + 1));
      }
      setNibble(block, i + 2, digit);
    }
    joinPan(block, account);
    return block;
  }

  /** The PIN in a block in clear; empty when it holds none of this PAN. Destroys the block. */
  static Optional<char[]> pin(byte[] block, AccountNumber account) {
    joinPan(block, account);
    int length = block[0];
    if (length < SHORTEST || length > LONGEST) {
      return Optional.empty();
    }
    char[] pin = new char[length];
    for (int i = 2; i < block.length * 2; i++) {
      int nibble = nibble(block, i);
      if (i < length + 2 ? nibble > 9 : nibble != 0xf) {
        return Optional.empty();
      }
      if (i < length + 2) {
        pin[i - 2] = (char) ('0' + nibble);
      }
    }
    Arrays.fill(block, (byte) 0);
    return Optional.of(pin);
  }

  private static void joinPan(byte[] block, AccountNumber account) {
    String digits = account.reveal();
    int end = digits.length() - 1;
    String used =
        "0".repeat(Math.max(0, PAN_DIGITS - end))
            + digits.substring(Math.max(0, end - PAN_DIGITS), end);
    int first = block.length * 2 - PAN_DIGITS;
    for (int i = 0; i < PAN_DIGITS; i++) {
      setNibble(block, first + i, nibble(block, first + i) ^ (used.charAt(i) - '0'));
    }
  }

  private static int nibble(byte[] block, int place) {
    return (place & 1) == 0 ? (block[place / 2] >> 4) & 0xf : block[place / 2] & 0xf;
  }

  private static void setNibble(byte[] block, int place, int nibble) {
    int kept = (place & 1) == 0 ? block[place / 2] & 0x0f : block[place / 2] & 0xf0;
    block[place / 2] = (byte) (kept | ((place & 1) == 0 ? nibble << 4 : nibble));
  }

  static KeyCipher cipher(PinFormat format) {
    return switch (format) {
      case ISO_0_TDES -> KeyCipher.TDES;
      case ISO_0_SM4 -> KeyCipher.SM4;
    };
  }

  static int length(PinFormat format) {
    return switch (format) {
      case ISO_0_TDES -> 8;
      case ISO_0_SM4 -> 16;
    };
  }
}
