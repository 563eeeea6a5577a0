package org.silverteller.session;

import java.util.Optional;
import org.silverteller.card.CardProduct;
import org.silverteller.card.Track2;
import org.silverteller.device.CardReader;
import org.silverteller.device.DeviceFault;
import org.silverteller.host.CardEntry;
import org.silverteller.page.Option;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Busy.Work;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.page.Page.Refusal.Account;
import org.silverteller.page.Page.Refusal.Reason;
import org.silverteller.page.Page.Take;

/** The conversation with one customer, from the card in the slot to the card out of it. */
public final class CustomerSession {

  private final Desk desk;
  private final Dialogue dialogue;
  private final CardReader reader;
  private final Conversation conversation;

  public CustomerSession(Desk desk) {
    this.desk = desk;
    this.dialogue = desk.dialogue();
    this.reader = desk.hardware().cardReader();
    this.conversation = new Conversation(desk);
  }

  /**
   * Serves the customer whose card has just come in. When it returns the card is out, kept, or
   * journaled as stuck.
   */
  public void run() {
    desk.guard().forget();
    dialogue.tell(new Page.Busy(Work.READING_CARD));
    try {
      reader.accept(false);
      Track2 track2 = reader.readTrack2();
      desk.ledger().journal("CARD INSERTED  PAN " + track2.pan().masked());
      Optional<CardProduct> product = desk.cards().productOf(track2.pan());
      if (product.isPresent()) {
        Cardholder holder = new Cardholder(track2, product.get(), CardEntry.STRIPE);
        conversation.serve(holder, () -> welcome(holder));
      } else {
        dialogue.tellAwhile(new Page.Refusal(Reason.CARD_NOT_ACCEPTED, Account.NOT_DEBITED, ""));
        desk.cardReturn().giveBack(track2.pan().masked(), Take.Next.NOTHING);
      }
      track2.erase();
    } catch (DeviceFault fault) {
      unreadable(fault);
    }
    conversation.end();
  }

  /** Profile and language, the limit for a foreign card, and the PIN. */
  private void welcome(Cardholder holder) throws Cancelled {
    if (desk.profiles().fit(holder)) {
      dialogue.tellFor(new Page.Busy(Work.OPENING_BIG_PRINT), Conversation.GREETING);
    }
    dialogue.openKeys();
    if (holder.foreign()) {
      Option language = dialogue.ask(new Page.LanguageChoice(dialogue.glass().languages()));
      if (language instanceof Option.Tongue tongue) {
        dialogue.glass().use(tongue.language());
      }
      dialogue.tellAwhile(
          new Page.Notice(
              Kind.FOREIGN_LIMIT,
              Optional.of(desk.rules().withdrawal().limitFor(holder.foreign(), false))));
    }
    desk.pin().ask(holder.pan(), Optional.empty());
    desk.ledger().journal("PIN ENTERED");
  }

  /** A card that cannot be read goes back at once. */
  private void unreadable(DeviceFault fault) {
    desk.ledger().deviceFault(fault);
    dialogue.tellAwhile(new Page.Refusal(Reason.CARD_UNREADABLE, Account.NOT_DEBITED, ""));
    if (reader.media() == CardReader.Media.INSIDE) {
      desk.cardReturn().giveBack("UNREADABLE", Take.Next.NOTHING);
    }
  }
}
