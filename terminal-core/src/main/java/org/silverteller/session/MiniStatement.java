package org.silverteller.session;

import java.util.List;
import org.silverteller.host.Details;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.money.Movement;
import org.silverteller.page.AccountPage;
import org.silverteller.page.Option;
import org.silverteller.page.Pace;
import org.silverteller.page.Page;
import org.silverteller.page.Wish;
import org.silverteller.store.TransactionRecord;

/** Shows the last movements of an account, and prints them where that is wanted; never speaks. */
final class MiniStatement implements Transaction {

  private final Desk desk;
  private final Holder holder;

  MiniStatement(Desk desk, Holder holder) {
    this.desk = desk;
    this.holder = holder;
  }

  @Override
  public Next run() throws Cancelled {
    Authorisation.Verdict verdict = desk.authorisation().ask(Service.STATEMENT, holder, Money.ZERO);
    if (!(verdict instanceof Authorisation.Verdict.Granted granted)) {
      return desk.refuse(verdict, holder);
    }
    desk.ledger().answered(granted.record(), granted.reply());
    List<Movement> movements =
        granted.reply().details() instanceof Details.Statement statement
            ? statement.movements()
            : List.of();
    show(granted.record(), movements);
    return Next.MENU;
  }

  private void show(TransactionRecord record, List<Movement> movements) throws Cancelled {
    Dialogue dialogue = desk.dialogue();
    boolean slip = desk.slips().possible() && !movements.isEmpty();
    int first = 0;
    while (true) {
      int from = first;
      boolean offered = slip;
      Option option = dialogue.ask(pace -> page(movements, from, pace, offered));
      if (option.equals(Wish.MORE.option())) {
        first = from + room(movements, dialogue.pace());
      } else if (option.equals(Wish.PRINT.option())) {
        desk.handOut(
            () -> desk.slips().print(record, holder, movements, dialogue.look().language()));
        slip = false;
      } else if (from == 0) {
        return;
      } else {
        first = Math.max(0, from - room(movements, dialogue.pace()));
      }
    }
  }

  private static Page page(List<Movement> movements, int from, Pace pace, boolean slip) {
    int to = Math.min(movements.size(), from + room(movements, pace));
    return new AccountPage.Statement(movements.subList(from, to), to < movements.size(), slip);
  }

  /** As many on each page, and on none more than the profile shows at once. */
  private static int room(List<Movement> movements, Pace pace) {
    int most = pace.optionsPerPage();
    int pages = Math.max(1, (movements.size() + most - 1) / most);
    return (movements.size() + pages - 1) / pages;
  }
}
