package org.silverteller.simulator.crypto;

import org.silverteller.device.PinPad.MacAlgorithm;

/**
 * The MACs of the host link, eight bytes each. The DES ones fill the data with zeros to whole
 * blocks (ISO/IEC 9797-1, padding method 1).
 */
public final class MacCalculator {

  private MacCalculator() {}

  /**
   * One MAC with a key that is not kept; {@link MacKey} is for many.
   *
   * @param key for X9.19 16 bytes; for X9.9 8, or 16 of which the left half counts; for UnionPay
   *     ECB 8 or 16; for AES-CMAC 16, 24 or 32; for SM4-CMAC 16
   * @throws IllegalArgumentException for a key of another length
   */
  public static byte[] mac(MacAlgorithm algorithm, byte[] key, byte[] data) {
    return new MacKey(algorithm, key).mac(data);
  }
}
