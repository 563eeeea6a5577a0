package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.silverteller.card.CardProduct;
import org.silverteller.card.CardScheme;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.CashAcceptor.Escrow.State;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.Action;
import org.silverteller.host.Advice;
import org.silverteller.host.Reply;
import org.silverteller.host.Request;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;
import org.silverteller.page.DepositPage;
import org.silverteller.page.Option;
import org.silverteller.page.Page;
import org.silverteller.page.Wish;
import org.silverteller.store.Entry;
import org.silverteller.store.TransactionState;

class DepositTest {

  private static final NoteMix TEN = Booth.mix("ESCROW100:100x10");
  private static final Money THOUSAND = Money.ofYuan(1000);
  private static final long ID = 7;

  private final Booth booth = new Booth();
  private final CashAcceptor acceptor = mock(CashAcceptor.class);
  private Escrow escrow = new Escrow(State.ACTIVE, ID, new Counted(TEN, 0), 0, 0);

  @BeforeEach
  void an_acceptor_with_escrow() throws Exception {
    lenient().when(booth.hardware.cashAcceptor()).thenReturn(Optional.of(acceptor));
    can(true, true);
    lenient().when(acceptor.status()).thenReturn(DeviceStatus.ONLINE);
    lenient().when(acceptor.cashUnits()).thenReturn(List.of());
    lenient().when(acceptor.acceptNotes()).thenAnswer(call -> escrow);
    lenient().when(acceptor.escrowStatus()).thenAnswer(call -> escrow);
    lenient().when(acceptor.endCashIn()).thenReturn(new Counted(TEN, 0));
    lenient().when(acceptor.rollback()).thenReturn(new Counted(TEN, 0));
    lenient().when(acceptor.retract()).thenThrow(fault(Kind.NO_MEDIA));
    answers(Booth.answered("00", Action.APPROVE, THOUSAND));
  }

  private void can(boolean escrowed, boolean retracts) {
    lenient()
        .when(acceptor.capabilities())
        .thenReturn(new CashAcceptor.Capabilities(escrowed, false, retracts, true, 200));
  }

  private void answers(Reply reply) {
    lenient().when(booth.host.authorise(any())).thenReturn(reply);
  }

  private static DeviceFault fault(Kind kind) {
    return new DeviceFault(DeviceName.CASH_ACCEPTOR, kind, "");
  }

  private Transaction.Next run() throws Cancelled {
    return new Deposit(booth.desk(), Booth.ownCustomer()).run();
  }

  private Booth putsIn() {
    return booth.happens(new TerminalEvent.NotesInserted());
  }

  private Booth takesBack() {
    return booth.happens(new TerminalEvent.ReturnTaken());
  }

