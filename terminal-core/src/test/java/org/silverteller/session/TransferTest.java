package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatcher;
import org.silverteller.card.AccountKind;
import org.silverteller.card.AccountNumber;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.PayeeName;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.event.DeviceName;
import org.silverteller.event.Key;
import org.silverteller.host.Action;
import org.silverteller.host.Advice;
import org.silverteller.host.Details;
import org.silverteller.host.Details.Payee.Standing;
import org.silverteller.host.Particulars;
import org.silverteller.host.Reply;
import org.silverteller.host.Request;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.page.Page.Refusal.Account;
import org.silverteller.page.Page.Refusal.Reason;
import org.silverteller.page.ProfileId;
import org.silverteller.page.TransferPage;
import org.silverteller.page.TransferPage.AccountEntry.Fault;
import org.silverteller.page.TransferPage.Stopped;
import org.silverteller.page.TransferPage.TransferDone;
import org.silverteller.page.TransferPage.TransferDone.Result;
import org.silverteller.page.TypedAccount;
import org.silverteller.page.Wish;
import org.silverteller.store.TransactionState;

/** Twelve hundred yuan to somebody, as the customer and the bank meet it. */
class TransferTest {

  private static final String TYPED = "6227000010080020334";
  private static final Money AMOUNT = Money.ofYuan(1_200);
  private static final Money PLENTY = Money.ofYuan(50_000);
  private static final PayeeName NAME = new PayeeName("周**");
  private static final LocalDateTime UNTIL = LocalDateTime.of(2026, 6, 19, 9, 0);

  private final Booth booth = new Booth();
  private final Map<Service, Reply> replies = new EnumMap<>(Service.class);
  private Desk desk = booth.desk();

  @BeforeEach
  void the_bank_knows_the_payee_and_says_yes() {
    tells(Standing.GOOD, false, true, true, PLENTY);
    replies.put(Service.TRANSFER_OTHER, Booth.answered("00", Action.APPROVE, AMOUNT));
    replies.put(Service.TRANSFER_OWN, Booth.answered("00", Action.APPROVE, AMOUNT));
    when(booth.host.authorise(any()))
        .thenAnswer(call -> replies.get(((Request) call.getArgument(0)).service()));
  }

