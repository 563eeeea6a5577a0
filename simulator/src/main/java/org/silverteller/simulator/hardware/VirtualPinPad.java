package org.silverteller.simulator.hardware;

import java.util.Arrays;
import java.util.HexFormat;
import org.silverteller.card.AccountNumber;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.PinBlock;
import org.silverteller.device.PinPad;
import org.silverteller.event.DeviceName;

/**
 * The PIN pad's port. PIN and keys are real and stay inside; what leaves is encrypted, or a check
 * value.
 */
final class VirtualPinPad extends VirtualDevice implements PinPad, PadCipher {

  private static final int SHORTEST_PIN = 4;

  VirtualPinPad(VirtualMachine machine, Supply supply) {
    super(machine, supply, DeviceName.PIN_PAD, "pinpad", Fault.PIN_PAD_OFFLINE);
  }

  @Override
  public Capabilities capabilities() {
    return machine.spec().pinPad();
  }

  @Override
  public void openKeys() throws DeviceFault {
    order("open-keys", "", () -> step(Effect.PAD_SET, machine.keypad::openKeys));
  }

  @Override
  public void openPin(int min, int max) throws DeviceFault {
    order(
        "open-pin",
        machine.watched() ? min + "-" + max : "",
        () -> {
          if (min < SHORTEST_PIN || max < min || max > capabilities().maxPin()) {
            throw fault(Kind.UNSUPPORTED, "a PIN of " + min + " to " + max + " digits");
          }
          step(Effect.PAD_SET, () -> machine.keypad.openPin(min, max));
        });
  }

  @Override
  public void close() throws DeviceFault {
    order("close", "", () -> step(Effect.PAD_SET, machine.keypad::close));
  }

  @Override
  public PinBlock pinBlock(AccountNumber account, PinFormat format) throws DeviceFault {
    return command(
        "pin-block", format, () -> effect(Effect.PIN_ENCRYPTED, () -> encrypted(account, format)));
  }

  private PinBlock encrypted(AccountNumber account, PinFormat format) throws DeviceFault {
    if (!capabilities().pinFormats().contains(format)) {
      throw fault(Kind.UNSUPPORTED, "PIN format " + format);
    }
    char[] pin = machine.keypad.collected();
    try {
      PinBlock block = machine.keys.encryptPin(pin, account, format);
      machine.keypad.erase();
      return block;
    } finally {
      Arrays.fill(pin, '\0');
    }
  }

  @Override
  public byte[] importKey(KeyHandle handle, byte[] encryptedKey) throws DeviceFault {
    return imported(handle, () -> machine.keys.importKey(handle, encryptedKey));
  }

  /** An import, with the check value in the witness's line. */
  private byte[] imported(KeyHandle handle, Body<byte[]> importing) throws DeviceFault {
    byte[][] checkValue = new byte[1][];
    command(
        "import-key",
        handle,
        () -> {
          checkValue[0] = effect(Effect.KEY_IMPORTED, importing);
          return "kcv " + HexFormat.of().withUpperCase().formatHex(checkValue[0]);
        });
    return checkValue[0];
  }

  @Override
  public byte[] importKeyBlock(KeyHandle handle, byte[] block) throws DeviceFault {
    return imported(handle, () -> machine.keys.importKeyBlock(handle, block));
  }

  @Override
  public boolean holds(KeyHandle handle) {
    supply.demand();
    synchronized (machine) {
      return machine.keys.holds(handle);
    }
  }

  @Override
  public byte[] mac(MacAlgorithm algorithm, byte[] data) throws DeviceFault {
    byte[][] mac = new byte[1][];
    order(
        "mac",
        algorithm,
        () -> {
          if (!capabilities().macs().contains(algorithm)) {
            throw fault(Kind.UNSUPPORTED, "MAC algorithm " + algorithm);
          }
          mac[0] = effect(Effect.MAC_MADE, () -> machine.keys.mac(algorithm, data));
        });
    return mac[0];
  }

  @Override
  public byte[] encrypt(byte[] blocks) throws DeviceFault {
    byte[][] encrypted = new byte[1][];
    order(
        "encrypt",
        KeyHandle.MAC,
        () -> encrypted[0] = effect(Effect.MAC_MADE, () -> machine.keys.encrypt(blocks)));
    return encrypted[0];
  }

  @Override
  public byte[] checkValue(KeyHandle handle) throws DeviceFault {
    supply.demand();
    synchronized (machine) {
      return machine.keys.checkValue(handle);
    }
  }

  @Override
  void rest() {
    machine.keypad.close();
  }
}
