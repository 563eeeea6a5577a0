package org.silverteller.simulator.xfs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.Pan;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.PinPad;
import org.silverteller.device.PinPad.KeyHandle;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.device.PinPad.PinFormat;
import org.silverteller.simulator.hardware.PadCipher;
import org.silverteller.simulator.xfs.PinProvider.Habit;

/** Keys, PIN blocks and MACs of the virtual PIN pad's provider. */
final class PinProviderModule {

  private static final int CRYPT = 401;
  private static final int IMPORT_KEY = 403;
  private static final int GET_PINBLOCK = 407;
  private static final int IMPORT_KEY_EX = 423;
  private static final int GENERATE_KCV = 439;
  private static final int IMPORT_KEYBLOCK = 446;
  private static final int GET_PINBLOCK_EX = 453;
  private static final Set<Integer> COMMANDS =
      Set.of(
          CRYPT,
          IMPORT_KEY,
          GET_PINBLOCK,
          IMPORT_KEY_EX,
          GENERATE_KCV,
          IMPORT_KEYBLOCK,
          GET_PINBLOCK_EX);

  private static final int ERR_KEYNOTFOUND = -400;
  private static final int ERR_MODENOTSUPPORTED = -401;
  private static final int ERR_USEVIOLATION = -407;
  private static final int ERR_ALGORITHMNOTSUPP = -421;
  private static final int ERR_FORMATNOTSUPP = -422;
  private static final int ERR_FORMATINVALID = -426;

  private static final int CRYPTDESMAC = 0x20;
  private static final int CRYPTTRIDESECB = 0x40;
  private static final int CRYPTTRIDESMAC = 0x200;
  private static final int CRYPTSM4 = 0x1000;
  private static final int MODEENCRYPT = 1;
  private static final int FORMANSI = 2;
  private static final int FORMISO0 = 4;
  private static final int KCVZERO = 2;
  private static final int KEY_BLOCKS_B = 2;
  private static final int FILL = 0x0F;
  private static final int BLOCK = 8;
  private static final int VERSION_3_00 = 0x0003;

  private final PinPad port;
  private final PadCipher cipher;
  private final Set<Habit> habits;

  PinProviderModule(PinPad port, PadCipher cipher, Set<Habit> habits) {
    this.port = port;
    this.cipher = cipher;
    this.habits = Set.copyOf(habits);
  }

  boolean does(XfsCall command) {
    return COMMANDS.contains(command.code());
  }

  /** Providers of 3.00 have none of the commands and categories whose names end on EX. */
  boolean oldFashioned(XfsCall call) {
    return call.service().table().version() == VERSION_3_00;
  }

  // ---- questions

  void capabilities(XfsCall call) {
    PinPad.Capabilities can = port.capabilities();
    int algorithms =
        (can.macs().contains(MacAlgorithm.X9_9) ? CRYPTDESMAC : 0)
            | (can.macs().contains(MacAlgorithm.X9_19) ? CRYPTTRIDESMAC : 0)
            | (can.macs().contains(MacAlgorithm.UNIONPAY_ECB) ? CRYPTTRIDESECB : 0)
            | (can.pinFormats().contains(PinFormat.ISO_0_SM4) ? CRYPTSM4 : 0);
    XfsCall.Told told = call.told();
    call.complete(
        told,
        told.structure("WFSPINCAPS")
            .number("wClass", 4)
            .number("fwType", 1)
            .number("usKeyNum", KeyHandle.values().length)
            .number("fwAlgorithms", algorithms)
            .number(
                "fwPinFormats",
                can.pinFormats().contains(PinFormat.ISO_0_TDES) ? FORMANSI | FORMISO0 : 0)
            .number("fwDisplay", 1)
            .number("fwKeyCheckModes", KCVZERO)
            .number("fwKeyBlockImportFormats", KEY_BLOCKS_B)
            .target("lpszExtra", told.extra("Model=Virtual 1")));
  }

