package org.silverteller.terminal;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.host.Advice;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.session.Ledger;
import org.silverteller.session.SuspenseBook;
import org.silverteller.store.ClearedCase;
import org.silverteller.store.Clearing;
import org.silverteller.store.Finding;
import org.silverteller.store.Proposal;
import org.silverteller.store.Store;
import org.silverteller.store.SuspenseCase;
import org.silverteller.store.TransactionRecord;

/**
 * Where suspense cases are shown, and settled by two persons: one says what he found the customer
 * to have, another says the very same before that expires (requirements 12 and 13 of the facts on
 * security). Neither is told to guess: what is said twice alike holds, and nothing else.
 *
 * <p>The second person may repeat an answer that was lost: a case that is cleared refuses, and says
 * how it was cleared.
 */
final class SuspenseOffice {

  private static final int MOST_CLEARED = 1000;

  private final Store store;
  private final Ledger ledger;
  private final SuspenseBook book;
  private final Operators operators;

  SuspenseOffice(Store store, Ledger ledger, Operators operators) {
    this.store = store;
    this.ledger = ledger;
    this.book = new SuspenseBook(store, ledger);
    this.operators = operators;
  }

  /**
   * What became of a word.
   *
   * @param state {@code proposed} or {@code cleared}
   * @param persons who said so
   * @param until when a proposal expires; of a cleared case, when it was cleared
   * @param owed what the host is told now; empty for nothing
   */
  record Told(
      String stan,
      String state,
      String finding,
      String amount,
      List<String> persons,
      LocalDateTime until,
      List<Advice.Kind> owed) {}

  /** Open cases, oldest first. */
  List<SuspenseReport> open() {
    return store.suspense().stream().map(this::report).toList();
  }

  /**
   * Cases that were cleared, the last ones.
   *
   * @param arguments how many, as the first; 20 when none is given
   */
  List<SuspenseReport> cleared(List<String> arguments) {
    String most = arguments.isEmpty() ? "20" : arguments.get(0);
    if (!most.matches("[0-9]{1,4}") || Integer.parseInt(most) > MOST_CLEARED) {
      throw new IllegalArgumentException(
          "cleared cases '" + most + "': expected 0 … " + MOST_CLEARED);
    }
    return store.cleared(Integer.parseInt(most)).stream().map(this::report).toList();
  }

  /** The first word; replaces an earlier one of the same person. */
  Told propose(String account, List<String> arguments) {
    TransactionRecord record = openCase(arguments);
    Finding finding = finding(record, arguments);
    LocalDateTime now = ledger.now();
    Optional<Proposal> pending = pending(record, now);
    if (pending.isPresent() && !pending.get().by().equals(account)) {
      throw new IllegalArgumentException(
          name(record)
              + ": "
              + said(pending.get())
              + "; expected another person to approve that, or to wait until then");
    }
    Proposal proposal =
        new Proposal(record.id(), finding, account, now, now.plus(operators.approvalExpires()));
    book.propose(record, proposal);
    return told(record, "proposed", proposal, List.of(account), proposal.until(), List.of());
  }

  /** The second word: the same finding, by another person, in time. */
  Told approve(String account, List<String> arguments) {
    TransactionRecord record = openCase(arguments);
    Finding finding = finding(record, arguments);
    LocalDateTime now = ledger.now();
    Proposal proposal = pending(record, now).orElseThrow(() -> nothingPending(record));
    if (proposal.by().equals(account)) {
      throw new IllegalArgumentException(
          name(record)
              + ": "
              + account
              + " has proposed it: expected another person to approve it");
    }
    if (!proposal.finding().equals(finding)) {
      throw new IllegalArgumentException(
          name(record)
              + ": "
              + proposal.by()
              + " found "
              + proposal.finding()
              + ", "
              + account
              + " found "
              + finding
              + ": expected both to find the same; count again");
    }
    operators.require(proposal.by(), Role.SECURITY, "settle suspense cases any more");
    List<Advice> owed = book.clear(record, new Clearing(proposal, account, now));
    return told(
        record,
        "cleared",
        proposal,
        List.of(proposal.by(), account),
        now,
        owed.stream().map(Advice::kind).toList());
  }

  private Optional<Proposal> pending(TransactionRecord record, LocalDateTime now) {
    return store.proposal(record.id()).filter(proposal -> proposal.counts(now));
  }

  private IllegalArgumentException nothingPending(TransactionRecord record) {
    String why =
        store
            .proposal(record.id())
            .map(expired -> "what " + expired.by() + " proposed expired at " + expired.until())
            .orElse("nothing is proposed");
    return new IllegalArgumentException(name(record) + ": " + why + "; expected a new proposal");
  }

  /**
   * @param arguments the STAN or the RRN as the first
   */
  private TransactionRecord openCase(List<String> arguments) {
    if (arguments.size() != 3) {
      throw new IllegalArgumentException(
          arguments.size()
              + " words: expected a STAN or RRN, 'paid', 'credit' or 'by-hand', and what");
    }
    String wanted = arguments.get(0);
    return store.suspense().stream()
        .map(this::recordOf)
        .filter(record -> named(record, wanted))
        .findFirst()
        .orElseThrow(() -> notOpen(wanted));
  }

