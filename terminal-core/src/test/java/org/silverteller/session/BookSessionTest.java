package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.silverteller.card.PassbookStripe;
import org.silverteller.device.CardReader;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.Action;
import org.silverteller.host.Details;
import org.silverteller.host.Request;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.page.Page;
import org.silverteller.page.ProfileId;
import org.silverteller.page.Wish;

class BookSessionTest {

  private static final String OPENING = "busy opening-big-print";

  private final Booth booth = new Booth();
  private final OpenBook book = new OpenBook(booth);

  private void serve() {
    serve(BookRules.DEFAULT);
  }

  private void serve(BookRules rules) {
    new BookSession(
            booth.desk(Booth.rules(new PinRules(4, 12, 3, true), TransferRules.DEFAULT, rules)))
        .run();
  }

  private static BookRules paysFromFull(boolean pays) {
    return new BookRules(List.of(PassbookStripe.DEFAULT), List.of(BookLayout.DEFAULT), 3, 5, pays);
  }

  private void stands(String layout, boolean full) {
    book.answers(Service.BOOK_CHECK, OpenBook.telling(new Details.BookState(layout, 1, full)));
  }

  private List<Wish> offered() {
    return booth.shown.stream()
        .filter(Page.Menu.class::isInstance)
        .map(Page.Menu.class::cast)
        .flatMap(menu -> menu.wishes().stream())
        .filter(wish -> wish != Wish.MORE)
        .toList();
  }

  private Booth takesBook() {
    return booth.happens(new TerminalEvent.BookTaken());
  }

  @Test
  void returns_a_book_that_cannot_be_read_at_once_and_asks_the_bank_nothing() throws Exception {
    when(book.unit.readStripe(3)).thenThrow(OpenBook.fault(DeviceFault.Kind.UNREADABLE));
    booth.waits(5);
    takesBook();

    serve();

    assertThat(booth.pages())
        .containsExactly(
            "busy reading-book", "refusal book-unreadable", "take book", "notice goodbye");
    assertThat(booth.journal())
        .containsExactly(
            "DEVICE FAULT PASSBOOK_UNIT UNREADABLE",
            "DEVICE FAULT PASSBOOK_UNIT UNREADABLE",
            "BOOK TAKEN",
            "TRANSACTION END");
    verify(book.unit, times(2)).readStripe(anyInt());
    assertThat(booth.states()).isEmpty();
  }

  @Test
  void says_nothing_of_the_digits_of_a_stripe_that_is_none_of_the_banks() throws Exception {
    when(book.unit.readStripe(3))
        .thenAnswer(call -> "6228480010020060429=0100000042".toCharArray());

    serve();

    assertThat(booth.journal())
        .anyMatch(line -> line.startsWith("BOOK TRACK 3 REFUSED: stripe"))
        .noneMatch(line -> line.contains("62284800"));
  }

  @Test
  void ejects_nothing_when_the_book_was_drawn_out_again() throws Exception {
    when(book.unit.readStripe(3)).thenThrow(OpenBook.fault(DeviceFault.Kind.NO_MEDIA));
    when(book.unit.media()).thenReturn(CardReader.Media.NOT_PRESENT);

    serve();

    verify(book.unit, never()).eject();
    assertThat(booth.pages()).endsWith("refusal book-unreadable", "notice goodbye");
  }

  @Test
  void reads_a_stripe_again_that_could_not_be_read_at_first_and_erases_both() throws Exception {
    List<char[]> read = new ArrayList<>();
    char[] good = OpenBook.stripe(OpenBook.ACCOUNT, OpenBook.VOUCHER);
    char[] bad = ";???".toCharArray();
    when(book.unit.readStripe(3))
        .thenAnswer(
            call -> {
              read.add(read.isEmpty() ? bad : good);
              return read.get(read.size() - 1);
            });
    stands("A", false);

    serve();

    assertThat(booth.journal()).contains("BOOK INSERTED  ACCOUNT ***************0421");
    assertThat(read)
        .hasSize(2)
        .allSatisfy(track -> assertThat(new String(track)).containsOnlyDigits().matches("0+"));
  }

