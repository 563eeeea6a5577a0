package org.silverteller.simulator.torture;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.silverteller.device.PassbookUnit;
import org.silverteller.host.Service;
import org.silverteller.simulator.bank.BankLedger;
import org.silverteller.simulator.hardware.VirtualBook;
import org.silverteller.simulator.scenario.PaperAudit;
import org.silverteller.store.TransactionState;

/** Book and money never disagree; nothing is printed twice, or before its notes are counted. */
final class PaperWatch {

  private static final int PAPER = 16;

  private final BankLedger ledger;
  private final Map<String, VirtualBook> paper;

  /**
   * @param paper the books of paper, by name
   */
  PaperWatch(BankLedger ledger, Map<String, VirtualBook> paper) {
    this.ledger = ledger;
    this.paper = paper;
  }

  /** Rows are to be printed: each has its durable intent, and no notes are on their way. */
  void prints(List<PassbookUnit.Row> rows, Collection<Payment> open) {
    long intents = open.stream().filter(one -> one.state() == TransactionState.PRINTING).count();
    Violated.unless(
        rows.size() == 1 && intents == 1,
        3,
        () -> rows.size() + " rows to be printed, and " + intents + " durable intents");
    for (Payment payment : open) {
      Violated.unless(
          !counting(payment), PAPER, () -> payment + " is not counted, and a row is to be printed");
    }
  }

  private static boolean counting(Payment payment) {
    if (payment.deposit()) {
      return !payment.state().isFinal();
    }
    return payment.record().service() == Service.WITHDRAWAL
        && (payment.state() == TransactionState.APPROVED
            || payment.state() == TransactionState.STACKING);
  }

  /** The books of paper and the bank say the same. */
  void read() {
    Violated.unlessNone(PAPER, new PaperAudit(ledger, paper).violations());
  }
}
