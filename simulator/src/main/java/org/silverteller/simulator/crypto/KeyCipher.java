package org.silverteller.simulator.crypto;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.SM4Engine;

/**
 * A block cipher in electronic code book mode, as keys are wrapped and PIN blocks are encrypted
 * with it.
 *
 * <p>TDES takes a key of 16 or 24 bytes, or of 8, which is single DES; SM4 one of 16 (GB/T 32907);
 * AES one of 16, 24 or 32.
 */
public enum KeyCipher {
  TDES(8) {
    @Override
    BlockCipher engine(byte[] key) {
      return key.length == 8 ? new DESEngine() : new DESedeEngine();
    }

    @Override
    boolean takes(int keyLength) {
      return keyLength == 8 || keyLength == 16 || keyLength == 24;
    }
  },
  SM4(16) {
    @Override
    BlockCipher engine(byte[] key) {
      return new SM4Engine();
    }

    @Override
    boolean takes(int keyLength) {
      return keyLength == 16;
    }
  },
  AES(16) {
    @Override
    BlockCipher engine(byte[] key) {
      return AESEngine.newInstance();
    }

    @Override
    boolean takes(int keyLength) {
      return keyLength == 16 || keyLength == 24 || keyLength == 32;
    }
  };

  private final int blockLength;

  KeyCipher(int blockLength) {
    this.blockLength = blockLength;
  }

  abstract BlockCipher engine(byte[] key);

  abstract boolean takes(int keyLength);

  int blockLength() {
    return blockLength;
  }

  /**
   * A key that is used many times.
   *
   * @throws IllegalArgumentException for a key of another length
   */
  public CipherKey key(byte[] key) {
    if (!takes(key.length)) {
      throw new IllegalArgumentException("no " + this + " key has " + key.length + " bytes");
    }
    return new CipherKey(this, key);
  }

  /**
   * @param blocks whole blocks: a multiple of 8 bytes for TDES, of 16 for the others
   * @throws IllegalArgumentException for another length of blocks or key
   */
  public byte[] encrypt(byte[] key, byte[] blocks) {
    return key(key).encrypt(blocks);
  }

  /**
   * @param blocks as {@link #encrypt}
   */
  public byte[] decrypt(byte[] key, byte[] blocks) {
    return key(key).decrypt(blocks);
  }

  /** The key check value: the first three bytes of an encrypted block of zeros. */
  public byte[] checkValue(byte[] key) {
    return key(key).checkValue();
  }
}