  @Test
  void looks_at_the_book_with_the_bank_before_a_pin_is_typed() {
    stands("A", false);
    booth.waits(2).press(Key.CANCEL);
    takesBook();

    serve();

    var asked = ArgumentCaptor.forClass(Request.class);
    verify(booth.host).authorise(asked.capture());
    assertThat(asked.getValue().service()).isEqualTo(Service.BOOK_CHECK);
    assertThat(asked.getValue().pinBlock()).isEmpty();
    assertThat(booth.blocks).isEmpty();
    assertThat(booth.pages()).containsSubsequence("busy asking-bank", "pin-entry", "take book");
  }

  @Test
  void says_that_big_print_opens_only_when_it_opens() {
    stands("A", false);
    serve();
    assertThat(booth.pages()).contains(OPENING);

    int before = booth.shown.size();
    assertThat(booth.look().profile()).isEqualTo(ProfileId.ELDER);
    serve();
    assertThat(booth.pages().subList(before, booth.pages().size()))
        .contains("pin-entry")
        .doesNotContain(OPENING);
  }

  @Test
  void gives_a_book_back_of_which_the_bank_tells_no_state() {
    for (Details odd : List.of(Details.NONE, new Details.Unreadable("tag 05 missing"))) {
      book.answers(Service.BOOK_CHECK, OpenBook.telling(odd));
      booth.waits(7);
      takesBook();

      serve();

      assertThat(booth.allDone()).isTrue();
      assertThat(booth.pages())
          .endsWith("refusal book-not-accepted", "take book", "notice goodbye");
      booth.dialogue.glass().use(ProfileId.STANDARD);
    }
    assertThat(booth.journal())
        .contains("BOOK STATE UNREADABLE: nothing", "BOOK STATE UNREADABLE: tag 05 missing");
    assertThat(booth.blocks).isEmpty();
  }

  @Test
  void pays_from_a_book_of_a_form_that_it_does_not_know_but_prints_nothing_into_it() {
    stands("Q", false);
    booth.waits(2).typesPin().touch(Wish.EXIT);
    takesBook();

    serve();

    assertThat(booth.journal()).contains("BOOK LAYOUT 'Q' UNKNOWN, NOT PRINTED");
    assertThat(offered())
        .containsExactly(Wish.WITHDRAW, Wish.BALANCE, Wish.SMALL_NOTES)
        .doesNotContain(Wish.UPDATE_BOOK);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void says_that_a_book_is_full_and_pays_from_it_where_the_bank_wants_that(boolean pays) {
    stands("A", true);
    booth.waits(2).waits(5).typesPin().touch(Wish.EXIT);
    takesBook();

    serve(paysFromFull(pays));

    assertThat(booth.shown).contains(new Page.Notice(Page.Notice.Kind.BOOK_FULL, Optional.empty()));
    assertThat(booth.pages()).containsSubsequence("notice book-full", "pin-entry", "menu");
    assertThat(offered())
        .containsExactlyElementsOf(
            pays ? List.of(Wish.WITHDRAW, Wish.BALANCE, Wish.SMALL_NOTES) : List.of(Wish.BALANCE));
  }

  @Test
  void updates_the_book_and_gives_it_back() {
    stands("A", false);
    book.answers(Service.BOOK_ROWS, OpenBook.rows(1, 7));
    booth.waits(2).typesPin().touch(Wish.UPDATE_BOOK).waits(5);
    takesBook();

    serve();

    assertThat(book.paper).containsExactly("page 1 row 7");
    assertThat(booth.pages()).endsWith("notice book-updated", "take book", "notice goodbye");
    assertThat(booth.blocks).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "57, RETURN_CARD, book-not-accepted",
    "75, PIN_STOP, wrong-pin-too-often",
    "91, SYSTEM_DOWN, bank-unreachable"
  })
  void gives_a_book_back_that_the_bank_does_not_serve_and_never_keeps_it_for_a_pin(
      String code, Action action, String told) throws Exception {
    book.answers(Service.BOOK_CHECK, OpenBook.refusing(code, action));
    booth.waits(7);
    takesBook();

    serve();

    assertThat(booth.pages()).endsWith("refusal " + told, "take book", "notice goodbye");
    verify(book.unit, never()).retain();
  }

