package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.silverteller.device.CardReader;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.Action;
import org.silverteller.host.Advice;
import org.silverteller.host.AdviceAnswer;
import org.silverteller.host.Service;
import org.silverteller.host.iso8583.BookFields;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.page.Wish;
import org.silverteller.store.Entry;
import org.silverteller.store.OwedAdvice;
import org.silverteller.store.TransactionState;

/** A deposit to the account of a passbook: its row is printed once the bank has credited it. */
class BookDepositTest {

  private static final NoteMix TEN = Booth.mix("ESCROW100:100x10");
  private static final int NOTICE = 5;
  private static final Money THOUSAND = Money.ofYuan(1000);

  private final Booth booth = new Booth();
  private final OpenBook book = new OpenBook(booth);
  private final CashAcceptor acceptor = mock(CashAcceptor.class);
  private int suspects;

  @BeforeEach
  void an_acceptor_and_a_bank_that_credits() throws Exception {
    lenient().when(booth.hardware.cashAcceptor()).thenReturn(Optional.of(acceptor));
    lenient()
        .when(acceptor.capabilities())
        .thenReturn(new CashAcceptor.Capabilities(true, false, true, true, 200));
    lenient().when(acceptor.status()).thenReturn(DeviceStatus.ONLINE);
    lenient().when(acceptor.cashUnits()).thenReturn(List.of());
    lenient().when(acceptor.acceptNotes()).thenAnswer(call -> escrow(Escrow.State.ACTIVE));
    lenient().when(acceptor.escrowStatus()).thenAnswer(call -> escrow(Escrow.State.STORED));
    lenient().when(acceptor.endCashIn()).thenReturn(new Counted(TEN, 0));
    lenient()
        .when(acceptor.retract())
        .thenThrow(Booth.fault(DeviceName.CASH_ACCEPTOR, DeviceFault.Kind.NO_MEDIA));
    lenient().when(booth.store.owed()).thenAnswer(call -> owed());
    bankSays(new AdviceAnswer(true, "00", false));
    book.answers(Service.DEPOSIT, Booth.answered("00", Action.APPROVE, THOUSAND))
        .answers(Service.BOOK_ROWS, OpenBook.rows(1, 5));
  }

  private Escrow escrow(Escrow.State state) {
    return new Escrow(state, 7, new Counted(TEN, 0), 0, suspects);
  }

  private void bankSays(AdviceAnswer answer) {
    lenient().when(booth.host.deliver(any())).thenReturn(answer);
  }

  /** Owed is what was committed as owed and not settled since. */
  private List<OwedAdvice> owed() {
    List<OwedAdvice> owed = new ArrayList<>();
    booth.owed().forEach(advice -> owed.add(new OwedAdvice(owed.size() + 1, advice)));
    owed.removeIf(
        one ->
            booth.committed.stream()
                .anyMatch(
                    entry ->
                        entry instanceof Entry.Settled settled && settled.adviceId() == one.id()));
    return owed;
  }

  private Booth putsNotesIn() {
    booth.happens(new TerminalEvent.NotesInserted());
    if (suspects > 0) {
      booth.waits(NOTICE);
    }
    return booth.touch(Wish.CONFIRM);
  }

  /**
   * @param seconds that notices stand before the customer goes on
   */
  private Transaction.Next deposits(Bookholder holder, int seconds) throws Cancelled {
    putsNotesIn();
    if (seconds > 0) {
      booth.waits(seconds);
    }
    booth.touch(Wish.BACK);
    return new Deposit(booth.desk(), holder).run();
  }

  private List<String> slip() throws DeviceFault {
    ArgumentCaptor<List<String>> lines = ArgumentCaptor.captor();
    verify(booth.printer).print(lines.capture());
    return lines.getValue();
  }

  /** Three reminders, each of them in whole seconds, and the notice behind them. */
  private static int untilNoticeEnds() {
    return (int) (3 * ((Booth.PACE.takeBook().toSeconds() + 2) / 3)) + NOTICE;
  }

  @Test
  void prints_the_row_of_a_credited_deposit_and_no_slip() throws Exception {
    assertThat(deposits(OpenBook.holder(), 0)).isEqualTo(Transaction.Next.MENU);

    assertThat(book.paper).containsExactly("page 1 row 5");
    assertThat(booth.pages()).endsWith("deposited").doesNotContain("notice book-not-printed");
    verify(booth.printer, never()).print(anyList());
    assertThat(booth.states()).endsWith(TransactionState.PRINTED);
    assertThat(booth.owed()).extracting(Advice::dispensed).containsExactly(THOUSAND, Money.ZERO);
  }

