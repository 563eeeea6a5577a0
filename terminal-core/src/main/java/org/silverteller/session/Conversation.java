package org.silverteller.session;

import java.time.Duration;
import java.util.Optional;
import org.silverteller.device.Lights;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.page.Page.Refusal.Account;
import org.silverteller.page.Page.Refusal.Reason;
import org.silverteller.page.Page.Take;

/** What is the same in every conversation, whatever it began with. */
final class Conversation {

  /** How long it is said that big print was opened. */
  static final Duration GREETING = Duration.ofSeconds(2);

  private final Desk desk;
  private final Dialogue dialogue;

  /** How a conversation opens, once it is known whose account it is. */
  @FunctionalInterface
  interface Opening {
    void run() throws Cancelled;
  }

  Conversation(Desk desk) {
    this.desk = desk;
    this.dialogue = desk.dialogue();
  }

  /** One service after the other, until the customer leaves or one of them ends it. */
  void serve(Holder holder, Opening opening) {
    Transaction.Next next = Transaction.Next.MENU;
    try {
      opening.run();
      while (next == Transaction.Next.MENU) {
        next = new ServiceMenu(desk).choose(holder).run();
      }
    } catch (Cancelled cancelled) {
      desk.ledger().journal("CANCELLED BY " + cancelled.reason().name().replace('_', ' '));
      if (cancelled.reason() == Cancelled.Reason.MACHINE_FAULT) {
        dialogue.tellAwhile(new Page.Refusal(Reason.MACHINE_FAULT, Account.NOT_DEBITED, ""));
      }
      dialogue.lights().off(Lights.Place.PIN_PAD);
      next = Transaction.Next.RETURN_CARD;
    }
    if (next == Transaction.Next.RETURN_CARD) {
      desk.giveBack(holder, Take.Next.NOTHING);
    }
  }

  /** Leaves nothing of the customer behind. */
  void end() {
    desk.pin().forget();
    desk.ledger().journal("TRANSACTION END");
    dialogue.tellAwhile(new Page.Notice(Kind.GOODBYE, Optional.empty()));
    dialogue.lights().off(Lights.Place.RECEIPT);
  }
}
