package org.silverteller.driver.xfs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.silverteller.card.AccountNumber;
import org.silverteller.device.PinBlock;
import org.silverteller.device.PinPad.Capabilities;
import org.silverteller.device.PinPad.KeyHandle;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.device.PinPad.PinFormat;

/**
 * The encryption module of a PIN pad: its keys, PIN blocks and MACs (CWA 16926-6). Keys go in
 * encrypted and are named from then on.
 *
 * <p>Of the algorithms of the ports these are offered: X9.19 is WFS_PIN_CRYPTTRIDESMAC (ISO/IEC
 * 9797-1, algorithm 3, padding method 1), X9.9 is WFS_PIN_CRYPTDESMAC, and the UnionPay MAC is made
 * of WFS_PIN_CRYPTTRIDESECB. WFS_PIN_CRYPTSM4MAC is the MAC of PBOC 3.0, a CBC-MAC and no CMAC, and
 * AES came after 3.30: neither CMAC is offered. A PIN block under SM4 is asked for by
 * WFS_CMD_PIN_GET_PINBLOCK_EX, which names the algorithm and came with 3.30.
 */
final class PinModule {

  /** ISO 9564-1. */
  private static final int LONGEST_PIN = 12;

  private static final int PAN_DIGITS = 12;
  private static final int FILL = 0x0F;
  private static final int MAC_LENGTH = 8;
  private static final int CHECK_VALUE_LENGTH = 3;
  private static final int LONGEST_DATA = 0xFFFF;
  private static final int SHORTEST_TR31 = 40;

  private final XfsService service;
  private final PinKeys keys;
  private final Capabilities capabilities;
  private final int pinFormat;
  private final boolean tellsCheckValue;
  private final int keyBlocks;

  PinModule(XfsService service, PinKeys keys) throws XfsFault {
    this.service = service;
    this.keys = keys;
    try (XfsResult result = service.info(Pin.WFS_INF_PIN_CAPABILITIES)) {
      XfsRecord caps = result.as(Pin.WFSPINCAPS, service.dialect());
      int algorithms = caps.word("fwAlgorithms");
      int formats = caps.word("fwPinFormats");
      pinFormat =
          (formats & Pin.WFS_PIN_FORMISO0) != 0 ? Pin.WFS_PIN_FORMISO0 : Pin.WFS_PIN_FORMANSI;
      capabilities = new Capabilities(formats(formats, algorithms), macs(algorithms), LONGEST_PIN);
      tellsCheckValue = (caps.word("fwKeyCheckModes") & Pin.WFS_PIN_KCVZERO) != 0;
      keyBlocks = caps.wordIfAny("fwKeyBlockImportFormats").orElse(0);
    }
  }

  private Set<PinFormat> formats(int fwPinFormats, int fwAlgorithms) {
    Set<PinFormat> formats = EnumSet.noneOf(PinFormat.class);
    if ((fwPinFormats & (Pin.WFS_PIN_FORMISO0 | Pin.WFS_PIN_FORMANSI)) != 0) {
      formats.add(PinFormat.ISO_0_TDES);
      if ((fwAlgorithms & Pin.WFS_PIN_CRYPTSM4) != 0
          && service.dialect().version().compareTo(Pin.WFSPINBLOCKEX.since()) >= 0) {
        formats.add(PinFormat.ISO_0_SM4);
      }
    }
    return formats;
  }

  private static Set<MacAlgorithm> macs(int fwAlgorithms) {
    Set<MacAlgorithm> macs = EnumSet.noneOf(MacAlgorithm.class);
    if ((fwAlgorithms & Pin.WFS_PIN_CRYPTTRIDESMAC) != 0) {
      macs.add(MacAlgorithm.X9_19);
    }
    if ((fwAlgorithms & Pin.WFS_PIN_CRYPTDESMAC) != 0) {
      macs.add(MacAlgorithm.X9_9);
    }
    if ((fwAlgorithms & Pin.WFS_PIN_CRYPTTRIDESECB) != 0) {
      macs.add(MacAlgorithm.UNIONPAY_ECB);
    }
    return macs;
  }

  Capabilities capabilities() {
    return capabilities;
  }

