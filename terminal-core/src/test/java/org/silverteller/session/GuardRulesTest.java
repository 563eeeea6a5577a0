package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.silverteller.money.Money;
import org.silverteller.page.Option.Answer.Symbol;
import org.silverteller.page.Wording;
import org.silverteller.session.GuardRules.Answer;
import org.silverteller.session.GuardRules.Consequence;
import org.silverteller.session.GuardRules.Deed;
import org.silverteller.session.GuardRules.Occasion;
import org.silverteller.session.GuardRules.Question;

class GuardRulesTest {

  private static final List<Money> NOTHING = List.of();
  private final GuardRules rules = Guards.usual();

  @Test
  void asks_before_a_new_payee_is_paid_and_not_before_a_known_one() {
    assertThat(rules.asksBeforeTransfer(false, false)).isTrue();
    assertThat(rules.asksBeforeTransfer(false, true)).isFalse();
  }

  @Test
  void never_asks_between_own_accounts() {
    assertThat(Guards.asking(Occasion.values()).asksBeforeTransfer(true, false)).isFalse();
  }

  @Test
  void asks_before_any_third_party_where_the_bank_wants_that() {
    assertThat(Guards.asking(Occasion.THIRD_PARTY).asksBeforeTransfer(false, true)).isTrue();
  }

  @Test
  void asks_an_older_customer_from_five_thousand_yuan_on() {
    assertThat(rules.asksBeforeCash(true, Money.ofYuan(5000), NOTHING)).isTrue();
    assertThat(rules.asksBeforeCash(true, Money.ofYuan(4990), NOTHING)).isFalse();
    assertThat(rules.asksBeforeCash(false, Money.ofYuan(5000), NOTHING)).isFalse();
  }

  @Test
  void counts_what_an_older_customer_has_drawn_here_today() {
    assertThat(rules.asksBeforeCash(true, Money.ofYuan(2000), List.of(Money.ofYuan(3000))))
        .isTrue();
    assertThat(rules.asksBeforeCash(true, Money.ofYuan(1900), List.of(Money.ofYuan(3000))))
        .isFalse();
  }

  @Test
  void asks_everybody_before_a_second_large_withdrawal() {
    Money large = Money.ofYuan(3000);
    assertThat(rules.asksBeforeCash(false, large, List.of(large))).isTrue();
    assertThat(rules.asksBeforeCash(false, large, List.of(Money.ofYuan(2990)))).isFalse();
    assertThat(rules.asksBeforeCash(false, Money.ofYuan(2990), List.of(large))).isFalse();
  }

  @Test
  void asks_never_where_the_bank_wants_no_questions() {
    GuardRules none = Guards.asking();
    assertThat(none.asksBeforeTransfer(false, false)).isFalse();
    assertThat(none.asksBeforeCash(true, Money.ofYuan(20_000), List.of(Money.ofYuan(5000))))
        .isFalse();
  }

  @Test
  void asks_before_cash_only_what_is_meant_for_cash() {
    assertThat(rules.before(Deed.CASH)).containsExactly(Guards.PHONE);
    assertThat(rules.before(Deed.TRANSFER)).containsExactly(Guards.KNOWS, Guards.PHONE);
  }

  @Test
  void refuses_a_question_that_nobody_can_get_past() {
    Wording words = new Wording("问", "Question");
    assertThatThrownBy(
            () ->
                new Question(
                    "stuck",
                    List.of(Deed.CASH),
                    words,
                    List.of(
                        new Answer("a", Symbol.YES, Consequence.STOP, words),
                        new Answer("b", Symbol.NO, Consequence.CALL, words))))
        .hasMessage("answers of question stuck: none goes on, expected at least one go-on");
  }

  @Test
  void refuses_an_id_that_could_hold_words_of_a_customer() {
    assertThatThrownBy(() -> Guards.question("Who are you?", List.of(Deed.CASH), Consequence.STOP))
        .hasMessageContaining("expected small letters, digits and hyphens");
  }

  @Test
  void refuses_a_question_that_stands_before_nothing() {
    assertThatThrownBy(() -> Guards.question("idle", List.of(), Consequence.STOP))
        .hasMessage("before is empty: expected transfer, cash or both");
  }

  @Test
  void refuses_one_answer_alone_and_two_of_one_name() {
    Wording words = new Wording("问", "Question");
    Answer yes = new Answer("yes", Symbol.YES, Consequence.GO_ON, words);
    for (List<Answer> answers : List.of(List.of(yes), List.of(yes, yes))) {
      assertThatThrownBy(() -> new Question("payee", List.of(Deed.CASH), words, answers))
          .hasMessage(
              "answers of question payee: found [yes], expected at least two, each with an id of"
                  + " its own");
    }
  }

  @Test
  void refuses_a_notice_that_ends_before_it_begins_or_stays_too_long() {
    for (int seconds : new int[] {-1, 181}) {
      assertThatThrownBy(() -> cooling(seconds, List.of()))
          .hasMessage("cooling " + seconds + "s: expected 0s … 180s");
    }
    assertThat(cooling(180, List.of()).cooling()).hasMinutes(3);
    assertThat(cooling(0, List.of()).cooling()).isZero();
  }

  @Test
  void refuses_two_questions_of_one_name() {
    assertThatThrownBy(() -> cooling(15, List.of(Guards.PHONE, Guards.KNOWS, Guards.PHONE)))
        .hasMessage("questions: two are called told-by-phone, expected an id for each");
  }

  private static GuardRules cooling(int seconds, List<Question> questions) {
    return new GuardRules(
        List.of(),
        Money.ofYuan(5_000),
        Money.ofYuan(3_000),
        Duration.ofSeconds(seconds),
        Guards.NOTICE,
        questions);
  }
}
