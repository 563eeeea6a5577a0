package org.silverteller.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.silverteller.card.CardScheme;
import org.silverteller.money.Denomination;
import org.silverteller.money.Money;

/**
 * What a customer sees and can answer, as meaning: no layout, no pixels, no words. The words stand
 * in the painter's texts, keyed by the page's name and its closed sets.
 */
public sealed interface Page
    permits AccountPage,
        CashPage,
        DepositPage,
        TransferPage,
        Page.Welcome,
        Page.Closed,
        Page.Busy,
        Page.LanguageChoice,
        Page.PinEntry,
        Page.Menu,
        Page.Take,
        Page.Question,
        Page.Notice,
        Page.Refusal,
        Page.TurnPage {

  /** The page's own options, in order of importance. */
  default List<Option> options() {
    return List.of();
  }

  /**
   * The fixed bar. The swap of profile and language is added to it by whoever shows the page, from
   * the look.
   */
  default List<Wish> bar() {
    return List.of();
  }

  /** What sort of page it is: {@code pin-entry}, {@code refusal}. */
  default String kindName() {
    return PageKind.of(this);
  }

  /** For transcripts and tests: its kind, and what it is about: {@code refusal wrong-pin}. */
  default String name() {
    return kindName();
  }

  /**
   * Nobody is being served: what the machine can do now, from live counts.
   *
   * @param notes the denominations it can pay now
   * @param schemes the cards it takes
   * @param receipts whether slips can be printed
   * @param books whether passbooks are taken, too
   */
  record Welcome(
      SortedSet<Denomination> notes, List<CardScheme> schemes, boolean receipts, boolean books)
      implements Page {}

  /** The machine serves nobody. */
  record Closed(Reason reason) implements Page {

    /** Why; shown in plain words, with no jargon. */
    public enum Reason {
      STARTING,
      BANK_UNREACHABLE,
      NO_CASH,
      DEVICE_FAULT,
      STORE_DAMAGED,
      /** An operator is at work, or has closed the machine. */
      OPERATOR,
      /** A case that a person must settle first. */
      SUSPENSE
    }

    @Override
    public String name() {
      return "closed " + PageKind.hyphened(reason);
    }
  }

  /** Something goes on; nothing to answer. */
  record Busy(Work work) implements Page {

    /** What goes on. */
    public enum Work {
      READING_CARD,
      READING_BOOK,
      ASKING_BANK,
      COUNTING_NOTES,
      PRINTING,
      /** Notes put in are counted into escrow. */
      COUNTING_DEPOSIT,
      STORING_NOTES,
      RETURNING_NOTES,
      PRINTING_BOOK,
      /** A notice that big print has been opened for this customer. */
      OPENING_BIG_PRINT
    }

    @Override
    public String name() {
      return "busy " + PageKind.hyphened(work);
    }
  }

  /** Choose a language, each shown in its own script. */
  record LanguageChoice(List<Language> languages) implements Page {
    @Override
    public List<Option> options() {
      return languages.stream().<Option>map(Option.Tongue::new).toList();
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.EXIT);
    }
  }

  /**
   * Type the PIN on the pad, then Enter.
   *
   * @param typed digits so far; which ones nobody knows
   * @param triesLeft present after a wrong PIN
   */
  record PinEntry(int typed, Optional<Integer> triesLeft) implements Page {
    @Override
    public List<Wish> bar() {
      return List.of(Wish.EXIT);
    }
  }

  /**
   * What would you like to do?
   *
   * @param further wishes of an earlier page are one page back
   */
  record Menu(List<Wish> wishes, boolean further) implements Page {
    @Override
    public List<Option> options() {
      List<Option> options = new ArrayList<>(wishes.size());
      for (Wish wish : wishes) {
        options.add(wish.option());
      }
      return options;
    }

    @Override
    public List<Wish> bar() {
      return further ? List.of(Wish.BACK, Wish.EXIT) : List.of(Wish.EXIT);
    }
  }

  /**
   * One thing to take, and what comes after it.
   *
   * @param next what comes after, announced on the same page
   * @param amount how much money, where that is to be told
   * @param reminder 0 at first, then 1, 2: more urgent
   */
  record Take(Thing thing, Next next, Optional<Money> amount, int reminder) implements Page {

    /** What is in the slot. */
    public enum Thing {
      CARD,
      BOOK,
      CASH,
      /** Notes put in that the machine cannot take. */
      REFUSED_NOTES,
      /** All that was put in. */
      RETURNED_NOTES
    }

    /** What comes after it is taken. */
    public enum Next {
      NOTHING,
      CASH,
      RECEIPT
    }

    @Override
    public String name() {
      return "take "
          + PageKind.hyphened(thing)
          + (next == Next.NOTHING ? "" : " then " + PageKind.hyphened(next));
    }
  }

  /**
   * The passbook lies in the slot: open it at this page and put it in again.
   *
   * @param page from 1
   * @param reminder 0 at first, then 1, 2: more urgent
   */
  record TurnPage(int page, int reminder) implements Page {
    @Override
    public List<Wish> bar() {
      return List.of();
    }
  }

  /** A question to answer with yes or no. */
  record Question(Asked asked) implements Page {

    /** What is asked. */
    public enum Asked {
      MORE_TIME,
      RECEIPT,
      /** The printer has no paper: go on without a slip? */
      NO_RECEIPT_GO_ON,
      ANOTHER_SERVICE
    }

    @Override
    public List<Option> options() {
      return List.of(Wish.YES.option(), Wish.NO.option());
    }

    @Override
    public String name() {
      return "question " + PageKind.hyphened(asked);
    }
  }

  /** Something the customer is told and need not answer. */
  record Notice(Kind kind, Optional<Money> amount) implements Page {

    /** Only help is left by a touch: the customer called for it and goes on. */
    @Override
    public List<Wish> bar() {
      return kind == Kind.HELP ? List.of(Wish.BACK) : List.of();
    }

    /** What is told. */
    public enum Kind {
      /** Thank you; take the slip if one was printed. */
      GOODBYE,
      /** The notes asked for could not be counted; the same amount comes in other notes. */
      OTHER_NOTES,
      /** Less came out than was asked; only that is debited. */
      SHORT_PAID,
      /** Left in the slot too long, drawn in; how to get it back. */
      CARD_RETAINED_FORGOTTEN,
      /** The card's bank asked for it to be kept. */
      CARD_RETAINED_BY_BANK,
      /** Notes left at the exit were drawn back; the bank checks and credits. */
      CASH_RETRACTED,
      RECEIPT_FAILED,
      /** Notes that may be counterfeit stay in the machine, are recorded and not credited. */
      SUSPECTS_KEPT,
      /** Notes handed back were not taken and are in the machine; the bank counts and settles. */
      DEPOSIT_DRAWN_IN,
      /** No slip came out of what was only shown; the account is as it was. */
      SLIP_FAILED,
      /** From now on the new PIN holds. */
      PIN_CHANGED,
      TRANSFER_SLIP_FAILED,
      /** All rows are in the passbook. */
      BOOK_UPDATED,
      /** There was nothing to print. */
      BOOK_UP_TO_DATE,
      /** No row fits any more: a new one at the counter. The amount is the balance. */
      BOOK_FULL,
      /** As many pages as are printed in one visit are printed; rows are left. */
      BOOK_ROWS_LEFT,
      /** The rows could not be printed; at the counter they can. */
      BOOK_NOT_PRINTED,
      /** Left in the slot too long, drawn in; how to get it back. */
      BOOK_RETAINED_FORGOTTEN,
      /** The bank asked for the book to be kept. */
      BOOK_RETAINED_BY_BANK,
      /** Whom to call, or to ask at the branch. */
      HELP,
      /**
       * Before the PIN: the most that this machine pays to a foreign card at once; the card's own
       * bank may allow less.
       */
      FOREIGN_LIMIT,
      /** No other account of the customer's stands behind this card. */
      NO_OTHER_ACCOUNTS,
      NO_PENDING_TRANSFERS,
      /** After a risky answer: whom to call. */
      CALL_FIRST,
      COME_TOMORROW,
      GO_TO_COUNTER
    }

    @Override
    public String name() {
      return "notice " + PageKind.hyphened(kind);
    }
  }

  /**
   * A refusal: what happened, whether money left the account, what to do next.
   *
   * @param account what this did to the account
   * @param code the host's response code, in small print for staff; empty when there is none
   */
  record Refusal(Reason reason, Account account, String code) implements Page {

    /** What happened, in the customer's words. */
    public enum Reason {
      CARD_UNREADABLE,
      CARD_NOT_ACCEPTED,
      CARD_EXPIRED,
      /** No stripe that is this bank's, or it lies upside down. */
      BOOK_UNREADABLE,
      /** The bank does not serve this book at a machine. */
      BOOK_NOT_ACCEPTED,
      /** The stripe is not enough: the chip must be used. */
      USE_CHIP,
      WRONG_PIN_TOO_OFTEN,
      NOT_ENOUGH_MONEY,
      OVER_LIMIT,
      TOO_OFTEN_TODAY,
      AMOUNT_NOT_POSSIBLE,
      /** The issuer says no and wants to be called. */
      CALL_YOUR_BANK,
      NOT_PERMITTED,
      BANK_UNREACHABLE,
      /** The answer never came, or could not be trusted. */
      NO_ANSWER,
      CANNOT_COUNT_NOTES,
      CANNOT_STORE_NOTES,
      /** The new PIN is too easy to guess. */
      WEAK_PIN,
      /** The new PIN was typed differently each time. */
      PINS_DIFFER,
      /** A device of the machine failed. */
      MACHINE_FAULT,
      PAYEE_UNKNOWN,
      OVER_TRANSFER_LIMIT,
      /** The transfer is posted, or was cancelled before. */
      NOT_PENDING,
      /** Whether a transfer was cancelled is not known; asking again does no harm. */
      CANCEL_UNKNOWN
    }

    /** What happened to the account. */
    public enum Account {
      NOT_DEBITED,
      /** Whatever was debited is given back by the reversal that is on its way. */
      GIVEN_BACK,
      /** No note stays in the machine, nothing is credited. */
      NOTHING_TAKEN,
      /** Notes are inside, and are handed back next; nothing is credited. */
      NOTES_COME_BACK,
      /** Not known yet: the bank counts and settles. */
      BEING_CHECKED,
      /** Nothing moved, and the PIN is what it was. */
      PIN_UNCHANGED,
      /** Either PIN may hold: try the new one, then the old one, or call. */
      PIN_UNKNOWN,
      NOT_TRANSFERRED,
      /** Nothing reaches the payee; whatever was debited is given back. */
      TRANSFER_GIVEN_BACK,
      /** Nothing has changed by this. */
      UNCHANGED,
      /** The customer finds out by asking again. */
      ASK_AGAIN
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.EXIT);
    }

    @Override
    public String name() {
      return "refusal " + PageKind.hyphened(reason);
    }
  }
}
