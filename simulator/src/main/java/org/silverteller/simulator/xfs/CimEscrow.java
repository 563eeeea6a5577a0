package org.silverteller.simulator.xfs;

import com.sun.jna.Pointer;
import java.util.List;
import java.util.Map;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.Denomination;

/** What a CIM provider tells of the cash-in and of its counterfeit suspects. */
record CimEscrow(CashAcceptor port, CimNoteTypes types) {

  private static final int COUNTERFEIT_LEVEL = 3;

  /** Completes a request for WFS_INF_CIM_CASH_IN_STATUS. */
  void tellStatus(XfsCall call) throws DeviceFault {
    Escrow escrow = port.escrowStatus();
    XfsCall.Told told = call.told();
    call.complete(
        told,
        told.structure("WFSCIMCASHINSTATUS")
            .number("wStatus", wStatus(escrow.state()))
            .number("usNumOfRefused", escrow.refused())
            .target(
                "lpNoteNumberList",
                types.numbers(told, escrow.accepted().notes().byDenomination()).pointer()));
  }

  private static int wStatus(Escrow.State state) {
    return switch (state) {
      case NONE, STORED -> 0;
      case RETURNED -> 1;
      case ACTIVE -> 2;
      case RETRACTED -> 3;
      case UNKNOWN -> 4;
    };
  }

  /** Completes a request for WFS_INF_CIM_GET_P6_INFO. */
  void tellSuspects(XfsCall call) throws DeviceFault {
    XfsCall.Told told = call.told();
    call.complete(told, suspects(told, port.escrowStatus().suspects()));
  }

  /** Suspects are told by the number of the highest note, whatever they claim to be. */
  Pointer suspects(XfsCall.Told told, int howMany) {
    Map<Denomination, Integer> notes = howMany == 0 ? Map.of() : Map.of(types.highest(), howMany);
    return told.list(
        List.of(
            told.structure("WFSCIMP6INFO")
                .number("usLevel", COUNTERFEIT_LEVEL)
                .target("lpNoteNumberList", types.numbers(told, notes).pointer())));
  }
}
