package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.silverteller.device.PinBlock;
import org.silverteller.host.Action;
import org.silverteller.host.Advice;
import org.silverteller.host.AdviceAnswer;
import org.silverteller.host.Details;
import org.silverteller.host.HostFault;
import org.silverteller.host.Reply;
import org.silverteller.host.Request;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Refusal.Account;
import org.silverteller.page.Page.Refusal.Reason;
import org.silverteller.page.ProfileId;
import org.silverteller.session.Authorisation.Verdict;
import org.silverteller.store.TransactionState;

class AuthorisationTest {

  private static final Money AMOUNT = Money.ofYuan(500);

  private final Booth booth = new Booth();
  private final Cardholder holder = Booth.ownCustomer();
  private final List<TransactionState> whenAsked = new ArrayList<>();
  private final List<byte[]> blocksSent = new ArrayList<>();
  private Desk desk = booth.desk();

  @Test
  void grants_what_the_host_approves_and_erases_the_pin_block() throws Exception {
    host(reply("00", Action.APPROVE));

    Verdict verdict = ask();

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Granted.class,
            granted -> assertThat(granted.reply()).isEqualTo(reply("00", Action.APPROVE)));
    assertThat(whenAsked).containsExactly(TransactionState.REQUESTED);
    assertThat(blocksSent).containsExactly(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    assertThatBlocksAreErased(1);
    assertThat(booth.pages()).endsWith("busy asking-bank");
  }

  @Test
  void asks_nothing_of_a_host_that_is_not_there() throws Exception {
    when(booth.host.ready()).thenReturn(false);

    assertThat(ask()).isEqualTo(refused(Reason.BANK_UNREACHABLE, Account.NOT_DEBITED, ""));

    verify(booth.host, never()).authorise(any());
    assertThat(booth.states()).isEmpty();
    assertThatBlocksAreErased(1);
  }

  @Test
  void asks_nothing_new_while_something_is_owed() throws Exception {
    booth.owes(1);
    when(booth.host.deliver(any())).thenReturn(AdviceAnswer.SILENCE);

    assertThat(ask()).isEqualTo(refused(Reason.BANK_UNREACHABLE, Account.NOT_DEBITED, ""));

    verify(booth.host, never()).authorise(any());
  }

  @Test
  void pays_its_debts_before_it_asks() throws Exception {
    booth.owes(1);
    when(booth.host.deliver(any())).thenReturn(new AdviceAnswer(true, "00", false));
    host(reply("00", Action.APPROVE));

    assertThat(ask()).isInstanceOf(Verdict.Granted.class);

    var order = inOrder(booth.host);
    order.verify(booth.host).deliver(any());
    order.verify(booth.host).authorise(any());
  }

  @Test
  void asks_for_the_pin_again_and_says_how_many_tries_are_left() throws Exception {
    host(reply("55", Action.PIN_AGAIN), reply("55", Action.PIN_AGAIN), reply("00", Action.APPROVE));
    booth.typesPin().typesPin();

    assertThat(ask()).isInstanceOf(Verdict.Granted.class);

    assertThat(booth.shown)
        .contains(
            new Page.PinEntry(0, Optional.empty()),
            new Page.PinEntry(0, Optional.of(2)),
            new Page.PinEntry(0, Optional.of(1)));
    assertThat(booth.states())
        .containsExactly(
            TransactionState.REQUESTED,
            TransactionState.DECLINED,
            TransactionState.REQUESTED,
            TransactionState.DECLINED,
            TransactionState.REQUESTED);
    assertThatBlocksAreErased(3);
  }

  @Test
  void gives_up_after_the_last_wrong_pin() throws Exception {
    var wrong = reply("55", Action.PIN_AGAIN);
    host(wrong, wrong, wrong);
    booth.typesPin().typesPin();

    assertThat(ask()).isEqualTo(refused(Reason.WRONG_PIN_TOO_OFTEN, Account.NOT_DEBITED, "55"));

    verify(booth.host, times(3)).authorise(any());
    assertThat(booth.journal()).endsWith("STAN 000003 RESPONSE 55");
  }

  @Test
  void asks_once_more_with_fresh_keys() throws Exception {
    host(reply("99", Action.NEW_KEYS_AND_RETRY), reply("00", Action.APPROVE));
    when(booth.host.signOn()).thenReturn(true);
    booth.typesPin();

    assertThat(ask()).isInstanceOf(Verdict.Granted.class);
    verify(booth.host).signOn();
  }

  @Test
  void asks_not_a_third_time_when_fresh_keys_did_not_help() throws Exception {
    host(reply("99", Action.NEW_KEYS_AND_RETRY), reply("A7", Action.NEW_KEYS_AND_RETRY));
    when(booth.host.signOn()).thenReturn(true);
    booth.typesPin();

    assertThat(ask()).isEqualTo(refused(Reason.BANK_UNREACHABLE, Account.NOT_DEBITED, "A7"));
    verify(booth.host).signOn();
  }

