package org.silverteller.device;

import java.util.Set;
import org.silverteller.card.AccountNumber;

/**
 * An encrypting PIN pad (CEN/XFS PIN). A PIN leaves it only as an encrypted block; keys enter it
 * only encrypted under a key it holds and are named by handles. Key presses come to the inbox as
 * KeyPressed; while a PIN is typed a digit comes as {@link org.silverteller.event.Key#HIDDEN}.
 */
public interface PinPad extends Device {

  /** A key held in the pad, by its purpose. */
  enum KeyHandle {
    MASTER,
    PIN,
    MAC
  }

  /** MAC algorithms (host configuration). */
  enum MacAlgorithm {
    /** ANSI X9.19, retail MAC. */
    X9_19,
    /** ANSI X9.9. */
    X9_9,
    /** UnionPay ECB MAC. */
    UNIONPAY_ECB,
    /** AES-CMAC, first eight bytes. */
    AES_CMAC,
    /** SM4-CMAC, first eight bytes. */
    SM4_CMAC
  }

  /** PIN block formats (ISO 9564-1 format 0; and its SM4 form with a 16-byte block). */
  enum PinFormat {
    ISO_0_TDES,
    ISO_0_SM4
  }

  /** What this pad can do. */
  record Capabilities(Set<PinFormat> pinFormats, Set<MacAlgorithm> macs, int maxPin) {}

  Capabilities capabilities();

  /** Reports digit and function keys in clear, for amounts and menus. */
  void openKeys() throws DeviceFault;

  /**
   * Collects a PIN inside the pad. Ends only with ENTER (between the two lengths) or CANCEL, never
   * by itself at the last digit.
   *
   * @param min 4, ISO 9564-1
   * @param max at most 12
   */
  void openPin(int min, int max) throws DeviceFault;

  /** No key is reported; a collected PIN is erased. */
  void close() throws DeviceFault;

  /**
   * The PIN just collected, encrypted under the PIN key; the pad forgets the PIN.
   *
   * @throws DeviceFault SEQUENCE when no PIN was collected, KEY when no PIN key is loaded
   */
  PinBlock pinBlock(AccountNumber account, PinFormat format) throws DeviceFault;

  /**
   * Imports a key encrypted under the master key and returns its check value, three bytes.
   *
   * @throws DeviceFault KEY when the master key is missing or the block is malformed; the old key
   *     then stays
   */
  byte[] importKey(KeyHandle handle, byte[] encryptedKey) throws DeviceFault;

  boolean holds(KeyHandle handle);

  /** The MAC, eight bytes, of data as the algorithm pads it. */
  byte[] mac(MacAlgorithm algorithm, byte[] data) throws DeviceFault;
}