  /** Of one key, or of all that are loaded. */
  void keyDetail(XfsCall call, String structure, String use) {
    Optional<KeyHandle> wanted = handle(call.data(), call);
    if (call.hasData() && wanted.isEmpty()) {
      call.complete(ERR_KEYNOTFOUND);
      return;
    }
    XfsCall.Told told = call.told();
    List<NativeStructure> details = new ArrayList<>();
    for (KeyHandle handle : wanted.map(List::of).orElse(List.of(KeyHandle.values()))) {
      details.add(
          told.structure(structure)
              .target("lpsKeyName", told.text(handle.name()))
              .number(use, use(handle))
              .number("bLoaded", port.holds(handle)));
    }
    call.complete(told, told.list(details));
  }

  private static int use(KeyHandle handle) {
    return switch (handle) {
      case MASTER -> 32;
      case PIN -> 2;
      case MAC -> 5;
    };
  }

  // ---- commands

  void execute(XfsCall call) throws DeviceFault {
    switch (call.code()) {
      case CRYPT -> crypt(call);
      case IMPORT_KEY -> importKey(call, "WFSPINIMPORT");
      case GET_PINBLOCK -> pinBlock(call, "WFSPINBLOCK");
      case IMPORT_KEY_EX -> ex(call, () -> importKey(call, "WFSPINIMPORTKEYEX"));
      case GET_PINBLOCK_EX -> ex(call, () -> pinBlock(call, "WFSPINBLOCKEX"));
      case GENERATE_KCV -> generateKcv(call);
      case IMPORT_KEYBLOCK -> importKeyBlock(call);
      default -> throw new IllegalArgumentException("PIN command " + call.code());
    }
  }

  private void ex(XfsCall call, PortProvider.Work work) throws DeviceFault {
    if (oldFashioned(call)) {
      PortProvider.unsupportedCommand(call);
    } else {
      work.run();
    }
  }

  private void pinBlock(XfsCall call, String structure) throws DeviceFault {
    NativeStructure asked = call.input(structure);
    boolean ex = structure.equals("WFSPINBLOCKEX");
    boolean sm4 = ex && asked.integer("dwAlgorithm") == CRYPTSM4;
    int format = asked.integer(ex ? "dwFormat" : "wFormat");
    if ((format != FORMANSI && format != FORMISO0) || asked.integer("bPadding") != FILL) {
      call.complete(ERR_FORMATNOTSUPP);
      return;
    }
    if (handle(asked.target("lpsKey"), call).filter(KeyHandle.PIN::equals).isEmpty()) {
      call.complete(ERR_KEYNOTFOUND);
      return;
    }
    Pan pan;
    try {
      // Twelve digits without a check digit; the pad does not look at the one that is put behind.
      pan = Pan.of(asked.text("lpsCustomerData", US_ASCII) + "0");
    } catch (CardFormatException unfit) {
      call.complete(ERR_FORMATNOTSUPP);
      return;
    }
    byte[] block = port.pinBlock(pan, sm4 ? PinFormat.ISO_0_SM4 : PinFormat.ISO_0_TDES).reveal();
    XfsCall.Told told = call.told();
    call.complete(told, data(told, block));
  }

  private void importKey(XfsCall call, String structure) throws DeviceFault {
    NativeStructure asked = call.input(structure);
    Optional<KeyHandle> handle = imported(call, asked);
    if (handle.isEmpty()) {
      return;
    }
    boolean old = structure.equals("WFSPINIMPORT");
    int use = asked.integer(old ? "fwUse" : "dwUse");
    if (habits.contains(Habit.KEEPS_KEY_USES_APART) && Integer.bitCount(use) > 1) {
      call.complete(ERR_USEVIOLATION);
      return;
    }
    byte[] key = data(asked.structure("lpxValue", "WFSXDATA"));
    byte[] checkValue = port.importKey(handle.get(), key);
    XfsCall.Told told = call.told();
    if (old) {
      call.complete(told, data(told, checkValue));
    } else {
      call.complete(told, Pointer.NULL);
    }
  }

