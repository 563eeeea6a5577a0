package org.silverteller.simulator.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * Key blocks of ANSI X9 TR-31, version B: sixteen characters of header, then the key encrypted
 * under one key derived from the protection key and authenticated, with the header, under another.
 * Both are derived by CMAC.
 */
public final class KeyBlock {

  private static final int HEADER = 16;
  private static final int BLOCK = 8;
  private static final int MAC_DIGITS = 2 * BLOCK;
  private static final int FOR_ENCRYPTION = 0x0000;
  private static final int FOR_AUTHENTICATION = 0x0001;

  private KeyBlock() {}

  /**
   * The key in a block without optional blocks.
   *
   * @param protection key of 16 or 24 bytes
   * @return empty when the block is malformed or was not made with this protection key
   */
  public static Optional<byte[]> key(byte[] protection, byte[] block) {
    String text = new String(block, US_ASCII);
    if (!text.matches("B\\d{4}[A-Z0-9]{7}00[A-Z0-9]{2}([0-9A-F]{16}){2,}")
        || Integer.parseInt(text.substring(1, 5)) != text.length()) {
      return Optional.empty();
    }
    byte[] mac = HexFormat.of().parseHex(text.substring(text.length() - MAC_DIGITS));
    byte[] encrypted = HexFormat.of().parseHex(text.substring(HEADER, text.length() - MAC_DIGITS));
    byte[] clear = cbc(derived(protection, FOR_ENCRYPTION), mac, encrypted, false);
    byte[] header = Arrays.copyOf(block, HEADER);
    boolean authentic =
        Arrays.equals(mac, cmac(derived(protection, FOR_AUTHENTICATION), header, clear));
    int length = ((clear[0] & 0xFF) << 8 | clear[1] & 0xFF) / 8;
    return authentic && length <= clear.length - 2
        ? Optional.of(Arrays.copyOfRange(clear, 2, 2 + length))
        : Optional.empty();
  }

  /**
   * A block with a key.
   *
   * @param usage what the key is for, such as {@code P0TE00E0000}: the header behind its length
   * @param padding what fills the blocks, as long as is needed
   */
  public static byte[] of(byte[] protection, String usage, byte[] key, byte[] padding) {
    byte[] clear = new byte[(2 + key.length + BLOCK - 1) / BLOCK * BLOCK];
    int bits = key.length * 8;
    clear[0] = (byte) (bits >> 8);
    clear[1] = (byte) bits;
    System.arraycopy(key, 0, clear, 2, key.length);
    int filled = 2 + key.length;
    System.arraycopy(padding, 0, clear, filled, clear.length - filled);
    String header = String.format("B%04d", HEADER + 2 * clear.length + MAC_DIGITS) + usage;
    byte[] mac = cmac(derived(protection, FOR_AUTHENTICATION), header.getBytes(US_ASCII), clear);
    byte[] encrypted = cbc(derived(protection, FOR_ENCRYPTION), mac, clear, true);
    HexFormat hex = HexFormat.of().withUpperCase();
    return (header + hex.formatHex(encrypted) + hex.formatHex(mac)).getBytes(US_ASCII);
  }

  /** TR-31, key derivation binding for TDES: one block of CMAC for each eight bytes of key. */
  private static byte[] derived(byte[] protection, int use) {
    byte[] key = new byte[protection.length];
    int algorithm = protection.length == 16 ? 0x0000 : 0x0001;
    int bits = protection.length * 8;
    for (int part = 0; part < protection.length / BLOCK; part++) {
      byte[] input = {
        (byte) (part + 1),
        (byte) (use >> 8),
        (byte) use,
        0,
        (byte) (algorithm >> 8),
        (byte) algorithm,
        (byte) (bits >> 8),
        (byte) bits
      };
      System.arraycopy(cmac(protection, input), 0, key, part * BLOCK, BLOCK);
    }
    return key;
  }

  private static byte[] cmac(byte[] key, byte[]... parts) {
    CMac mac = new CMac(new DESedeEngine());
    mac.init(new KeyParameter(key));
    for (byte[] part : parts) {
      mac.update(part, 0, part.length);
    }
    byte[] result = new byte[BLOCK];
    mac.doFinal(result, 0);
    return result;
  }

  private static byte[] cbc(byte[] key, byte[] initial, byte[] blocks, boolean encrypting) {
    var cipher = CBCBlockCipher.newInstance(new DESedeEngine());
    cipher.init(encrypting, new ParametersWithIV(new KeyParameter(key), initial));
    byte[] result = new byte[blocks.length];
    for (int at = 0; at < blocks.length; at += BLOCK) {
      cipher.processBlock(blocks, at, result, at);
    }
    return result;
  }
}
