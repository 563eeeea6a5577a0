package org.silverteller.simulator.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.BookOnFile;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.console.BenchState.Audit;
import org.silverteller.simulator.hardware.DepositLedger;
import org.silverteller.simulator.hardware.MachineLedger;
import org.silverteller.simulator.hardware.VirtualBook;
import org.silverteller.simulator.scenario.PaperAudit;

/**
 * Counts every yuan, every card and every printed row at rest (design §4): bank against hands,
 * machine against what was loaded and put in, passbooks against the bank.
 *
 * @param books of paper, by name
 */
record Accounts(
    MachineLedger machine,
    VirtualBank bank,
    Computer.OpenItems open,
    Map<String, VirtualBook> books) {

  Audit audit() {
    List<String> wrong = new ArrayList<>(machine.violations());
    if (open.suspense() == 0) {
      wrong.addAll(machine.idleViolations());
    }
    List<String> lines = new ArrayList<>();
    money(lines, wrong);
    machine.notes().forEach(row -> lines.add(told(row)));
    machine.deposits().ifPresent(deposits -> deposits(deposits, lines, wrong));
    passbooks(lines, wrong);
    lines.add(
        "Cards: "
            + machine.cardsInserted()
            + " inserted = "
            + machine.cardsReturned()
            + " given back + "
            + machine.cardsInside()
            + " inside + "
            + machine.cardsRetained()
            + " kept + "
            + machine.cardsCarriedAway()
            + " carried away");
    wrong.forEach(each -> lines.add("WRONG: " + each));
    return new Audit(wrong.isEmpty(), List.copyOf(lines));
  }

  private void money(List<String> lines, List<String> wrong) {
    long paid = bank.paidInNotesFen();
    Money held = machine.paidOut();
    if (Math.abs(paid - held.fen()) > open.inSuspense().plus(open.byHand()).fen()) {
      wrong.add("What the bank has paid is not what the customers hold.");
    }
    lines.add("Bank: paid in notes ¥" + (paid < 0 ? "-" : "") + Money.ofFen(Math.abs(paid)));
    lines.add(
        "Customers hold ¥"
            + held
            + (open.suspense() == 0 ? "" : "; in suspense ¥" + open.inSuspense())
            + (open.byHand().isZero() ? "" : "; settled by hand ¥" + open.byHand()));
    Money transfers = bank.transfers().held();
    if (!transfers.isZero()) {
      lines.add("Bank: holds ¥" + transfers + " for transfers that are not due yet");
    }
  }

  /** Suspects are never credited; a case may hold the difference open. */
  private void deposits(DepositLedger deposits, List<String> lines, List<String> wrong) {
    Money kept = deposits.keptGenuine();
    Money credited = bank.ledger().credited();
    boolean inACase = open.suspense() > 0 || !open.byHand().isZero();
    if (credited.isMoreThan(kept) || !credited.equals(kept) && !inACase) {
      wrong.add("What the machine has taken in is not what the bank has credited.");
    }
    lines.add("Deposits: genuine notes taken in ¥" + kept + ", credited ¥" + credited);
  }

  private void passbooks(List<String> lines, List<String> wrong) {
    List<BookOnFile.View> onFile = bank.ledger().books().books();
    if (!onFile.isEmpty()) {
      wrong.addAll(new PaperAudit(bank.ledger(), books).violations());
      long waiting = onFile.stream().mapToLong(BookOnFile.View::unprinted).sum();
      long printed = books.values().stream().mapToLong(book -> book.prints().size()).sum();
      lines.add("Passbooks: " + printed + " rows on paper, " + waiting + " wait to be printed");
    }
  }

  private static String told(MachineLedger.Row row) {
    return row.unit()
        + ", ¥"
        + row.yuan()
        + ": "
        + row.loaded()
        + " loaded = "
        + row.cassette()
        + " inside + "
        + (row.transport() + row.stacker() + row.exit())
        + " on the way + "
        + row.reject()
        + " rejected + "
        + row.retract()
        + " retracted + "
        + row.paidOut()
        + " paid out + "
        + row.carriedAway()
        + " carried away";
  }
}
