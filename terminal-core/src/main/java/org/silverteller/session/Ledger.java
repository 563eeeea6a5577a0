package org.silverteller.session;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.silverteller.card.CardTable;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.host.Advice;
import org.silverteller.host.Reply;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.store.Entry;
import org.silverteller.store.Store;
import org.silverteller.store.SuspenseCase;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/**
 * The money rules (design §4): every step of a transaction is durable, with its journal line and
 * with what is then owed to the host, in one commit, before the effect it names.
 */
public final class Ledger {

  private final Store store;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Dues dues;
  private final CaseFile cases;
  private final PrintLedger prints;

  /**
   * @param cards tells whose card a transaction was made with: only the own bank takes partial
   *     reversals (field 95)
   * @param dispenser asked for what it says of itself, as evidence
   * @param completions tell the own bank the actual amount after each payment (0220)
   */
  public Ledger(
      Store store,
      InstantSource clock,
      ZoneId zone,
      CardTable cards,
      CashDispenser dispenser,
      boolean completions) {
    this.store = store;
    this.clock = clock;
    this.zone = zone;
    this.dues = new Dues(store, this::now, cards, completions);
    this.cases = new CaseFile(store, dispenser);
    this.prints = new PrintLedger(store, this);
  }

  public LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), zone).withNano(0);
  }

  /** Lines written to the journal since midnight. */
  public long linesToday() {
    return store.journalLinesSince(now().toLocalDate());
  }

  public void journal(String text) {
    store.commit(line(text));
  }

  public void count(String counter, String text) {
    store.commit(new Entry.Added(counter, 1), line(text));
  }

  /** The record of a request that is about to leave. */
  TransactionRecord open(Service service, Holder holder, Money amount) {
    return open(service, holder, amount, "");
  }

  /**
   * The same.
   *
   * @param counterpart the other side, masked
   */
  TransactionRecord open(Service service, Holder holder, Money amount, String counterpart) {
    TransactionRecord record = fresh(service, holder, amount).about(counterpart);
    save(record, requested(record));
    return record;
  }

  /** A record that is not durable yet; its STAN is. */
  TransactionRecord fresh(Service service, Holder holder, Money amount) {
    Stan stan = store.takeStan();
    LocalDateTime time = now();
    return TransactionRecord.requested(
        store.nextTransactionId(),
        service,
        stan,
        rrn(time, stan),
        time,
        holder.account(),
        holder.access().entry(),
        amount);
  }

  /** The journal line that begins a transaction. */
  static String requested(TransactionRecord record) {
    return record.service().name().replace('_', ' ')
        + (record.amount().isZero() ? "" : " " + record.amount())
        + (record.counterpart().isEmpty() ? "" : " TO " + record.counterpart())
        + " STAN "
        + record.stan()
        + " REQUESTED";
  }

  /**
   * Retrieval reference number in the usual form: year digit, day of year, hour, STAN (ISO 8583
   * field 37).
   */
  private static String rrn(LocalDateTime time, Stan stan) {
    int yearDayHour = (time.getYear() % 10) * 100_000 + time.getDayOfYear() * 100 + time.getHour();
    return Integer.toString(1_000_000 + yearDayHour).substring(1) + stan;
  }

  void notSent(TransactionRecord record) {
    save(record.in(TransactionState.NOT_SENT), "STAN " + record.stan() + " NOT SENT");
  }

  void declined(TransactionRecord record, Reply.Answered reply) {
    save(
        answered(record, TransactionState.DECLINED, reply),
        "STAN " + record.stan() + " RESPONSE " + reply.code());
  }

  void answered(TransactionRecord record, Reply.Answered reply) {
    save(
        answered(record, TransactionState.ANSWERED, reply),
        "STAN " + record.stan() + " RESPONSE " + reply.code());
  }

  /** The host has done what was asked: nothing is left to do here. */
  TransactionRecord done(TransactionRecord record, Reply.Answered reply) {
    return save(
        answered(record, TransactionState.DONE, reply),
        record.service().name().replace('_', ' ')
            + (record.amount().isZero() ? "" : " " + record.amount())
            + " STAN "
            + record.stan()
            + " RESPONSE "
            + reply.code());
  }

  static TransactionRecord answered(
      TransactionRecord record, TransactionState state, Reply.Answered reply) {
    return record.answered(state, reply.code(), reply.authCode(), reply.settlementDate());
  }

  /**
   * No trustworthy reply: a debit may exist, so the whole amount is reversed. An inquiry owes
   * nothing.
   */
  public void unanswered(TransactionRecord record, Reply.Unknown.Cause cause) {
    TransactionRecord last = record.in(TransactionState.UNANSWERED);
    String text =
        record.service().name().replace('_', ' ')
            + " "
            + record.amount()
            + " STAN "
            + record.stan()
            + " "
            + cause.name().replace('_', ' ');
    if (record.service() == Service.BOOK_ROWS) {
      prints.unanswered(last, text);
      return;
    }
    if (!record.service().reversible()) {
      save(last, text);
      return;
    }
    Advice.Reason reason =
        cause == Reply.Unknown.Cause.WRONG_MAC ? Advice.Reason.WRONG_MAC : Advice.Reason.TIME_OUT;
    store.commit(new Entry.Saved(last), line(text), dues.owed(last, Money.ZERO, reason));
  }

  /** The approval is durable; from it, and from nothing else, comes the right to dispense. */
  DispenseRight approved(TransactionRecord record, Reply.Answered reply) {
    TransactionRecord approved = answered(record, TransactionState.APPROVED, reply);
    save(
        approved,
        record.service()
            + " "
            + record.amount()
            + " STAN "
            + record.stan()
            + " RESPONSE "
            + reply.code());
    return new DispenseRight(approved);
  }

  /**
   * The answer about a payee names a case account: with it, in one commit, it is owed to the bank's
   * staff that a transfer was stopped.
   */
  void stoppedAtCase(TransactionRecord check, Reply.Answered reply, Money amount) {
    store.commit(
        new Entry.Saved(answered(check, TransactionState.ANSWERED, reply)),
        line("GUARD STOPPED TRANSFER " + amount + " AT CASE LIST STAN " + check.stan()),
        dues.alert(check, amount));
  }

  /** Approved for another amount than asked: never dispensed, reversed. */
  void wrongAmount(TransactionRecord record, Reply.Answered reply) {
    TransactionRecord last = answered(record, TransactionState.UNPAID, reply);
    store.commit(
        new Entry.Saved(last),
        line(
            "STAN "
                + record.stan()
                + " APPROVED FOR "
                + reply.amount()
                + " NOT "
                + record.amount()),
        dues.owed(last, Money.ZERO, Advice.Reason.AMOUNT_INCORRECT));
  }

  TransactionRecord stacking(TransactionRecord record, NoteMix mix) {
    TransactionRecord intent = record.stacking(mix);
    store.commit(new Entry.Saved(intent), line("STACKING " + mix), cases.before(intent));
    return intent;
  }

  TransactionRecord counted(TransactionRecord record, Counted counted) {
    return save(
        record.counted(counted.notes()), "NOTES STACKED " + counted.notes() + rejected(counted));
  }

  TransactionRecord presenting(TransactionRecord record) {
    return save(record.in(TransactionState.PRESENTING), "PRESENTING " + record.counted());
  }

  TransactionRecord presented(TransactionRecord record, NoteMix notes) {
    return save(record.presented(notes), "NOTES PRESENTED " + notes);
  }

  /** The customer has what was presented; a shortfall is owed back. */
  public void taken(TransactionRecord record) {
    settle(
        record.in(TransactionState.TAKEN),
        record.presented().total(),
        "NOTES TAKEN " + record.presented(),
        Advice.Reason.HARDWARE);
  }

  /** Notes came back and were counted; what came back is owed. */
  public void retracted(TransactionRecord record, NoteMix back) {
    Money kept = record.presented().total().minus(back.total());
    settle(record.retracted(back), kept, "CASH RETRACTED " + back, Advice.Reason.TIME_OUT);
  }

  /** Nothing was paid after an approval. */
  public void unpaid(TransactionRecord record, Advice.Reason reason, String text) {
    TransactionRecord last = record.in(TransactionState.UNPAID);
    store.commit(new Entry.Saved(last), line(text), dues.owed(last, Money.ZERO, reason));
  }

  /**
   * What happened cannot be known: a case with all evidence, nothing reversed by itself.
   *
   * @param why what was decided upon, a line each; record, device and journal are added
   */
  public void unknown(TransactionRecord record, List<String> why) {
    openCase(record, why, List.of());
  }

  /**
   * The same.
   *
   * @param besides what becomes durable together with the case
   */
  void openCase(TransactionRecord record, List<String> why, List<Entry> besides) {
    List<String> statement = cases.statement(record, why);
    List<String> evidence = cases.journal(record);
    evidence.addAll(statement);
    List<Entry> entries =
        new ArrayList<>(
            List.of(
                new Entry.Saved(record.in(TransactionState.UNKNOWN)),
                new Entry.Opened(new SuspenseCase(record.id(), now(), evidence)),
                line("SUSPENSE STAN " + record.stan() + " " + String.join("; ", statement))));
    entries.addAll(besides);
    store.commit(entries);
  }

  public void deviceFault(DeviceFault fault) {
    journal("DEVICE FAULT " + fault.getMessage());
  }

  /**
   * A final state with the amount that the customer has. Between banks there is no partial
   * reversal, and nobody can be told of more than was approved: a person must settle it.
   */
  private void settle(TransactionRecord last, Money paid, String text, Advice.Reason reason) {
    if (!dues.tellable(last, paid)) {
      boolean more = paid.isMoreThan(last.amount());
      unknown(
          last,
          List.of(
              text,
              "paid " + paid + " of " + last.amount(),
              more ? "more than was approved" : "no partial reversal between banks"));
      return;
    }
    List<Entry> entries = new ArrayList<>(List.of(new Entry.Saved(last), line(text)));
    dues.after(last, paid, reason).ifPresent(entries::add);
    store.commit(entries);
  }

  void commit(List<Entry> entries) {
    store.commit(entries);
  }

  TransactionRecord save(TransactionRecord record, String text) {
    store.commit(new Entry.Saved(record), line(text));
    return record;
  }

  /** The rules for what is printed into passbooks. */
  public PrintLedger prints() {
    return prints;
  }

  Dues dues() {
    return dues;
  }

  Entry line(String text) {
    return new Entry.Journaled(now(), text);
  }

  private static String rejected(Counted counted) {
    return counted.rejected() == 0 ? "" : " REJECTED " + counted.rejected();
  }
}