  // ---- PIN

  /**
   * The PIN that lies in the pad, as a block.
   *
   * @param format one of the capabilities
   */
  PinBlock pinBlock(AccountNumber account, PinFormat format, Duration patience) throws XfsFault {
    byte[] customerData = customerData(account);
    try (XfsArena arena = service.arena();
        XfsResult result = asked(format, arena, customerData, patience)) {
      byte[] block = data(result.as(Pin.WFSXDATA, service.dialect()));
      int expected = format == PinFormat.ISO_0_SM4 ? 16 : 8;
      if (block.length != expected) {
        throw new XfsFault.Malformed(
            "PIN block of " + block.length + " bytes: expected " + expected);
      }
      return new PinBlock(block);
    } finally {
      Arrays.fill(customerData, (byte) 0);
    }
  }

  private XfsResult asked(PinFormat format, XfsArena arena, byte[] customerData, Duration patience)
      throws XfsFault {
    boolean sm4 = format == PinFormat.ISO_0_SM4;
    XfsRecord block =
        arena
            .structure(sm4 ? Pin.WFSPINBLOCKEX : Pin.WFSPINBLOCK)
            .pointer("lpsCustomerData", arena.bytes(customerData))
            .unsignedByte("bPadding", FILL)
            .pointer("lpsKey", arena.text(keys.pin()));
    if (sm4) {
      block.dword("dwFormat", pinFormat).dword("dwAlgorithm", Pin.WFS_PIN_CRYPTSM4);
    } else {
      block.word("wFormat", pinFormat);
    }
    return service.execute(
        sm4 ? Pin.WFS_CMD_PIN_GET_PINBLOCK_EX : Pin.WFS_CMD_PIN_GET_PINBLOCK,
        block.pointer(),
        patience);
  }

  /** The twelve rightmost digits without the check digit, zeros before fewer, and a NUL. */
  private static byte[] customerData(AccountNumber account) {
    String digits = account.reveal();
    byte[] data = new byte[PAN_DIGITS + 1];
    for (int place = 0; place < PAN_DIGITS; place++) {
      int from = digits.length() - 1 - PAN_DIGITS + place;
      data[place] = (byte) (from < 0 ? '0' : digits.charAt(from));
    }
    return data;
  }

  // ---- keys

  boolean holds(KeyHandle handle) throws XfsFault {
    try {
      return holds(handle, Pin.WFS_INF_PIN_KEY_DETAIL_EX, Pin.WFSPINKEYDETAILEX);
    } catch (XfsFault fault) {
      return switch (fault.code()) {
        case Pin.WFS_ERR_PIN_KEYNOTFOUND -> false;
        case Xfs.WFS_ERR_UNSUPP_CATEGORY ->
            holds(handle, Pin.WFS_INF_PIN_KEY_DETAIL, Pin.WFSPINKEYDETAIL);
        default -> throw fault;
      };
    }
  }

  private boolean holds(KeyHandle handle, int category, XfsStructure detail) throws XfsFault {
    String name = keys.name(handle);
    try (XfsArena arena = service.arena();
        XfsResult result = service.info(category, arena.text(name))) {
      return result.list(detail, service.dialect()).stream()
          .anyMatch(key -> key.text("lpsKeyName").equals(name) && key.bool("bLoaded"));
    }
  }

  /**
   * Imports a key under the master key.
   *
   * @param key encrypted, or a TR-31 key block
   * @return its check value, three bytes
   */
  byte[] importKey(KeyHandle handle, byte[] key, Duration patience) throws XfsFault {
    if (isKeyBlock(key)) {
      return importKeyBlock(handle, key, patience);
    }
    int use = use(handle);
    try {
      return importKey(handle, key, use, patience);
    } catch (XfsFault fault) {
      // A pad that keeps the uses of keys apart has no MAC key that also encrypts.
      if (handle == KeyHandle.MAC && fault.code() == Pin.WFS_ERR_PIN_USEVIOLATION) {
        return importKey(handle, key, Pin.WFS_PIN_USEMACING, patience);
      }
      throw fault;
    }
  }

