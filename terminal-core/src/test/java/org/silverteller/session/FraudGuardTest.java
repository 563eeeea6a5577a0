package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.card.CardProduct;
import org.silverteller.card.CardScheme;
import org.silverteller.card.PayeeName;
import org.silverteller.event.Key;
import org.silverteller.host.Action;
import org.silverteller.host.Advice;
import org.silverteller.host.CardEntry;
import org.silverteller.host.Details;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.page.Option.Answer.Symbol;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.page.ProfileId;
import org.silverteller.page.TransferPage.Cooling;
import org.silverteller.page.TransferPage.Stopped;
import org.silverteller.page.Wish;
import org.silverteller.session.GuardRules.Consequence;
import org.silverteller.session.GuardRules.Deed;
import org.silverteller.session.GuardRules.Occasion;
import org.silverteller.session.GuardRules.Question;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

class FraudGuardTest {

  private static final Money LARGE = Money.ofYuan(3_000);

  private final Booth booth = new Booth();

  @Test
  void lets_a_transfer_to_a_known_payee_go_on_unasked() throws Exception {
    assertThat(guard(Guards.usual()).letsTransfer(payee(false, true))).isTrue();
    assertThat(booth.shown).isEmpty();
    assertThat(booth.journal()).isEmpty();
  }

  @Test
  void asks_every_question_before_a_new_payee_is_paid_and_lets_time_pass() throws Exception {
    booth.touch("answer-safe").touch("answer-safe");

    assertThat(guard(Guards.usual()).letsTransfer(payee(false, false))).isTrue();

    assertThat(booth.pages().stream().distinct())
        .containsExactly("guard-question knows-payee", "guard-question told-by-phone", "cooling");
    assertThat(booth.secondsPassed()).isEqualTo(15);
    assertThat(booth.journal())
        .containsExactly(
            "GUARD ASKS BEFORE TRANSFER",
            "GUARD knows-payee ANSWERED safe",
            "GUARD told-by-phone ANSWERED safe",
            "GUARD PASSED");
  }

  @Test
  void shows_the_seconds_left_and_no_touch_or_key_shortens_them() throws Exception {
    booth.touch("answer-safe").touch("answer-safe").press(Key.ENTER, Key.CLEAR, Key.ENTER);

    assertThat(guard(Guards.usual()).letsTransfer(payee(false, false))).isTrue();

    assertThat(booth.shown)
        .filteredOn(Cooling.class::isInstance)
        .containsExactly(
            new Cooling(Guards.NOTICE, 15),
            new Cooling(Guards.NOTICE, 10),
            new Cooling(Guards.NOTICE, 5));
    assertThat(booth.secondsPassed()).isEqualTo(15);
  }

  @Test
  void a_customer_who_leaves_while_time_passes_has_not_passed() {
    booth.touch("answer-safe").touch("answer-safe").waits(3).touch(Wish.EXIT);

    assertThatThrownBy(() -> guard(Guards.usual()).letsTransfer(payee(false, false)))
        .isInstanceOf(Cancelled.class);
    assertThat(booth.journal()).doesNotContain("GUARD PASSED");
  }

  @Test
  void no_notice_stands_where_the_bank_wants_no_time_to_pass() throws Exception {
    GuardRules usual = Guards.usual();
    var hasty =
        new GuardRules(
            usual.askWhen(),
            usual.elderCash(),
            usual.largeCash(),
            Duration.ZERO,
            usual.notice(),
            usual.questions());
    booth.touch("answer-safe").touch("answer-safe");

    assertThat(guard(hasty).letsTransfer(payee(false, false))).isTrue();
    assertThat(booth.shown).noneMatch(Cooling.class::isInstance);
  }

  @Test
  void a_risky_answer_stops_at_once_and_for_the_rest_of_the_visit() throws Exception {
    FraudGuard guard = guard(Guards.usual());
    booth.touch("answer-risky").touch(Wish.CALL);

    assertThat(guard.letsTransfer(payee(false, false))).isFalse();

    assertThat(guard.transfersStopped()).isTrue();
    assertThat(booth.shown)
        .contains(
            new Stopped(Stopped.Cause.TRANSFER, List.of(Wish.CALL, Wish.TOMORROW, Wish.COUNTER)),
            new Page.Notice(Kind.CALL_FIRST, Optional.empty()));
    assertThat(booth.journal())
        .containsExactly(
            "GUARD ASKS BEFORE TRANSFER",
            "GUARD knows-payee ANSWERED risky",
            "GUARD STOPPED TRANSFER AT knows-payee",
            "GUARD CUSTOMER WILL CALL");

    guard.forget();
    assertThat(guard.transfersStopped()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "STOP, CALL TOMORROW COUNTER",
    "CALL, CALL TOMORROW COUNTER",
    "TOMORROW, TOMORROW CALL COUNTER",
    "COUNTER, COUNTER CALL TOMORROW",
  })
  void offers_first_what_the_answer_leads_to(Consequence consequence, String offered)
      throws Exception {
    booth.touch("answer-risky").touch(Wish.COUNTER);

    guard(one(consequence)).letsTransfer(payee(false, false));

    assertThat(booth.shown)
        .filteredOn(Stopped.class::isInstance)
        .singleElement()
        .extracting(page -> ((Stopped) page).wishes().stream().map(Wish::name).toList())
        .isEqualTo(List.of(offered.split(" ", -1)));
    assertThat(booth.shown).contains(new Page.Notice(Kind.GO_TO_COUNTER, Optional.empty()));
    assertThat(booth.journal()).endsWith("GUARD CUSTOMER GOES TO THE COUNTER");
  }

