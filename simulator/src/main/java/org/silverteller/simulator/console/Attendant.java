package org.silverteller.simulator.console;

import java.io.IOException;
import java.util.Set;
import org.silverteller.device.DeviceFault;
import org.silverteller.event.DeviceName;
import org.silverteller.money.CashUnit;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.console.Bench.ActRefused;
import org.silverteller.simulator.hardware.BookStock;
import org.silverteller.simulator.hardware.Operator;
import org.silverteller.simulator.hardware.UnitSpec;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.hardware.Wallet;

/** Puts machine and bank in order again, as a field engineer and the bank's staff would. */
final class Attendant {

  private static final Set<VirtualCard> BAD_BY_NATURE = Set.of(Wallet.BLOCKED, Wallet.STOLEN);

  private final LiveBench.Parts parts;

  Attendant(LiveBench.Parts parts) {
    this.parts = parts;
  }

  /**
   * Frees every mechanism, empties the bins, fills cassettes and paper, reopens the bank, gives
   * cards their tries back.
   */
  void mend() throws ActRefused {
    VirtualMachine machine = parts.machine();
    Operator operator = machine.operator();
    operator.clearJam();
    operator.emptyBins();
    if (machine.spec().fitted(DeviceName.CASH_ACCEPTOR)) {
      operator.clearAcceptor();
      operator.emptyAcceptor();
    }
    if (machine.spec().fitted(DeviceName.PASSBOOK_UNIT)) {
      operator.clearPassbookUnit();
      operator.emptyBooks();
    }
    operator.addPaper();
    for (UnitSpec spec : machine.spec().units()) {
      if (spec.type().dispenses()) {
        operator.insertUnit(spec.id());
        operator.loadUnit(spec.id(), Math.max(0, spec.count() - count(machine, spec)));
      }
    }
    reissueCards(parts.bank());
    try {
      operator.resetDispenser();
      parts.server().comeBack();
    } catch (DeviceFault | IOException stubborn) {
      throw new ActRefused("not all could be mended: " + stubborn.getMessage());
    }
  }

  private static int count(VirtualMachine machine, UnitSpec spec) {
    return machine.view().units().stream()
        .filter(unit -> unit.id().equals(spec.id()))
        .mapToInt(CashUnit::count)
        .sum();
  }

  private static void reissueCards(VirtualBank bank) {
    Wallet.cards().stream()
        .filter(card -> !BAD_BY_NATURE.contains(card))
        .forEach(card -> bank.reissue(card.pan()));
    bank.reissue(BookStock.GOOD.number());
  }
}
