package org.silverteller.session;

import java.time.Duration;
import java.util.Optional;
import org.silverteller.card.BookIdentity;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Lights;
import org.silverteller.device.PassbookUnit;
import org.silverteller.event.TerminalEvent;
import org.silverteller.page.Page;

/**
 * Brings the right page of a book under the print head: turns it where the unit can, and asks the
 * customer where it cannot. Nothing is believed that was not looked at: the page mark is read again
 * after every turn, and a book that was out is read again.
 */
final class BookPages {

  /** Between a book out and the slot open again (service rules 2.3). */
  private static final Duration SLOT_REST = Duration.ofSeconds(1);

  private final Desk desk;
  private final Dialogue dialogue;
  private final PassbookUnit unit;
  private final Bookholder holder;
  private final BookRules rules;

  BookPages(Desk desk, PassbookUnit unit, Bookholder holder) {
    this.desk = desk;
    this.dialogue = desk.dialogue();
    this.unit = unit;
    this.holder = holder;
    this.rules = desk.rules().books();
  }

  /** Where the book is afterwards. */
  enum Found {
    /** Inside, with that page open. */
    OPEN,
    /** Inside, with another page open. */
    NOT_OPEN,
    /** The customer has it. */
    AWAY,
    /** In the bin, or stuck. */
    KEPT
  }

  Found open(int page) {
    boolean same = true;
    boolean asked = false;
    for (int tries = 0; tries <= rules.pageTries(); tries++) {
      if (same && lies(page, asked)) {
        return Found.OPEN;
      }
      if (tries == rules.pageTries()) {
        break;
      }
      Found back = turnedByHand(page);
      if (back == Found.AWAY || back == Found.KEPT) {
        return back;
      }
      same = back == Found.OPEN;
      asked = same;
    }
    desk.ledger().journal("PAGE " + page + " NOT OPENED");
    return Found.NOT_OPEN;
  }

  /**
   * Whether the page is open, if need be by turning. Where no page mark can be read, the customer's
   * own turn is all there is.
   *
   * @param asked the customer has just been asked for that page
   */
  private boolean lies(int page, boolean asked) {
    try {
      if (!unit.capabilities().readsPageMark()) {
        return asked;
      }
      int open = unit.openPage();
      while (open != page && open > 0 && unit.capabilities().turnsPages()) {
        unit.turnPage(open < page);
        int next = unit.openPage();
        if (Math.abs(page - next) >= Math.abs(page - open)) {
          desk.ledger().journal("PAGE " + open + " DID NOT TURN TO " + page);
          return next == page;
        }
        open = next;
      }
      return open == page;
    } catch (DeviceFault fault) {
      desk.ledger().deviceFault(fault);
      return false;
    }
  }

  /** OPEN when the same book came in again. */
  private Found turnedByHand(int page) {
    desk.ledger().journal("CUSTOMER ASKED FOR PAGE " + page);
    boolean out =
        desk.bookReturn()
            .giveBack(holder.account().masked(), reminder -> new Page.TurnPage(page, reminder));
    if (!out) {
      return Found.KEPT;
    }
    dialogue.tellFor(new Page.TurnPage(page, 0), SLOT_REST);
    if (!inAgain(page)) {
      desk.ledger().journal("BOOK NOT PUT IN AGAIN");
      return Found.AWAY;
    }
    Optional<BookIdentity> identity = new BookStripes(unit, rules, desk.ledger()).read();
    boolean same =
        identity
            .filter(found -> found.account().equals(holder.access().account()))
            .filter(found -> found.voucher().equals(holder.access().voucher()))
            .isPresent();
    if (!same) {
      desk.ledger().journal(identity.isEmpty() ? "BOOK UNREADABLE" : "ANOTHER BOOK PUT IN");
    }
    return same ? Found.OPEN : Found.NOT_OPEN;
  }

  private boolean inAgain(int page) {
    try {
      unit.accept(true);
      boolean in =
          dialogue.awaitTaken(
              new TerminalEvent.BookInserted(),
              Lights.Place.PASSBOOK_UNIT,
              dialogue.pace().takeBook(),
              reminder -> new Page.TurnPage(page, reminder));
      if (!in) {
        unit.accept(false);
      }
      return in || desk.bookReturn().occupied();
    } catch (DeviceFault fault) {
      desk.ledger().deviceFault(fault);
      return desk.bookReturn().occupied();
    }
  }
}
