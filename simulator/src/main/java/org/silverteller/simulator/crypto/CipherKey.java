package org.silverteller.simulator.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A key of a block cipher that is used many times: the schedule of each direction is computed once,
 * when it is first needed. For one thread at a time.
 */
public final class CipherKey {

  private static final int CHECK_VALUE_LENGTH = 3;

  private final KeyCipher cipher;
  private final byte[] key;
  private BlockCipher encrypting;
  private BlockCipher decrypting;

  CipherKey(KeyCipher cipher, byte[] key) {
    this.cipher = cipher;
    this.key = key.clone();
  }

  /**
   * @param blocks whole blocks: a multiple of 8 bytes for TDES, of 16 for the others
   * @throws IllegalArgumentException for another length
   */
  public byte[] encrypt(byte[] blocks) {
    if (encrypting == null) {
      encrypting = engine(true);
    }
    return run(encrypting, blocks);
  }

  /**
   * @param blocks as {@link #encrypt}
   */
  public byte[] decrypt(byte[] blocks) {
    if (decrypting == null) {
      decrypting = engine(false);
    }
    return run(decrypting, blocks);
  }

  /** The key check value: the first three bytes of an encrypted block of zeros. */
  public byte[] checkValue() {
    return Arrays.copyOf(encrypt(new byte[cipher.blockLength()]), CHECK_VALUE_LENGTH);
  }

  private BlockCipher engine(boolean forEncryption) {
    BlockCipher engine = cipher.engine(key);
    engine.init(forEncryption, new KeyParameter(key));
    return engine;
  }

  private byte[] run(BlockCipher engine, byte[] blocks) {
    int length = cipher.blockLength();
    if (blocks.length == 0 || blocks.length % length != 0) {
      throw new IllegalArgumentException(
          cipher + " over " + blocks.length + " bytes: expected whole blocks of " + length);
    }
    byte[] result = new byte[blocks.length];
    for (int at = 0; at < blocks.length; at += length) {
      engine.processBlock(blocks, at, result, at);
    }
    return result;
  }
}
