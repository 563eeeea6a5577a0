package org.silverteller.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Lights;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.NoteMix;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Busy.Work;
import org.silverteller.page.Page.Take.Thing;
import org.silverteller.store.TransactionRecord;

/**
 * Moves the notes of a deposit, and nobody else does while a customer is served: counts them into
 * escrow, stores them, or hands them back. Each move is durable before it is commanded.
 */
final class CashIn {

  private final CashAcceptor acceptor;
  private final AcceptorCare care;
  private final Dialogue dialogue;
  private final DepositBook book;
  private final Ledger ledger;

  CashIn(
      CashAcceptor acceptor,
      AcceptorCare care,
      Dialogue dialogue,
      DepositBook book,
      Ledger ledger) {
    this.acceptor = acceptor;
    this.care = care;
    this.dialogue = dialogue;
    this.book = book;
    this.ledger = ledger;
  }

  /** How a cash-in ended. */
  enum Ended {
    STORED,
    /** The customer has all of it again. */
    RETURNED,
    /** Left at the exit, and drawn in: a case is open. */
    DRAWN_IN,
    /** Something stuck, or is not where it should be: a case is open. */
    UNKNOWN
  }

  /** Opens the input; what an earlier customer may have left there is drawn in before. */
  void begin(TransactionRecord collecting) throws DeviceFault {
    care.clear();
    acceptor.startCashIn(collecting.id());
  }

  /**
   * Counts what lies in the input into escrow.
   *
   * @return the whole cash-in so far
   */
  Escrow count() throws DeviceFault {
    dialogue.tell(new Page.Busy(Work.COUNTING_DEPOSIT));
    Escrow escrow = acceptor.acceptNotes();
    ledger.journal("DEPOSIT COUNTED " + escrow);
    return escrow;
  }

  /** Waits until the notes are taken that nobody can say what they are. */
  boolean refusedTaken() {
    return taken(Thing.REFUSED_NOTES);
  }

  private boolean taken(Thing thing) {
    return dialogue.awaitTaken(
        new TerminalEvent.ReturnTaken(),
        Lights.Place.CASH_EXIT,
        dialogue.pace().takeCash(),
        reminder -> new Page.Take(thing, Page.Take.Next.NOTHING, Optional.empty(), reminder));
  }

  /**
   * Stores what the bank takes. What cannot be stored is handed back, as long as nothing of it is
   * stored; notes put in after the count would lie in the input behind a closed shutter, so
   * everything is handed back then too.
   */
  Ended store(StoreRight right) {
    TransactionRecord approved = right.spend();
    if (dialogue.notesPutInMeanwhile()) {
      return giveBack(book.returning(approved, "NOTES PUT IN AFTER THE COUNT"), true);
    }
    dialogue.tell(new Page.Busy(Work.STORING_NOTES));
    TransactionRecord storing = book.storing(approved, StoredCount.held(acceptor));
    try {
      NoteMix stored = acceptor.endCashIn().notes();
      CashInEvidence evidence = CashInEvidence.of(acceptor, storing);
      return StoredCount.same(stored, storing.counted())
          ? stored(storing, stored, evidence)
          : stuck(storing, "stored " + stored + " of " + storing.counted(), evidence);
    } catch (DeviceFault fault) {
      ledger.deviceFault(fault);
      return afterStoring(storing, fault);
    }
  }

  private Ended afterStoring(TransactionRecord storing, DeviceFault fault) {
    CashInEvidence evidence = CashInEvidence.of(acceptor, storing);
    return switch (evidence.verdict()) {
      case STORED ->
          StoredCount.proves(acceptor, storing)
              ? stored(storing, evidence.accepted(), evidence)
              : stuck(storing, fault.getMessage(), evidence);
      case IN_ESCROW ->
          giveBack(book.returning(storing, "NOT STORED: " + fault.getMessage()), true);
      case NEVER_BEGAN, AT_EXIT, RETRACTED, IN_PART, UNKNOWN ->
          stuck(storing, fault.getMessage(), evidence);
    };
  }

  private Ended stored(TransactionRecord storing, NoteMix notes, CashInEvidence evidence) {
    book.stored(storing, notes, evidence.suspects());
    return Ended.STORED;
  }

  /**
   * Hands everything back and waits until it is taken; what nobody takes is drawn in.
   *
   * @param anything notes may be inside; without any there is nothing to wait for
   */
  Ended giveBack(TransactionRecord returning, boolean anything) {
    dialogue.tell(new Page.Busy(Work.RETURNING_NOTES));
    boolean later = dialogue.notesPutInMeanwhile();
    try {
      NoteMix back = acceptor.rollback().notes();
      ledger.journal("NOTES RETURNED " + DispenserWords.told(back));
      return handOver(returning, anything || later || !back.isEmpty());
    } catch (DeviceFault fault) {
      ledger.deviceFault(fault);
      return afterReturn(returning, fault);
    }
  }

  private Ended afterReturn(TransactionRecord returning, DeviceFault fault) {
    CashInEvidence evidence = CashInEvidence.of(acceptor, returning);
    return switch (evidence.verdict()) {
      case NEVER_BEGAN, AT_EXIT ->
          handOver(returning, evidence.verdict() == CashInEvidence.Verdict.AT_EXIT);
      case IN_PART -> {
        taken(Thing.RETURNED_NOTES);
        yield stuck(returning, fault.getMessage(), evidence);
      }
      case IN_ESCROW, STORED, RETRACTED, UNKNOWN -> stuck(returning, fault.getMessage(), evidence);
    };
  }

  /** Whether the exit is empty afterwards only drawing in can tell: there is no other sensor. */
  private Ended handOver(TransactionRecord returning, boolean anything) {
    boolean taken = !anything || taken(Thing.RETURNED_NOTES);
    CashInEvidence evidence = CashInEvidence.of(acceptor, returning);
    AcceptorCare.Drawn drawn = care.drawIn();
    if (drawn instanceof AcceptorCare.Drawn.Nothing) {
      book.returned(
          returning, anything ? "RETURNED NOTES TAKEN" : "NO NOTES INSIDE", evidence.suspects());
      return Ended.RETURNED;
    }
    unknown(returning, taken ? "taken, but notes lay there still" : "not taken", evidence, drawn);
    return drawn instanceof AcceptorCare.Drawn.Notes ? Ended.DRAWN_IN : Ended.UNKNOWN;
  }

  /** Nobody can say where all of it is: what is outside the units is drawn in, and counted. */
  private Ended stuck(TransactionRecord record, String why, CashInEvidence evidence) {
    unknown(record, why, evidence, care.drawIn());
    return Ended.UNKNOWN;
  }

  private void unknown(
      TransactionRecord record, String why, CashInEvidence evidence, AcceptorCare.Drawn drawn) {
    List<String> lines = new ArrayList<>(List.of(why, drawn.toString()));
    lines.addAll(evidence.lines());
    lines.add(StoredCount.told(acceptor, record));
    NoteMix back =
        drawn instanceof AcceptorCare.Drawn.Notes found ? found.notes().notes() : NoteMix.EMPTY;
    book.unknown(record.drawnIn(back), acceptor, lines, evidence.suspects());
    care.doubt();
  }
}
