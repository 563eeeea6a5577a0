package org.silverteller.simulator.torture;

import java.util.List;
import org.silverteller.simulator.torture.Planting.Change;

/**
 * Mistakes that programmers make, each a switch in the test JVM. The chamber is worth what it
 * notices of them.
 */
enum PlantedBug {
  REQUEST_NOT_WRITTEN_DOWN(
      "A request leaves before its record is durable.",
      List.of(12),
      ledger("save", LedgerMistakes.RequestNotSaved.class)),
  APPROVAL_NOT_WRITTEN_DOWN(
      "Notes are stacked before the approval is durable.",
      List.of(3),
      ledger("save", LedgerMistakes.ApprovalNotSaved.class)),
  NO_INTENT_TO_STACK(
      "The dispenser is told to stack, and no record says so.",
      List.of(3),
      ledger("stacking", LedgerMistakes.StackingNotSaved.class)),
  JOURNAL_AFTER_DISPENSE(
      "The record of a present is written when the notes are out.",
      List.of(3),
      ledger("save", LedgerMistakes.PresentingSavedLate.class)),
  FAILED_WRITE_IGNORED(
      "A write that fails is passed over, and the payment goes on.",
      List.of(3, 12),
      ledger("save", LedgerMistakes.FailedWriteIgnored.class)),
  TIME_OUT_TAKEN_FOR_NO(
      "No reply is taken for a decline; nothing is reversed.",
      List.of(4, 16),
      ledger("unanswered", LedgerMistakes.TimeOutDeclines.class)),
  UNSURE_HOST_TAKEN_FOR_NO(
      "A code that leaves the outcome open is taken for a decline.",
      List.of(4, 16),
      change("host.iso8583.ResponseCodes", "action", HostMistakes.UnsureIsNo.class)),
  LOST_LINE_TAKEN_FOR_NOT_SENT(
      "The line breaks under a request, which is then taken for never sent.",
      List.of(4, 16),
      change("host.iso8583.Iso8583Link", "authorise", CashMistakes.LostLineMeansNotSent.class)),
  UNPAID_NOT_REVERSED(
      "What could not be paid is closed without a reversal.",
      List.of(4),
      ledger("unpaid", LedgerMistakes.UnpaidNotReversed.class)),
  REVERSED_TWICE(
      "A time-out is reversed where it happens, and by the caller again.",
      List.of(4),
      ledger("unanswered", LedgerMistakes.ReversedTwice.class)),
  PART_REVERSED_WHOLE(
      "A partial reversal is made with the requested amount, not with the counted one.",
      List.of(2),
      change("session.Dues", "owed", LedgerMistakes.PartReversedWhole.class)),
  RETRACT_BELIEVED_WHOLE(
      "What was drawn back is believed to be the whole bundle; its count is not looked at.",
      List.of(2),
      ledger("retracted", LedgerMistakes.RetractBelievedWhole.class)),
  SHORT_COUNT_TAKEN_FOR_WHOLE(
      "A short count is presented and booked as the whole amount.",
      List.of(2, 4),
      change("session.CashOut", "samePerUnit", CashMistakes.Yes.class),
      ledger("presented", LedgerMistakes.PresentedAsPlanned.class)),
  REJECT_SKIPPED(
      "The next mix is stacked onto the notes of the one that failed.",
      List.of(6),
      change("session.CashOut", "cleared", CashMistakes.Yes.class)),
  DELIVERED_AGAIN(
      "A delivery that jams is commanded a second time, in full.",
      List.of(6),
      change("session.CashOut", "afterFault", CashMistakes.DeliveredAgain.class)),
  STACKED_AGAIN_AT_BOOT(
      "What was under way when the power failed is dispensed once more.",
      List.of(6),
      change("terminal.Recovery", "settle", CashMistakes.StackedAgainAtBoot.class)),
  BOOT_ALWAYS_REVERSES(
      "The boot reverses whatever was open, without asking the dispenser.",
      List.of(2),
      change("terminal.Recovery", "settleBundle", CashMistakes.BootReverses.class)),
  BOOT_BELIEVES_PAID(
      "The boot takes a present that was commanded for one that was made.",
      List.of(2, 4),
      change("terminal.Recovery", "settleBundle", CashMistakes.BootBelievesPaid.class)),
  BOOT_FORGETS_REQUESTS(
      "The boot closes a request without an answer, and reverses nothing.",
      List.of(4),
      change("terminal.Recovery", "settle", CashMistakes.BootForgetsRequests.class)),
  ANY_BUNDLE_IS_THIS_ONE(
      "The dispenser's memory of another bundle is taken for this one's.",
      List.of(2, 4),
      new Change(
          "org.silverteller.session.BundleEvidence",
          "verdict",
          4,
          CashMistakes.AnyBundleIsThis.class)),
  UNKNOWN_REVERSED(
      "An unknown outcome is reversed by itself.",
      List.of(5),
      ledger("unknown", LedgerMistakes.UnknownReversed.class)),
  NO_CASE_OPENED(
      "An unknown outcome opens no case, and the machine stays in service.",
      List.of(5),
      ledger("unknown", LedgerMistakes.NoCaseOpened.class)),
  TAKEN_ONCE_TAKEN_ALWAYS(
      "That notes were taken is remembered beyond the payment; the sensor is not asked.",
      List.of(2),
      change("session.Dialogue", "takenInTime", CashMistakes.TakenOnceTakenAlways.class)),
  SILENT_TRANSFER_TAKEN_FOR_DONE(
      "A transfer without an answer is taken for done; nothing is reversed.",
      List.of(2),
      ledger("unanswered", LedgerMistakes.SilentTransferDone.class)),
  TRANSFER_TREATED_AS_INQUIRY(
      "A transfer without an answer is closed like a question about the balance.",
      List.of(4),
      ledger("unanswered", LedgerMistakes.SilentTransferForgotten.class)),
  DONE_TRANSFER_REVERSED(
      "A transfer, or a change of PIN, that the bank has made is reversed besides.",
      List.of(2, 4),
      ledger("done", LedgerMistakes.DoneTransferReversed.class)),
  STANS_FROM_ONE_AT_BOOT(
      "STANs are counted in memory and begin anew at each boot.",
      List.of(6),
      change("simulator.scenario.Cast", "terminal", HostMistakes.StansFromOne.class)),
  COMMITTED_ONE_BY_ONE(
      "A final state and the advice that it owes are two commits.",
      List.of(2, 4, 15),
      change("simulator.scenario.Cast", "terminal", HostMistakes.OneByOne.class)),
  MAC_NOT_CHECKED(
      "A reply counts whatever its MAC is: a forged approval, or a forged acknowledgement.",
      List.of(2, 3, 4, 12),
      change("host.iso8583.MessageSeal", "right", CashMistakes.Yes.class)),
  AMOUNT_NOT_COMPARED(
      "The amount of an approval is not compared with the one asked for.",
      List.of(3),
      change("host.iso8583.ReplyReader", "amount", HostMistakes.AmountNotCompared.class)),
  STAN_NOT_COMPARED(
      "Any reply is taken for the one to the last request, also a late one.",
      List.of(3),
      change("host.iso8583.Conversation", "answers", HostMistakes.OnlyTypeCompared.class)),
  ADVICE_GIVEN_UP(
      "An advice is dropped after three attempts.",
      List.of(2, 4, 12),
      change("session.AdviceQueue", "deliver", HostMistakes.GivenUpAfterThree.class)),
  ADVICE_SETTLED_UNHEARD(
      "An advice leaves the queue when it is sent, not when it is acknowledged.",
      List.of(2, 4, 12),
      change("session.AdviceQueue", "deliver", HostMistakes.SettledUnheard.class)),
  ADVICE_BEFORE_ITS_RECORD(
      "A reversal is sent, and only then written down.",
      List.of(12),
      change("session.Authorisation", "unanswered", HostMistakes.SentBeforeWritten.class)),
  HOST_NOT_TRIED_AGAIN(
      "After its first failure the host is not tried again.",
      List.of(15),
      change("terminal.HostDuty", "succeeded", HostMistakes.NeverTriedAgain.class)),
  TRANSPORT_NOT_LOOKED_AT(
      "The machine goes into service with notes in the transport.",
      List.of(14),
      change("terminal.Availability", "devicesWork", CashMistakes.TransportNotLookedAt.class)),
  CREDIT_OWED_TWICE(
      "The completion of a deposit is owed where it is stored, and by the caller again.",
      List.of(4),
      ledger("commit", DepositMistakes.CompletionOwedTwice.class)),
  SUSPECTS_CREDITED(
      "Counterfeit suspects are credited like genuine notes.",
      List.of(2),
      change("session.DepositBook", "stored", DepositMistakes.SuspectsCredited.class)),
  STORED_BEFORE_DURABLE(
      "The acceptor is told to store, and no record says so.",
      List.of(3),
      change("session.DepositBook", "storing", DepositMistakes.StoringNotSaved.class)),
  FORGOTTEN_DEPOSIT_NOT_DRAWN_IN(
      "Notes that nobody took back are believed taken.",
      List.of(2, 4, 14),
      change("session.AcceptorCare", "drawIn", DepositMistakes.NothingDrawnIn.class)),
  UNIT_COUNTS_BELIEVED(
      "A deposit that was stored in part is credited whole: nobody looks at status and counts.",
      List.of(2, 4, 14),
      change("session.StoredCount", "proves", CashMistakes.Yes.class),
      change("session.CashInEvidence", "own", DepositMistakes.AlwaysStored.class)),
  UNFIT_NOTE_RECYCLED(
      "The recycler puts unfit notes with those that it pays out.",
      List.of(18),
      change("simulator.hardware.AcceptorUnits", "place", RecyclerMistakes.UnfitTakenForFit.class)),
  SUSPECT_RECYCLED(
      "The recycler puts counterfeit suspects with the notes that it pays out.",
      List.of(18),
      change("simulator.hardware.DepositPiles", "store", RecyclerMistakes.SuspectsToUnit.class)),
  RECYCLED_NOTE_COUNTED_TWICE(
      "A deposited note is counted by the acceptor and by the dispenser, into one unit.",
      List.of(8),
      change("simulator.hardware.UnitCounters", "store", RecyclerMistakes.CountedTwice.class)),
  CARD_KEPT_SILENTLY(
      "A card is drawn into the bin without a line in the journal.",
      List.of(10),
      ledger("journal", LedgerMistakes.RetainingNotWritten.class)),
  ROW_BEFORE_COUNT(
      "The row of a withdrawal is printed before its notes are counted.",
      List.of(16),
      change("session.Withdrawal", "stackThenPresent", BookMistakes.PrintedBeforeCount.class)),
  DOUBTFUL_ROW_PRINTED_AGAIN(
      "A row that may be on paper is told as not printed, and is printed a second time.",
      List.of(16),
      change("session.PrintLedger", "ended", BookMistakes.NoDoubt.class)),
  PAGE_NOT_LOOKED_AT(
      "The open page is believed to be the right one.",
      List.of(16),
      change("session.BookPages", "lies", CashMistakes.Yes.class)),
  ROWS_BELIEVED_PRINTED(
      "All rows that were handed out are told as printed, whatever became of them.",
      List.of(16),
      change("session.PrintProgress", "proven", BookMistakes.AllProven.class)),
  NO_INTENT_TO_PRINT(
      "The print head moves, and no record says so.",
      List.of(3),
      change("session.PrintLedger", "printing", BookMistakes.NoIntent.class)),
  CARD_NUMBER_WHOLE(
      "Card numbers are written as they are.",
      List.of(11),
      change("card.Pan", "masked", HostMistakes.CardNumberAsItIs.class),
      change("card.CardNumberMask", "mask", HostMistakes.MaskForgotten.class));

  private final String mistake;
  private final List<Integer> invariants;
  private final List<Change> changes;

  /**
   * @param mistake what the programmer did
   * @param invariants any of which must be found broken first
   */
  PlantedBug(String mistake, List<Integer> invariants, Change... changes) {
    this.mistake = mistake;
    this.invariants = invariants;
    this.changes = List.of(changes);
  }

  private static Change ledger(String method, Class<?> advice) {
    return change("session.Ledger", method, advice);
  }

  private static Change change(String type, String method, Class<?> advice) {
    return Change.of("org.silverteller." + type, method, advice);
  }

  String mistake() {
    return mistake;
  }

  List<Integer> invariants() {
    return invariants;
  }

  /** In force until it is closed. */
  Planting planted() {
    return new Planting(changes);
  }
}
