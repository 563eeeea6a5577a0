package org.silverteller.device;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * An encrypted PIN block (ISO 9564-1): 8 bytes, or 16 under SM4. Prints nothing of itself and can
 * be erased.
 */
public final class PinBlock {

  private final byte[] bytes;

  public PinBlock(byte[] encrypted) {
    if (encrypted.length != 8 && encrypted.length != 16) {
      throw new IllegalArgumentException(
          "PIN block of " + encrypted.length + " bytes: expected 8 or 16");
    }
    this.bytes = encrypted.clone();
  }

  /** For the message codec alone. */
  public byte[] reveal() {
    return bytes.clone();
  }

  public int length() {
    return bytes.length;
  }

  /**
   * Whether both hold the same bytes. Blocks of one account, key and deterministic format (ISO
   * 9564-1 format 0) are the same exactly when the PINs are.
   */
  public boolean sameAs(PinBlock other) {
    return MessageDigest.isEqual(bytes, other.bytes);
  }

  public void erase() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "PIN block (" + bytes.length + " bytes)";
  }
}
