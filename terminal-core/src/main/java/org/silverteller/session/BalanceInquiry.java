package org.silverteller.session;

import java.util.Optional;
import org.silverteller.host.Reply;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Refusal.Account;
import org.silverteller.page.Page.Refusal.Reason;

/** Shows the balance on the screen; never speaks it. */
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
    desk.dialogue().ask(new Page.Balance(balances.get().available(), balances.get().ledger()));
    return Next.MENU;
  }
}