  @Test
  void gives_up_when_there_are_no_fresh_keys() throws Exception {
    host(reply("99", Action.NEW_KEYS_AND_RETRY));
    when(booth.host.signOn()).thenReturn(false);

    assertThat(ask()).isEqualTo(refused(Reason.BANK_UNREACHABLE, Account.NOT_DEBITED, "99"));
    verify(booth.host).authorise(any());
  }

  @Test
  void journals_a_sign_on_that_failed() throws Exception {
    host(reply("99", Action.NEW_KEYS_AND_RETRY));
    when(booth.host.signOn()).thenThrow(new HostFault(HostFault.Kind.DOWN, "no route"));

    assertThat(ask()).isEqualTo(refused(Reason.BANK_UNREACHABLE, Account.NOT_DEBITED, "99"));
    assertThat(booth.journal()).endsWith("SIGN-ON FAILED DOWN: no route");
  }

  @ParameterizedTest
  @EnumSource
  void owes_the_whole_amount_back_when_nothing_is_known(Reply.Unknown.Cause cause)
      throws Exception {
    host(new Reply.Unknown(cause));

    assertThat(ask()).isEqualTo(refused(Reason.NO_ANSWER, Account.GIVEN_BACK, ""));

    assertThat(booth.states()).endsWith(TransactionState.UNANSWERED);
    assertThat(booth.owed())
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.kind()).isEqualTo(Advice.Kind.REVERSAL);
              assertThat(advice.requested()).isEqualTo(AMOUNT);
              assertThat(advice.dispensed()).isEqualTo(Money.ZERO);
              assertThat(advice.reason() == Advice.Reason.WRONG_MAC)
                  .isEqualTo(cause == Reply.Unknown.Cause.WRONG_MAC);
            });
  }

  @Test
  void owes_nothing_for_an_inquiry_without_an_answer() throws Exception {
    host(new Reply.Unknown(Reply.Unknown.Cause.SILENCE));
    booth.typesPin();

    assertThat(desk.authorisation().ask(Service.BALANCE, holder, Money.ZERO))
        .isEqualTo(refused(Reason.NO_ANSWER, Account.NOT_DEBITED, ""));

    assertThat(booth.owed()).isEmpty();
    assertThat(booth.journal())
        .containsExactly("BALANCE STAN 000001 REQUESTED", "BALANCE 0.00 STAN 000001 SILENCE");
  }

  @Test
  void owes_nothing_for_a_request_that_never_left() throws Exception {
    host(new Reply.NotSent());

    assertThat(ask()).isEqualTo(refused(Reason.BANK_UNREACHABLE, Account.NOT_DEBITED, ""));

    assertThat(booth.states()).endsWith(TransactionState.NOT_SENT);
    assertThat(booth.owed()).isEmpty();
    assertThat(booth.journal()).endsWith("STAN 000001 NOT SENT");
  }

  @ParameterizedTest
  @CsvSource({"UNKNOWN, TIME_OUT, 0", "NEW_KEYS_AND_REVERSE, WRONG_MAC, 1"})
  void reverses_when_the_host_itself_does_not_know(Action action, Advice.Reason reason, int signOns)
      throws Exception {
    host(reply("A0", action));

    assertThat(ask()).isEqualTo(refused(Reason.NO_ANSWER, Account.GIVEN_BACK, "A0"));

    assertThat(booth.owed()).extracting(Advice::reason).containsExactly(reason);
    verify(booth.host, times(signOns)).signOn();
  }

  @Test
  void signs_on_again_when_the_host_does_not_know_the_terminal() throws Exception {
    host(reply("97", Action.SIGN_ON));

    assertThat(ask()).isEqualTo(refused(Reason.BANK_UNREACHABLE, Account.NOT_DEBITED, "97"));

    assertThat(booth.states()).endsWith(TransactionState.DECLINED);
    verify(booth.host).signOn();
  }

  @Test
  void keeps_the_card_when_the_host_says_so() throws Exception {
    host(reply("41", Action.CAPTURE));
    Verdict verdict = ask();
    assertThat(verdict).isInstanceOf(Verdict.Capture.class);
    assertThat(desk.refuse(verdict, holder)).isEqualTo(Transaction.Next.GOODBYE);
    verify(booth.reader).retain();
    verify(booth.host, never()).signOn();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void keeps_the_card_after_the_last_pin_try_only_where_the_bank_wants_it(boolean keep)
      throws Exception {
    desk = booth.desk(Booth.rules(new PinRules(4, 12, 3, keep)));
    host(reply("75", Action.PIN_STOP));

    assertThat(ask())
        .isEqualTo(
            keep
                ? new Verdict.Capture()
                : refused(Reason.WRONG_PIN_TOO_OFTEN, Account.NOT_DEBITED, "75"));
  }

  @ParameterizedTest
  @CsvSource({
    "LOWER_BALANCE, NOT_ENOUGH_MONEY, true",
    "LOWER_LIMIT, OVER_LIMIT, true",
    "OTHER_AMOUNT, AMOUNT_NOT_POSSIBLE, true",
    "COUNT_LIMIT, TOO_OFTEN_TODAY, false",
    "USE_CHIP, USE_CHIP, false",
    "RETURN_CARD, CALL_YOUR_BANK, false",
    "ALARM, BANK_UNREACHABLE, false",
    "WAIT, BANK_UNREACHABLE, false",
    "SYSTEM_DOWN, BANK_UNREACHABLE, false"
  })
  void tells_the_customer_why_and_whether_another_amount_may_do(
      Action action, Reason reason, boolean again) throws Exception {
    host(reply("99", action));

    assertThat(ask())
        .isEqualTo(new Verdict.Refused(new Page.Refusal(reason, Account.NOT_DEBITED, "99"), again));
  }

  @Test
  void opens_big_print_for_whom_the_host_calls_old_and_not_for_who_is_unknown() throws Exception {
    booth.dialogue.glass().use(ProfileId.ELDER);
    host(reply("00", Action.APPROVE));
    ask();
    assertThat(booth.dialogue.look().profile()).isEqualTo(ProfileId.ELDER);

    host(aged(Reply.AgeBand.UNDER_60));
    ask();
    assertThat(booth.dialogue.look().profile()).isEqualTo(ProfileId.STANDARD);

    host(aged(Reply.AgeBand.OVER_60));
    ask();
    assertThat(booth.dialogue.look().profile()).isEqualTo(ProfileId.ELDER);
  }

  private static Reply aged(Reply.AgeBand band) {
    return new Reply.Answered(
        "00", Action.APPROVE, AMOUNT, "", "", "", Optional.empty(), band, Details.NONE);
  }

  private Verdict ask() throws Cancelled {
    booth.typesPin();
    return desk.authorisation().ask(Service.WITHDRAWAL, holder, AMOUNT);
  }

  private static Verdict refused(Reason reason, Account account, String code) {
    return new Verdict.Refused(new Page.Refusal(reason, account, code), false);
  }

  private static Reply.Answered reply(String code, Action action) {
    return Booth.answered(code, action, AMOUNT);
  }

  private void host(Reply... replies) {
    var left = new ArrayList<>(List.of(replies));
    doAnswer(
            call -> {
              Request request = call.getArgument(0);
              whenAsked.add(booth.states().get(booth.states().size() - 1));
              blocksSent.add(request.pinBlock().map(PinBlock::reveal).orElseThrow());
              return left.remove(0);
            })
        .when(booth.host)
        .authorise(any());
  }

  private void assertThatBlocksAreErased(int blocks) {
    assertThat(booth.blocks)
        .hasSize(blocks)
        .allSatisfy(block -> assertThat(block.reveal()).containsOnly(0));
  }

  @Test
  void says_that_a_transfer_is_over_the_limit_in_words_of_transfers_alone() throws Exception {
    for (Action action : List.of(Action.LOWER_LIMIT, Action.COUNT_LIMIT)) {
      host(reply("61", action));
      assertThat(asked(Service.TRANSFER_OWN))
          .isEqualTo(
              new Verdict.Refused(
                  new Page.Refusal(Reason.OVER_TRANSFER_LIMIT, Account.NOT_TRANSFERRED, "61"),
                  true));
    }
    host(reply("51", Action.LOWER_BALANCE));
    assertThat(asked(Service.TRANSFER_OWN))
        .isEqualTo(
            new Verdict.Refused(
                new Page.Refusal(Reason.NOT_ENOUGH_MONEY, Account.NOT_TRANSFERRED, "51"), true));
  }

  @Test
  void says_that_a_transfer_can_no_longer_be_cancelled_only_when_the_bank_says_so()
      throws Exception {
    host(reply("25", Action.RETURN_CARD));
    assertThat(asked(Service.TRANSFER_CANCEL))
        .isEqualTo(
            new Verdict.Refused(
                new Page.Refusal(Reason.NOT_PENDING, Account.UNCHANGED, "25"), true));
    host(reply("91", Action.SYSTEM_DOWN));
    assertThat(asked(Service.TRANSFER_CANCEL))
        .isEqualTo(refused(Reason.BANK_UNREACHABLE, Account.UNCHANGED, "91"));
  }

  private Verdict asked(Service service) throws Cancelled {
    booth.typesPin();
    return desk.authorisation().ask(service, holder, AMOUNT);
  }
}
