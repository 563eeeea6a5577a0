package org.silverteller.simulator.hardware;

import java.util.HexFormat;
import org.silverteller.simulator.crypto.KeyCipher;

/**
 * The terminal master key that a technician has loaded into the PIN pad. Prints nothing of itself.
 */
public final class MasterKey {

  private static final String TEST_DIGITS = "0123456789ABCDEFFEDCBA9876543210";

  /** The TDES key of simulated machines and of the simulated bank; no bank's. */
  public static final MasterKey TEST = of(KeyCipher.TDES, TEST_DIGITS);

  /** As {@link #TEST}, for a host that speaks SM4. */
  public static final MasterKey TEST_SM4 = of(KeyCipher.SM4, TEST_DIGITS);

  private final KeyCipher cipher;
  private final byte[] bytes;

  private MasterKey(KeyCipher cipher, byte[] bytes) {
    this.cipher = cipher;
    this.bytes = bytes;
  }

  /**
   * A key in clear.
   *
   * @param cipher how the keys under it are wrapped: TDES or SM4
   * @param hex 16 or 24 bytes for TDES, 16 for SM4, as hexadecimal digits
   * @throws IllegalArgumentException for another cipher or length
   */
  public static MasterKey of(KeyCipher cipher, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    boolean fits =
        switch (cipher) {
          case TDES -> bytes.length == 16 || bytes.length == 24;
          case SM4 -> bytes.length == 16;
          case AES -> false;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          cipher
              + " master key of "
              + bytes.length
              + " bytes: expected TDES of 16 or 24, or SM4 of 16");
    }
    return new MasterKey(cipher, bytes);
  }

  /** How the keys under it are wrapped and their check values made. */
  public KeyCipher cipher() {
    return cipher;
  }

  /** The key in clear. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The cipher, not the key. */
  @Override
  public String toString() {
    return cipher + " master key";
  }
}
