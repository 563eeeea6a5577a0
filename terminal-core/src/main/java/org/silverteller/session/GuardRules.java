package org.silverteller.session;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.silverteller.money.Money;
import org.silverteller.page.Option;
import org.silverteller.page.Wording;

/**
 * fraud.yaml: what a customer is asked before money goes where it cannot be fetched back, and what
 * follows from the answers (service rules 5.4). Words stand in the file alone.
 *
 * @param askWhen the occasions on which the questions are asked; none asks never
 * @param elderCash an older customer who has with this withdrawal drawn so much here today is asked
 * @param largeCash from this amount on a withdrawal is large; the second one of a day here is asked
 *     about
 * @param cooling how long the notice stays before the customer can go on
 * @param notice what the customer is told after the questions
 * @param questions in the order asked
 */
public record GuardRules(
    List<Occasion> askWhen,
    Money elderCash,
    Money largeCash,
    Duration cooling,
    Wording notice,
    List<Question> questions) {

  private static final Duration LONGEST_COOLING = Duration.ofMinutes(3);

  /** When the questions are asked. */
  public enum Occasion {
    /** A transfer to somebody else's account. */
    THIRD_PARTY,
    /** A transfer to an account that the customer has not paid before. */
    NEW_PAYEE,
    ELDER_LARGE_CASH,
    SECOND_LARGE_WITHDRAWAL
  }

  /** What is about to be done. */
  public enum Deed {
    TRANSFER,
    CASH
  }

  /** What an answer leads to. All but the first stop what was about to be done. */
  public enum Consequence {
    GO_ON,
    STOP,
    /** As STOP; calling somebody is offered first. */
    CALL,
    /** As STOP; coming again tomorrow is offered first. */
    TOMORROW,
    /** As STOP; the counter is offered first. */
    COUNTER
  }

  /**
   * One question.
   *
   * @param id for the journal: letters, digits and hyphens
   * @param before what it is asked before
   * @param answers in the order shown
   */
  public record Question(String id, List<Deed> before, Wording words, List<Answer> answers) {
    public Question {
      refuseUnlessId(id);
      before = List.copyOf(before);
      answers = List.copyOf(answers);
      if (before.isEmpty()) {
        throw new IllegalArgumentException("before is empty: expected transfer, cash or both");
      }
      Set<String> ids = new HashSet<>();
      boolean twice = answers.stream().anyMatch(answer -> !ids.add(answer.id()));
      if (answers.size() < 2 || twice) {
        throw new IllegalArgumentException(
            "answers of question "
                + id
                + ": found "
                + ids
                + ", expected at least two, each with an id of its own");
      }
      if (answers.stream().noneMatch(answer -> answer.leadsTo() == Consequence.GO_ON)) {
        throw new IllegalArgumentException(
            "answers of question " + id + ": none goes on, expected at least one go-on");
      }
    }
  }

  /**
   * One answer to it.
   *
   * @param symbol the drawing beside the words
   */
  public record Answer(String id, Option.Answer.Symbol symbol, Consequence leadsTo, Wording words) {
    public Answer {
      refuseUnlessId(id);
    }

    Option.Answer option() {
      return new Option.Answer(id, words, symbol);
    }
  }

  public GuardRules {
    askWhen = List.copyOf(askWhen);
    questions = List.copyOf(questions);
    if (cooling.isNegative() || cooling.compareTo(LONGEST_COOLING) > 0) {
      throw new IllegalArgumentException(
          "cooling "
              + cooling.toSeconds()
              + "s: expected 0s … "
              + LONGEST_COOLING.toSeconds()
              + "s");
    }
    Set<String> ids = new HashSet<>();
    for (Question question : questions) {
      if (!ids.add(question.id())) {
        throw new IllegalArgumentException(
            "questions: two are called " + question.id() + ", expected an id for each");
      }
    }
  }

  private static void refuseUnlessId(String id) {
    if (!id.matches("[a-z0-9][a-z0-9-]{0,30}")) {
      throw new IllegalArgumentException(
          "id '" + id + "': expected small letters, digits and hyphens");
    }
  }

  /** The questions that stand before a deed, in order. */
  List<Question> before(Deed deed) {
    return questions.stream().filter(question -> question.before().contains(deed)).toList();
  }

  /**
   * @param known the customer has paid this account before
   */
  boolean asksBeforeTransfer(boolean own, boolean known) {
    return !own
        && (askWhen.contains(Occasion.THIRD_PARTY)
            || !known && askWhen.contains(Occasion.NEW_PAYEE));
  }

  /**
   * @param drawn what this machine has paid from the account today, each withdrawal
   */
  boolean asksBeforeCash(boolean elder, Money amount, List<Money> drawn) {
    Money day = drawn.stream().reduce(amount, Money::plus);
    boolean much = elder && !elderCash.isMoreThan(day);
    boolean second = large(amount) && drawn.stream().anyMatch(this::large);
    return much && askWhen.contains(Occasion.ELDER_LARGE_CASH)
        || second && askWhen.contains(Occasion.SECOND_LARGE_WITHDRAWAL);
  }

  private boolean large(Money amount) {
    return !largeCash.isMoreThan(amount);
  }
}