  private void importKeyBlock(XfsCall call) throws DeviceFault {
    NativeStructure asked = call.input("WFSPINIMPORTKEYBLOCK");
    Optional<KeyHandle> handle = imported(call, asked);
    if (handle.isEmpty()) {
      return;
    }
    byte[] block = data(asked.structure("lpxKeyBlock", "WFSXDATA"));
    try {
      cipher.importKeyBlock(handle.get(), block);
      call.complete(XfsNumbers.WFS_SUCCESS);
    } catch (DeviceFault fault) {
      if (fault.kind() != DeviceFault.Kind.KEY) {
        throw fault;
      }
      call.complete(ERR_FORMATINVALID);
    }
  }

  /** The key that a command imports under the master key; answers the call when there is none. */
  private Optional<KeyHandle> imported(XfsCall call, NativeStructure asked) {
    Optional<KeyHandle> handle = handle(asked.target("lpsKey"), call);
    Optional<KeyHandle> under = handle(asked.target("lpsEncKey"), call);
    if (handle.isEmpty() || under.filter(KeyHandle.MASTER::equals).isEmpty()) {
      call.complete(ERR_KEYNOTFOUND);
      return Optional.empty();
    }
    return handle;
  }

  private void generateKcv(XfsCall call) throws DeviceFault {
    NativeStructure asked = call.input("WFSPINGENERATEKCV");
    Optional<KeyHandle> handle = handle(asked.target("lpsKey"), call);
    if (handle.isEmpty()) {
      call.complete(ERR_KEYNOTFOUND);
    } else if (asked.integer("wKeyCheckMode") != KCVZERO) {
      call.complete(ERR_MODENOTSUPPORTED);
    } else {
      byte[] value = cipher.checkValue(handle.get());
      XfsCall.Told told = call.told();
      call.complete(
          told, told.structure("WFSPINKCV").target("lpxKCV", data(told, value).pointer()));
    }
  }

  private void crypt(XfsCall call) throws DeviceFault {
    NativeStructure asked = call.input("WFSPINCRYPT");
    byte[] data = data(asked.structure("lpxCryptData", "WFSXDATA"));
    if (handle(asked.target("lpsKey"), call).filter(KeyHandle.MAC::equals).isEmpty()) {
      call.complete(ERR_KEYNOTFOUND);
      return;
    }
    byte[] result;
    switch (asked.integer("wAlgorithm")) {
      case CRYPTTRIDESMAC -> result = port.mac(MacAlgorithm.X9_19, data);
      case CRYPTDESMAC -> result = port.mac(MacAlgorithm.X9_9, data);
      case CRYPTTRIDESECB -> {
        if (asked.integer("wMode") != MODEENCRYPT) {
          call.complete(ERR_MODENOTSUPPORTED);
          return;
        }
        if (habits.contains(Habit.KEEPS_KEY_USES_APART)) {
          call.complete(ERR_USEVIOLATION);
          return;
        }
        result = cipher.encrypt(filled(data, asked.integer("bPadding")));
      }
      default -> {
        call.complete(ERR_ALGORITHMNOTSUPP);
        return;
      }
    }
    if (habits.contains(Habit.TELLS_HALF_A_MAC)) {
      result = Arrays.copyOf(result, result.length / 2);
    }
    XfsCall.Told told = call.told();
    call.complete(told, data(told, result));
  }

  private static byte[] filled(byte[] data, int padding) {
    byte[] whole = Arrays.copyOf(data, (data.length + BLOCK - 1) / BLOCK * BLOCK);
    Arrays.fill(whole, data.length, whole.length, (byte) padding);
    return whole;
  }

  // ---- WFSXDATA and names

  private static byte[] data(NativeStructure data) {
    return data.target("lpbData").getByteArray(0, data.integer("usLength"));
  }

  private static NativeStructure data(XfsCall.Told told, byte[] bytes) {
    return told.structure("WFSXDATA")
        .number("usLength", bytes.length)
        .target("lpbData", told.bytes(bytes));
  }

  /** Keys are named as their handles are. */
  private static Optional<KeyHandle> handle(Pointer name, XfsCall call) {
    if (name == null) {
      return Optional.empty();
    }
    String text =
        new String(
            name.getByteArray(0, Math.toIntExact(name.indexOf(0, (byte) 0))), call.charset());
    return Arrays.stream(KeyHandle.values())
        .filter(handle -> handle.name().equals(text))
        .findFirst();
  }
}
