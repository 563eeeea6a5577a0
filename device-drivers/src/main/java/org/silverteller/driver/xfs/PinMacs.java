package org.silverteller.driver.xfs;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.silverteller.device.PinPad.MacAlgorithm;

/**
 * The MACs of a PIN pad (CWA 16926-6): X9.19 is WFS_PIN_CRYPTTRIDESMAC (ISO/IEC 9797-1, algorithm
 * 3, padding method 1), X9.9 is WFS_PIN_CRYPTDESMAC, and the UnionPay MAC is made of
 * WFS_PIN_CRYPTTRIDESECB. WFS_PIN_CRYPTSM4MAC is the MAC of PBOC 3.0, a CBC-MAC and no CMAC, and
 * AES came after 3.30: neither CMAC is offered.
 */
final class PinMacs {

  private static final int LENGTH = 8;

  private final XfsService service;
  private final PinKeys keys;

  PinMacs(XfsService service, PinKeys keys) {
    this.service = service;
    this.keys = keys;
  }

  /** Those of a pad with these fwAlgorithms. */
  static Set<MacAlgorithm> offered(int fwAlgorithms) {
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
    return crypt(algorithm, blocks, LENGTH, patience);
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
              .pointer("lpxCryptData", PinData.in(arena, blocks));
      try (XfsResult result = service.execute(Pin.WFS_CMD_PIN_CRYPT, command.pointer(), patience)) {
        byte[] made = PinData.of(result.as(Pin.WFSXDATA, service.dialect()));
        if (made.length < length) {
          throw new XfsFault.Malformed("result of " + made.length + " bytes: expected " + length);
        }
        return Arrays.copyOf(made, length);
      }
    }
  }
}
