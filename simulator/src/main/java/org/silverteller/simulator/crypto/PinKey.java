package org.silverteller.simulator.crypto;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.silverteller.card.Pan;
import org.silverteller.device.PinBlock;
import org.silverteller.device.PinPad.PinFormat;

/**
 * A PIN key that is used many times: its schedules are computed once. The blocks are those of
 * {@link PinBlockFormat0}. For one thread at a time.
 */
public final class PinKey {

  private final PinFormat format;
  private final BlockCipher encrypting;
  private final BlockCipher decrypting;

  /**
   * @param key as {@link PinBlockFormat0#encrypt} takes it
   * @throws IllegalArgumentException for a key of another length
   */
  public PinKey(PinFormat format, byte[] key) {
    this.format = format;
    encrypting = engine(true, key);
    decrypting = engine(false, key);
  }

  /**
   * @param pin digits as characters; the caller erases them
   * @throws IllegalArgumentException when the PIN is not 4–12 digits
   */
  public PinBlock encrypt(char[] pin, Pan pan) {
    byte[] block = PinBlockFormat0.block(pin, pan, format);
    byte[] encrypted = new byte[block.length];
    encrypting.processBlock(block, 0, encrypted, 0);
    Arrays.fill(block, (byte) 0);
    return new PinBlock(encrypted);
  }

  /**
   * The PIN in a block, for the issuer's comparison.
   *
   * @return empty when the block does not hold a PIN of this PAN under this key
   */
  public Optional<char[]> decrypt(byte[] encrypted, Pan pan) {
    if (encrypted.length != PinBlockFormat0.length(format)) {
      return Optional.empty();
    }
    byte[] block = new byte[encrypted.length];
    decrypting.processBlock(encrypted, 0, block, 0);
    return PinBlockFormat0.pin(block, pan);
  }

  private BlockCipher engine(boolean forEncryption, byte[] key) {
    BlockCipher engine = PinBlockFormat0.cipher(format).engine(key);
    engine.init(forEncryption, new KeyParameter(key));
    return engine;
  }
}
