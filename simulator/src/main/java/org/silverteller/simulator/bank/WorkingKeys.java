package org.silverteller.simulator.bank;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.silverteller.card.AccountNumber;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.device.PinPad.PinFormat;
import org.silverteller.simulator.bank.Asked.PinVerdict;
import org.silverteller.simulator.crypto.CipherKey;
import org.silverteller.simulator.crypto.KeyCipher;
import org.silverteller.simulator.crypto.MacKey;
import org.silverteller.simulator.crypto.PinKey;

/** The PIN key and the MAC key that a terminal was given at its last sign-on or key change. */
final class WorkingKeys {

  private static final int KEY_LENGTH = 16;
  static final int CHECK_LENGTH = 4;

  private final PinKey tdesPinKey;
  private final PinKey sm4PinKey;
  private final MacKey macKey;
  private final byte[] delivery;

  private WorkingKeys(
      CipherKey master, KeyCipher cipher, MacAlgorithm algorithm, byte[] pinKey, byte[] macKey) {
    this.tdesPinKey = new PinKey(PinFormat.ISO_0_TDES, pinKey);
    this.sm4PinKey = new PinKey(PinFormat.ISO_0_SM4, pinKey);
    this.macKey = new MacKey(algorithm, macKey);
    ByteArrayOutputStream field = new ByteArrayOutputStream(2 * (KEY_LENGTH + CHECK_LENGTH));
    for (byte[] key : new byte[][] {pinKey, macKey}) {
      field.writeBytes(master.encrypt(key));
      field.write(cipher.encrypt(key, new byte[KEY_LENGTH]), 0, CHECK_LENGTH);
    }
    this.delivery = field.toByteArray();
  }

  static WorkingKeys random(TerminalSeat seat, MacAlgorithm algorithm, SplittableRandom random) {
    return new WorkingKeys(seat.masterKey(), seat.wrapping(), algorithm, key(random), key(random));
  }

  /** Field 62: each key under the master key, followed by four bytes of its check value. */
  byte[] delivery() {
    return delivery.clone();
  }

  byte[] mac(byte[] block) {
    return macKey.mac(block);
  }

  /** The PIN in a block of that account; empty when it holds none. */
  Optional<String> pin(byte[] encrypted, PinFormat format, AccountNumber number) {
    return key(format).decrypt(encrypted, number).map(String::new);
  }

  private PinKey key(PinFormat format) {
    return switch (format) {
      case ISO_0_TDES -> tdesPinKey;
      case ISO_0_SM4 -> sm4PinKey;
    };
  }

  PinVerdict compare(byte[] encrypted, PinFormat format, AccountNumber number, String pin) {
    Optional<char[]> typed = key(format).decrypt(encrypted, number);
    if (typed.isEmpty()) {
      return PinVerdict.UNREADABLE;
    }
    boolean right = Arrays.equals(typed.get(), pin.toCharArray());
    Arrays.fill(typed.get(), ' ');
    return right ? PinVerdict.RIGHT : PinVerdict.WRONG;
  }

  /** Sixteen bytes, each of odd parity as DES keys are. */
  private static byte[] key(SplittableRandom random) {
    byte[] key = new byte[KEY_LENGTH];
    for (int i = 0; i < KEY_LENGTH; i++) {
      int bits = random.nextInt(128) << 1;
      key[i] = (byte) (bits | 1 - Integer.bitCount(bits) % 2);
    }
    return key;
  }
}
