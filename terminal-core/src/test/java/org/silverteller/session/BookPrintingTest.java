package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.card.PassbookStripe;
import org.silverteller.device.CardReader;
import org.silverteller.device.DeviceFault;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.Action;
import org.silverteller.host.Advice;
import org.silverteller.host.BookRow;
import org.silverteller.host.Details;
import org.silverteller.host.Reply;
import org.silverteller.host.Service;
import org.silverteller.host.iso8583.BookFields;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.store.TransactionState;

class BookPrintingTest {

  private final Booth booth = new Booth();
  private final OpenBook book = new OpenBook(booth);
  private BookRules rules = BookRules.DEFAULT;
  private Bookholder holder = OpenBook.holder();

  private BookPrinting.Result print() {
    Desk desk = booth.desk(Booth.rules(PinRules.DEFAULT, TransferRules.DEFAULT, rules));
    return new BookPrinting(desk, holder).print();
  }

  private BookPrinting.Result print(Reply... replies) {
    book.answers(Service.BOOK_ROWS, replies);
    return print();
  }

  private void rules(int pageTries, int pagesAtOnce) {
    rules =
        new BookRules(
            List.of(PassbookStripe.DEFAULT),
            List.of(BookLayout.DEFAULT),
            pageTries,
            pagesAtOnce,
            true);
  }

  /** What the bank was told of each message of rows. */
  private List<String> outcomes() {
    return booth.owed().stream().map(Advice::data).toList();
  }

  private static String proven(int rows) {
    return BookFields.outcome(rows, false);
  }

  private static String provenAndOneInDoubt(int rows) {
    return BookFields.outcome(rows, true);
  }

  @Test
  void prints_each_row_below_the_fold_where_it_belongs_and_tells_the_bank_that_all_is_proven() {
    BookPrinting.Result result = print(OpenBook.rows(1, 12, 13));

    assertThat(result.notice()).contains(Kind.BOOK_UPDATED);
    assertThat(result.complete()).isTrue();
    assertThat(result.failed()).isFalse();
    assertThat(result.balance()).contains(OpenBook.BALANCE);
    assertThat(book.paper).containsExactly("page 1 row 12", "page 1 row 15");
    assertThat(outcomes()).containsExactly(proven(2));
    assertThat(booth.states()).endsWith(TransactionState.PRINTED);
  }

  @Test
  void commits_what_it_is_about_to_print_before_the_print_head_moves() throws Exception {
    List<TransactionState> whenPrinted = new ArrayList<>();
    doAnswer(
            call -> {
              whenPrinted.addAll(booth.states());
              return 1;
            })
        .when(book.unit)
        .print(anyList());

    print(OpenBook.rows(1, 1));

    assertThat(whenPrinted)
        .containsExactly(
            TransactionState.REQUESTED, TransactionState.APPROVED, TransactionState.PRINTING);
    assertThat(booth.states()).endsWith(TransactionState.APPROVED, TransactionState.PRINTED);
  }

  @Test
  void says_that_the_book_is_up_to_date_when_no_row_waits() throws Exception {
    BookPrinting.Result result = print(OpenBook.rows(1));

    assertThat(result.notice()).contains(Kind.BOOK_UP_TO_DATE);
    assertThat(result.complete()).isTrue();
    assertThat(booth.owed()).isEmpty();
    verify(book.unit, never()).print(anyList());
  }

  @Test
  void prints_more_rows_than_one_message_holds_until_none_is_left() {
    BookPrinting.Result result =
        print(OpenBook.rowsAndMore(1, 1, 2), OpenBook.rowsAndMore(1, 3), OpenBook.rows(1));

    assertThat(result.notice()).contains(Kind.BOOK_UPDATED);
    assertThat(book.paper).containsExactly("page 1 row 1", "page 1 row 2", "page 1 row 3");
    assertThat(outcomes()).containsExactly(proven(2), proven(1));
  }

  @Test
  void tells_the_balance_when_no_further_row_fits_into_the_book() {
    BookPrinting.Result result = print(OpenBook.lastRowsThatFit(6, 24));

    assertThat(result.page())
        .contains(new Page.Notice(Kind.BOOK_FULL, Optional.of(OpenBook.BALANCE)));
    assertThat(result.complete()).isFalse();
    assertThat(book.paper).containsExactly("page 6 row 26");
  }

