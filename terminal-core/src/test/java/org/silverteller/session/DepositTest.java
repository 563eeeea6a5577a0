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
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.Action;
import org.silverteller.host.Advice;
import org.silverteller.host.Reply;
import org.silverteller.host.Request;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
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
}
