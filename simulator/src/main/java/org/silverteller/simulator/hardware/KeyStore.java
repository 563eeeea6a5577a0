package org.silverteller.simulator.hardware;

import java.util.EnumMap;
import java.util.Map;
import org.silverteller.card.AccountNumber;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.PinBlock;
import org.silverteller.device.PinPad.KeyHandle;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.device.PinPad.PinFormat;
import org.silverteller.event.DeviceName;
import org.silverteller.simulator.crypto.CipherKey;
import org.silverteller.simulator.crypto.KeyBlock;
import org.silverteller.simulator.crypto.KeyCipher;
import org.silverteller.simulator.crypto.MacKey;
import org.silverteller.simulator.crypto.PinKey;

/** The keys in the PIN pad; kept without power. Guarded by the machine's monitor. */
final class KeyStore {

  private final KeyCipher wrapping;
  private CipherKey master;
  private final Map<KeyHandle, byte[]> keys = new EnumMap<>(KeyHandle.class);
  private final Map<MacAlgorithm, MacKey> macKeys = new EnumMap<>(MacAlgorithm.class);
  private final Map<PinFormat, PinKey> pinKeys = new EnumMap<>(PinFormat.class);

  KeyStore(MasterKey master) {
    wrapping = master.cipher();
    this.master = wrapping.key(master.bytes());
    keys.put(KeyHandle.MASTER, master.bytes());
  }

  boolean holds(KeyHandle handle) {
    return keys.containsKey(handle);
  }

  /** Unwraps a key and returns its check value. */
  byte[] importKey(KeyHandle handle, byte[] wrapped) throws DeviceFault {
    if (!importable(handle, wrapped.length)) {
      throw fault(handle + " key of " + wrapped.length + " bytes");
    }
    return put(handle, master.decrypt(wrapped));
  }

  private byte[] put(KeyHandle handle, byte[] key) {
    keys.put(handle, key);
    switch (handle) {
      case MAC -> macKeys.clear();
      case PIN -> pinKeys.clear();
      case MASTER -> master = wrapping.key(key);
    }
    return wrapping.checkValue(key);
  }

  /** Takes a key out of a TR-31 key block and returns its check value. */
  byte[] importKeyBlock(KeyHandle handle, byte[] block) throws DeviceFault {
    byte[] key =
        KeyBlock.key(keys.get(KeyHandle.MASTER), block)
            .orElseThrow(() -> fault(handle + " key block of " + block.length + " bytes"));
    if (wrapping != KeyCipher.TDES || !importable(handle, key.length)) {
      throw fault(handle + " key of " + key.length + " bytes in a key block");
    }
    return put(handle, key);
  }

  byte[] checkValue(KeyHandle handle) throws DeviceFault {
    return wrapping.checkValue(key(handle));
  }

  /** Encrypts whole blocks of eight bytes under the MAC key. */
  byte[] encrypt(byte[] blocks) throws DeviceFault {
    return KeyCipher.TDES.encrypt(key(KeyHandle.MAC), blocks);
  }

  /** Only a MAC key may be of single length (X9.9). */
  private boolean importable(KeyHandle handle, int length) {
    return switch (length) {
      case 8 -> wrapping == KeyCipher.TDES && handle == KeyHandle.MAC;
      case 16 -> true;
      case 24 -> wrapping == KeyCipher.TDES;
      default -> false;
    };
  }

  PinBlock encryptPin(char[] pin, AccountNumber account, PinFormat format) throws DeviceFault {
    byte[] key = key(KeyHandle.PIN);
    if (format == PinFormat.ISO_0_SM4 && key.length != 16) {
      throw fault("PIN key of " + key.length + " bytes is no SM4 key");
    }
    return pinKeys.computeIfAbsent(format, wanted -> new PinKey(wanted, key)).encrypt(pin, account);
  }

  byte[] mac(MacAlgorithm algorithm, byte[] data) throws DeviceFault {
    byte[] key = key(KeyHandle.MAC);
    boolean fits =
        switch (algorithm) {
          case X9_9, UNIONPAY_ECB -> true;
          case X9_19, SM4_CMAC -> key.length == 16;
          case AES_CMAC -> key.length != 8;
        };
    if (!fits) {
      throw fault("MAC key of " + key.length + " bytes does not serve " + algorithm);
    }
    return macKeys.computeIfAbsent(algorithm, wanted -> new MacKey(wanted, key)).mac(data);
  }

  private byte[] key(KeyHandle handle) throws DeviceFault {
    byte[] key = keys.get(handle);
    if (key == null) {
      throw fault("no " + handle + " key is loaded");
    }
    return key;
  }

  private static DeviceFault fault(String detail) {
    return new DeviceFault(DeviceName.PIN_PAD, Kind.KEY, detail);
  }
}