  private int use(KeyHandle handle) {
    return switch (handle) {
      case MASTER -> Pin.WFS_PIN_USEKEYENCKEY;
      case PIN -> Pin.WFS_PIN_USEFUNCTION;
      case MAC ->
          capabilities.macs().contains(MacAlgorithm.UNIONPAY_ECB)
              ? Pin.WFS_PIN_USEMACING | Pin.WFS_PIN_USECRYPT
              : Pin.WFS_PIN_USEMACING;
    };
  }

  private byte[] importKey(KeyHandle handle, byte[] key, int use, Duration patience)
      throws XfsFault {
    if (tellsCheckValue) {
      try (XfsArena arena = service.arena()) {
        XfsRecord command =
            arena
                .structure(Pin.WFSPINIMPORTKEYEX)
                .pointer("lpsKey", arena.text(keys.name(handle)))
                .pointer("lpsEncKey", arena.text(keys.master()))
                .pointer("lpxValue", data(arena, key))
                .dword("dwUse", use)
                .word("wKeyCheckMode", Pin.WFS_PIN_KCVNONE);
        service.execute(Pin.WFS_CMD_PIN_IMPORT_KEY_EX, command.pointer(), patience).close();
        return checkValue(handle, patience);
      } catch (XfsFault fault) {
        if (fault.code() != Xfs.WFS_ERR_UNSUPP_COMMAND) {
          throw fault;
        }
      }
    }
    return importKeyAsOfOld(handle, key, use, patience);
  }

  /** WFS_CMD_PIN_IMPORT_KEY tells the check value itself, where the pad can. */
  private byte[] importKeyAsOfOld(KeyHandle handle, byte[] key, int use, Duration patience)
      throws XfsFault {
    try (XfsArena arena = service.arena()) {
      XfsRecord command =
          arena
              .structure(Pin.WFSPINIMPORT)
              .pointer("lpsKey", arena.text(keys.name(handle)))
              .pointer("lpsEncKey", arena.text(keys.master()))
              .pointer("lpxValue", data(arena, key))
              .word("fwUse", use);
      try (XfsResult result =
          service.execute(Pin.WFS_CMD_PIN_IMPORT_KEY, command.pointer(), patience)) {
        if (result.buffer() != null) {
          return checkValue(result.as(Pin.WFSXDATA, service.dialect()));
        }
      }
      return checkValue(handle, patience);
    }
  }

  private byte[] importKeyBlock(KeyHandle handle, byte[] block, Duration patience) throws XfsFault {
    int version =
        switch (block[0]) {
          case 'A' -> Pin.WFS_PIN_ANSTR31KEYBLOCK;
          case 'B' -> Pin.WFS_PIN_ANSTR31KEYBLOCKB;
          case 'C' -> Pin.WFS_PIN_ANSTR31KEYBLOCKC;
          default -> 0;
        };
    if ((keyBlocks & version) == 0) {
      throw new XfsFault(
          service.name(),
          "import of a TR-31 key block of version " + (char) block[0],
          Pin.WFS_ERR_PIN_FORMATNOTSUPP);
    }
    try (XfsArena arena = service.arena()) {
      XfsRecord command =
          arena
              .structure(Pin.WFSPINIMPORTKEYBLOCK)
              .pointer("lpsKey", arena.text(keys.name(handle)))
              .pointer("lpsEncKey", arena.text(keys.master()))
              .pointer("lpxKeyBlock", data(arena, block));
      service.execute(Pin.WFS_CMD_PIN_IMPORT_KEYBLOCK, command.pointer(), patience).close();
      return checkValue(handle, patience);
    }
  }

  /**
   * Whether the bytes are a key block of ANSI X9 TR-31: a version A to D, four digits that tell its
   * whole length, and nothing but printable characters. No encrypted key is so long.
   */
  static boolean isKeyBlock(byte[] key) {
    if (key.length < SHORTEST_TR31 || key[0] < 'A' || key[0] > 'D') {
      return false;
    }
    String head = new String(key, 1, 4, US_ASCII);
    if (!head.equals(String.format("%04d", key.length))) {
      return false;
    }
    for (byte character : key) {
      if (character < ' ' || character > '~') {
        return false;
      }
    }
    return true;
  }

