package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.card.CardProduct;
import org.silverteller.card.CardScheme;
import org.silverteller.card.PassbookStripe;
import org.silverteller.card.PayeeName;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.Key;
import org.silverteller.host.Details;
import org.silverteller.money.Money;
import org.silverteller.page.Page;
import org.silverteller.page.Wish;

class ServiceMenuTest {

  private final Booth booth = new Booth();
  private TransferRules transfer = TransferRules.DEFAULT;
  private BookRules books = BookRules.DEFAULT;

  private Desk desk() {
    return booth.desk(Booth.rules(PinRules.DEFAULT, transfer, books));
  }

  private void fitAcceptor() {
    CashAcceptor acceptor = mock(CashAcceptor.class);
    lenient().when(booth.hardware.cashAcceptor()).thenReturn(Optional.of(acceptor));
    lenient().when(acceptor.status()).thenReturn(DeviceStatus.ONLINE);
    lenient()
        .when(acceptor.capabilities())
        .thenReturn(new CashAcceptor.Capabilities(true, false, true, true, 200));
  }

  private void holdNoSmallNotes() {
    booth.holds(Booth.unit("CASS1", 100, 100), Booth.unit("CASS3", 10, 0));
  }

  private void paysFromFull(boolean pays) {
    books = new BookRules(List.of(PassbookStripe.DEFAULT), List.of(BookLayout.DEFAULT), 3, 5, pays);
  }

  /** What a customer finds who looks at so many further pages of the menu and then leaves. */
  private List<Wish> offered(Holder holder, int furtherPages) {
    return offered(desk(), holder, furtherPages);
  }

  private List<Wish> offered(Desk desk, Holder holder, int furtherPages) {
    for (int page = 0; page < furtherPages; page++) {
      booth.touch(Wish.MORE);
    }
    booth.press(Key.CANCEL);
    int before = booth.shown.size();
    assertThatThrownBy(() -> new ServiceMenu(desk).choose(holder)).isInstanceOf(Cancelled.class);
    assertThat(booth.allDone()).isTrue();
    List<Page.Menu> menus = booth.shown.stream().skip(before).map(Page.Menu.class::cast).toList();
    assertThat(menus.get(menus.size() - 1).wishes()).doesNotContain(Wish.MORE);
    return menus.stream()
        .flatMap(menu -> menu.wishes().stream())
        .filter(wish -> wish != Wish.MORE)
        .toList();
  }

  @Test
  void offers_a_book_all_that_the_machine_can_do_with_it() {
    fitAcceptor();
    assertThat(offered(OpenBook.holder(), 1))
        .containsExactly(
            Wish.WITHDRAW, Wish.DEPOSIT, Wish.UPDATE_BOOK, Wish.BALANCE, Wish.SMALL_NOTES);
  }

  @Test
  void offers_a_book_no_deposit_where_no_acceptor_is_fitted() {
    assertThat(offered(OpenBook.holder(), 0))
        .containsExactly(Wish.WITHDRAW, Wish.UPDATE_BOOK, Wish.BALANCE, Wish.SMALL_NOTES);
  }

  @Test
  void offers_a_book_no_small_notes_when_none_are_inside() {
    holdNoSmallNotes();
    assertThat(offered(OpenBook.holder(), 0))
        .containsExactly(Wish.WITHDRAW, Wish.UPDATE_BOOK, Wish.BALANCE);
  }

  @Test
  void offers_cash_but_no_rows_to_a_full_book_where_the_bank_wants_that() {
    fitAcceptor();
    paysFromFull(true);
    assertThat(offered(OpenBook.holderOfFullBook(), 0))
        .containsExactly(Wish.WITHDRAW, Wish.DEPOSIT, Wish.BALANCE, Wish.SMALL_NOTES);
  }

  @Test
  void offers_only_the_balance_to_a_full_book_where_the_bank_pays_nothing_from_it() {
    fitAcceptor();
    paysFromFull(false);
    assertThat(offered(OpenBook.holderOfFullBook(), 0)).containsExactly(Wish.BALANCE);
    assertThat(offered(OpenBook.holder(), 1)).contains(Wish.WITHDRAW, Wish.UPDATE_BOOK);
  }

  @Test
  void offers_no_update_to_a_book_of_a_form_that_nobody_here_knows() {
    fitAcceptor();
    assertThat(offered(OpenBook.holderOfUnknownForm(), 0))
        .containsExactly(Wish.WITHDRAW, Wish.DEPOSIT, Wish.BALANCE, Wish.SMALL_NOTES);
  }

