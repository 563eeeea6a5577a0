package org.silverteller.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.NoteMix;
import org.silverteller.session.AcceptorCare;
import org.silverteller.session.CashInEvidence;
import org.silverteller.session.CashInEvidence.Verdict;
import org.silverteller.session.DepositBook;
import org.silverteller.session.Ledger;
import org.silverteller.session.StoredCount;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/**
 * Brings a deposit that a power cut left open to an end that is known. What the customer had
 * confirmed is stored; everything else that is inside is drawn in and counted, for the customer is
 * gone; where the acceptor's memory proves nothing, people must count.
 */
final class CashInRecovery {

  private final Optional<CashAcceptor> fitted;
  private final Ledger ledger;
  private final DepositBook book;
  private final AcceptorCare care;

  CashInRecovery(Optional<CashAcceptor> fitted, Ledger ledger, AcceptorCare care) {
    this.fitted = fitted;
    this.ledger = ledger;
    this.book = new DepositBook(ledger);
    this.care = care;
  }

  /** Repeats safely when it is itself cut short. */
  void settle(TransactionRecord record) {
    if (fitted.isEmpty()) {
      ledger.unknown(record, List.of("the acceptor is not in this machine any more"));
      return;
    }
    CashInEvidence evidence = CashInEvidence.of(fitted.get(), record);
    switch (record.state()) {
      case COLLECTING, RETURNING -> empty(record, evidence);
      case REQUESTED, APPROVED -> confirmed(record, evidence);
      case STORING -> storing(record, evidence);
      default -> throw new IllegalStateException("no unfinished deposit: " + record.state());
    }
  }

  /** Nothing was to be stored: all that is inside is drawn in, or the customer has all again. */
  private void empty(TransactionRecord record, CashInEvidence evidence) {
    boolean returned =
        evidence.verdict() == Verdict.AT_EXIT && record.state() == TransactionState.RETURNING;
    boolean nothing =
        evidence.verdict() == Verdict.NEVER_BEGAN
            || (evidence.verdict() == Verdict.IN_ESCROW || evidence.verdict() == Verdict.AT_EXIT)
                && evidence.accepted().isEmpty();
    AcceptorCare.Drawn drawn = care.drawIn();
    if ((returned || nothing) && drawn instanceof AcceptorCare.Drawn.Nothing) {
      end(evidence);
      book.returned(record, "RECOVERED, NO NOTES INSIDE", evidence.suspects());
    } else {
      unknown(record, "recovered before the notes were stored", evidence, drawn);
    }
  }

  private void confirmed(TransactionRecord record, CashInEvidence evidence) {
    boolean asConfirmed =
        evidence.verdict() == Verdict.IN_ESCROW
            && StoredCount.same(evidence.accepted(), record.counted());
    if (asConfirmed) {
      store(book.storing(record, StoredCount.held(fitted.orElseThrow())));
    } else {
      unknown(record, "confirmed, and not in escrow as confirmed", evidence, care.drawIn());
    }
  }

  private void storing(TransactionRecord record, CashInEvidence evidence) {
    switch (evidence.verdict()) {
      case IN_ESCROW, IN_PART -> store(record);
      case STORED -> stored(record, evidence);
      case NEVER_BEGAN, AT_EXIT, RETRACTED, UNKNOWN ->
          unknown(record, "recovered while storing", evidence, care.drawIn());
    }
  }

  /** A storing that was cut short goes on. */
  private void store(TransactionRecord storing) {
    try {
      fitted.orElseThrow().endCashIn();
    } catch (DeviceFault fault) {
      ledger.deviceFault(fault);
    }
    stored(storing, CashInEvidence.of(fitted.orElseThrow(), storing));
  }

  private void stored(TransactionRecord storing, CashInEvidence evidence) {
    boolean all =
        evidence.verdict() == Verdict.STORED
            && StoredCount.same(evidence.accepted(), storing.counted())
            && StoredCount.proves(fitted.orElseThrow(), storing);
    if (all) {
      book.stored(storing, storing.counted(), evidence.suspects());
    } else {
      unknown(storing, "not stored as confirmed", evidence, care.drawIn());
    }
  }

  /** A cash-in with nothing in it is ended, so that another can begin. */
  private void end(CashInEvidence evidence) {
    if (evidence.verdict() != Verdict.IN_ESCROW) {
      return;
    }
    try {
      fitted.orElseThrow().rollback();
    } catch (DeviceFault fault) {
      ledger.deviceFault(fault);
    }
  }

  private void unknown(
      TransactionRecord record, String why, CashInEvidence evidence, AcceptorCare.Drawn drawn) {
    CashAcceptor acceptor = fitted.orElseThrow();
    List<String> lines = new ArrayList<>(List.of(why, drawn.toString()));
    lines.addAll(evidence.lines());
    lines.add(StoredCount.told(acceptor, record));
    NoteMix back =
        drawn instanceof AcceptorCare.Drawn.Notes found ? found.notes().notes() : NoteMix.EMPTY;
    book.unknown(record.drawnIn(back), acceptor, lines, evidence.suspects());
  }
}