  private byte[] checkValue(KeyHandle handle, Duration patience) throws XfsFault {
    try (XfsArena arena = service.arena()) {
      XfsRecord command =
          arena
              .structure(Pin.WFSPINGENERATEKCV)
              .pointer("lpsKey", arena.text(keys.name(handle)))
              .word("wKeyCheckMode", Pin.WFS_PIN_KCVZERO);
      try (XfsResult result =
          service.execute(Pin.WFS_CMD_PIN_GENERATE_KCV, command.pointer(), patience)) {
        return checkValue(
            result.as(Pin.WFSPINKCV, service.dialect()).record("lpxKCV", Pin.WFSXDATA));
      }
    }
  }

  private static byte[] checkValue(XfsRecord told) {
    byte[] value = data(told);
    if (value.length < CHECK_VALUE_LENGTH) {
      throw new XfsFault.Malformed(
          "check value of " + value.length + " bytes: expected " + CHECK_VALUE_LENGTH);
    }
    return Arrays.copyOf(value, CHECK_VALUE_LENGTH);
  }

  // ---- MAC

  /**
   * @param algorithm one of the capabilities
   */
  byte[] mac(MacAlgorithm algorithm, byte[] data, Duration patience) throws XfsFault {
    byte[] blocks = filled(data);
    return switch (algorithm) {
      case X9_19 -> mac(Pin.WFS_PIN_CRYPTTRIDESMAC, blocks, patience);
      case X9_9 -> mac(Pin.WFS_PIN_CRYPTDESMAC, blocks, patience);
      case UNIONPAY_ECB ->
          UnionPayMac.of(
              blocks, block -> crypt(Pin.WFS_PIN_CRYPTTRIDESECB, block, block.length, patience));
      case AES_CMAC, SM4_CMAC ->
          throw new XfsFault(service.name(), "MAC " + algorithm, Pin.WFS_ERR_PIN_ALGORITHMNOTSUPP);
    };
  }

  private byte[] mac(int algorithm, byte[] blocks, Duration patience) throws XfsFault {
    return crypt(algorithm, blocks, MAC_LENGTH, patience);
  }

  /** Whole blocks, at least one: filled with zeros (ISO/IEC 9797-1, padding method 1). */
  private static byte[] filled(byte[] data) {
    int blocks = Math.max(1, (data.length + UnionPayMac.BLOCK - 1) / UnionPayMac.BLOCK);
    return Arrays.copyOf(data, blocks * UnionPayMac.BLOCK);
  }

  private byte[] crypt(int algorithm, byte[] blocks, int length, Duration patience)
      throws XfsFault {
    try (XfsArena arena = service.arena()) {
      XfsRecord command =
          arena
              .structure(Pin.WFSPINCRYPT)
              .word("wMode", Pin.WFS_PIN_MODEENCRYPT)
              .pointer("lpsKey", arena.text(keys.mac()))
              .word("wAlgorithm", algorithm)
              .pointer("lpxCryptData", data(arena, blocks));
      try (XfsResult result = service.execute(Pin.WFS_CMD_PIN_CRYPT, command.pointer(), patience)) {
        byte[] made = data(result.as(Pin.WFSXDATA, service.dialect()));
        if (made.length < length) {
          throw new XfsFault.Malformed("result of " + made.length + " bytes: expected " + length);
        }
        return Arrays.copyOf(made, length);
      }
    }
  }

  // ---- WFSXDATA

  private static Pointer data(XfsArena arena, byte[] bytes) {
    if (bytes.length > LONGEST_DATA) {
      throw new XfsFault.Malformed(
          bytes.length + " bytes for the pad: expected at most " + LONGEST_DATA);
    }
    return arena
        .structure(Pin.WFSXDATA)
        .word("usLength", bytes.length)
        .pointer("lpbData", arena.bytes(bytes))
        .pointer();
  }

  private static byte[] data(XfsRecord told) {
    int length = told.word("usLength");
    if (length == 0 || told.isNull("lpbData")) {
      return new byte[0];
    }
    return told.pointer("lpbData").getByteArray(0, length);
  }
}
