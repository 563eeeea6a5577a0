package org.silverteller.session;

import java.util.Optional;
import org.silverteller.host.Reply;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.page.AccountPage;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Refusal.Account;
import org.silverteller.page.Page.Refusal.Reason;
import org.silverteller.page.Wish;
import org.silverteller.store.TransactionRecord;

/** Shows the balance on the screen, and prints it where that is wanted; never speaks it. */
final class BalanceInquiry implements Transaction {

  private final Desk desk;
  private final Holder holder;

  BalanceInquiry(Desk desk, Holder holder) {
    this.desk = desk;
    this.holder = holder;
  }

  @Override
  public Next run() throws Cancelled {
    Authorisation.Verdict verdict = desk.authorisation().ask(Service.BALANCE, holder, Money.ZERO);
    if (!(verdict instanceof Authorisation.Verdict.Granted granted)) {
      return desk.refuse(verdict, holder);
    }
    desk.ledger().answered(granted.record(), granted.reply());
    Optional<Reply.Balances> balances = granted.reply().balance();
    if (balances.isEmpty()) {
      desk.dialogue()
          .tellAwhile(
              new Page.Refusal(
                  Reason.BANK_UNREACHABLE, Account.NOT_DEBITED, granted.reply().code()));
      return Next.MENU;
    }
    show(granted.record(), balances.get());
    return Next.MENU;
  }

  private void show(TransactionRecord record, Reply.Balances balances) throws Cancelled {
    boolean slip = desk.slips().possible();
    while (desk.dialogue()
        .ask(new AccountPage.Balance(balances.available(), balances.ledger(), slip))
        .equals(Wish.PRINT.option())) {
      desk.handOut(
          () -> desk.slips().print(record, holder, balances, desk.dialogue().look().language()));
      slip = false;
    }
  }
}
