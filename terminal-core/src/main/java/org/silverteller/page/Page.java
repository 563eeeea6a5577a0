package org.silverteller.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import org.silverteller.card.CardScheme;
import org.silverteller.money.Denomination;
import org.silverteller.money.MixOffer;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;

/**
 * What a customer sees and can answer, as meaning: no layout, no pixels, no words. The words stand
 * in the painter's texts, keyed by the page's name and its closed sets.
 */
public sealed interface Page {

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

  private static String hyphened(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Nobody is being served: what the machine can do now, from live counts.
   *
   * @param notes the denominations it can pay now
   * @param schemes the cards it takes
   * @param receipts whether slips can be printed
   */
  record Welcome(SortedSet<Denomination> notes, List<CardScheme> schemes, boolean receipts)
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
      return "closed " + hyphened(reason);
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
      PRINTING_BOOK,
      /** A notice that big print has been opened for this customer. */
      OPENING_BIG_PRINT
    }

    @Override
    public String name() {
      return "busy " + hyphened(work);
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
   * How much? Touch an amount or ask for another.
   *
   * @param limit the most for this withdrawal, shown
   * @param more further amounts stand on another page; without it the last option is an amount to
   *     be typed
   */
  record AmountMenu(List<Money> presets, Money limit, boolean more) implements Page {
    @Override
    public List<Option> options() {
      List<Option> options = new ArrayList<>(presets.size() + 1);
      for (Money preset : presets) {
        options.add(new Option.Amount(preset));
      }
      options.add(more ? Wish.MORE.option() : Wish.OTHER_AMOUNT.option());
      return options;
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.BACK, Wish.EXIT);
    }
  }

  /**
   * Type an amount on the pad, then Enter.
   *
   * @param typed so far
   * @param limit the most for this withdrawal
   * @param step every payable amount is a multiple of it
   * @param tooMuch what was typed is above the limit
   */
  record AmountEntry(Money typed, Money limit, Money step, boolean tooMuch) implements Page {
    @Override
    public List<Option> options() {
      return typed.isZero() ? List.of() : List.of(Wish.CONFIRM.option());
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.BACK, Wish.EXIT);
    }
  }

  /** The wish cannot be paid from the notes inside: the nearest amounts that can. */
  record NearestAmounts(Money wish, List<Money> payable) implements Page {
    @Override
    public List<Option> options() {
      return payable.stream().<Option>map(Option.Amount::new).toList();
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.BACK, Wish.EXIT);
    }
  }

  /** Which notes? Each offer is shown with pictures of the notes and counts. */
  record MixChoice(Money amount, List<MixOffer> offers) implements Page {
    @Override
    public List<Option> options() {
      List<Option> options = new ArrayList<>(offers.size());
      for (MixOffer offer : offers) {
        options.add(new Option.Mix(offer));
      }
      return options;
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.BACK, Wish.EXIT);
    }
  }

  /**
   * The last look before the bank is asked.
   *
   * @param cardTail last four digits
   * @param fee what this machine's bank charges; the card's own bank may charge besides
   * @param receipt whether a slip will be printed
   * @param foreign a foreign card: fee and currency are told as the schemes ask
   */
  record Confirm(
      String cardTail, Money amount, NoteMix mix, Money fee, boolean receipt, boolean foreign)
      implements Page {
    @Override
    public List<Option> options() {
      return List.of(Wish.CONFIRM.option());
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.BACK, Wish.EXIT);
    }
  }

  /** The balance, in figures. */
  record Balance(Money available, Money ledger) implements Page {
    @Override
    public List<Wish> bar() {
      return List.of(Wish.BACK, Wish.EXIT);
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
      CASH
    }

    /** What comes after it is taken. */
    public enum Next {
      NOTHING,
      CASH,
      RECEIPT
    }

    @Override
    public String name() {
      return "take " + hyphened(thing) + (next == Next.NOTHING ? "" : " then " + hyphened(next));
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
      return "question " + hyphened(asked);
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
      FOREIGN_LIMIT
    }

    @Override
    public String name() {
      return "notice " + hyphened(kind);
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
      /** A device of the machine failed. */
      MACHINE_FAULT
    }

    /** What happened to the account. */
    public enum Account {
      NOT_DEBITED,
      /** Whatever was debited is given back by the reversal that is on its way. */
      GIVEN_BACK,
      /** Not known yet: the bank counts and settles. */
      BEING_CHECKED
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.EXIT);
    }

    @Override
    public String name() {
      return "refusal " + hyphened(reason);
    }
  }
}
