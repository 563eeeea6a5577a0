package org.silverteller.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.silverteller.card.AccountNumber;
import org.silverteller.device.CardReader;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashDispenser;
import org.silverteller.event.DeviceName;
import org.silverteller.money.Money;
import org.silverteller.money.UnitType;
import org.silverteller.simulator.bank.BankSpec;
import org.silverteller.simulator.bank.Payees;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.UnitSpec;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.Wallet;

/**
 * What a script sets up in its first steps: {@code machine deposits}, {@code machine escrow 5},
 * {@code machine recycler 100x3 50x2/10}, {@code machine spray}, {@code machine no-retract}, {@code
 * machine no-retain}, {@code machine paper 0}, {@code machine cassettes 100x200 50x0 10x300},
 * {@code account own-0421 60}, {@code payee domestic-0334 listed}.
 */
final class Props {

  private static final Pattern RECYCLING =
      Pattern.compile("([0-9]{1,3})x([0-9]{1,4})(?:/([0-9]{1,4}))?");
  private static final int ROOM = 2_500;

  private MachineSpec machine = MachineSpec.STANDARD;
  private BankSpec bank = BankSpec.usual();
  private boolean serials;
  private int firstStep;

  Props(Script script) {
    for (Step step : script.steps()) {
      if (step.verb().equals("machine") && step.word(1, "").equals("serials")) {
        serials = true;
      } else if (step.verb().equals("machine")) {
        machine = machine(step);
      } else if (step.verb().equals("account")) {
        bank = account(step);
      } else if (step.verb().equals("payee")) {
        bank = bank.with(payee(step));
      } else {
        return;
      }
      firstStep++;
    }
  }

  MachineSpec machine() {
    return machine;
  }

  /** Whether the terminal keeps serial numbers. */
  boolean serials() {
    return serials;
  }

  BankSpec bank() {
    return bank;
  }

  /** The first step that somebody does at the machine. */
  int firstStep() {
    return firstStep;
  }

  private MachineSpec machine(Step step) {
    CashDispenser.Capabilities can = machine.dispenser();
    return switch (step.word(1, "what is different about the machine")) {
      case "spray" -> machine.withDispenser(MachineSpec.SPRAY_DISPENSER);
      case "deposits" ->
          machine.withExtras(
              Set.of(DeviceName.SPEAKER, DeviceName.LIGHTS, DeviceName.CASH_ACCEPTOR));
      case "recycler" ->
          step.count() == 1 ? MachineSpec.RECYCLER : machine.recycling(recycling(step));
      case "escrow" ->
          machine.withAcceptor(
              machine.acceptor().withCapabilities(escrow(machine.acceptor().can(), step)));
      case "no-retract" ->
          machine.withDispenser(
              new CashDispenser.Capabilities(
                  can.stacker(), can.shutter(), false, can.takenSensor(), can.maxNotes()));
      case "no-taken-sensor" ->
          machine.withDispenser(
              new CashDispenser.Capabilities(
                  can.stacker(), can.shutter(), can.retract(), false, can.maxNotes()));
      case "no-retain" ->
          machine.withReader(
              new CardReader.Capabilities(false, false, machine.reader().eject(), false, 0));
      case "paper" -> machine.withSlips(step.number(2));
      case "cassettes" -> machine.withUnits(units(machine, step));
      default ->
          throw step.fault(
              "'machine "
                  + step.word(1, "")
                  + "': expected deposits, recycler, escrow, spray, no-retract, no-taken-sensor, no-retain, serials, paper or cassettes");
    };
  }

  /** {@code machine escrow 5}: so many notes; none is an acceptor that stores each note at once. */
  private static CashAcceptor.Capabilities escrow(CashAcceptor.Capabilities can, Step step) {
    int most = step.number(2);
    return new CashAcceptor.Capabilities(
        most > 0, can.recycles(), can.retract(), can.shutter(), most > 0 ? most : can.maxNotes());
  }

  /** Units that recycle stay as they are. */
  private static List<UnitSpec> units(MachineSpec machine, Step step) {
    List<UnitSpec> units =
        new ArrayList<>(
            machine.units().stream().filter(unit -> unit.type() == UnitType.RECYCLE).toList());
    for (int n = 2; n <= step.count(); n++) {
      String name = "CASS" + (n - 1);
      units.add(
          step.parsed(n, "a denomination and a count such as 100x2000", word -> unit(name, word)));
    }
    units.add(UnitSpec.rejectBin());
    units.add(UnitSpec.retractBin());
    return units;
  }

  /** {@code machine recycler 100x3 50x2/10}: notes inside, and room for how many. */
  private static List<UnitSpec> recycling(Step step) {
    List<UnitSpec> units = new ArrayList<>();
    for (int n = 2; n <= step.count(); n++) {
      String name = "RECYC" + (n - 1);
      units.add(
          step.parsed(
              n,
              "a denomination, a count and perhaps the room, such as 100x3 or 100x3/10",
              word -> recycling(name, word)));
    }
    return units;
  }

  private static UnitSpec recycling(String name, String word) {
    Matcher matcher = RECYCLING.matcher(word);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(word);
    }
    int room = matcher.group(3) == null ? ROOM : Integer.parseInt(matcher.group(3));
    return UnitSpec.recycling(
        name, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), 0, room);
  }

  private static UnitSpec unit(String name, String word) {
    String[] parts = word.split("x", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(word);
    }
    return UnitSpec.cassette(name, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), 0);
  }

  /** {@code payee domestic-0334 listed}, {@code payee domestic-0334 paid-by own-0421} … */
  private Payees payee(Step step) {
    AccountNumber number = card(step, 1).pan();
    return switch (step.word(2, "what is known of the payee")) {
      case "listed" -> bank.payees().withListed(number);
      case "slow" -> bank.payees().withSlow(number);
      case "badly-named" -> bank.payees().withBadlyNamed(number);
      case "paid-by" -> bank.payees().withPaidBefore("account of " + card(step, 3).name(), number);
      default ->
          throw step.fault(
              "'payee … "
                  + step.word(2, "")
                  + "': expected listed, slow, badly-named or paid-by CARD");
    };
  }

  private static VirtualCard card(Step step, int n) {
    return Wallet.card(step.word(n, "a card of the wallet"))
        .orElseThrow(() -> step.fault("found no card '" + step.word(n, "") + "'"));
  }

  private BankSpec account(Step step) {
    return bank.withBalance(card(step, 1), Money.ofYuan(step.number(2)));
  }
}
