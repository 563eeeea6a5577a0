package org.silverteller.simulator.crypto;

import java.util.Arrays;
import java.util.Optional;
import org.silverteller.card.AccountNumber;
import org.silverteller.device.PinBlock;
import org.silverteller.device.PinPad.PinFormat;

/**
 * A PIN key that is used many times: its schedules are computed once, when first needed. The blocks
 * are those of {@link PinBlockFormat0}. For one thread at a time.
 */
public final class PinKey {

  private final PinFormat format;
  private final CipherKey key;

  /**
   * @param key as {@link PinBlockFormat0#encrypt} takes it
   * @throws IllegalArgumentException for a key of another length
   */
  public PinKey(PinFormat format, byte[] key) {
    this.format = format;
    this.key = PinBlockFormat0.cipher(format).key(key);
  }

  /**
   * @param pin digits as characters; the caller erases them
   * @throws IllegalArgumentException when the PIN is not 4–12 digits
   */
  public PinBlock encrypt(char[] pin, AccountNumber account) {
    byte[] block = PinBlockFormat0.block(pin, account, format);
    byte[] encrypted = key.encrypt(block);
    Arrays.fill(block, (byte) 0);
    return new PinBlock(encrypted);
  }

  /**
   * The PIN in a block, for the issuer's comparison.
   *
   * @return empty when the block does not hold a PIN of this PAN under this key
   */
  public Optional<char[]> decrypt(byte[] encrypted, AccountNumber account) {
    if (encrypted.length != PinBlockFormat0.length(format)) {
      return Optional.empty();
    }
    return PinBlockFormat0.pin(key.decrypt(encrypted), account);
  }
}