  @Test
  void says_that_the_book_is_full_when_rows_wait_and_none_fits() {
    BookPrinting.Result result =
        print(OpenBook.telling(new Details.BookRows(6, List.of(), true, true)));

    assertThat(result.notice()).contains(Kind.BOOK_FULL);
    assertThat(book.paper).isEmpty();
  }

  @Test
  void stops_after_as_many_pages_as_one_visit_may_fill() throws Exception {
    rules(3, 2);

    BookPrinting.Result result =
        print(
            OpenBook.rowsAndMore(1, 23),
            OpenBook.rowsAndMore(1, 24),
            OpenBook.rowsAndMore(2, 24),
            OpenBook.rows(3, 1));

    assertThat(result.notice()).contains(Kind.BOOK_ROWS_LEFT);
    assertThat(result.complete()).isFalse();
    assertThat(book.paper).containsExactly("page 1 row 25", "page 1 row 26", "page 2 row 26");
    verify(booth.host, times(3)).authorise(any());
  }

  @Test
  void asks_for_no_rows_without_end() {
    rules(3, 99);
    Reply[] endless =
        IntStream.range(0, 60)
            .mapToObj(row -> OpenBook.rowsAndMore(row / 24 + 1, row % 24 + 1))
            .toArray(Reply[]::new);

    assertThat(print(endless).notice()).contains(Kind.BOOK_ROWS_LEFT);

    assertThat(book.paper).hasSize(40);
  }

  @Test
  void refuses_a_page_that_the_book_does_not_have() throws Exception {
    for (int page : new int[] {0, 7}) {
      BookPrinting.Result result = print(OpenBook.rows(page, 1));

      assertThat(result.notice()).contains(Kind.BOOK_NOT_PRINTED);
      assertThat(result.failed()).isTrue();
      assertThat(booth.journal().get(booth.journal().size() - 1))
          .endsWith("NOT PRINTED: page " + page + ": expected 1 … 6");
    }
    assertThat(outcomes()).containsExactly(proven(0), proven(0));
    verify(book.unit, never()).print(anyList());
  }

