package org.silverteller.session;

import java.util.Optional;
import org.silverteller.device.PinBlock;
import org.silverteller.host.Particulars;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.page.AccountPage;
import org.silverteller.page.AccountPage.PinChange.Step;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.page.Page.Refusal.Account;
import org.silverteller.page.Page.Refusal.Reason;

/**
 * Another PIN for a card of the own bank. The new one is typed twice and leaves the pad each time
 * only as an encrypted block; that both are the same is seen from the blocks, so no PIN is ever
 * here in clear. A change whose answer never comes is reversed: the old PIN then holds again.
 */
final class PinChange implements Transaction {

  private static final int MOST_TRIES = 3;

  private final Desk desk;
  private final Holder holder;

  PinChange(Desk desk, Holder holder) {
    this.desk = desk;
    this.holder = holder;
  }

  @Override
  public Next run() throws Cancelled {
    if (!desk.pin().holdsOne()) {
      desk.pin().askCurrent(holder.account(), Optional.empty());
    }
    Step step = Step.NEW;
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<PinBlock> first = typed(step);
      if (first.isEmpty()) {
        return Next.MENU;
      }
      try {
        Optional<PinBlock> second = typed(Step.AGAIN);
        if (second.isEmpty()) {
          return Next.MENU;
        }
        boolean same = first.get().sameAs(second.get());
        second.get().erase();
        if (same) {
          return changed(first.get());
        }
      } finally {
        first.get().erase();
      }
      desk.ledger().journal("NEW PIN TYPED DIFFERENTLY");
      step = Step.DIFFERED;
    }
    desk.dialogue().tellAwhile(new Page.Refusal(Reason.PINS_DIFFER, Account.PIN_UNCHANGED, ""));
    return Next.MENU;
  }

  private Optional<PinBlock> typed(Step step) throws Cancelled {
    return desk.pin()
        .typed(
            holder.account(), digits -> new AccountPage.PinChange(step, digits, Optional.empty()));
  }

  private Next changed(PinBlock block) throws Cancelled {
    Authorisation.Verdict verdict =
        desk.authorisation()
            .ask(Service.PIN_CHANGE, holder, Money.ZERO, new Particulars.NewPin(block));
    if (!(verdict instanceof Authorisation.Verdict.Granted granted)) {
      return desk.refuse(verdict, holder);
    }
    desk.ledger().done(granted.record(), granted.reply());
    desk.dialogue().tellAwhile(new Page.Notice(Kind.PIN_CHANGED, Optional.empty()));
    return Next.MENU;
  }
}
