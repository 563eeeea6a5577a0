package org.silverteller.simulator.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A block cipher in electronic code book mode, as keys are wrapped and PIN blocks are encrypted
 * with it.
 *
 * <p>TDES takes a key of 16 or 24 bytes, or of 8, which is single DES; SM4 one of 16 (GB/T 32907);
 * AES one of 16, 24 or 32.
 */
public enum KeyCipher {
  TDES {
    @Override
    BlockCipher engine(byte[] key) {
      return key.length == 8 ? new DESEngine() : new DESedeEngine();
    }
  },
  SM4 {
    @Override
    BlockCipher engine(byte[] key) {
      return new SM4Engine();
    }
  },
  AES {
    @Override
    BlockCipher engine(byte[] key) {
      return AESEngine.newInstance();
    }
  };

  private static final int CHECK_VALUE_LENGTH = 3;

  abstract BlockCipher engine(byte[] key);

  /**
   * @param blocks whole blocks: a multiple of 8 bytes for TDES, of 16 for the others
   * @throws IllegalArgumentException for another length of blocks or key
   */
  public byte[] encrypt(byte[] key, byte[] blocks) {
    return run(true, key, blocks);
  }

  /**
   * @param blocks as {@link #encrypt}
   */
  public byte[] decrypt(byte[] key, byte[] blocks) {
    return run(false, key, blocks);
  }

  /** The key check value: the first three bytes of an encrypted block of zeros. */
  public byte[] checkValue(byte[] key) {
    return Arrays.copyOf(encrypt(key, new byte[engine(key).getBlockSize()]), CHECK_VALUE_LENGTH);
  }

  private byte[] run(boolean encrypting, byte[] key, byte[] blocks) {
    BlockCipher cipher = engine(key);
    if (blocks.length == 0 || blocks.length % cipher.getBlockSize() != 0) {
      throw new IllegalArgumentException(
          this
              + " over "
              + blocks.length
              + " bytes: expected whole blocks of "
              + cipher.getBlockSize());
    }
    cipher.init(encrypting, new KeyParameter(key));
    byte[] result = new byte[blocks.length];
    for (int at = 0; at < blocks.length; at += cipher.getBlockSize()) {
      cipher.processBlock(blocks, at, result, at);
    }
    return result;
  }
}