  @Test
  void keeps_a_book_that_the_bank_wants_kept() throws Exception {
    book.answers(Service.BOOK_CHECK, OpenBook.refusing("43", Action.CAPTURE));

    serve();

    verify(book.unit).retain();
    verify(book.unit, never()).eject();
    assertThat(booth.pages()).endsWith("notice book-retained-by-bank", "notice goodbye");
    assertThat(booth.journal())
        .contains("BOOK RETAINED ***************0421 BY HOST", "TRANSACTION END");
  }

  @Test
  void gives_the_book_back_to_a_customer_who_leaves_at_a_question_of_the_bank() {
    book.answers(Service.BOOK_CHECK, OpenBook.refusing("55", Action.PIN_AGAIN));
    booth.waits(2).press(Key.CANCEL);
    takesBook();

    serve();

    assertThat(booth.journal()).contains("CANCELLED BY CUSTOMER", "BOOK TAKEN");
    assertThat(booth.pages()).endsWith("take book", "notice goodbye");
  }

  @Test
  void says_that_the_book_is_stuck_when_it_cannot_be_ejected() throws Exception {
    stands("A", false);
    booth.waits(2).press(Key.CANCEL);
    doThrow(OpenBook.fault(DeviceFault.Kind.JAMMED)).when(book.unit).eject();

    serve();

    assertThat(booth.journal()).contains("DEVICE FAULT PASSBOOK_UNIT JAMMED");
    assertThat(booth.pages()).endsWith("refusal machine-fault", "notice goodbye");
    verify(book.unit, never()).retain();
  }

  @ParameterizedTest
  @CsvSource({"NO_MEDIA, BOOK TAKEN", "FULL, BOOK NOT RETAINED ***************0421"})
  void keeps_a_forgotten_book_unless_it_was_taken_or_the_bin_is_full(
      DeviceFault.Kind kind, String told) throws Exception {
    stands("A", false);
    booth.waits(2).press(Key.CANCEL);
    when(book.unit.media()).thenReturn(CardReader.Media.AT_EXIT);
    doThrow(OpenBook.fault(kind)).when(book.unit).retain();

    serve();

    assertThat(booth.journal())
        .contains("BOOK RETAINING ***************0421")
        .anyMatch(line -> line.startsWith(told))
        .noneMatch(line -> line.startsWith("BOOK RETAINED"));
    assertThat(booth.pages()).doesNotContain("notice book-retained-forgotten");
  }

  @Test
  void prints_the_row_of_a_withdrawal_once_its_notes_are_counted() throws Exception {
    stands("A", false);
    book.answers(Service.WITHDRAWAL, Booth.answered("00", Action.APPROVE, Money.ofYuan(200)))
        .answers(Service.BOOK_ROWS, OpenBook.rows(1, 9));
    List<String> order = new ArrayList<>();
    doAnswer(call -> order.add("book ejected")).when(book.unit).eject();
    when(booth.dispenser.present())
        .thenAnswer(
            call -> {
              order.add("notes presented");
              return new Counted(Booth.mix("CASS1:100x2"), 0);
            });

    withdraws();
    booth.happens(new TerminalEvent.NotesTaken());
    serve();

    assertThat(book.paper).containsExactly("page 1 row 9");
    assertThat(order).containsExactly("book ejected", "notes presented");
  }

  private void withdraws() {
    booth.waits(2).typesPin().touch(Wish.WITHDRAW);
    booth.touch("amount-200").touch("mix-large_notes").touch(Wish.NO);
    booth.touch(Wish.CONFIRM);
    takesBook();
  }
}