  @Test
  void pays_somebody_at_once_when_the_customer_chooses_so() throws Exception {
    toOther().touch(Wish.AT_ONCE).touch(Wish.YES).touch(Wish.CONFIRM).touch(Wish.BACK);

    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.shown)
        .contains(
            new TransferPage.PayeeConfirm(NAME, "0334", new TypedAccount(TYPED), AMOUNT, false));
    assertThat(booth.shown).last().isEqualTo(done(Result.POSTED, 2));
    assertThat(booth.states()).endsWith(TransactionState.DONE);
    assertThat(booth.owed()).isEmpty();
    verify(booth.printer).print(any());
    assertThat(sent(Service.TRANSFER_OTHER).particulars())
        .isEqualTo(new Particulars.Transfer(own(), to(), NAME, false));
    assertThat(booth.allDone()).isTrue();
  }

  @Test
  void pays_somebody_after_24_hours_when_the_customer_chooses_so() throws Exception {
    toOther().touch(Wish.AFTER_24H).touch(Wish.NO).touch(Wish.CONFIRM).touch(Wish.EXIT);

    leaves();

    assertThat(booth.shown)
        .contains(
            new TransferPage.PayeeConfirm(NAME, "0334", new TypedAccount(TYPED), AMOUNT, true));
    assertThat(booth.shown).contains(done(Result.IN_24_HOURS, 2));
    verify(booth.printer, never()).print(any());
  }

  @Test
  void posts_after_24_hours_without_a_choice_in_big_print() throws Exception {
    booth.dialogue.glass().use(ProfileId.ELDER);
    toOther().touch(Wish.NO).touch(Wish.CONFIRM).touch(Wish.BACK);

    run();

    assertThat(booth.pages()).doesNotContain("transfer-when").contains("payee-confirm 24h");
  }

  @Test
  void offers_24_hours_first_in_big_print_where_the_bank_allows_a_choice() throws Exception {
    desk = booth.desk(with(new TransferRules(true, PLENTY, PLENTY, 16, 19, true, true)));
    booth.dialogue.glass().use(ProfileId.ELDER);
    toOther().touch(Wish.BACK);

    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.shown)
        .last()
        .isEqualTo(new TransferPage.TransferWhen(List.of(Wish.AFTER_24H, Wish.AT_ONCE)));
    assertThat(booth.states()).endsWith(TransactionState.ANSWERED);
  }

  @Test
  void posts_after_24_hours_where_the_rules_forbid_real_time() throws Exception {
    desk = booth.desk(with(new TransferRules(true, PLENTY, PLENTY, 16, 19, false, false)));
    toOther().touch(Wish.NO).touch(Wish.BACK);
    run();
    assertThat(booth.pages()).contains("payee-confirm 24h").doesNotContain("transfer-when");
  }

  @Test
  void posts_after_24_hours_where_the_bank_forbids_real_time() throws Exception {
    tells(Standing.GOOD, false, true, false, PLENTY);
    toOther().touch(Wish.NO).touch(Wish.BACK);
    run();
    assertThat(booth.pages()).contains("payee-confirm 24h").doesNotContain("transfer-when");
  }

  @Test
  void going_back_at_the_payee_moves_nothing() throws Exception {
    toOther().touch(Wish.AT_ONCE).touch(Wish.NO).touch(Wish.BACK);

    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    verify(booth.host, never()).authorise(argThat(asks(Service.TRANSFER_OTHER)));
  }

  @Test
  void refuses_an_account_that_nobody_has() throws Exception {
    tells(Standing.NOT_FOUND, false, false, false, Money.ZERO);
    toOther().waits(10);

    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Refusal(Reason.PAYEE_UNKNOWN, Account.NOT_TRANSFERRED, ""));
  }

  @Test
  void stops_at_a_case_account_before_any_question_and_owes_an_alert() throws Exception {
    tells(Standing.CASE, false, false, true, PLENTY);
    toOther().waits(10);

    assertThat(run()).isEqualTo(Transaction.Next.RETURN_CARD);

    assertThat(booth.shown).last().isEqualTo(new Stopped(Stopped.Cause.CASE_ACCOUNT, List.of()));
    assertThat(booth.owed())
        .extracting(Advice::kind, Advice::requested)
        .containsExactly(tuple(Advice.Kind.ALERT, AMOUNT));
    assertThat(desk.guard().transfersStopped()).isTrue();
    verify(booth.host, never()).authorise(argThat(asks(Service.TRANSFER_OTHER)));
  }

  @Test
  void stops_at_a_risky_answer_before_any_money_moves() throws Exception {
    tells(Standing.GOOD, false, false, true, PLENTY);
    toOther().touch("answer-risky").touch(Wish.COUNTER).waits(10);

    assertThat(run()).isEqualTo(Transaction.Next.RETURN_CARD);

    verify(booth.host, never()).authorise(argThat(asks(Service.TRANSFER_OTHER)));
  }

  @Test
  void refuses_more_than_is_left_today_or_than_the_rules_allow() throws Exception {
    tells(Standing.GOOD, false, true, true, Money.ofYuan(1_199));
    toOther().waits(10);
    run();
    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Refusal(Reason.OVER_TRANSFER_LIMIT, Account.NOT_TRANSFERRED, ""));

    // typed as somebody else's, it turns out the customer's own, for which less is allowed
    desk =
        booth.desk(with(new TransferRules(true, Money.ofYuan(1_000), PLENTY, 16, 19, true, true)));
    tells(Standing.GOOD, true, true, true, PLENTY);
    toOther().waits(10);
    run();
    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Refusal(Reason.OVER_TRANSFER_LIMIT, Account.NOT_TRANSFERRED, ""));
  }

  @Test
  void owes_the_whole_back_when_the_bank_approved_another_amount() throws Exception {
    replies.put(Service.TRANSFER_OTHER, Booth.answered("00", Action.APPROVE, Money.ofYuan(12_000)));
    toOther().touch(Wish.AT_ONCE).touch(Wish.NO).touch(Wish.CONFIRM).waits(10);

    assertThat(run()).isEqualTo(Transaction.Next.RETURN_CARD);

    assertThat(booth.owed())
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.kind()).isEqualTo(Advice.Kind.REVERSAL);
              assertThat(advice.reason()).isEqualTo(Advice.Reason.AMOUNT_INCORRECT);
            });
    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Refusal(Reason.NO_ANSWER, Account.TRANSFER_GIVEN_BACK, "00"));
  }

  @Test
  void owes_the_whole_back_when_the_bank_never_answers() throws Exception {
    replies.put(Service.TRANSFER_OTHER, new Reply.Unknown(Reply.Unknown.Cause.SILENCE));
    toOther().touch(Wish.AT_ONCE).touch(Wish.NO).touch(Wish.CONFIRM).waits(10);

    assertThat(run()).isEqualTo(Transaction.Next.RETURN_CARD);

    assertThat(booth.owed()).extracting(Advice::kind).containsExactly(Advice.Kind.REVERSAL);
    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Refusal(Reason.NO_ANSWER, Account.TRANSFER_GIVEN_BACK, ""));
  }

  @Test
  void a_payee_whom_the_bank_will_not_check_is_not_paid() throws Exception {
    replies.put(Service.PAYEE_CHECK, Booth.answered("57", Action.RETURN_CARD, Money.ZERO));
    toOther().waits(10);

    assertThat(run()).isEqualTo(Transaction.Next.RETURN_CARD);

    verify(booth.host, never()).authorise(argThat(asks(Service.TRANSFER_OTHER)));
  }

  @Test
  void a_slip_that_fails_is_told_and_the_transfer_stands() throws Exception {
    doThrow(new DeviceFault(DeviceName.RECEIPT_PRINTER, DeviceFault.Kind.JAMMED, ""))
        .when(booth.printer)
        .print(any());
    toOther().touch(Wish.AT_ONCE).touch(Wish.YES).touch(Wish.CONFIRM).waits(10).touch(Wish.BACK);

    run();

    assertThat(booth.shown)
        .contains(
            new Page.Notice(Kind.TRANSFER_SLIP_FAILED, Optional.empty()), done(Result.POSTED, 2));
    assertThat(booth.states()).endsWith(TransactionState.DONE);
  }

  @Test
  void asks_for_no_slip_without_paper() throws Exception {
    when(booth.printer.paper()).thenReturn(ReceiptPrinter.Paper.OUT);
    toOther().touch(Wish.AT_ONCE).touch(Wish.CONFIRM).touch(Wish.BACK);

    run();

    assertThat(booth.pages()).doesNotContain("question receipt");
  }

  @Test
  void moves_money_between_own_accounts_at_once_and_unasked() throws Exception {
    tells(Standing.GOOD, true, false, false, PLENTY);
    replies.put(
        Service.ACCOUNTS,
        answered(
            new Details.Accounts(
                List.of(
                    new Details.Account(own(), AccountKind.CARD),
                    new Details.Account(to(), AccountKind.SAVINGS)))));
    booth.touch(Wish.TO_OWN_ACCOUNT).typesPin().touch("account-1");
    amount().touch(Wish.NO).touch(Wish.CONFIRM).touch(Wish.BACK);

    run();

    assertThat(booth.shown).last().isEqualTo(done(Result.POSTED, 3));
    assertThat(booth.pages()).doesNotContain("transfer-when");
    verify(booth.host).authorise(argThat(asks(Service.TRANSFER_OWN)));
  }

  @Test
  void tells_a_customer_who_has_no_other_account() throws Exception {
    replies.put(
        Service.ACCOUNTS,
        answered(new Details.Accounts(List.of(new Details.Account(own(), AccountKind.CARD)))));
    booth.touch(Wish.TO_OWN_ACCOUNT).typesPin().waits(10);

    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Notice(Kind.NO_OTHER_ACCOUNTS, Optional.empty()));
  }

  @Test
  void a_bank_that_lists_no_accounts_ends_the_transfer() throws Exception {
    replies.put(Service.ACCOUNTS, Booth.answered("57", Action.RETURN_CARD, Money.ZERO));
    booth.touch(Wish.TO_OWN_ACCOUNT).typesPin().waits(10);

    assertThat(run()).isEqualTo(Transaction.Next.RETURN_CARD);
  }

  @Test
  void takes_no_account_that_is_too_short_or_the_card_itself_and_clears_at_a_touch()
      throws Exception {
    booth.touch(Wish.TO_OTHER_ACCOUNT);
    digits("62284800").press(Key.ENTER);
    digits("10020060421" + "99").press(Key.ENTER).press(Key.CLEAR);
    digits(TYPED).touch(Wish.CONFIRM).touch(Wish.BACK);

    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.shown)
        .filteredOn(TransferPage.AccountEntry.class::isInstance)
        .extracting(page -> ((TransferPage.AccountEntry) page).fault())
        .contains(Fault.LENGTH, Fault.SAME_ACCOUNT);
    assertThat(booth.shown)
        .last()
        .isEqualTo(new TransferPage.TransferAmount(Money.ZERO, PLENTY, false));
  }

  @Test
  void every_page_before_the_yes_leads_back() throws Exception {
    booth.touch(Wish.BACK);
    assertThat(run()).isEqualTo(Transaction.Next.MENU);
    booth.touch(Wish.TO_OTHER_ACCOUNT).touch(Wish.BACK);
    assertThat(run()).isEqualTo(Transaction.Next.MENU);
    assertThat(booth.committed).isEmpty();
  }

  @Test
  void cancels_a_pending_transfer_on_a_yes() throws Exception {
    pending(1);
    replies.put(Service.TRANSFER_CANCEL, Booth.answered("00", Action.APPROVE, Money.ZERO));
    booth.touch(Wish.PENDING_TRANSFERS).typesPin().touch("pending-1").touch(Wish.CONFIRM);
    booth.touch(Wish.BACK);

    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.shown)
        .contains(new TransferPage.CancelConfirm(NAME, "0334", AMOUNT, UNTIL))
        .last()
        .isEqualTo(new TransferDone(Result.CANCELLED, NAME, "0334", AMOUNT, "616909000001"));
    assertThat(sent(Service.TRANSFER_CANCEL).particulars())
        .isEqualTo(new Particulars.Cancel("616909000001"));
  }

  @Test
  void cancels_nothing_without_a_yes() throws Exception {
    pending(6);
    booth.touch(Wish.PENDING_TRANSFERS).typesPin().touch(Wish.MORE).touch("pending-4");
    booth.touch(Wish.BACK);
    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    booth.touch(Wish.PENDING_TRANSFERS).touch(Wish.BACK);
    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    verify(booth.host, never()).authorise(argThat(asks(Service.TRANSFER_CANCEL)));
  }

  @Test
  void tells_when_there_is_nothing_to_cancel() throws Exception {
    pending(0);
    booth.touch(Wish.PENDING_TRANSFERS).typesPin().waits(10);

    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Notice(Kind.NO_PENDING_TRANSFERS, Optional.empty()));
  }

  @Test
  void claims_nothing_when_the_cancellation_is_not_answered() throws Exception {
    pending(1);
    replies.put(Service.TRANSFER_CANCEL, new Reply.Unknown(Reply.Unknown.Cause.SILENCE));
    booth.touch(Wish.PENDING_TRANSFERS).typesPin().touch("pending-1").touch(Wish.CONFIRM);
    booth.waits(10);

    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Refusal(Reason.CANCEL_UNKNOWN, Account.ASK_AGAIN, ""));
  }

  @Test
  void a_bank_that_lists_no_pending_transfers_ends_it() throws Exception {
    replies.put(Service.PENDING_TRANSFERS, new Reply.Unknown(Reply.Unknown.Cause.SILENCE));
    booth.touch(Wish.PENDING_TRANSFERS).typesPin().waits(10);

    assertThat(run()).isEqualTo(Transaction.Next.RETURN_CARD);
  }

  private Transaction.Next run() throws Cancelled {
    return new Transfer(desk, Booth.ownCustomer()).run();
  }

  private void leaves() {
    assertThatThrownBy(this::run).isInstanceOf(Cancelled.class);
  }

  /** As far as what the bank says of the payee. */
  private Booth toOther() {
    booth.touch(Wish.TO_OTHER_ACCOUNT);
    digits(TYPED).press(Key.ENTER);
    return amount().typesPin();
  }

  private Booth amount() {
    return digits("1200").press(Key.ENTER);
  }

  private Booth digits(String digits) {
    digits.chars().forEach(digit -> booth.press(Key.ofDigit(digit - '0')));
    return booth;
  }

  private void tells(
      Standing standing, boolean own, boolean known, boolean realTime, Money leftToday) {
    replies.put(
        Service.PAYEE_CHECK,
        answered(new Details.Payee(standing, NAME, own, known, realTime, leftToday)));
  }

  private void pending(int count) {
    List<Details.PendingTransfer> transfers =
        IntStream.rangeClosed(1, count)
            .mapToObj(
                place ->
                    new Details.PendingTransfer("61690900000" + place, NAME, "0334", AMOUNT, UNTIL))
            .toList();
    replies.put(Service.PENDING_TRANSFERS, answered(new Details.Pending(transfers)));
  }

  private static Reply.Answered answered(Details details) {
    return new Reply.Answered(
        "00",
        Action.APPROVE,
        Money.ZERO,
        "",
        "RRN",
        "0619",
        Optional.empty(),
        Reply.AgeBand.UNKNOWN,
        details);
  }

  /** The transfer is the second request, between own accounts the third. */
  private static TransferDone done(Result result, int request) {
    return new TransferDone(result, NAME, "0334", AMOUNT, "61690900000" + request);
  }

  private Request sent(Service service) {
    var request = ArgumentCaptor.forClass(Request.class);
    verify(booth.host, atLeastOnce()).authorise(request.capture());
    return request.getAllValues().stream()
        .filter(one -> one.service() == service)
        .findFirst()
        .orElseThrow();
  }

  private static ArgumentMatcher<Request> asks(Service service) {
    return request -> request != null && request.service() == service;
  }

  private static SessionRules with(TransferRules transfer) {
    SessionRules usual = Booth.rules(PinRules.DEFAULT);
    return new SessionRules(
        usual.terminalId(),
        usual.withdrawal(),
        usual.deposit(),
        usual.pin(),
        transfer,
        usual.guard(),
        usual.pinFormat(),
        usual.books(),
        usual.receiptHead(),
        usual.receiptFoot());
  }

  private static AccountNumber own() {
    return Booth.track2().pan();
  }

  private static AccountNumber to() {
    try {
      return AccountNumber.of(TYPED);
    } catch (CardFormatException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