  @Test
  void prints_no_row_but_a_slip_and_says_so_while_the_credit_is_not_acknowledged()
      throws Exception {
    bankSays(AdviceAnswer.SILENCE);

    assertThat(deposits(OpenBook.holder(), NOTICE)).isEqualTo(Transaction.Next.MENU);

    assertThat(book.paper).isEmpty();
    assertThat(booth.pages())
        .endsWith("notice book-not-printed", "busy printing", "deposited on-its-way");
    assertThat(slip()).anyMatch(line -> line.contains("1000.00"));
    verify(booth.host).authorise(any());
  }

  @Test
  void prints_no_row_but_a_slip_while_the_bank_checks_the_credit() throws Exception {
    bankSays(new AdviceAnswer(true, "A2", true));

    deposits(OpenBook.holder(), NOTICE);

    assertThat(book.paper).isEmpty();
    assertThat(booth.pages()).contains("notice book-not-printed", "deposited being-checked");
    verify(booth.printer).print(anyList());
  }

  @Test
  void prints_a_slip_where_a_book_takes_no_row_and_never_asks_for_one() throws Exception {
    for (Bookholder holder : List.of(OpenBook.holderOfFullBook(), OpenBook.holderOfUnknownForm())) {
      booth.committed.clear();
      assertThat(deposits(holder, 0)).isEqualTo(Transaction.Next.MENU);
    }

    assertThat(book.paper).isEmpty();
    assertThat(booth.pages()).doesNotContain("notice book-not-printed");
    verify(booth.printer, times(2)).print(anyList());
    verify(booth.host, times(2)).authorise(any());
  }

  @Test
  void puts_the_row_on_the_slip_that_is_not_proven_in_the_book() throws Exception {
    doThrow(OpenBook.fault(DeviceFault.Kind.JAMMED)).when(book.unit).print(anyList());

    assertThat(deposits(OpenBook.holder(), NOTICE)).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.pages()).containsSubsequence("notice book-not-printed", "deposited");
    assertThat(slip()).anyMatch(line -> line.contains("2026-06-18"));
    assertThat(booth.owed().get(1).data()).isEqualTo(BookFields.outcome(0, true));
  }

  @Test
  void prints_both_the_row_and_a_slip_that_tells_of_counterfeit_suspects() throws Exception {
    suspects = 2;

    deposits(OpenBook.holder(), 0);

    assertThat(book.paper).containsExactly("page 1 row 5");
    verify(booth.printer).print(anyList());
  }

  @Test
  void says_good_bye_when_the_customer_went_away_with_the_book_at_a_page_turn() throws Exception {
    book.can(false, true, 80, 40);
    book.answers(Service.BOOK_ROWS, OpenBook.rows(2, 1));
    when(book.unit.media()).thenReturn(CardReader.Media.NOT_PRESENT);
    putsNotesIn().happens(new TerminalEvent.BookTaken());
    booth.waits(1 + untilNoticeEnds()).touch(Wish.BACK);

    assertThat(new Deposit(booth.desk(), OpenBook.holder()).run())
        .isEqualTo(Transaction.Next.GOODBYE);

    assertThat(booth.journal()).contains("BOOK NOT PUT IN AGAIN");
    assertThat(booth.pages()).endsWith("notice book-not-printed", "busy printing", "deposited");
    verify(booth.printer).print(anyList());
  }

  @Test
  void says_good_bye_when_the_book_was_forgotten_at_a_page_turn_and_kept() throws Exception {
    book.can(false, true, 80, 40);
    book.answers(Service.BOOK_ROWS, OpenBook.rows(2, 1));
    when(book.unit.media()).thenReturn(CardReader.Media.AT_EXIT);
    putsNotesIn().waits(untilNoticeEnds()).touch(Wish.BACK);

    assertThat(new Deposit(booth.desk(), OpenBook.holder()).run())
        .isEqualTo(Transaction.Next.GOODBYE);

    verify(book.unit).retain();
    assertThat(booth.pages())
        .contains("notice book-retained-forgotten", "deposited")
        .doesNotContain("notice book-not-printed");
  }
}
