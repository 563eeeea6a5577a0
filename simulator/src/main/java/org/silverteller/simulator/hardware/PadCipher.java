package org.silverteller.simulator.hardware;

import org.silverteller.device.DeviceFault;
import org.silverteller.device.PinPad.KeyHandle;

/** What the PIN pad's encryption module does besides what its port asks for. */
public interface PadCipher {

  /**
   * Encrypts under the MAC key as TDES does (DES under a key of single length), block by block.
   *
   * @param blocks whole blocks of eight bytes
   * @throws DeviceFault KEY when there is no such key
   */
  byte[] encrypt(byte[] blocks) throws DeviceFault;

  /**
   * The check value, three bytes, of a key that is held; not witnessed.
   *
   * @throws DeviceFault KEY when it is not
   */
  byte[] checkValue(KeyHandle handle) throws DeviceFault;

  /**
   * Imports the key of a TR-31 key block that is bound to the master key.
   *
   * @return its check value, three bytes
   * @throws DeviceFault KEY when the block is malformed or was not made with the master key; the
   *     old key then stays
   */
  byte[] importKeyBlock(KeyHandle handle, byte[] block) throws DeviceFault;
}
