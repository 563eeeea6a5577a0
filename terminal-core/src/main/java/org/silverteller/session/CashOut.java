package org.silverteller.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Lights;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.Advice;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.MixOffer;
import org.silverteller.money.MixPlanner;
import org.silverteller.money.MixPolicy;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.store.TransactionRecord;

/**
 * Moves notes, and nobody else does while a customer is served. With a stacker: count out of reach,
 * and present only the whole amount. Without one each note is the customer's at once, and what was
 * counted is what is paid.
 */
final class CashOut {

  private static final int MOST_TRIES = 3;

  private final CashDispenser dispenser;
  private final MixPlanner planner;
  private final Dialogue dialogue;
  private final Ledger ledger;

  CashOut(CashDispenser dispenser, MixPlanner planner, Dialogue dialogue, Ledger ledger) {
    this.dispenser = dispenser;
    this.planner = planner;
    this.dialogue = dialogue;
    this.ledger = ledger;
  }

  /** How a payment ended for the customer. */
  enum Paid {
    WHOLE,
    PART,
    /** What was presented was left at the exit and drawn back. */
    RETRACTED,
    NOTHING,
    UNKNOWN
  }

  /** Whether the whole amount lies counted on the stacker. */
  sealed interface Stacked {

    record Whole(TransactionRecord record) implements Stacked {}

    /** Nothing will be paid; it is settled already. */
    record Failed(Paid paid) implements Stacked {}
  }

  /**
   * Counts the whole amount onto the stacker, in other notes when a unit fails. Where that cannot
   * be done, everything is rejected and the whole amount is owed back.
   */
  Stacked stack(DispenseRight right, NoteMix wish) {
    TransactionRecord record = right.spend();
    Set<UnitId> failed = new HashSet<>();
    Optional<NoteMix> mix = Optional.of(wish);
    for (int tries = 0; mix.isPresent() && tries < MOST_TRIES; tries++) {
      if (tries > 0 && otherNotes(mix.get(), record.planned())) {
        dialogue.tellAwhile(new Page.Notice(Kind.OTHER_NOTES, Optional.of(record.amount())));
      }
      dialogue.tell(new Page.Busy(Page.Busy.Work.COUNTING_NOTES));
      record = ledger.stacking(record, mix.get());
      try {
        Counted counted = dispenser.stack(mix.get(), record.id());
        if (samePerUnit(counted.notes(), mix.get())) {
          return new Stacked.Whole(ledger.counted(record, counted));
        }
        failed.addAll(shortUnits(counted.notes(), mix.get()));
        ledger.journal("COUNT SHORT " + counted.notes() + " OF " + mix.get());
      } catch (DeviceFault fault) {
        ledger.deviceFault(fault);
      }
      mix = cleared() ? replan(record.amount(), mix.get(), failed) : Optional.empty();
    }
    return new Stacked.Failed(nothingPaid(record, Advice.Reason.HARDWARE, "NOTES NOT STACKED"));
  }

  /** Gives the counted bundle up: everything to the reject unit, the whole amount owed back. */
  Paid giveUp(TransactionRecord record, String why) {
    cleared();
    return nothingPaid(record, Advice.Reason.CUSTOMER_CANCEL, why);
  }

  /** Gives an approval up before any note has moved. */
  Paid giveUp(DispenseRight right, String why) {
    return nothingPaid(right.spend(), Advice.Reason.CUSTOMER_CANCEL, why);
  }

  /** Presents the counted bundle and waits until it is taken. */
  Paid present(TransactionRecord counted) {
    TransactionRecord record = ledger.presenting(counted);
    try {
      NoteMix notes = dispenser.present().notes();
      return handOver(ledger.presented(record, notes));
    } catch (DeviceFault fault) {
      ledger.deviceFault(fault);
      return afterFault(record, fault);
    }
  }

  /** For a dispenser without a stacker: every note is delivered as it is picked. */
  Paid deliver(DispenseRight right, NoteMix wish) {
    TransactionRecord record = right.spend();
    dialogue.tell(new Page.Busy(Page.Busy.Work.COUNTING_NOTES));
    record = ledger.stacking(record, wish);
    try {
      return delivered(record, dispenser.stack(wish, record.id()).notes());
    } catch (DeviceFault fault) {
      ledger.deviceFault(fault);
      return afterFault(record, fault);
    }
  }

  private Paid delivered(TransactionRecord record, NoteMix notes) {
    if (notes.isEmpty()) {
      return nothingPaid(record, Advice.Reason.HARDWARE, "NO NOTE DELIVERED");
    }
    return handOver(ledger.presented(record, notes));
  }

