package org.silverteller.bench.driver;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.silverteller.card.Pan;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.PinBlock;
import org.silverteller.device.PinPad;
import org.silverteller.event.DeviceName;

/** A PIN pad of the usual kind: TDES keys, X9.19 MACs, PIN blocks of ISO 9564-1 format 0. */
final class BenchPinPad extends WorkingDevice implements PinPad {

  private static final int BLOCK = 8;
  private static final int CHECK_VALUE = 3;
  private static final int PAN_DIGITS = 12;

  private final Map<KeyHandle, KeyParameter> keys = new EnumMap<>(KeyHandle.class);
  private String pin = "";

  BenchPinPad(byte[] master) {
    keys.put(KeyHandle.MASTER, new KeyParameter(master));
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
  public PinBlock pinBlock(Pan pan, PinFormat format) throws DeviceFault {
    if (format != PinFormat.ISO_0_TDES) {
      throw new DeviceFault(DeviceName.PIN_PAD, Kind.UNSUPPORTED, "PIN format " + format);
    }
    byte[] block = nibbles("0" + pin.length() + pin + "F".repeat(2 * BLOCK - 2 - pin.length()));
    String digits = pan.reveal();
    byte[] account =
        nibbles("0000" + digits.substring(digits.length() - 1 - PAN_DIGITS, digits.length() - 1));
    for (int i = 0; i < BLOCK; i++) {
      block[i] ^= account[i];
    }
    return new PinBlock(tripleDes(true, key(KeyHandle.PIN), block));
  }

  @Override
  public byte[] importKey(KeyHandle handle, byte[] encryptedKey) throws DeviceFault {
    if (encryptedKey.length != 2 * BLOCK) {
      throw new DeviceFault(
          DeviceName.PIN_PAD, Kind.KEY, handle + " key of " + encryptedKey.length + " bytes");
    }
    KeyParameter key = new KeyParameter(tripleDes(false, key(KeyHandle.MASTER), encryptedKey));
    keys.put(handle, key);
    return Arrays.copyOf(tripleDes(true, key, new byte[BLOCK]), CHECK_VALUE);
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
    ISO9797Alg3Mac mac = new ISO9797Alg3Mac(new DESEngine());
    mac.init(key(KeyHandle.MAC));
    mac.update(data, 0, data.length);
    byte[] result = new byte[BLOCK];
    mac.doFinal(result, 0);
    return result;
  }

  private KeyParameter key(KeyHandle handle) throws DeviceFault {
    KeyParameter key = keys.get(handle);
    if (key == null) {
      throw new DeviceFault(DeviceName.PIN_PAD, Kind.KEY, "no " + handle + " key");
    }
    return key;
  }

  private static byte[] tripleDes(boolean encrypting, KeyParameter key, byte[] data) {
    BlockCipher cipher = new DESedeEngine();
    cipher.init(encrypting, key);
    byte[] result = new byte[data.length];
    for (int at = 0; at < data.length; at += BLOCK) {
      cipher.processBlock(data, at, result, at);
    }
    return result;
  }

  private static byte[] nibbles(String hex) {
    return java.util.HexFormat.of().parseHex(hex);
  }
}
