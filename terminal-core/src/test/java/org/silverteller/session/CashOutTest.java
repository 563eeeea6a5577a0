package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.silverteller.device.CashDispenser.Capabilities;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.Action;
import org.silverteller.host.Advice;
import org.silverteller.host.Service;
import org.silverteller.money.ExactMixPlanner;
import org.silverteller.money.MixRules;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.session.CashOut.Paid;
import org.silverteller.session.CashOut.Stacked;
import org.silverteller.store.Entry;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

class CashOutTest {

  private static final Money AMOUNT = Money.ofYuan(500);
  private static final NoteMix MIX = Booth.mix("CASS1:100x5");

  private final Booth booth = new Booth();
  private final CashOut cash =
      new CashOut(
          booth.dispenser, new ExactMixPlanner(MixRules.DEFAULT), booth.dialogue, booth.ledger);
  private DispenseRight right;

  @BeforeEach
  void an_approved_withdrawal() {
    TransactionRecord record = booth.ledger.open(Service.WITHDRAWAL, Booth.ownCustomer(), AMOUNT);
    right = booth.ledger.approved(record, Booth.answered("00", Action.APPROVE, AMOUNT));
    booth.committed.clear();
  }

  @Test
  void stacks_the_whole_amount() throws Exception {
    assertThat(cash.stack(right, MIX))
        .isInstanceOfSatisfying(
            Stacked.Whole.class, whole -> assertThat(whole.record().counted()).isEqualTo(MIX));

    verify(booth.dispenser).stack(MIX, 7);
    assertThat(booth.states()).containsExactly(TransactionState.STACKING, TransactionState.COUNTED);
    assertThat(booth.pages()).containsExactly("busy counting-notes");
  }

  @Test
  void moves_notes_for_one_approval_once() {
    cash.stack(right, MIX);

    assertThatIllegalStateException()
        .isThrownBy(() -> cash.stack(right, MIX))
        .withMessage("the right to dispense for transaction 7 was spent before");
  }

  @Test
  void counts_notes_rejected_on_the_way() throws Exception {
    when(booth.dispenser.stack(any(), anyLong())).thenReturn(new Counted(MIX, 2));

    cash.stack(right, MIX);

    assertThat(booth.journal()).containsExactly("STACKING 100x5", "NOTES STACKED 100x5 REJECTED 2");
  }

  @Test
  void pays_in_other_notes_when_a_unit_counts_short() throws Exception {
    when(booth.dispenser.stack(any(), anyLong()))
        .thenReturn(counted("CASS1:100x4"))
        .thenAnswer(call -> new Counted(call.getArgument(0), 0));
    when(booth.dispenser.rejectAll()).thenReturn(new Counted(NoteMix.EMPTY, 4));

    assertThat(cash.stack(right, MIX)).isInstanceOf(Stacked.Whole.class);

    verify(booth.dispenser).stack(Booth.mix("CASS2:50x10"), 7);
    assertThat(booth.journal())
        .containsExactly(
            "STACKING 100x5",
            "COUNT SHORT 100x4 OF 100x5",
            "NOTES REJECTED 4",
            "STACKING 50x10",
            "NOTES STACKED 50x10");
    assertThat(booth.pages())
        .containsExactly("busy counting-notes", "notice other-notes", "busy counting-notes");
  }

  @Test
  void takes_too_many_notes_for_no_count() throws Exception {
    when(booth.dispenser.stack(any(), anyLong())).thenReturn(counted("CASS1:100x6"));

    assertThat(cash.stack(right, MIX)).isEqualTo(new Stacked.Failed(Paid.NOTHING));

    verify(booth.dispenser).rejectAll();
  }

