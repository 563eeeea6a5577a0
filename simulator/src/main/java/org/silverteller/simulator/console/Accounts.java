package org.silverteller.simulator.console;

import java.util.ArrayList;
import java.util.List;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.BankLedger;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.console.BenchState.Audit;
import org.silverteller.simulator.hardware.MachineLedger;

/**
 * Counts every yuan and every card at rest (design §4): bank against hands, machine against what
 * was loaded.
 */
final class Accounts {

  private Accounts() {}

  static Audit audit(MachineLedger machine, VirtualBank bank, Computer.OpenItems open) {
    List<String> wrong = new ArrayList<>(machine.violations());
    if (open.suspense() == 0) {
      wrong.addAll(machine.idleViolations());
    }
    Money kept = kept(bank.ledger());
    Money held = machine.paidOut();
    if (Math.abs(kept.fen() - held.fen()) > open.inSuspense().plus(open.byHand()).fen()) {
      wrong.add("What the bank has kept is not what the customers hold.");
    }
    List<String> lines = new ArrayList<>();
    lines.add("Bank: debited less reversed ¥" + kept);
    lines.add(
        "Customers hold ¥"
            + held
            + (open.suspense() == 0 ? "" : "; in suspense ¥" + open.inSuspense())
            + (open.byHand().isZero() ? "" : "; settled by hand ¥" + open.byHand()));
    machine.notes().forEach(row -> lines.add(told(row)));
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

  private static Money kept(BankLedger books) {
    return books.accounts().stream()
        .map(account -> books.retained(account.number()))
        .reduce(Money.ZERO, Money::plus);
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