  @Test
  void a_customer_may_come_again_tomorrow() throws Exception {
    booth.touch("answer-risky").touch(Wish.TOMORROW);

    guard(one(Consequence.TOMORROW)).letsTransfer(payee(false, false));

    assertThat(booth.shown).contains(new Page.Notice(Kind.COME_TOMORROW, Optional.empty()));
    assertThat(booth.journal()).endsWith("GUARD CUSTOMER WILL COME TOMORROW");
  }

  @Test
  void speaks_of_cash_where_it_stops_cash() throws Exception {
    booth.dialogue.glass().use(ProfileId.ELDER);
    booth.touch("answer-risky").touch(Wish.COME_TOMORROW);

    assertThat(draws(Guards.usual(), Booth.ownCustomer(), Money.ofYuan(5_000))).isFalse();

    assertThat(booth.shown)
        .contains(
            new Stopped(Stopped.Cause.CASH, List.of(Wish.CALL, Wish.COME_TOMORROW, Wish.COUNTER)),
            new Page.Notice(Kind.COME_TOMORROW, Optional.empty()));
    assertThat(booth.journal())
        .containsExactly(
            "GUARD ASKS BEFORE CASH",
            "GUARD told-by-phone ANSWERED risky",
            "GUARD STOPPED CASH AT told-by-phone",
            "GUARD CUSTOMER WILL COME TOMORROW");
  }

  @Test
  void leaving_the_page_that_stops_is_no_way_on() {
    FraudGuard guard = guard(Guards.usual());
    booth.touch("answer-risky").touch(Wish.EXIT);

    assertThatThrownBy(() -> guard.letsTransfer(payee(false, false))).isInstanceOf(Cancelled.class);
    assertThat(guard.transfersStopped()).isTrue();
  }

  @Test
  void answers_that_have_no_room_stand_behind_more() throws Exception {
    var answers =
        List.of("one", "two", "three", "four", "five").stream()
            .map(id -> new GuardRules.Answer(id, Symbol.PEOPLE, Consequence.GO_ON, Guards.NOTICE))
            .toList();
    booth.touch(Wish.MORE).touch(Wish.MORE).touch(Wish.MORE).touch("answer-five");

    assertThat(
            guard(one(new Question("purpose", List.of(Deed.TRANSFER), Guards.NOTICE, answers)))
                .letsTransfer(payee(false, false)))
        .isTrue();
    assertThat(booth.journal()).contains("GUARD purpose ANSWERED five");
  }

  @Test
  void asks_before_a_second_large_withdrawal_of_a_day() throws Exception {
    assertThat(draws(Guards.usual(), Booth.ownCustomer(), LARGE)).isTrue();
    assertThat(booth.shown).isEmpty();

    booth.touch("answer-safe");
    assertThat(draws(Guards.usual(), Booth.ownCustomer(), LARGE, LARGE)).isTrue();
    assertThat(booth.pages().stream().distinct())
        .containsExactly("guard-question told-by-phone", "cooling");
  }

  @Test
  void a_card_for_seniors_is_an_older_customers_in_small_print_too() throws Exception {
    var senior =
        new Cardholder(
            Booth.track2(),
            new CardProduct(CardScheme.UNIONPAY, CardProduct.Issuer.OWN, true),
            CardEntry.STRIPE);
    booth.touch("answer-safe");

    assertThat(draws(Guards.usual(), senior, Money.ofYuan(5_000))).isTrue();
    assertThat(booth.pages()).contains("guard-question told-by-phone");
  }

  @Test
  void stops_at_the_case_list_in_neutral_words_and_tells_the_bank() {
    FraudGuard guard = guard(Guards.usual());
    TransactionRecord check =
        booth.ledger.open(Service.PAYEE_CHECK, Booth.ownCustomer(), Money.ZERO, "****0334");

    guard.stopAtCase(check, Booth.answered("00", Action.APPROVE, Money.ZERO), LARGE);

    assertThat(guard.transfersStopped()).isTrue();
    assertThat(booth.shown).containsOnly(new Stopped(Stopped.Cause.CASE_ACCOUNT, List.of()));
    assertThat(booth.states()).endsWith(TransactionState.ANSWERED);
    assertThat(booth.owed())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.kind()).isEqualTo(Advice.Kind.ALERT);
              assertThat(alert.requested()).isEqualTo(LARGE);
              assertThat(alert.dispensed()).isEqualTo(Money.ZERO);
              assertThat(alert.original().stan()).isEqualTo(check.stan());
            });
  }

  private FraudGuard guard(GuardRules rules) {
    return new FraudGuard(booth.dialogue, booth.ledger, rules);
  }

  private boolean draws(GuardRules rules, Holder holder, Money amount, Money... drawn)
      throws Cancelled {
    return guard(rules).letsDraw(holder, amount, List.of(drawn));
  }

  private static GuardRules one(Consequence risky) {
    return one(Guards.question("only", List.of(Deed.TRANSFER), risky));
  }

  private static GuardRules one(Question question) {
    return new GuardRules(
        List.of(Occasion.THIRD_PARTY),
        LARGE,
        LARGE,
        Duration.ZERO,
        Guards.NOTICE,
        List.of(question));
  }

  private static Details.Payee payee(boolean own, boolean known) {
    return new Details.Payee(
        Details.Payee.Standing.GOOD, new PayeeName("周**"), own, known, true, Money.ofYuan(50_000));
  }
}
