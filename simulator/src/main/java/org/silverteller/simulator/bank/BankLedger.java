package org.silverteller.simulator.bank;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.silverteller.money.Money;
import org.silverteller.money.Movement;
import org.silverteller.simulator.bank.Posting.Standing;

/**
 * The bank's books: accounts, and one posting for every transaction it has heard of. An auditor
 * compares {@link Posting#retained()} with the notes in the customer's hands, account by account.
 *
 * <p>Money moves only here, together with the posting that says why. Safe for several threads.
 */
public final class BankLedger {

  private static final int EXCEPTIONS_KEPT = 1_000;

  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<TransactionId, Posting> postings = new LinkedHashMap<>();
  private final Map<String, Money> closed = new HashMap<>();
  private final Map<String, Money> closedCredits = new HashMap<>();
  private Money claims = Money.ZERO;
  private Money paidIn = Money.ZERO;
  private final BookShelf books;
  private final Deque<BankException> exceptions = new ArrayDeque<>();

  /**
   * @param received by transfers that came in
   * @param ledger what the account holds
   * @param available what may be drawn
   */
  public record AccountView(
      String number, Money opening, Money received, Money ledger, Money available) {

    /**
     * What the customer has drawn and sent in the end, in fen, by the balance: opening + received −
     * ledger; less than nothing where more was deposited.
     */
    public long paidFen() {
      return opening.fen() + received.fen() - ledger.fen();
    }
  }

  /**
   * A case for the bank's staff: an advice that contradicts the books.
   *
   * @param code what the terminal was told
   */
  public record BankException(Instant at, TransactionId id, String code, String what) {}

  /**
   * @param day of the opening
   */
  BankLedger(Collection<BankSpec.AccountSpec> opened, BookShelf books, LocalDate day) {
    this.books = books;
    for (BankSpec.AccountSpec spec : opened) {
      accounts.put(
          spec.number(),
          new Account(
              spec.number(),
              spec.balance(),
              spec.held(),
              AccountHistory.before(day, spec.balance())));
    }
  }

  /** The passbooks of the accounts. */
  public BookShelf books() {
    return books;
  }

  /** All postings in the order in which the bank first heard of them. */
  public synchronized List<Posting> postings() {
    return List.copyOf(postings.values());
  }

  public synchronized Optional<Posting> posting(TransactionId id) {
    return Optional.ofNullable(postings.get(id));
  }

  public synchronized List<AccountView> accounts() {
    return accounts.values().stream().map(BankLedger::view).toList();
  }

  public synchronized Optional<AccountView> account(String number) {
    return Optional.ofNullable(accounts.get(number)).map(BankLedger::view);
  }

  /**
   * What the customers have paid from this account in the end, by the postings: debited − reversed.
   */
  public synchronized Money retained(String account) {
    return postings.values().stream()
        .filter(posting -> posting.account().equals(account))
        .map(Posting::retained)
        .reduce(closed.getOrDefault(account, Money.ZERO), Money::plus);
  }

  /** What was deposited to this account, by the postings. */
  public synchronized Money credited(String account) {
    return postings.values().stream()
        .filter(posting -> posting.account().equals(account))
        .map(Posting::credited)
        .reduce(closedCredits.getOrDefault(account, Money.ZERO), Money::plus);
  }

  /** What was deposited to all accounts, by the postings. */
  public synchronized Money credited() {
    return accounts.keySet().stream().map(this::credited).reduce(Money.ZERO, Money::plus);
  }

  /** The newest thousand cases for the bank's staff, oldest first. */
  public synchronized List<BankException> exceptions() {
    return List.copyOf(exceptions);
  }

  /**
   * Closes the books on postings that an auditor has seen and for which nothing more can come, so
   * that long runs need no more memory than what is open. A reversal that still comes for one of
   * them finds no original. What they retained still counts in {@link #retained}.
   */
  public synchronized void close(Predicate<Posting> done) {
    postings
        .values()
        .removeIf(
            posting -> {
              boolean closing = done.test(posting);
              if (closing) {
                closed.merge(posting.account(), posting.retained(), Money::plus);
                closedCredits.merge(posting.account(), posting.credited(), Money::plus);
              }
              return closing;
            });
  }