  @Test
  void stores_what_was_counted_and_confirmed_and_owes_its_credit_in_the_same_commit()
      throws Exception {
    putsIn().touch(Wish.CONFIRM).touch(Wish.BACK);

    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.states())
        .containsExactly(
            TransactionState.COLLECTING,
            TransactionState.REQUESTED,
            TransactionState.APPROVED,
            TransactionState.STORING,
            TransactionState.STORED);
    assertThat(booth.owed())
        .singleElement()
        .satisfies(
            credit -> {
              assertThat(credit.kind()).isEqualTo(Advice.Kind.COMPLETION);
              assertThat(credit.dispensed()).isEqualTo(THOUSAND);
            });
  }

  @Test
  void opens_its_record_before_the_acceptor_and_the_intent_to_store_before_the_notes_move()
      throws Exception {
    putsIn().touch(Wish.CONFIRM).touch(Wish.BACK);
    run();

    InOrder order = inOrder(booth.store, acceptor, booth.host);
    order.verify(acceptor).startCashIn(ID);
    order.verify(booth.host).authorise(any());
    order.verify(booth.store).commit(saved(TransactionState.STORING));
    order.verify(acceptor).endCashIn();
    order.verify(booth.store).commit(saved(TransactionState.STORED));
  }

  private static List<Entry> saved(TransactionState state) {
    return org.mockito.ArgumentMatchers.argThat(
        entries ->
            entries != null
                && entries.stream()
                    .anyMatch(
                        entry ->
                            entry instanceof Entry.Saved one && one.record().state() == state));
  }

  @Test
  void asks_the_bank_without_a_pin_block() throws Exception {
    putsIn().touch(Wish.CONFIRM).touch(Wish.BACK);
    run();

    org.mockito.ArgumentCaptor<Request> asked = org.mockito.ArgumentCaptor.forClass(Request.class);
    verify(booth.host).authorise(asked.capture());
    assertThat(asked.getValue().pinBlock()).isEmpty();
    assertThat(asked.getValue().amount()).isEqualTo(THOUSAND);
  }

  @Test
  void takes_no_note_in_while_the_bank_is_away() throws Exception {
    when(booth.host.ready()).thenReturn(false);

    assertThat(run()).isEqualTo(Transaction.Next.RETURN_CARD);

    verify(acceptor, never()).startCashIn(anyLong());
    assertThat(booth.states()).isEmpty();
  }

  @Test
  void hands_all_back_and_owes_nothing_when_the_bank_declines() throws Exception {
    answers(Booth.answered("57", Action.RETURN_CARD, THOUSAND));
    putsIn().touch(Wish.CONFIRM).waits(6);
    takesBack();

    run();

    assertThat(booth.states()).endsWith(TransactionState.RETURNING, TransactionState.RETURNED);
    assertThat(booth.owed()).isEmpty();
    verify(acceptor, never()).endCashIn();
  }

  @Test
  void hands_all_back_and_takes_the_request_back_when_no_reply_comes() throws Exception {
    answers(new Reply.Unknown(Reply.Unknown.Cause.SILENCE));
    putsIn().touch(Wish.CONFIRM).waits(6);
    takesBack();

    run();

    assertThat(booth.states()).endsWith(TransactionState.RETURNING, TransactionState.RETURNED);
    assertThat(booth.owed()).extracting(Advice::kind).containsExactly(Advice.Kind.REVERSAL);
    verify(acceptor, never()).endCashIn();
  }

  @Test
  void never_stores_upon_a_yes_to_another_amount() throws Exception {
    answers(Booth.answered("00", Action.APPROVE, Money.ofYuan(900)));
    putsIn().touch(Wish.CONFIRM).waits(6);
    takesBack();

    run();

    verify(acceptor, never()).endCashIn();
    assertThat(booth.owed())
        .extracting(Advice::reason)
        .containsExactly(Advice.Reason.AMOUNT_INCORRECT);
  }

  @Test
  void hands_all_back_when_notes_were_put_in_while_the_bank_was_asked() throws Exception {
    putsIn().touch(Wish.CONFIRM).hasHappened(new TerminalEvent.NotesInserted());
    takesBack();

    run();

    verify(acceptor, never()).endCashIn();
    assertThat(booth.states()).endsWith(TransactionState.RETURNED);
  }

  @Test
  void opens_a_case_with_the_count_when_nobody_takes_the_notes_back() throws Exception {
    org.mockito.Mockito.reset(acceptor);
    an_acceptor_with_escrow();
    org.mockito.Mockito.doThrow(fault(Kind.NO_MEDIA))
        .doReturn(new Counted(TEN, 1))
        .when(acceptor)
        .retract();
    putsIn().touch(Wish.RETURN_ALL);

    assertThat(run()).isEqualTo(Transaction.Next.RETURN_CARD);

    assertThat(booth.states()).endsWith(TransactionState.RETURNING, TransactionState.UNKNOWN);
    assertThat(booth.owed()).isEmpty();
    assertThat(cases()).singleElement().asString().contains("drawn in 100x10, 1 unknown");
    assertThat(booth.pages()).contains("notice deposit-drawn-in");
  }

  private List<Entry.Opened> cases() {
    return booth.committed.stream()
        .filter(Entry.Opened.class::isInstance)
        .map(Entry.Opened.class::cast)
        .toList();
  }

  @Test
  void counts_suspects_once_and_never_credits_them() throws Exception {
    escrow = new Escrow(State.ACTIVE, ID, new Counted(TEN, 0), 0, 2);
    putsIn().waits(6).touch(Wish.CONFIRM).touch(Wish.BACK);

    run();

    assertThat(booth.committed).contains(new Entry.Added(DepositBook.SUSPECTS_KEPT, 2));
    assertThat(booth.owed()).extracting(Advice::dispensed).containsExactly(THOUSAND);
    assertThat(booth.pages()).contains("notice suspects-kept");
  }

  @Test
  void offers_only_the_way_back_above_the_limit() throws Exception {
    NoteMix many = Booth.mix("ESCROW100:100x201");
    escrow = new Escrow(State.ACTIVE, ID, new Counted(many, 0), 0, 0);
    putsIn().touch(Wish.RETURN_ALL);
    takesBack();

    run();

    assertThat(booth.shown)
        .filteredOn(DepositPage.DepositCount.class::isInstance)
        .flatExtracting(Page::options)
        .extracting(Option::id)
        .containsExactly("return_all");
  }

  @Test
  void hands_all_back_when_no_unit_has_room() throws Exception {
    doThrow(fault(Kind.FULL)).when(acceptor).endCashIn();
    putsIn().touch(Wish.CONFIRM);
    takesBack();

    run();

    assertThat(booth.states())
        .endsWith(TransactionState.STORING, TransactionState.RETURNING, TransactionState.RETURNED);
    assertThat(booth.owed()).isEmpty();
  }

  @Test
  void credits_nothing_of_what_is_stored_in_part_until_people_have_counted() throws Exception {
    when(acceptor.endCashIn())
        .thenAnswer(
            call -> {
              escrow = new Escrow(State.UNKNOWN, ID, new Counted(TEN, 0), 0, 0);
              throw fault(Kind.JAMMED);
            });
    putsIn().touch(Wish.CONFIRM);

    assertThat(run()).isEqualTo(Transaction.Next.RETURN_CARD);

    assertThat(booth.states()).endsWith(TransactionState.UNKNOWN);
    assertThat(booth.owed()).isEmpty();
    assertThat(cases()).hasSize(1);
  }

  @Test
  void hands_all_back_to_a_customer_who_leaves() {
    putsIn().touch(Wish.EXIT);
    takesBack();

    assertThatThrownBy(this::run).isInstanceOf(Cancelled.class);

    assertThat(booth.states())
        .containsExactly(
            TransactionState.COLLECTING, TransactionState.RETURNING, TransactionState.RETURNED);
  }

  @Test
  void draws_in_what_an_earlier_customer_left_before_the_input_opens() throws Exception {
    org.mockito.Mockito.doReturn(new Counted(Booth.mix("ESCROW100:100x1"), 0))
        .doThrow(fault(Kind.NO_MEDIA))
        .when(acceptor)
        .retract();
    putsIn().touch(Wish.CONFIRM).touch(Wish.BACK);

    run();

    assertThat(booth.journal()).contains("NOTES FOUND IN ACCEPTOR, drawn in 100x1");
    assertThat(booth.owed()).extracting(Advice::dispensed).containsExactly(THOUSAND);
  }

  @Test
  void is_offered_to_own_customers_of_a_machine_that_can_hand_back_and_draw_in() {
    Desk desk = booth.desk();
    assertThat(desk.acceptor()).isPresent();
    can(false, true);
    assertThat(desk.acceptor()).isEmpty();
    can(true, false);
    assertThat(desk.acceptor()).isEmpty();
    can(true, true);
    when(acceptor.status()).thenReturn(DeviceStatus.OFFLINE);
    assertThat(desk.acceptor()).isEmpty();
    assertThat(Booth.holder(CardScheme.VISA, CardProduct.Issuer.FOREIGN).own()).isFalse();
  }

  @Test
  void spends_its_right_once() {
    StoreRight right =
        new DepositBook(booth.ledger)
            .approved(
                new DepositBook(booth.ledger).open(Booth.ownCustomer()),
                Booth.answered("00", Action.APPROVE, Money.ZERO));
    right.spend();
    assertThatIllegalStateException()
        .isThrownBy(right::spend)
        .withMessage("the right to store for transaction 7 was spent before");
  }

  @Test
  void confirms_with_the_enter_key_but_never_above_the_limit() throws Exception {
    putsIn().press(Key.CLEAR, Key.ENTER).touch(Wish.BACK);
    run();
    assertThat(booth.states()).endsWith(TransactionState.STORED);

    booth.committed.clear();
    escrow = new Escrow(State.ACTIVE, ID, new Counted(Booth.mix("ESCROW100:100x201"), 0), 0, 0);
    putsIn().press(Key.ENTER).touch(Wish.RETURN_ALL);
    takesBack();
    run();
    assertThat(booth.states()).endsWith(TransactionState.RETURNED);
    verify(acceptor).endCashIn();
  }

  @Test
  void offers_no_further_notes_when_escrow_is_full() throws Exception {
    escrow = new Escrow(State.ACTIVE, ID, new Counted(Booth.mix("ESCROW10:10x200"), 0), 0, 0);
    putsIn().touch(Wish.RETURN_ALL);
    takesBack();

    run();

    assertThat(booth.shown)
        .filteredOn(DepositPage.DepositCount.class::isInstance)
        .flatExtracting(Page::options)
        .extracting(Option::id)
        .containsExactly("confirm", "return_all");
  }

  @Test
  void offers_the_menu_after_a_no_to_the_amount_only_when_the_customer_has_all_notes_again()
      throws Exception {
    answers(Booth.answered("61", Action.LOWER_LIMIT, THOUSAND));
    putsIn().touch(Wish.CONFIRM).waits(5);
    takesBack();
    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    org.mockito.Mockito.doThrow(fault(Kind.NO_MEDIA))
        .doReturn(new Counted(TEN, 0))
        .when(acceptor)
        .retract();
    putsIn().touch(Wish.CONFIRM);
    assertThat(run()).isEqualTo(Transaction.Next.RETURN_CARD);
    assertThat(cases()).hasSize(1);
  }

  @Test
  void credits_nothing_when_fewer_notes_were_stored_than_counted() throws Exception {
    when(acceptor.endCashIn()).thenReturn(new Counted(Booth.mix("ESCROW100:100x9"), 0));
    putsIn().touch(Wish.CONFIRM);

    run();

    assertThat(booth.states()).endsWith(TransactionState.UNKNOWN);
    assertThat(booth.owed()).isEmpty();
    assertThat(cases()).singleElement().asString().contains("stored 100x9 of 100x10");
  }

  @Test
  void credits_after_a_fault_what_memory_and_unit_counts_prove_to_be_stored() throws Exception {
    storesAndFails(10);
    putsIn().touch(Wish.CONFIRM).touch(Wish.BACK);

    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.states()).endsWith(TransactionState.STORED);
    assertThat(booth.owed()).extracting(Advice::dispensed).containsExactly(THOUSAND);
    assertThat(cases()).isEmpty();
  }

  @Test
  void credits_nothing_after_a_fault_when_the_unit_counts_contradict_the_memory() throws Exception {
    storesAndFails(9);
    putsIn().touch(Wish.CONFIRM);

    run();

    assertThat(booth.states()).endsWith(TransactionState.UNKNOWN);
    assertThat(booth.owed()).isEmpty();
    assertThat(cases()).hasSize(1);
  }

  /** All is stored by the acceptor's memory, and so many notes by the counts of its unit. */
  private void storesAndFails(int counted) throws DeviceFault {
    when(acceptor.endCashIn())
        .thenAnswer(
            call -> {
              escrow = new Escrow(State.STORED, ID, new Counted(TEN, 0), 0, 0);
              when(acceptor.cashUnits())
                  .thenReturn(
                      List.of(
                          new CashUnit(
                              UnitId.of("CASHIN1"),
                              UnitType.CASH_IN,
                              Denomination.MIXED,
                              counted,
                              0,
                              UnitState.OK)));
              throw fault(Kind.TIMEOUT);
            });
  }

  @Test
  void waits_for_notes_that_lie_at_the_exit_though_bringing_them_there_failed() throws Exception {
    when(acceptor.rollback())
        .thenAnswer(
            call -> {
              escrow = new Escrow(State.RETURNED, ID, new Counted(TEN, 0), 0, 0);
              throw fault(Kind.SHUTTER);
            });
    putsIn().touch(Wish.RETURN_ALL);
    takesBack();

    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.states()).endsWith(TransactionState.RETURNED);
    assertThat(booth.journal()).contains("RETURNED NOTES TAKEN");
  }

  @Test
  void waits_for_nothing_when_the_cash_in_never_began() throws Exception {
    escrow = new Escrow(State.NONE, 0, Counted.NOTHING, 0, 0);
    doThrow(fault(Kind.OFFLINE)).when(acceptor).startCashIn(anyLong());
    when(acceptor.rollback()).thenThrow(fault(Kind.SEQUENCE));

    assertThat(run()).isEqualTo(Transaction.Next.RETURN_CARD);

    assertThat(booth.journal()).contains("NO NOTES INSIDE");
    assertThat(booth.states()).endsWith(TransactionState.RETURNED);
    assertThat(booth.pages()).doesNotContain("take returned-notes");
  }

  @Test
  void waits_for_notes_that_came_back_though_none_were_counted() throws Exception {
    putsIn();
    booth.happens(new TerminalEvent.ReturnTaken());
    when(acceptor.acceptNotes()).thenThrow(fault(Kind.JAMMED));

    run();

    assertThat(booth.pages()).contains("take returned-notes");
    assertThat(booth.states()).endsWith(TransactionState.RETURNED);
  }

  @Test
  void waits_for_notes_that_were_put_in_when_the_customer_went_back() throws Exception {
    when(acceptor.rollback()).thenReturn(Counted.NOTHING);
    booth.touch(Wish.BACK).hasHappened(new TerminalEvent.NotesInserted());
    takesBack();

    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.pages()).contains("take returned-notes");
    assertThat(booth.journal()).contains("RETURNED NOTES TAKEN");
  }

  @Test
  void opens_a_case_for_notes_that_lie_at_the_exit_after_the_rest_was_taken() throws Exception {
    org.mockito.Mockito.doThrow(fault(Kind.NO_MEDIA))
        .doReturn(new Counted(Booth.mix("ESCROW100:100x1"), 0))
        .when(acceptor)
        .retract();
    putsIn().touch(Wish.RETURN_ALL);
    takesBack();

    run();

    assertThat(cases()).singleElement().asString().contains("taken, but notes lay there still");
    assertThat(booth.states()).endsWith(TransactionState.UNKNOWN);
  }
}
