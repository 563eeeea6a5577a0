package org.silverteller.driver.xfs;

import java.util.ArrayList;
import java.util.List;
import org.silverteller.device.CashDispenser.Position;

/**
 * Where notes lie outside the units, as one WFSCDMSTATUS tells it.
 *
 * @param transport stacker and transports of all exits together
 * @param exit all exits together
 */
record CdmPlaces(Position transport, Position exit) {

  /** Of a dispenser that does not tell. */
  static final CdmPlaces UNKNOWN = new CdmPlaces(Position.UNKNOWN, Position.UNKNOWN);

  static CdmPlaces read(XfsRecord status) {
    return new CdmPlaces(transport(status), exit(status));
  }

  private static Position transport(XfsRecord status) {
    List<Integer> states = new ArrayList<>();
    states.add(status.word("fwIntermediateStacker"));
    for (XfsRecord out : status.list("lppPositions", Cdm.WFSCDMOUTPOS)) {
      states.add(transportState(out.word("fwTransportStatus")));
    }
    return together(states);
  }

  /** WFS_CDM_TPSTAT… in the numbers of WFS_CDM_IS…. */
  private static int transportState(int fwTransportStatus) {
    return switch (fwTransportStatus) {
      case Cdm.WFS_CDM_TPSTATEMPTY -> Cdm.WFS_CDM_ISEMPTY;
      case Cdm.WFS_CDM_TPSTATNOTSUPPORTED -> Cdm.WFS_CDM_ISNOTSUPPORTED;
      case Cdm.WFS_CDM_TPSTATNOTEMPTY,
          Cdm.WFS_CDM_TPSTATNOTEMPTYCUST,
          Cdm.WFS_CDM_TPSTATNOTEMPTY_UNK ->
          Cdm.WFS_CDM_ISNOTEMPTY;
      default -> Cdm.WFS_CDM_ISUNKNOWN;
    };
  }

  /** Empty only where all that tell say so, and at least one does. */
  private static Position together(List<Integer> states) {
    boolean empty = false;
    for (int state : states) {
      switch (state) {
        case Cdm.WFS_CDM_ISEMPTY -> empty = true;
        case Cdm.WFS_CDM_ISNOTSUPPORTED -> {}
        case Cdm.WFS_CDM_ISNOTEMPTY, Cdm.WFS_CDM_ISNOTEMPTYCUST, Cdm.WFS_CDM_ISNOTEMPTYUNK -> {
          return Position.NOT_EMPTY;
        }
        default -> {
          return Position.UNKNOWN;
        }
      }
    }
    return empty ? Position.EMPTY : Position.UNKNOWN;
  }

  private static Position exit(XfsRecord status) {
    Position exit = Position.UNKNOWN;
    for (XfsRecord out : status.list("lppPositions", Cdm.WFSCDMOUTPOS)) {
      switch (out.word("fwPositionStatus")) {
        case Cdm.WFS_CDM_PSNOTEMPTY -> {
          return Position.NOT_EMPTY;
        }
        case Cdm.WFS_CDM_PSEMPTY -> exit = Position.EMPTY;
        default -> {
          return Position.UNKNOWN;
        }
      }
    }
    return exit;
  }
}
