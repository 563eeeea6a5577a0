package org.silverteller.driver.xfs;

import org.silverteller.device.CashAcceptor.Capabilities;

/**
 * What an acceptor tells of itself (WFS_INF_CIM_CAPABILITIES).
 *
 * @param capabilities as the port tells them, but for whether it recycles, which its units tell
 * @param movesShutter whether it has none, or moves it itself
 * @param feelsNotes whether it tells of notes in its input before it counts them
 */
record CimTraits(Capabilities capabilities, boolean movesShutter, boolean feelsNotes) {

  static CimTraits read(XfsService service) throws XfsFault {
    try (XfsResult result = service.info(Cim.WFS_INF_CIM_CAPABILITIES)) {
      XfsRecord caps = result.as(Cim.WFSCIMCAPS, service.dialect());
      int escrow = caps.word("fwIntermediateStacker");
      return new CimTraits(
          new Capabilities(
              escrow > 0,
              false,
              (caps.word("fwRetractAreas") & Cim.WFS_CIM_RA_RETRACT) != 0,
              caps.bool("bShutter"),
              escrow > 0 ? escrow : caps.word("wMaxCashInItems")),
          !caps.bool("bShutter") || caps.bool("bShutterControl"),
          caps.bool("bItemsInsertedSensor"));
    }
  }

  /**
   * @param recycles whether one of its units does
   */
  Capabilities capabilities(boolean recycles) {
    return new Capabilities(
        capabilities.escrow(),
        recycles,
        capabilities.retract(),
        capabilities.shutter(),
        capabilities.maxNotes());
  }
}
