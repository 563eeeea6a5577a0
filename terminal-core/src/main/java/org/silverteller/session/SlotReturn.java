package org.silverteller.session;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.silverteller.device.CardReader;
import org.silverteller.device.DeviceFault;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.page.Page.Take.Next;

/**
 * Gives a card or a passbook back, and keeps it when it is not taken or when its bank says so.
 * Every one ends in one known place.
 */
final class SlotReturn {

  private final Slot slot;
  private final Dialogue dialogue;
  private final Ledger ledger;

  SlotReturn(Slot slot, Dialogue dialogue, Ledger ledger) {
    this.slot = slot;
    this.dialogue = dialogue;
    this.ledger = ledger;
  }

  /**
   * Ejects it and waits until it is taken; a forgotten one is kept.
   *
   * @param masked its number, for the journal
   * @param next what comes after it, announced while it waits
   * @return whether the customer has it
   */
  boolean giveBack(String masked, Next next) {
    return giveBack(
        masked, reminder -> new Page.Take(slot.thing(), next, Optional.empty(), reminder));
  }

  /**
   * The same.
   *
   * @param pageAt what is shown while it waits, for reminder 0, 1 and 2
   */
  boolean giveBack(String masked, IntFunction<Page> pageAt) {
    try {
      slot.eject();
    } catch (DeviceFault fault) {
      ledger.deviceFault(fault);
      dialogue.tellAwhile(refused());
      return false;
    }
    boolean taken =
        dialogue.awaitTaken(slot.taken(), slot.place(), slot.patience(dialogue.pace()), pageAt);
    if (taken || slot.media() == CardReader.Media.NOT_PRESENT) {
      ledger.journal(slot.word() + " TAKEN");
      return true;
    }
    keep(masked, slot.forgotten(), "NOT TAKEN");
    return false;
  }

  /**
   * Draws it into the bin; where the device cannot, it stays in the slot and the journal says so.
   */
  void keep(String masked, Kind notice, String why) {
    String word = slot.word();
    ledger.journal(word + " RETAINING " + masked);
    try {
      slot.retain();
      ledger.count(
          word.toLowerCase(Locale.ROOT) + "s retained", word + " RETAINED " + masked + " " + why);
      dialogue.tellAwhile(new Page.Notice(notice, Optional.empty()));
    } catch (DeviceFault fault) {
      if (fault.kind() == DeviceFault.Kind.NO_MEDIA) {
        ledger.journal(word + " TAKEN");
        return;
      }
      ledger.journal(word + " NOT RETAINED " + masked + " " + fault.getMessage());
    }
  }

  /** Whether something lies inside or in the slot, out of nobody's hands. */
  boolean occupied() {
    CardReader.Media media = slot.media();
    return media == CardReader.Media.INSIDE || media == CardReader.Media.AT_EXIT;
  }

  private static Page refused() {
    return new Page.Refusal(
        Page.Refusal.Reason.MACHINE_FAULT, Page.Refusal.Account.NOT_DEBITED, "");
  }
}
