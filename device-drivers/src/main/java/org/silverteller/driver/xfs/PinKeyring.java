package org.silverteller.driver.xfs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.Arrays;
import org.silverteller.device.PinPad.KeyHandle;

/**
 * The keys of a PIN pad (CWA 16926-6): they go in encrypted under the master key, or as TR-31 key
 * blocks where the pad takes them, and are named from then on.
 */
final class PinKeyring {

  private static final int CHECK_VALUE_LENGTH = 3;
  private static final int SHORTEST_TR31 = 40;

  private final XfsService service;
  private final PinKeys keys;
  private final boolean macKeyEncrypts;
  private final boolean tellsCheckValue;
  private final int keyBlocks;

  /**
   * @param caps WFSPINCAPS
   * @param macKeyEncrypts whether MACs are made by encrypting with the MAC key
   */
  PinKeyring(XfsService service, PinKeys keys, XfsRecord caps, boolean macKeyEncrypts) {
    this.service = service;
    this.keys = keys;
    this.macKeyEncrypts = macKeyEncrypts;
    this.tellsCheckValue = (caps.word("fwKeyCheckModes") & Pin.WFS_PIN_KCVZERO) != 0;
    this.keyBlocks = caps.wordIfAny("fwKeyBlockImportFormats").orElse(0);
  }

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
          macKeyEncrypts ? Pin.WFS_PIN_USEMACING | Pin.WFS_PIN_USECRYPT : Pin.WFS_PIN_USEMACING;
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
                .pointer("lpxValue", PinData.in(arena, key))
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
              .pointer("lpxValue", PinData.in(arena, key))
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
              .pointer("lpxKeyBlock", PinData.in(arena, block));
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
    byte[] value = PinData.of(told);
    if (value.length < CHECK_VALUE_LENGTH) {
      throw new XfsFault.Malformed(
          "check value of " + value.length + " bytes: expected " + CHECK_VALUE_LENGTH);
    }
    return Arrays.copyOf(value, CHECK_VALUE_LENGTH);
  }
}
