package org.silverteller.session;

import java.time.Duration;
import java.util.List;
import org.silverteller.money.Money;
import org.silverteller.page.Option.Answer.Symbol;
import org.silverteller.page.Wording;
import org.silverteller.session.GuardRules.Answer;
import org.silverteller.session.GuardRules.Consequence;
import org.silverteller.session.GuardRules.Deed;
import org.silverteller.session.GuardRules.Occasion;
import org.silverteller.session.GuardRules.Question;

/** Questions against fraud, for tests. */
public final class Guards {

  static final Wording NOTICE = new Wording("提醒", "Notice");

  static final Question KNOWS = question("knows-payee", List.of(Deed.TRANSFER), Consequence.STOP);

  static final Question PHONE =
      question("told-by-phone", List.of(Deed.TRANSFER, Deed.CASH), Consequence.CALL);

  private Guards() {}

  static Question question(String id, List<Deed> before, Consequence risky) {
    return new Question(
        id,
        before,
        new Wording("问", "Question"),
        List.of(
            new Answer("safe", Symbol.YES, Consequence.GO_ON, new Wording("好", "Safe")),
            new Answer("risky", Symbol.NO, risky, new Wording("险", "Risky"))));
  }

  /** Asks two questions before a new payee is paid, and one before much cash. */
  public static GuardRules asking(Occasion... occasions) {
    return new GuardRules(
        List.of(occasions),
        Money.ofYuan(5_000),
        Money.ofYuan(3_000),
        Duration.ofSeconds(15),
        NOTICE,
        List.of(KNOWS, PHONE));
  }

  public static GuardRules usual() {
    return asking(Occasion.NEW_PAYEE, Occasion.ELDER_LARGE_CASH, Occasion.SECOND_LARGE_WITHDRAWAL);
  }
}