  @Test
  void tries_three_times_and_no_more() throws Exception {
    booth.holds(
        Booth.unit("CASS1", 100, 9),
        Booth.unit("CASS2", 100, 8),
        Booth.unit("CASS3", 100, 7),
        Booth.unit("CASS4", 100, 6));
    when(booth.dispenser.stack(any(), anyLong())).thenReturn(Counted.NOTHING);

    assertThat(cash.stack(right, MIX)).isEqualTo(new Stacked.Failed(Paid.NOTHING));

    verify(booth.dispenser, times(3)).stack(any(), anyLong());
    assertThat(booth.states()).endsWith(TransactionState.UNPAID);
    assertThat(booth.owed())
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.reason()).isEqualTo(Advice.Reason.HARDWARE);
              assertThat(advice.kind()).isEqualTo(Advice.Kind.REVERSAL);
            });
  }

  @Test
  void stacks_nothing_more_while_notes_may_lie_in_the_transport() throws Exception {
    when(booth.dispenser.stack(any(), anyLong())).thenReturn(counted("CASS1:100x4"));
    when(booth.dispenser.transport()).thenReturn(Position.UNKNOWN);

    assertThat(cash.stack(right, MIX)).isEqualTo(new Stacked.Failed(Paid.NOTHING));

    verify(booth.dispenser, times(1)).stack(any(), anyLong());
  }

  @Test
  void stacks_nothing_more_when_the_notes_cannot_be_rejected() throws Exception {
    when(booth.dispenser.stack(any(), anyLong())).thenReturn(counted("CASS1:100x4"));
    when(booth.dispenser.rejectAll()).thenThrow(fault(DeviceFault.Kind.JAMMED));

    assertThat(cash.stack(right, MIX)).isEqualTo(new Stacked.Failed(Paid.NOTHING));

    verify(booth.dispenser, times(1)).stack(any(), anyLong());
    assertThat(booth.journal())
        .containsExactly(
            "STACKING 100x5",
            "COUNT SHORT 100x4 OF 100x5",
            "DEVICE FAULT CASH_DISPENSER JAMMED",
            "NOTES NOT STACKED");
  }

  @Test
  void tries_not_again_what_would_fail_alike() throws Exception {
    booth.holds(Booth.unit("CASS1", 100, 5), Booth.unit("CASS2", 50, 100));
    when(booth.dispenser.stack(any(), anyLong())).thenThrow(fault(DeviceFault.Kind.JAMMED));

    assertThat(cash.stack(right, MIX)).isEqualTo(new Stacked.Failed(Paid.NOTHING));

    verify(booth.dispenser, times(1)).stack(any(), anyLong());
  }

  @Test
  void pays_in_other_notes_when_a_fault_leaves_too_few_in_a_unit() throws Exception {
    booth.holds(Booth.unit("CASS1", 100, 4), Booth.unit("CASS2", 50, 100));
    when(booth.dispenser.stack(any(), anyLong()))
        .thenThrow(fault(DeviceFault.Kind.UNIT_EMPTY))
        .thenAnswer(call -> new Counted(call.getArgument(0), 0));

    assertThat(cash.stack(right, MIX)).isInstanceOf(Stacked.Whole.class);

    verify(booth.dispenser).stack(Booth.mix("CASS1:100x4 CASS2:50x2"), 7);
  }

  @Test
  void gives_up_when_the_units_cannot_be_read() throws Exception {
    when(booth.dispenser.stack(any(), anyLong())).thenReturn(counted("CASS1:100x4"));
    when(booth.dispenser.cashUnits()).thenThrow(fault(DeviceFault.Kind.OFFLINE));

    assertThat(cash.stack(right, MIX)).isEqualTo(new Stacked.Failed(Paid.NOTHING));

    assertThat(booth.journal())
        .containsSequence("NOTES REJECTED 0", "DEVICE FAULT CASH_DISPENSER OFFLINE");
  }

  @Test
  void reverses_nothing_by_itself_while_notes_lie_at_the_exit() throws Exception {
    when(booth.dispenser.stack(any(), anyLong())).thenThrow(fault(DeviceFault.Kind.JAMMED));
    when(booth.dispenser.exit()).thenReturn(Position.NOT_EMPTY);
    remembers(PresentStatus.State.UNKNOWN, NoteMix.EMPTY);

    assertThat(cash.stack(right, MIX)).isEqualTo(new Stacked.Failed(Paid.UNKNOWN));

    assertThat(booth.owed()).isEmpty();
    assertThat(booth.states()).endsWith(TransactionState.UNKNOWN);
    assertThat(booth.journal())
        .last()
        .asString()
        .startsWith("SUSPENSE STAN 000001 NOTES NOT STACKED, but the exit is not empty; record ");
  }

  @Test
  void gives_an_approval_up_before_any_note_has_moved() throws Exception {
    assertThat(cash.giveUp(right, "CARD NOT TAKEN, NOTHING DELIVERED")).isEqualTo(Paid.NOTHING);

    verify(booth.dispenser, never()).rejectAll();
    assertThat(booth.journal()).containsExactly("CARD NOT TAKEN, NOTHING DELIVERED");
    assertThat(booth.owed())
        .extracting(Advice::reason)
        .containsExactly(Advice.Reason.CUSTOMER_CANCEL);
    assertThatIllegalStateException().isThrownBy(() -> cash.giveUp(right, "AGAIN"));
  }

  @Test
  void rejects_a_counted_bundle_that_nobody_will_get() throws Exception {
    assertThat(cash.giveUp(stacked(), "CARD NOT TAKEN, NOTHING PRESENTED")).isEqualTo(Paid.NOTHING);

    verify(booth.dispenser).rejectAll();
    assertThat(booth.owed())
        .extracting(Advice::reason)
        .containsExactly(Advice.Reason.CUSTOMER_CANCEL);
  }

  @Test
  void presents_the_bundle_and_waits_until_it_is_taken() throws Exception {
    TransactionRecord counted = stacked();
    when(booth.dispenser.present()).thenReturn(new Counted(MIX, 0));
    booth.waits(10).happens(new TerminalEvent.NotesTaken());

    assertThat(cash.present(counted)).isEqualTo(Paid.WHOLE);

    assertThat(booth.states())
        .containsExactly(
            TransactionState.PRESENTING, TransactionState.PRESENTED, TransactionState.TAKEN);
    assertThat(booth.owed()).isEmpty();
    verify(booth.dispenser, never()).rejectAll();
  }

  @Test
  void owes_back_what_was_not_presented_and_clears_the_transport() throws Exception {
    TransactionRecord counted = stacked();
    when(booth.dispenser.present()).thenReturn(counted("CASS1:100x3"));
    when(booth.dispenser.transport()).thenReturn(Position.NOT_EMPTY);
    booth.happens(new TerminalEvent.NotesTaken());

    assertThat(cash.present(counted)).isEqualTo(Paid.PART);

    verify(booth.dispenser).rejectAll();
    assertThat(booth.owed())
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.kind()).isEqualTo(Advice.Kind.PARTIAL_REVERSAL);
              assertThat(advice.dispensed()).isEqualTo(Money.ofYuan(300));
            });
  }

  @ParameterizedTest
  @EnumSource(names = {"EMPTY", "UNKNOWN"})
  void calls_it_taken_when_nothing_is_left_to_draw_back(Position exit) throws Exception {
    TransactionRecord counted = stacked();
    when(booth.dispenser.exit()).thenReturn(exit);
    when(booth.dispenser.present()).thenReturn(new Counted(MIX, 0));
    when(booth.dispenser.retract()).thenThrow(fault(DeviceFault.Kind.NO_MEDIA));

    assertThat(cash.present(counted)).isEqualTo(Paid.WHOLE);

    assertThat(booth.states()).endsWith(TransactionState.TAKEN);
    assertThat(booth.owed()).isEmpty();
  }

  @Test
  void tells_the_customer_of_a_short_present_also_when_nothing_is_left_to_draw_back()
      throws Exception {
    TransactionRecord counted = stacked();
    when(booth.dispenser.present()).thenReturn(counted("CASS1:100x3"));
    when(booth.dispenser.retract()).thenThrow(fault(DeviceFault.Kind.NO_MEDIA));

    assertThat(cash.present(counted)).isEqualTo(Paid.PART);

    assertThat(booth.owed()).extracting(Advice::dispensed).containsExactly(Money.ofYuan(300));
  }

  @ParameterizedTest
  @CsvSource({"NO_MEDIA, NOT_EMPTY", "JAMMED, EMPTY"})
  void knows_nothing_when_the_retract_fails(DeviceFault.Kind kind, Position exit) throws Exception {
    TransactionRecord counted = stacked();
    remembers(PresentStatus.State.PRESENTED, MIX);
    when(booth.dispenser.present()).thenReturn(new Counted(MIX, 0));
    when(booth.dispenser.retract()).thenThrow(fault(kind));
    when(booth.dispenser.exit()).thenReturn(exit);

    assertThat(cash.present(counted)).isEqualTo(Paid.UNKNOWN);

    assertThat(booth.states()).endsWith(TransactionState.UNKNOWN);
    assertThat(booth.owed()).isEmpty();
  }

  @Test
  void waits_for_nobody_where_the_machine_can_neither_see_nor_draw_back() throws Exception {
    booth.can(new Capabilities(true, true, false, false, 40));
    TransactionRecord counted = stacked();
    when(booth.dispenser.present()).thenReturn(new Counted(MIX, 0));

    assertThat(cash.present(counted)).isEqualTo(Paid.WHOLE);

    assertThat(booth.secondsPassed()).isZero();
  }

  @Test
  void opens_a_case_when_notes_are_left_and_cannot_be_drawn_back() throws Exception {
    booth.can(new Capabilities(true, true, false, true, 40));
    TransactionRecord counted = stacked();
    remembers(PresentStatus.State.PRESENTED, MIX);
    when(booth.dispenser.present()).thenReturn(new Counted(MIX, 0));

    assertThat(cash.present(counted)).isEqualTo(Paid.UNKNOWN);

    verify(booth.dispenser, never()).retract();
    assertThat(booth.committed).hasAtLeastOneElementOfType(Entry.Opened.class);
  }

  @Test
  void reverses_when_the_present_failed_and_the_bundle_is_inside() throws Exception {
    TransactionRecord counted = stacked();
    when(booth.dispenser.present()).thenThrow(fault(DeviceFault.Kind.SHUTTER));
    remembers(PresentStatus.State.NOT_PRESENTED, MIX);

    assertThat(cash.present(counted)).isEqualTo(Paid.NOTHING);

    verify(booth.dispenser).rejectAll();
    assertThat(booth.owed()).extracting(Advice::kind).containsExactly(Advice.Kind.REVERSAL);
  }

  @Test
  void goes_by_the_device_s_memory_when_the_present_failed() throws Exception {
    TransactionRecord counted = stacked();
    when(booth.dispenser.present()).thenThrow(fault(DeviceFault.Kind.SHUTTER));
    remembers(PresentStatus.State.TAKEN, MIX);
    booth.happens(new TerminalEvent.NotesTaken());

    assertThat(cash.present(counted)).isEqualTo(Paid.WHOLE);

    assertThat(booth.states()).endsWith(TransactionState.TAKEN);
  }

  @Test
  void knows_nothing_when_the_device_tells_nothing_after_a_fault() throws Exception {
    TransactionRecord counted = stacked();
    when(booth.dispenser.present()).thenThrow(fault(DeviceFault.Kind.SHUTTER));
    when(booth.dispenser.presentStatus()).thenThrow(fault(DeviceFault.Kind.OFFLINE));

    assertThat(cash.present(counted)).isEqualTo(Paid.UNKNOWN);

    assertThat(booth.journal())
        .last()
        .asString()
        .startsWith(
            "SUSPENSE STAN 000001 CASH_DISPENSER SHUTTER; no present status: CASH_DISPENSER"
                + " OFFLINE; dispenser ")
        .contains(" exit EMPTY; record PRESENTING planned 100x5 (CASS1 5)", "; units");
  }

  @Test
  void delivers_each_note_where_there_is_no_stacker() throws Exception {
    booth.happens(new TerminalEvent.NotesTaken());

    assertThat(cash.deliver(right, MIX)).isEqualTo(Paid.WHOLE);

    assertThat(booth.states())
        .containsExactly(
            TransactionState.STACKING, TransactionState.PRESENTED, TransactionState.TAKEN);
  }

  @Test
  void reverses_when_no_note_was_delivered() throws Exception {
    when(booth.dispenser.stack(any(), anyLong())).thenReturn(Counted.NOTHING);

    assertThat(cash.deliver(right, MIX)).isEqualTo(Paid.NOTHING);

    assertThat(booth.journal()).containsExactly("STACKING 100x5", "NO NOTE DELIVERED");
    assertThat(booth.owed()).extracting(Advice::reason).containsExactly(Advice.Reason.HARDWARE);
  }

  private TransactionRecord stacked() {
    TransactionRecord record = ((Stacked.Whole) cash.stack(right, MIX)).record();
    booth.committed.clear();
    return record;
  }

  private void remembers(PresentStatus.State state, NoteMix bundle) throws DeviceFault {
    when(booth.dispenser.presentStatus())
        .thenReturn(new PresentStatus(state, new Counted(bundle, 0), 7));
  }

  private static Counted counted(String mix) {
    return new Counted(Booth.mix(mix), 0);
  }

  private static DeviceFault fault(DeviceFault.Kind kind) {
    return Booth.fault(DeviceName.CASH_DISPENSER, kind);
  }
}
