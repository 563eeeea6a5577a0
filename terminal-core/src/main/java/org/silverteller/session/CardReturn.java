package org.silverteller.session;

import java.time.Duration;
import java.util.Optional;
import org.silverteller.device.CardReader;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Lights;
import org.silverteller.event.TerminalEvent;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.page.Page.Take.Next;

/**
 * Gives the card back, and keeps it when it is not taken or when its bank says so. Every card ends
 * in one known place.
 */
final class CardReturn {

  private final CardReader reader;
  private final Dialogue dialogue;
  private final Ledger ledger;

  CardReturn(CardReader reader, Dialogue dialogue, Ledger ledger) {
    this.reader = reader;
    this.dialogue = dialogue;
    this.ledger = ledger;
  }

  /**
   * Ejects the card and waits until it is taken; a forgotten card is kept.
   *
   * @param maskedPan for the journal
   * @param next what comes after it, announced while it waits
   * @return whether the customer has the card
   */
  boolean giveBack(String maskedPan, Next next) {
    try {
      reader.eject();
    } catch (DeviceFault fault) {
      ledger.deviceFault(fault);
      dialogue.tellAwhile(refused());
      return false;
    }
    Duration patience = dialogue.pace().takeCard();
    boolean taken =
        dialogue.awaitTaken(
            new TerminalEvent.CardTaken(),
            Lights.Place.CARD_READER,
            patience,
            reminder -> new Page.Take(Page.Take.Thing.CARD, next, Optional.empty(), reminder));
    if (taken || reader.media() == CardReader.Media.NOT_PRESENT) {
      ledger.journal("CARD TAKEN");
      return true;
    }
    keep(maskedPan, Kind.CARD_RETAINED_FORGOTTEN, "NOT TAKEN");
    return false;
  }

  /**
   * Draws the card into the bin; where the reader cannot, the card stays in the slot and the
   * journal says so.
   */
  void keep(String maskedPan, Kind notice, String why) {
    ledger.journal("CARD RETAINING " + maskedPan);
    try {
      reader.retain();
      ledger.count("cards retained", "CARD RETAINED " + maskedPan + " " + why);
      dialogue.tellAwhile(new Page.Notice(notice, Optional.empty()));
    } catch (DeviceFault fault) {
      if (fault.kind() == DeviceFault.Kind.NO_MEDIA) {
        ledger.journal("CARD TAKEN");
        return;
      }
      ledger.journal("CARD NOT RETAINED " + maskedPan + " " + fault.getMessage());
    }
  }

  private static Page refused() {
    return new Page.Refusal(
        Page.Refusal.Reason.MACHINE_FAULT, Page.Refusal.Account.NOT_DEBITED, "");
  }
}