  private IllegalArgumentException notOpen(String wanted) {
    return store.cleared(MOST_CLEARED).stream()
        .filter(done -> named(recordOf(done.suspense()), wanted))
        .reduce((older, newer) -> newer)
        .map(
            done ->
                new IllegalArgumentException(
                    name(recordOf(done.suspense()))
                        + ": cleared already, "
                        + done.clearing().finding()
                        + ", by "
                        + done.clearing().proposal().by()
                        + " and "
                        + done.clearing().approvedBy()
                        + " at "
                        + done.clearing().at()))
        .orElseGet(
            () ->
                new IllegalArgumentException(
                    "'"
                        + wanted
                        + "' is no open case: expected the STAN or RRN of one of "
                        + store.suspense().stream()
                            .map(this::recordOf)
                            .map(SuspenseOffice::name)
                            .toList()));
  }

  private static boolean named(TransactionRecord record, String wanted) {
    boolean stan = wanted.matches("[0-9]{1,6}");
    return stan ? Integer.parseInt(wanted) == record.stan().value() : wanted.equals(record.rrn());
  }

  /** What the words mean, where the host can be told so. */
  private Finding finding(TransactionRecord record, List<String> arguments) {
    String found = arguments.get(2);
    return switch (arguments.get(1)) {
      case "by-hand" -> new Finding.ByHand(found);
      case "paid" -> paid(record, found);
      case "credit" -> credited(record, found);
      default ->
          throw new IllegalArgumentException(
              "'" + arguments.get(1) + "': expected paid, credit or by-hand");
    };
  }

  private Finding credited(TransactionRecord record, String yuan) {
    if (record.service() != Service.DEPOSIT) {
      throw new IllegalArgumentException(
          name(record) + " is a " + record.service() + ": expected paid or by-hand");
    }
    if (!yuan.matches("[0-9]{1,6}")) {
      throw new IllegalArgumentException("credit '" + yuan + "': expected whole yuan, 0 … 999999");
    }
    Money amount = Money.ofYuan(Long.parseLong(yuan));
    if (!book.tellable(record, amount)) {
      throw new IllegalArgumentException(
          name(record)
              + ": the host cannot be told, the account number was not kept: expected by-hand with"
              + " the bank's reference");
    }
    return new Finding.Credited(amount);
  }

  private Finding paid(TransactionRecord record, String yuan) {
    if (record.service() == Service.DEPOSIT) {
      throw new IllegalArgumentException(
          name(record) + " is a DEPOSIT: expected credit with the sum to be credited, or by-hand");
    }
    if (!yuan.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(
          "paid '" + yuan + "': expected whole yuan, 0 … " + record.amount().yuan());
    }
    Money paid = Money.ofYuan(Long.parseLong(yuan));
    if (paid.isMoreThan(record.amount())) {
      throw new IllegalArgumentException(
          name(record)
              + ": paid "
              + paid
              + " is more than the "
              + record.amount()
              + " approved: expected at most that; the rest is settled by hand at the bank (by-hand)");
    }
    if (!book.tellable(record, paid)) {
      throw new IllegalArgumentException(
          name(record)
              + ": the host cannot be told "
              + paid
              + " of "
              + record.amount()
              + (record.account().isEmpty()
                  ? ", the card number was not kept"
                  : ", there is no partial reversal between banks")
              + ": expected by-hand with the bank's reference");
    }
    return new Finding.Paid(paid);
  }

  private SuspenseReport report(SuspenseCase open) {
    TransactionRecord record = recordOf(open);
    List<SuspenseReport.Word> words =
        pending(record, ledger.now()).map(SuspenseOffice::word).stream().toList();
    return report(record, open, words.isEmpty() ? "open" : "proposed", words);
  }

  private SuspenseReport report(ClearedCase done) {
    Clearing clearing = done.clearing();
    List<SuspenseReport.Word> words = new ArrayList<>(List.of(word(clearing.proposal())));
    words.add(
        new SuspenseReport.Word(
            clearing.finding().toString(), clearing.approvedBy(), clearing.at(), clearing.at()));
    return report(recordOf(done.suspense()), done.suspense(), "cleared", words);
  }

  private static SuspenseReport report(
      TransactionRecord record,
      SuspenseCase suspense,
      String state,
      List<SuspenseReport.Word> words) {
    return new SuspenseReport(
        record.stan().toString(),
        record.rrn(),
        record.maskedAccount(),
        record.time(),
        suspense.opened(),
        record.amount().toString(),
        state,
        suspense.evidence(),
        words);
  }

  private static SuspenseReport.Word word(Proposal said) {
    return new SuspenseReport.Word(said.finding().toString(), said.by(), said.at(), said.until());
  }

  private static Told told(
      TransactionRecord record,
      String state,
      Proposal proposal,
      List<String> persons,
      LocalDateTime until,
      List<Advice.Kind> owed) {
    return new Told(
        record.stan().toString(),
        state,
        proposal.finding().toString(),
        record.amount().toString(),
        persons,
        until,
        owed);
  }

  private static String said(Proposal pending) {
    return pending.by() + " has proposed " + pending.finding() + ", until " + pending.until();
  }

  private static String name(TransactionRecord record) {
    return "STAN " + record.stan();
  }

  private TransactionRecord recordOf(SuspenseCase suspense) {
    return store
        .transaction(suspense.transactionId())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "case without its transaction " + suspense.transactionId()));
  }
}
