package org.silverteller.simulator.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.Mac;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.silverteller.device.PinPad.MacAlgorithm;

/**
 * The MACs of the host link, eight bytes each. The DES ones fill the data with zeros to whole
 * blocks (ISO/IEC 9797-1, padding method 1).
 */
public final class MacCalculator {

  private static final int BLOCK = 8;

  private MacCalculator() {}

  /**
   * @param key for X9.19 16 bytes; for X9.9 8, or 16 of which the left half counts; for UnionPay
   *     ECB 8 or 16; for AES-CMAC 16, 24 or 32; for SM4-CMAC 16
   * @throws IllegalArgumentException for a key of another length
   */
  public static byte[] mac(MacAlgorithm algorithm, byte[] key, byte[] data) {
    return switch (algorithm) {
      case X9_19 -> retail(key, data);
      case X9_9 -> chain(Arrays.copyOf(key, BLOCK), data);
      case UNIONPAY_ECB -> unionPay(key, data);
      case AES_CMAC -> cmac(AESEngine.newInstance(), key, data);
      case SM4_CMAC -> cmac(new SM4Engine(), key, data);
    };
  }

  private static byte[] retail(byte[] key, byte[] data) {
    if (key.length != 2 * BLOCK) {
      throw new IllegalArgumentException("X9.19 key of " + key.length + " bytes: expected 16");
    }
    byte[] left = Arrays.copyOf(key, BLOCK);
    byte[] right = Arrays.copyOfRange(key, BLOCK, 2 * BLOCK);
    return KeyCipher.TDES.encrypt(left, KeyCipher.TDES.decrypt(right, chain(left, data)));
  }

  private static byte[] chain(byte[] key, byte[] data) {
    byte[] state = new byte[BLOCK];
    byte[] blocks = filled(data);
    for (int at = 0; at < blocks.length; at += BLOCK) {
      state = KeyCipher.TDES.encrypt(key, xor(state, Arrays.copyOfRange(blocks, at, at + BLOCK)));
    }
    return state;
  }

  /**
   * XOR of all blocks, written as sixteen hex digits; the first half encrypted, the second half
   * joined and encrypted again.
   */
  private static byte[] unionPay(byte[] key, byte[] data) {
    byte[] fold = new byte[BLOCK];
    byte[] blocks = filled(data);
    for (int at = 0; at < blocks.length; at += BLOCK) {
      fold = xor(fold, Arrays.copyOfRange(blocks, at, at + BLOCK));
    }
    byte[] digits = hexDigits(fold);
    byte[] first = KeyCipher.TDES.encrypt(key, Arrays.copyOf(digits, BLOCK));
    byte[] second =
        KeyCipher.TDES.encrypt(key, xor(first, Arrays.copyOfRange(digits, BLOCK, 2 * BLOCK)));
    return Arrays.copyOf(hexDigits(second), BLOCK);
  }

  private static byte[] cmac(BlockCipher cipher, byte[] key, byte[] data) {
    Mac mac = new CMac(cipher, 64);
    mac.init(new KeyParameter(key));
    mac.update(data, 0, data.length);
    byte[] result = new byte[mac.getMacSize()];
    mac.doFinal(result, 0);
    return result;
  }

  private static byte[] filled(byte[] data) {
    return Arrays.copyOf(data, Math.max(1, (data.length + BLOCK - 1) / BLOCK) * BLOCK);
  }

  private static byte[] xor(byte[] one, byte[] other) {
    byte[] result = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      result[i] = (byte) (one[i] ^ other[i]);
    }
    return result;
  }

  private static byte[] hexDigits(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes).getBytes(US_ASCII);
  }
}