  private Paid handOver(TransactionRecord record) {
    Money amount = record.presented().total();
    boolean taken =
        !dispenser.capabilities().takenSensor() && !dispenser.capabilities().retract()
            || dialogue.awaitTaken(
                new TerminalEvent.NotesTaken(),
                Lights.Place.CASH_EXIT,
                dialogue.pace().takeCash(),
                reminder ->
                    new Page.Take(
                        Page.Take.Thing.CASH,
                        Page.Take.Next.NOTHING,
                        Optional.of(amount),
                        reminder));
    if (!taken) {
      return retract(record);
    }
    Paid paid = taken(record);
    if (dispenser.transport() != Position.EMPTY) {
      cleared();
    }
    return paid;
  }

  private Paid taken(TransactionRecord record) {
    ledger.taken(record);
    return record.presented().total().equals(record.amount()) ? Paid.WHOLE : Paid.PART;
  }

  private Paid retract(TransactionRecord record) {
    if (!dispenser.capabilities().retract()) {
      return unknown(record, "not taken, and the dispenser cannot retract");
    }
    ledger.journal("RETRACTING " + record.presented());
    try {
      NoteMix back = dispenser.retract().notes();
      if (dispenser.transport() != Position.EMPTY) {
        return unknown(record, "counted " + back + " back, and the transport is not empty");
      }
      ledger.retracted(record, back);
      return Paid.RETRACTED;
    } catch (DeviceFault fault) {
      ledger.deviceFault(fault);
      if (fault.kind() == DeviceFault.Kind.NO_MEDIA && dispenser.exit() != Position.NOT_EMPTY) {
        return taken(record);
      }
      return unknown(record, "retract failed: " + fault.getMessage());
    }
  }

  /**
   * What the device says of the bundle decides; its word counts only for this transaction's bundle.
   */
  private Paid afterFault(TransactionRecord record, DeviceFault fault) {
    BundleEvidence evidence = BundleEvidence.of(dispenser, record);
    return switch (evidence.verdict()) {
      case INSIDE -> {
        cleared();
        yield nothingPaid(record, Advice.Reason.HARDWARE, "NOTES NOT PRESENTED");
      }
      case AT_EXIT, GONE -> delivered(record, evidence.bundle());
      case RETRACTED, UNKNOWN -> {
        List<String> why = new ArrayList<>(List.of(fault.getMessage()));
        why.addAll(evidence.lines());
        yield unknown(record, why);
      }
    };
  }

  private Paid unknown(TransactionRecord record, String why) {
    return unknown(record, List.of(why));
  }

  private Paid unknown(TransactionRecord record, List<String> why) {
    ledger.unknown(record, why);
    return Paid.UNKNOWN;
  }

  private Paid nothingPaid(TransactionRecord record, Advice.Reason reason, String text) {
    if (dispenser.exit() == Position.NOT_EMPTY) {
      return unknown(record, text + ", but the exit is not empty");
    }
    ledger.unpaid(record, reason, text);
    return Paid.NOTHING;
  }

  /** Brings transport and stacker to the reject unit; whether they are proven empty. */
  private boolean cleared() {
    try {
      Counted rejected = dispenser.rejectAll();
      ledger.journal("NOTES REJECTED " + rejected.rejected());
      return dispenser.transport() == Position.EMPTY;
    } catch (DeviceFault fault) {
      ledger.deviceFault(fault);
      return false;
    }
  }

  /**
   * The same amount from the units that still work; empty when nothing has failed, because then the
   * next try would fail alike.
   */
  private Optional<NoteMix> replan(Money amount, NoteMix before, Set<UnitId> failed) {
    try {
      List<CashUnit> working =
          dispenser.cashUnits().stream().filter(unit -> !failed.contains(unit.id())).toList();
      boolean smaller =
          before.parts().stream()
              .anyMatch(
                  part ->
                      working.stream()
                          .noneMatch(
                              unit ->
                                  unit.id().equals(part.unit())
                                      && unit.available() >= part.notes()));
      return smaller ? likeBefore(amount, before, working) : Optional.empty();
    } catch (DeviceFault fault) {
      ledger.deviceFault(fault);
      return Optional.empty();
    }
  }

  /**
   * The same notes from other units; else small notes for who chose only small ones; else any notes
   * that make the amount.
   */
  private Optional<NoteMix> likeBefore(Money amount, NoteMix before, List<CashUnit> working) {
    boolean small = before.byDenomination().keySet().stream().allMatch(Denomination::small);
    return planner
        .exactly(before.byDenomination(), working)
        .or(() -> small ? planner.plan(amount, MixPolicy.SMALL_ONLY, working) : Optional.empty())
        .or(() -> planner.offers(amount, working).stream().findFirst().map(MixOffer::mix));
  }

  private static boolean otherNotes(NoteMix mix, NoteMix before) {
    return !mix.byDenomination().equals(before.byDenomination());
  }

  private static boolean samePerUnit(NoteMix counted, NoteMix asked) {
    return counted.notes() == asked.notes() && shortUnits(counted, asked).isEmpty();
  }

  private static List<UnitId> shortUnits(NoteMix counted, NoteMix asked) {
    return asked.parts().stream()
        .filter(part -> counted.notesFrom(part.unit()) < part.notes())
        .map(NoteMix.Part::unit)
        .toList();
  }
}