  @Test
  void offers_an_own_card_everything_in_the_order_of_how_often_it_is_wanted() {
    fitAcceptor();
    assertThat(offered(Booth.ownCustomer(), 1))
        .containsExactly(
            Wish.WITHDRAW,
            Wish.DEPOSIT,
            Wish.BALANCE,
            Wish.SMALL_NOTES,
            Wish.TRANSFER,
            Wish.STATEMENT,
            Wish.PIN_CHANGE);
  }

  @Test
  void offers_no_cash_when_not_a_note_is_inside_and_all_the_rest() {
    fitAcceptor();
    booth.holds(Booth.unit("CASS1", 100, 0), Booth.unit("CASS3", 10, 0));
    assertThat(offered(Booth.ownCustomer(), 1))
        .containsExactly(
            Wish.DEPOSIT, Wish.BALANCE, Wish.TRANSFER, Wish.STATEMENT, Wish.PIN_CHANGE);
    assertThat(offered(OpenBook.holder(), 0))
        .containsExactly(Wish.DEPOSIT, Wish.UPDATE_BOOK, Wish.BALANCE);
    assertThat(offered(Booth.holder(CardScheme.VISA, CardProduct.Issuer.FOREIGN), 0))
        .containsExactly(Wish.BALANCE);
  }

  @ParameterizedTest
  @CsvSource({"UNIONPAY, DOMESTIC", "VISA, FOREIGN"})
  void offers_cards_of_other_banks_cash_and_balance_alone(
      CardScheme scheme, CardProduct.Issuer issuer) {
    fitAcceptor();
    assertThat(offered(Booth.holder(scheme, issuer), 0))
        .containsExactly(Wish.WITHDRAW, Wish.BALANCE, Wish.SMALL_NOTES);
  }

  @Test
  void offers_no_transfer_where_the_bank_makes_none_here() {
    TransferRules usual = TransferRules.DEFAULT;
    transfer =
        new TransferRules(
            false,
            usual.ownMaxPerTransaction(),
            usual.otherMaxPerTransaction(),
            usual.accountMinDigits(),
            usual.accountMaxDigits(),
            usual.realTime(),
            usual.elderRealTime());
    assertThat(offered(Booth.ownCustomer(), 1))
        .contains(Wish.STATEMENT, Wish.PIN_CHANGE)
        .doesNotContain(Wish.TRANSFER);
  }

  @Test
  void offers_no_transfer_again_in_a_conversation_in_which_one_was_stopped() throws Exception {
    Desk desk = desk();
    booth.touch("answer-risky").touch(Wish.COUNTER).waits(5);
    var payee =
        new Details.Payee(
            Details.Payee.Standing.GOOD,
            new PayeeName("王**"),
            false,
            false,
            true,
            Money.ofYuan(1000));
    assertThat(desk.guard().letsTransfer(payee)).isFalse();

    assertThat(offered(desk, Booth.ownCustomer(), 1)).doesNotContain(Wish.TRANSFER);

    desk.guard().forget();
    assertThat(offered(desk, Booth.ownCustomer(), 1)).contains(Wish.TRANSFER);
  }

  @Test
  void comes_back_to_the_first_page_from_a_further_one() throws Exception {
    booth.touch(Wish.MORE).touch(Wish.BACK).touch(Wish.BALANCE);

    assertThat(new ServiceMenu(desk()).choose(Booth.ownCustomer()))
        .isInstanceOf(BalanceInquiry.class);

    assertThat(booth.shown).hasSize(3);
    assertThat(booth.shown.get(2)).isEqualTo(booth.shown.get(0)).isNotEqualTo(booth.shown.get(1));
  }

  @Test
  void turns_the_wishes_of_a_book_into_what_serves_them() throws Exception {
    new OpenBook(booth);
    fitAcceptor();
    booth.touch(Wish.UPDATE_BOOK).touch(Wish.DEPOSIT).touch(Wish.WITHDRAW);
    ServiceMenu menu = new ServiceMenu(desk());

    assertThat(menu.choose(OpenBook.holder())).isInstanceOf(PassbookUpdate.class);
    assertThat(menu.choose(OpenBook.holder())).isInstanceOf(Deposit.class);
    assertThat(menu.choose(OpenBook.holder())).isInstanceOf(Withdrawal.class);
  }
}
