package org.silverteller.simulator.hardware;

import java.util.HexFormat;

/**
 * The terminal master key that a technician has loaded into the PIN pad, and the cipher of the keys
 * under it.
 *
 * @param bytes 16 or 24 bytes for triple DES, 16 for SM4
 */
public record MasterKey(Cipher cipher, byte[] bytes) {

  /** How keys are wrapped and check values made. */
  public enum Cipher {
    TRIPLE_DES,
    SM4
  }

  /** The key of simulated machines and of the simulated bank; no bank's. */
  public static final MasterKey TEST = of(Cipher.TRIPLE_DES, "0123456789ABCDEFFEDCBA9876543210");

  /** As {@link #TEST}, for a host that speaks SM4. */
  public static final MasterKey TEST_SM4 = of(Cipher.SM4, "0123456789ABCDEFFEDCBA9876543210");

  public MasterKey {
    if (bytes.length != 16 && (bytes.length != 24 || cipher == Cipher.SM4)) {
      throw new IllegalArgumentException(
          "master key of " + bytes.length + " bytes: expected 16, or 24 for triple DES");
    }
    bytes = bytes.clone();
  }

  public static MasterKey of(Cipher cipher, String hex) {
    return new MasterKey(cipher, HexFormat.of().parseHex(hex));
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MasterKey key
        && key.cipher == cipher
        && java.util.Arrays.equals(key.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return 31 * cipher.hashCode() + java.util.Arrays.hashCode(bytes);
  }

  /** Tells the cipher, not the key. */
  @Override
  public String toString() {
    return cipher + " master key";
  }
}