  @Test
  void refuses_to_go_back_to_a_page_that_is_done() {
    print(OpenBook.rowsAndMore(2, 24), OpenBook.rows(1, 1));

    assertThat(book.paper).containsExactly("page 2 row 26");
    assertThat(booth.journal()).last().asString().endsWith("NOT PRINTED: page 1 after page 2");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 25})
  void refuses_a_line_that_the_page_does_not_have(int line) throws Exception {
    assertThat(print(OpenBook.rows(1, line)).failed()).isTrue();

    assertThat(booth.journal())
        .last()
        .asString()
        .endsWith("line " + line + " behind line 0: expected the next one, at most 24");
    verify(book.unit, never()).print(anyList());
  }

  @Test
  void refuses_rows_with_a_gap_between_them_and_rows_that_overprint() throws Exception {
    print(OpenBook.rows(1, 1, 3));
    assertThat(booth.journal()).last().asString().contains("line 3 behind line 1: expected");
    print(OpenBook.rows(1, 2, 2));
    assertThat(booth.journal()).last().asString().contains("line 2 behind line 2: expected");
    verify(book.unit, never()).print(anyList());

    print(OpenBook.rowsAndMore(1, 5), OpenBook.rows(1, 5));
    assertThat(book.paper).containsExactly("page 1 row 5");
  }

  @Test
  void refuses_a_text_that_is_wider_than_its_column() throws Exception {
    var wide =
        new BookRow(
            1,
            OpenBook.row(1).date(),
            true,
            OpenBook.BALANCE,
            OpenBook.BALANCE,
            "TELLER 12345",
            "x");
    assertThat(
            print(OpenBook.telling(new Details.BookRows(1, List.of(wide), false, false))).failed())
        .isTrue();

    assertThat(booth.journal())
        .last()
        .asString()
        .endsWith("line 1, TELLER of 12 cells: expected at most 10");
    verify(book.unit, never()).print(anyList());
  }

  @ParameterizedTest
  @CsvSource({"73, 40", "80, 25"})
  void refuses_a_form_that_is_wider_or_longer_than_the_unit_prints(int columns, int rows)
      throws Exception {
    book.can(true, true, columns, rows);

    assertThat(print(OpenBook.rows(1, 1)).failed()).isTrue();

    assertThat(booth.journal())
        .last()
        .asString()
        .endsWith("layout A of 74 cells and 26 rows: the unit prints " + columns + " and " + rows);
    assertThat(outcomes()).containsExactly(proven(0));
    verify(book.unit, never()).print(anyList());
  }

  @Test
  void gives_rows_back_that_cannot_be_read_and_says_why() {
    assertThat(print(OpenBook.telling(new Details.Unreadable("row 2 without a date"))).failed())
        .isTrue();
    assertThat(booth.journal()).last().asString().endsWith("NOT PRINTED: row 2 without a date");

    assertThat(print(OpenBook.telling(Details.NONE)).failed()).isTrue();
    assertThat(booth.journal()).last().asString().endsWith("NOT PRINTED: no rows told");
    assertThat(outcomes()).containsExactly(proven(0), proven(0));
  }

  @ParameterizedTest
  @EnumSource(
      value = DeviceFault.Kind.class,
      names = {"NO_MEDIA", "UNSUPPORTED", "SEQUENCE"})
  void claims_no_doubt_where_the_print_head_never_moved(DeviceFault.Kind kind) throws Exception {
    doReturn(1).doThrow(OpenBook.fault(kind)).when(book.unit).print(anyList());

    BookPrinting.Result result = print(OpenBook.rows(1, 1, 2, 3));

    assertThat(result.notice()).contains(Kind.BOOK_NOT_PRINTED);
    assertThat(result.unprinted())
        .containsExactly(
            BookLayout.DEFAULT.text(OpenBook.row(2)), BookLayout.DEFAULT.text(OpenBook.row(3)));
    assertThat(outcomes()).containsExactly(proven(1));
  }

  @ParameterizedTest
  @EnumSource(
      value = DeviceFault.Kind.class,
      names = {"JAMMED", "TIMEOUT", "HARDWARE"})
  void tells_the_bank_of_the_row_that_may_be_on_paper_in_part(DeviceFault.Kind kind)
      throws Exception {
    doReturn(1).doThrow(OpenBook.fault(kind)).when(book.unit).print(anyList());

    assertThat(print(OpenBook.rows(1, 1, 2, 3)).failed()).isTrue();

    assertThat(outcomes()).containsExactly(provenAndOneInDoubt(1));
    verify(book.unit, times(2)).print(anyList());
  }

  @Test
  void doubts_a_row_that_the_unit_does_not_prove() throws Exception {
    doReturn(0).when(book.unit).print(anyList());

    assertThat(print(OpenBook.rows(1, 1, 2)).unprinted()).hasSize(2);

    assertThat(outcomes()).containsExactly(provenAndOneInDoubt(0));
    verify(book.unit).print(anyList());
  }

  @Test
  void turns_to_the_page_that_is_wanted_forward_and_back() {
    book.page = 2;
    print(OpenBook.rows(4, 1));
    assertThat(book.paper).containsExactly("page 4 row 1");
    print(OpenBook.rows(1, 1));
    assertThat(book.paper).containsExactly("page 4 row 1", "page 1 row 1");
    assertThat(booth.pages()).doesNotContain("turn-page");
  }

  @Test
  void asks_the_customer_for_the_page_when_turning_does_not_help() throws Exception {
    doNothing().when(book.unit).turnPage(anyBoolean());
    putsInAgainAt(3);

    assertThat(print(OpenBook.rows(3, 1)).complete()).isTrue();

    verify(book.unit).turnPage(true);
    assertThat(booth.journal())
        .contains("PAGE 1 DID NOT TURN TO 3", "CUSTOMER ASKED FOR PAGE 3", "BOOK TAKEN");
    assertThat(book.paper).containsExactly("page 3 row 1");
  }

  @Test
  void asks_the_customer_for_the_page_where_the_unit_turns_none() throws Exception {
    book.can(false, true, 80, 40);
    putsInAgainAt(2);

    assertThat(print(OpenBook.rows(2, 1)).complete()).isTrue();

    verify(book.unit, never()).turnPage(anyBoolean());
    assertThat(book.paper).containsExactly("page 2 row 1");
  }

  @Test
  void asks_the_customer_for_the_page_when_no_page_mark_is_found() {
    book.page = 0;
    putsInAgainAt(1);

    assertThat(print(OpenBook.rows(1, 1)).complete()).isTrue();

    assertThat(book.paper).containsExactly("page 1 row 1");
  }

  @Test
  void believes_the_customer_where_the_unit_reads_no_page_marks() throws Exception {
    book.can(false, false, 80, 40);
    putsInAgainAt(2);

    assertThat(print(OpenBook.rows(2, 1)).complete()).isTrue();

    verify(book.unit, never()).openPage();
    assertThat(booth.journal()).contains("CUSTOMER ASKED FOR PAGE 2");
  }

  @Test
  void prints_nothing_when_the_right_page_is_never_opened() throws Exception {
    rules(2, 5);
    book.can(false, true, 80, 40);
    putsInAgainAt(4);
    putsInAgainAt(5);

    BookPrinting.Result result = print(OpenBook.rows(2, 1));

    assertThat(result.where()).isEqualTo(BookPages.Found.NOT_OPEN);
    assertThat(result.notice()).contains(Kind.BOOK_NOT_PRINTED);
    assertThat(result.unprinted()).hasSize(1);
    assertThat(outcomes()).containsExactly(proven(0));
    assertThat(booth.journal()).contains("PAGE 2 NOT OPENED");
    verify(book.unit, never()).print(anyList());
  }

  @Test
  void never_prints_one_customers_rows_into_another_book() throws Exception {
    rules(1, 5);
    book.can(false, true, 80, 40);
    putsInAgainAt(2);
    when(book.unit.readStripe(3))
        .thenAnswer(call -> OpenBook.stripe(OpenBook.ACCOUNT, "0100000043"));

    assertThat(print(OpenBook.rows(2, 1)).where()).isEqualTo(BookPages.Found.NOT_OPEN);

    assertThat(booth.journal()).contains("ANOTHER BOOK PUT IN");
    verify(book.unit, never()).print(anyList());
  }

  @Test
  void prints_nothing_into_a_book_that_can_no_longer_be_read() throws Exception {
    rules(1, 5);
    book.can(false, true, 80, 40);
    putsInAgainAt(2);
    when(book.unit.readStripe(3)).thenThrow(OpenBook.fault(DeviceFault.Kind.UNREADABLE));

    assertThat(print(OpenBook.rows(2, 1)).where()).isEqualTo(BookPages.Found.NOT_OPEN);

    assertThat(booth.journal()).contains("BOOK UNREADABLE");
    verify(book.unit, never()).print(anyList());
  }

  @Test
  void says_good_bye_to_a_customer_who_takes_the_book_away_at_a_page_turn() throws Exception {
    book.can(false, true, 80, 40);
    when(book.unit.media()).thenReturn(CardReader.Media.NOT_PRESENT);
    booth.happens(new TerminalEvent.BookTaken());
    book.answers(Service.BOOK_ROWS, OpenBook.rows(2, 1));

    assertThat(new PassbookUpdate(booth.desk(), holder).run()).isEqualTo(Transaction.Next.GOODBYE);

    assertThat(booth.journal()).contains("BOOK NOT PUT IN AGAIN");
    assertThat(booth.pages()).contains("notice book-not-printed");
    assertThat(outcomes()).containsExactly(proven(0));
    verify(book.unit).accept(false);
    verify(book.unit, never()).print(anyList());
  }

  @Test
  void finds_a_book_that_went_in_again_in_the_last_moment() throws Exception {
    book.can(false, true, 80, 40);
    booth.happens(new TerminalEvent.BookTaken());
    doAnswer(call -> book.page = 2).when(book.unit).accept(false);

    assertThat(print(OpenBook.rows(2, 1)).complete()).isTrue();
  }

  @Test
  void looks_where_the_book_is_when_the_slot_does_not_open() throws Exception {
    book.can(false, true, 80, 40);
    booth.happens(new TerminalEvent.BookTaken());
    doThrow(OpenBook.fault(DeviceFault.Kind.SHUTTER)).when(book.unit).accept(true);
    when(book.unit.media()).thenReturn(CardReader.Media.NOT_PRESENT);

    assertThat(print(OpenBook.rows(2, 1)).where()).isEqualTo(BookPages.Found.AWAY);

    assertThat(booth.journal()).contains("DEVICE FAULT PASSBOOK_UNIT SHUTTER");
  }

  @Test
  void keeps_a_book_that_lies_forgotten_in_the_slot_and_tells_no_more_of_it() throws Exception {
    book.can(false, true, 80, 40);
    when(book.unit.media()).thenReturn(CardReader.Media.AT_EXIT);
    book.answers(Service.BOOK_ROWS, OpenBook.rows(2, 1));

    assertThat(new PassbookUpdate(booth.desk(), holder).run()).isEqualTo(Transaction.Next.GOODBYE);

    verify(book.unit).retain();
    assertThat(booth.pages())
        .contains("notice book-retained-forgotten")
        .doesNotContain("notice book-not-printed");
    assertThat(outcomes()).containsExactly(proven(0));
  }

  @Test
  void looks_again_when_the_page_mark_cannot_be_read() throws Exception {
    when(book.unit.openPage()).thenThrow(OpenBook.fault(DeviceFault.Kind.UNREADABLE)).thenReturn(1);
    putsInAgainAt(1);

    assertThat(print(OpenBook.rows(1, 1)).complete()).isTrue();

    assertThat(booth.journal()).contains("DEVICE FAULT PASSBOOK_UNIT UNREADABLE");
  }

  @Test
  void asks_for_the_pin_when_the_bank_wants_one_for_the_rows() {
    booth.typesPin();

    assertThat(print(OpenBook.refusing("55", Action.PIN_AGAIN), OpenBook.rows(1, 1)).complete())
        .isTrue();

    assertThat(booth.pages()).contains("pin-entry");
    assertThat(booth.blocks).hasSize(1);
    assertThat(book.paper).containsExactly("page 1 row 1");
  }

  @Test
  void prints_nothing_for_a_customer_who_does_not_type_the_pin() throws Exception {
    booth.press(Key.CANCEL);

    BookPrinting.Result result = print(OpenBook.refusing("55", Action.PIN_AGAIN));

    assertThat(result.notice()).contains(Kind.BOOK_NOT_PRINTED);
    assertThat(result.refusal()).isEmpty();
    assertThat(booth.journal()).contains("ROWS NOT ASKED FOR, CUSTOMER");
    verify(book.unit, never()).print(anyList());
  }

  @Test
  void gives_the_book_back_with_the_banks_reason_when_it_hands_out_no_rows() {
    List<Transaction.Next> next = new ArrayList<>();
    for (Action action : List.of(Action.RETURN_CARD, Action.LOWER_LIMIT, Action.SYSTEM_DOWN)) {
      book.answers(Service.BOOK_ROWS, OpenBook.refusing("57", action));
      next.add(new PassbookUpdate(booth.desk(), holder).run());
    }

    assertThat(next).containsOnly(Transaction.Next.RETURN_CARD);
    assertThat(booth.pages())
        .contains("refusal book-not-accepted", "refusal over-limit", "refusal bank-unreachable");
  }

  @Test
  void owes_the_bank_the_word_that_nothing_was_printed_when_no_rows_came() {
    assertThat(print(new Reply.Unknown(Reply.Unknown.Cause.SILENCE)).refusal())
        .containsInstanceOf(Authorisation.Verdict.Refused.class);

    assertThat(outcomes()).containsExactly(proven(0));
    assertThat(booth.owed()).extracting(Advice::reason).containsExactly(Advice.Reason.TIME_OUT);
  }

  /** The customer takes the book, turns it to that page and puts it in. */
  private void putsInAgainAt(int page) {
    booth.happens(new TerminalEvent.BookTaken());
    booth.waits(1);
    booth.does(
        () -> {
          book.page = page;
          return new TerminalEvent.BookInserted();
        });
  }
}
