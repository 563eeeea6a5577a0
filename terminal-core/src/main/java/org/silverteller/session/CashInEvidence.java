package org.silverteller.session;

import java.util.List;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.NoteMix;
import org.silverteller.store.TransactionRecord;

/**
 * Where the notes of a deposit are, by the acceptor's memory of its last cash-in. That speaks of
 * this deposit only when it bears its reference; what cannot be proven is UNKNOWN.
 *
 * @param accepted the genuine notes of this cash-in
 * @param suspects notes kept as counterfeit suspects in it
 * @param lines the evidence in words
 */
public record CashInEvidence(Verdict verdict, NoteMix accepted, int suspects, List<String> lines) {

  /** Where they are. */
  public enum Verdict {
    /** The acceptor was never told to begin: nothing of it is inside. */
    NEVER_BEGAN,
    /** In escrow, none stored. */
    IN_ESCROW,
    /** All in the cash units. */
    STORED,
    /** All brought to the exit. */
    AT_EXIT,
    RETRACTED,
    /** Storing had begun and is not over, or something stuck: a part may be anywhere. */
    IN_PART,
    UNKNOWN
  }

  public static CashInEvidence of(CashAcceptor acceptor, TransactionRecord record) {
    try {
      Escrow escrow = acceptor.escrowStatus();
      boolean own = escrow.reference() == record.id();
      return new CashInEvidence(
          own ? own(escrow.state()) : foreign(escrow),
          own ? escrow.accepted().notes() : NoteMix.EMPTY,
          own ? escrow.suspects() : 0,
          List.of(AcceptorWords.memory(escrow)));
    } catch (DeviceFault fault) {
      return new CashInEvidence(
          Verdict.UNKNOWN, NoteMix.EMPTY, 0, List.of("no escrow status: " + fault.getMessage()));
    }
  }

  private static Verdict own(Escrow.State state) {
    return switch (state) {
      case ACTIVE -> Verdict.IN_ESCROW;
      case STORED -> Verdict.STORED;
      case RETURNED -> Verdict.AT_EXIT;
      case RETRACTED -> Verdict.RETRACTED;
      case UNKNOWN -> Verdict.IN_PART;
      case NONE -> Verdict.UNKNOWN;
    };
  }

  /**
   * The acceptor remembers another cash-in that is over, or none: this one never began. Of an
   * acceptor that keeps no reference, or has lost its memory, nothing is proven.
   */
  private static Verdict foreign(Escrow escrow) {
    return switch (escrow.state()) {
      case NONE -> Verdict.NEVER_BEGAN;
      case STORED, RETURNED, RETRACTED ->
          escrow.reference() != 0 ? Verdict.NEVER_BEGAN : Verdict.UNKNOWN;
      case ACTIVE, UNKNOWN -> Verdict.UNKNOWN;
    };
  }
}
