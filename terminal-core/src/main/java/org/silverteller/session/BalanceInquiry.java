package org.silverteller.session;

import org.silverteller.host.Reply;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.page.Page;

/** Shows the balance on the screen; never speaks it. */
final class BalanceInquiry implements Transaction {

  private final Desk desk;
  private final Cardholder holder;

  BalanceInquiry(Desk desk, Cardholder holder) {
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
    Reply.Balances balances =
        granted.reply().balance().orElse(new Reply.Balances(Money.ZERO, Money.ZERO));
    desk.dialogue().ask(new Page.Balance(balances.available(), balances.ledger()));
    return Next.MENU;
  }
}
