package org.silverteller.driver.xfs;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.silverteller.card.Pan;
import org.silverteller.device.PinBlock;
import org.silverteller.device.PinPad.Capabilities;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.device.PinPad.PinFormat;

/**
 * The encryption module of a PIN pad: what it can do, its PIN blocks, its keys and its MACs (CWA
 * 16926-6). A PIN block under SM4 is asked for by WFS_CMD_PIN_GET_PINBLOCK_EX, which names the
 * algorithm and came with 3.30.
 */
final class PinModule {

  /** ISO 9564-1. */
  private static final int LONGEST_PIN = 12;

  private static final int PAN_DIGITS = 12;
  private static final int FILL = 0x0F;

  private final XfsService service;
  private final PinKeys keys;
  private final Capabilities capabilities;
  private final int pinFormat;
  private final PinKeyring keyring;
  private final PinMacs macs;

  PinModule(XfsService service, PinKeys keys) throws XfsFault {
    this.service = service;
    this.keys = keys;
    try (XfsResult result = service.info(Pin.WFS_INF_PIN_CAPABILITIES)) {
      XfsRecord caps = result.as(Pin.WFSPINCAPS, service.dialect());
      int algorithms = caps.word("fwAlgorithms");
      int formats = caps.word("fwPinFormats");
      pinFormat =
          (formats & Pin.WFS_PIN_FORMISO0) != 0 ? Pin.WFS_PIN_FORMISO0 : Pin.WFS_PIN_FORMANSI;
      capabilities =
          new Capabilities(formats(formats, algorithms), PinMacs.offered(algorithms), LONGEST_PIN);
      keyring =
          new PinKeyring(
              service, keys, caps, capabilities.macs().contains(MacAlgorithm.UNIONPAY_ECB));
      macs = new PinMacs(service, keys);
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

  Capabilities capabilities() {
    return capabilities;
  }

  PinKeyring keyring() {
    return keyring;
  }

  PinMacs macs() {
    return macs;
  }

  // ---- PIN

  /**
   * The PIN that lies in the pad, as a block.
   *
   * @param format one of the capabilities
   */
  PinBlock pinBlock(Pan pan, PinFormat format, Duration patience) throws XfsFault {
    byte[] customerData = customerData(pan);
    try (XfsArena arena = service.arena();
        XfsResult result = asked(format, arena, customerData, patience)) {
      byte[] block = PinData.of(result.as(Pin.WFSXDATA, service.dialect()));
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
  private static byte[] customerData(Pan pan) {
    String digits = pan.reveal();
    byte[] data = new byte[PAN_DIGITS + 1];
    for (int place = 0; place < PAN_DIGITS; place++) {
      int from = digits.length() - 1 - PAN_DIGITS + place;
      data[place] = (byte) (from < 0 ? '0' : digits.charAt(from));
    }
    return data;
  }
}