  /** A transfer comes in. */
  synchronized void credit(
      String account, TransactionId by, Instant at, Money amount, LocalDate today) {
    accounts.get(account).receive(amount, today, "转账收入");
    books.posted(account, Optional.of(by), at, false, amount, "转账收入");
  }

  /** A transfer that came in is undone; what the account has no more of, the bank bears. */
  synchronized void takeBack(
      String account, TransactionId by, Instant at, Money amount, LocalDate today) {
    Money missing = accounts.get(account).takeBack(amount, today, "转账撤回");
    claims = claims.plus(missing);
    books.posted(account, Optional.of(by), at, true, amount.minus(missing), "转账撤回");
  }

  /** What the bank bears of transfers undone after their money was spent. */
  public synchronized Money claims() {
    return claims;
  }

  /** Money comes in from outside the bank. */
  synchronized void payIn(
      String account, Instant at, Money amount, String summary, LocalDate today) {
    Account to = accounts.get(account);
    if (to == null) {
      throw new IllegalArgumentException("account '" + account + "': there is none of that name");
    }
    to.credit(amount, today, summary);
    paidIn = paidIn.plus(amount);
    books.posted(account, Optional.empty(), at, false, amount, summary);
  }

  /** What has come in from outside the bank. */
  public synchronized Money paidIn() {
    return paidIn;
  }

  synchronized Money available(String account) {
    return accounts.get(account).available();
  }

  /** The last movements, the newest first. */
  synchronized List<Movement> movements(String account) {
    return accounts.get(account).movements();
  }

  synchronized Money balance(String account) {
    return accounts.get(account).ledger();
  }

  /** Enters a new posting, which debits nothing. */
  synchronized void enter(Posting posting) {
    if (postings.putIfAbsent(posting.id(), posting) != null) {
      throw new IllegalStateException(posting.id() + " is in the books already");
    }
  }

  /** Enters a new posting, and debits its account in the same breath. */
  synchronized void debit(Posting posting, String summary) {
    enter(posting);
    accounts.get(posting.account()).debit(posting.debited(), posting.businessDate(), summary);
    books.posted(
        posting.account(),
        Optional.of(posting.id()),
        posting.at(),
        true,
        posting.debited(),
        summary);
  }

  /**
   * Settles a posting that nothing has been given back for, and credits its account with what is.
   */
  synchronized void settle(Posting posting, Standing standing, Money back, LocalDate today) {
    if (!posting.reversed().isZero()) {
      throw new IllegalStateException(posting.id() + " has been given back already");
    }
    postings.put(posting.id(), posting.advised(standing, back));
    if (!back.isZero()) {
      accounts.get(posting.account()).credit(back, today, "ATM冲正");
      books.givenBack(
          posting.account(), posting.id(), posting.at(), back, back.equals(posting.debited()));
    }
  }

  /** Credits a deposit, which nothing has been credited for. */
  synchronized void complete(Posting deposit, Money stored, LocalDate today) {
    if (!deposit.credited().isZero()) {
      throw new IllegalStateException(deposit.id() + " has been credited already");
    }
    postings.put(deposit.id(), deposit.completed(stored));
    accounts.get(deposit.account()).credit(stored, today, "ATM存款");
    books.posted(
        deposit.account(), Optional.of(deposit.id()), deposit.at(), false, stored, "ATM存款");
  }

  synchronized void noteRepeat(Posting posting) {
    postings.put(posting.id(), posting.repeated());
  }

  synchronized void noteAdvice(Posting posting) {
    postings.put(posting.id(), posting.advised());
  }

  synchronized void raise(BankException exception) {
    if (exceptions.size() == EXCEPTIONS_KEPT) {
      exceptions.removeFirst();
    }
    exceptions.addLast(exception);
  }

  private static AccountView view(Account account) {
    return new AccountView(
        account.number(),
        account.opening(),
        account.credited(),
        account.ledger(),
        account.available());
  }
}
