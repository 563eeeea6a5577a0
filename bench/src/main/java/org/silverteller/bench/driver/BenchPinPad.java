package org.silverteller.bench.driver;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.silverteller.card.AccountNumber;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.PinBlock;
import org.silverteller.device.PinPad;
import org.silverteller.event.DeviceName;

/**
 * A PIN pad of the usual kind: TDES keys, X9.19 MACs, PIN blocks of ISO 9564-1 format 0. Computes
 * with the ciphers of the JDK: a real pad computes for itself, and what this one loads counts as
 * the terminal's.
 */
final class BenchPinPad extends WorkingDevice implements PinPad {

  private static final int BLOCK = 8;
  private static final int CHECK_VALUE = 3;
  private static final int PAN_DIGITS = 12;

  private final Map<KeyHandle, byte[]> keys = new EnumMap<>(KeyHandle.class);
  private String pin = "";

  BenchPinPad(byte[] master) {
    keys.put(KeyHandle.MASTER, master.clone());
  }

  /** The PIN that the next block holds. */
  void type(String digits) {
    pin = digits;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(Set.of(PinFormat.ISO_0_TDES), Set.of(MacAlgorithm.X9_19), 12);
  }

  @Override
  public void openKeys() {}

  @Override
  public void openPin(int min, int max) {}

  @Override
  public void close() {}

  @Override
  public PinBlock pinBlock(AccountNumber account, PinFormat format) throws DeviceFault {
    if (format != PinFormat.ISO_0_TDES) {
      throw new DeviceFault(DeviceName.PIN_PAD, Kind.UNSUPPORTED, "PIN format " + format);
    }
    String filled = "0" + pin.length() + pin + "F".repeat(2 * BLOCK - 2 - pin.length());
    String digits = account.reveal();
    int check = digits.length() - 1;
    byte[] block = HexFormat.of().parseHex(filled);
    join(block, HexFormat.of().parseHex("0000" + digits.substring(check - PAN_DIGITS, check)));
    return new PinBlock(tripleDes(Cipher.ENCRYPT_MODE, key(KeyHandle.PIN), block));
  }

  @Override
  public byte[] importKey(KeyHandle handle, byte[] encryptedKey) throws DeviceFault {
    if (encryptedKey.length != 2 * BLOCK) {
      throw new DeviceFault(
          DeviceName.PIN_PAD, Kind.KEY, handle + " key of " + encryptedKey.length + " bytes");
    }
    byte[] key = tripleDes(Cipher.DECRYPT_MODE, key(KeyHandle.MASTER), encryptedKey);
    keys.put(handle, key);
    return Arrays.copyOf(tripleDes(Cipher.ENCRYPT_MODE, key, new byte[BLOCK]), CHECK_VALUE);
  }

  @Override
  public boolean holds(KeyHandle handle) {
    return keys.containsKey(handle);
  }

  @Override
  public byte[] mac(MacAlgorithm algorithm, byte[] data) throws DeviceFault {
    if (algorithm != MacAlgorithm.X9_19) {
      throw new DeviceFault(DeviceName.PIN_PAD, Kind.UNSUPPORTED, "MAC " + algorithm);
    }
    byte[] key = key(KeyHandle.MAC);
    byte[] left = Arrays.copyOf(key, BLOCK);
    byte[] state = new byte[BLOCK];
    for (int at = 0; at < data.length; at += BLOCK) {
      join(state, Arrays.copyOfRange(data, at, at + BLOCK));
      boolean last = at + BLOCK >= data.length;
      state =
          last
              ? tripleDes(Cipher.ENCRYPT_MODE, key, state)
              : run("DES", Cipher.ENCRYPT_MODE, left, state);
    }
    return state;
  }

  private byte[] key(KeyHandle handle) throws DeviceFault {
    byte[] key = keys.get(handle);
    if (key == null) {
      throw new DeviceFault(DeviceName.PIN_PAD, Kind.KEY, "no " + handle + " key");
    }
    return key;
  }

  private static void join(byte[] block, byte[] other) {
    for (int i = 0; i < BLOCK; i++) {
      block[i] ^= other[i];
    }
  }

  /**
   * @param key of double length: left, right, and left again
   */
  private static byte[] tripleDes(int mode, byte[] key, byte[] blocks) {
    byte[] triple = Arrays.copyOf(key, 3 * BLOCK);
    System.arraycopy(key, 0, triple, 2 * BLOCK, BLOCK);
    return run("DESede", mode, triple, blocks);
  }

  private static byte[] run(String algorithm, int mode, byte[] key, byte[] blocks) {
    try {
      Cipher cipher = Cipher.getInstance(algorithm + "/ECB/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, algorithm));
      return cipher.doFinal(blocks);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
