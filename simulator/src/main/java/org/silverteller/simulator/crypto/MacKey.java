package org.silverteller.simulator.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.silverteller.device.PinPad.MacAlgorithm;

/**
 * A MAC key that is used many times: its schedule is computed once. The MACs are those of {@link
 * MacCalculator}. For one thread at a time.
 */
public final class MacKey {

  private static final int BLOCK = 8;

  private final Computation computation;

  private interface Computation {
    byte[] mac(byte[] data);
  }

  /**
   * @param key as {@link MacCalculator#mac} takes it
   * @throws IllegalArgumentException for a key of another length
   */
  public MacKey(MacAlgorithm algorithm, byte[] key) {
    computation =
        switch (algorithm) {
          case X9_19 -> retail(key);
          case X9_9 -> {
            BlockCipher des = des(Arrays.copyOf(key, BLOCK), true);
            yield data -> chain(des, data);
          }
          case UNIONPAY_ECB -> unionPay(key);
          case AES_CMAC -> cmac(AESEngine.newInstance(), key);
          case SM4_CMAC -> cmac(new SM4Engine(), key);
        };
  }

  /** Eight bytes. */
  public byte[] mac(byte[] data) {
    return computation.mac(data);
  }

  private static Computation retail(byte[] key) {
    if (key.length != 2 * BLOCK) {
      throw new IllegalArgumentException("X9.19 key of " + key.length + " bytes: expected 16");
    }
    BlockCipher left = des(Arrays.copyOf(key, BLOCK), true);
    BlockCipher right = des(Arrays.copyOfRange(key, BLOCK, 2 * BLOCK), false);
    return data -> {
      byte[] state = chain(left, data);
      right.processBlock(state, 0, state, 0);
      left.processBlock(state, 0, state, 0);
      return state;
    };
  }

  private static byte[] chain(BlockCipher des, byte[] data) {
    byte[] state = new byte[BLOCK];
    for (int at = 0; at < Math.max(data.length, 1); at += BLOCK) {
      fold(state, data, at);
      des.processBlock(state, 0, state, 0);
    }
    return state;
  }

  /**
   * XOR of all blocks, written as sixteen hex digits; the first half encrypted, the second half
   * joined and encrypted again.
   */
  private static Computation unionPay(byte[] key) {
    BlockCipher cipher = key.length == BLOCK ? des(key, true) : tripleDes(key);
    return data -> {
      byte[] state = new byte[BLOCK];
      for (int at = 0; at < data.length; at += BLOCK) {
        fold(state, data, at);
      }
      byte[] digits = hexDigits(state);
      byte[] block = Arrays.copyOf(digits, BLOCK);
      cipher.processBlock(block, 0, block, 0);
      fold(block, digits, BLOCK);
      cipher.processBlock(block, 0, block, 0);
      return Arrays.copyOf(hexDigits(block), BLOCK);
    };
  }

  private static Computation cmac(BlockCipher cipher, byte[] key) {
    CMac mac = new CMac(cipher, 8 * BLOCK);
    mac.init(new KeyParameter(key));
    return data -> {
      byte[] result = new byte[BLOCK];
      mac.update(data, 0, data.length);
      mac.doFinal(result, 0);
      return result;
    };
  }

  private static BlockCipher des(byte[] key, boolean encrypting) {
    BlockCipher cipher = new DESEngine();
    cipher.init(encrypting, new KeyParameter(key));
    return cipher;
  }

  private static BlockCipher tripleDes(byte[] key) {
    BlockCipher cipher = new DESedeEngine();
    cipher.init(true, new KeyParameter(key));
    return cipher;
  }

  private static void fold(byte[] state, byte[] data, int from) {
    int end = Math.min(BLOCK, data.length - from);
    for (int i = 0; i < end; i++) {
      state[i] ^= data[from + i];
    }
  }

  private static byte[] hexDigits(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes).getBytes(US_ASCII);
  }
}
