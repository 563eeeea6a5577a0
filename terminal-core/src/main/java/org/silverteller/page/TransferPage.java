package org.silverteller.page;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.silverteller.card.PayeeName;
import org.silverteller.money.Money;

/** The pages of a transfer, and of the questions that guard it. */
public sealed interface TransferPage extends Page {

  @Override
  default List<Wish> bar() {
    return List.of(Wish.BACK, Wish.EXIT);
  }

  private static List<Option> plain(List<Wish> wishes) {
    List<Option> options = new ArrayList<>(wishes.size());
    wishes.forEach(wish -> options.add(wish.option()));
    return options;
  }

  private static List<Option> withMore(List<? extends Option> shown, boolean more) {
    List<Option> options = new ArrayList<>(shown);
    if (more) {
      options.add(Wish.MORE.option());
    }
    return options;
  }

  /** To whom: the customer, somebody else; or what is still pending. */
  record TransferMenu(List<Wish> wishes) implements TransferPage {
    @Override
    public List<Option> options() {
      return plain(wishes);
    }
  }

  /**
   * Which of the customer's own accounts.
   *
   * @param more the rest stands on another page
   */
  record OwnAccounts(List<Option.Account> accounts, boolean more) implements TransferPage {
    @Override
    public List<Option> options() {
      return withMore(accounts, more);
    }
  }

  /** Type the payee's account number on the pad, then Enter; shown in groups of four. */
  record AccountEntry(TypedAccount typed, Fault fault) implements TransferPage {

    /** What is wrong with what was typed before. */
    public enum Fault {
      NONE,
      LENGTH,
      /** The card that is in the machine. */
      SAME_ACCOUNT
    }

    @Override
    public List<Option> options() {
      return typed.length() == 0 ? List.of() : List.of(Wish.CONFIRM.option());
    }

    @Override
    public String name() {
      return kindName() + (fault == Fault.NONE ? "" : " " + PageKind.hyphened(fault));
    }
  }

  /** Type how much on the pad, then Enter. */
  record TransferAmount(Money typed, Money limit, boolean tooMuch) implements TransferPage {
    @Override
    public List<Option> options() {
      return typed.isZero() ? List.of() : List.of(Wish.CONFIRM.option());
    }
  }

  /** At once, or after 24 hours; the first is the one that the bank would have. */
  record TransferWhen(List<Wish> wishes) implements TransferPage {
    @Override
    public List<Option> options() {
      return plain(wishes);
    }
  }

  /**
   * The last look before the bank is asked. In every language payee, account, amount and time stand
   * on it in Chinese (service rules 5.2).
   *
   * @param tail last four digits of the payee's account
   * @param typed the whole account number as the customer has typed it; nothing for an own account,
   *     which is known by its tail
   */
  record PayeeConfirm(PayeeName payee, String tail, TypedAccount typed, Money amount, boolean later)
      implements TransferPage {
    @Override
    public List<Option> options() {
      return List.of(Wish.CONFIRM.option());
    }

    @Override
    public String name() {
      return kindName() + (later ? " 24h" : " at-once");
    }
  }

  /**
   * One of the questions against fraud, in the bank's words. There is no way past it but an answer.
   *
   * @param id of the question, for transcripts
   * @param more further answers stand on another page
   */
  record GuardQuestion(String id, Wording words, List<Option.Answer> answers, boolean more)
      implements TransferPage {
    @Override
    public List<Option> options() {
      return withMore(answers, more);
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.EXIT);
    }

    @Override
    public String name() {
      return kindName() + " " + id;
    }
  }

  /** A notice to be read; it stays for its time, whatever is touched. */
  record Cooling(Wording notice, int secondsLeft) implements TransferPage {
    @Override
    public List<Wish> bar() {
      return List.of(Wish.EXIT);
    }
  }

  /**
   * It has been stopped for the customer's own good; nothing on this page goes on with it.
   *
   * @param wishes what the customer can do instead
   */
  record Stopped(Cause cause, List<Wish> wishes) implements TransferPage {

    /** What the customer is told. */
    public enum Cause {
      /** Neutral: no word that would teach a fraudster. */
      CASE_ACCOUNT,
      TRANSFER,
      CASH
    }

    @Override
    public List<Option> options() {
      return plain(wishes);
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.EXIT);
    }

    @Override
    public String name() {
      return kindName() + " " + PageKind.hyphened(cause);
    }
  }

  /** Transfers that can still be cancelled; touch one. */
  record PendingTransfers(List<Option.Pending> transfers, boolean more) implements TransferPage {
    @Override
    public List<Option> options() {
      return withMore(transfers, more);
    }
  }

  /** Cancel this one? */
  record CancelConfirm(PayeeName payee, String tail, Money amount, LocalDateTime until)
      implements TransferPage {
    @Override
    public List<Option> options() {
      return List.of(Wish.CONFIRM.option());
    }
  }

  /**
   * What the bank has done.
   *
   * @param reference by which bank and customer find it again
   */
  record TransferDone(Result result, PayeeName payee, String tail, Money amount, String reference)
      implements TransferPage {

    /** What became of the money. */
    public enum Result {
      POSTED,
      /** Not posted yet; can be cancelled for 24 hours. */
      IN_24_HOURS,
      CANCELLED
    }

    @Override
    public String name() {
      return kindName() + " " + PageKind.hyphened(result);
    }
  }
}
