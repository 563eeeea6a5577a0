package org.silverteller.simulator.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.silverteller.money.Money;
import org.silverteller.money.Movement;

/** What people did with their account before the bank opened here: the same for everybody. */
final class AccountHistory {

  private record Act(int daysAgo, String summary, boolean credit, long fen) {}

  private static final List<Act> ACTS =
      List.of(
          new Act(1, "消费", false, 3_580),
          new Act(3, "手机充值", false, 5_000),
          new Act(8, "养老金", true, 215_000),
          new Act(8, "ATM取款", false, 50_000),
          new Act(12, "水费", false, 4_215),
          new Act(15, "退货", true, 12_800),
          new Act(17, "消费", false, 12_800),
          new Act(20, "电费", false, 9_640),
          new Act(21, "利息", true, 123),
          new Act(26, "柜台存款", true, 30_000));

  private AccountHistory() {}

  /**
   * @param opening the balance that it leads to
   * @return the newest first; shorter where so much was never there
   */
  static List<Movement> before(LocalDate day, Money opening) {
    List<Movement> movements = new ArrayList<>();
    long balance = opening.fen();
    for (Act act : ACTS) {
      if (act.credit() && act.fen() > balance) {
        return movements;
      }
      movements.add(
          new Movement(
              day.minusDays(act.daysAgo()),
              act.summary(),
              act.credit(),
              Money.ofFen(act.fen()),
              Money.ofFen(balance),
              false));
      balance -= act.credit() ? act.fen() : -act.fen();
    }
    return movements;
  }
}
