package org.silverteller.simulator.crash;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Hardware;
import org.silverteller.device.PinPad.KeyHandle;
import org.silverteller.money.Money;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.bank.BankRules;
import org.silverteller.simulator.bank.BankSpec;
import org.silverteller.simulator.bank.FaultSource;
import org.silverteller.simulator.bank.Traffic;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.hardware.Effect;
import org.silverteller.simulator.hardware.EffectHook;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.hardware.Wallet;
import org.silverteller.simulator.scenario.Cast;
import org.silverteller.store.TransactionState;

/**
 * What is true outside of the terminal: the machine with its notes and cards, the bank with its
 * books. Both are deterministic, so they stand again, in any process, as they stood at any line of
 * the {@link TruthLog}, by doing once more what was done to them. A command that was cut short is
 * cut short at the same effect.
 *
 * <p>On the way it is checked that no note moved before the record that says so was acknowledged,
 * and that no transaction was presented twice.
 */
final class Truth {

  private static final Instant START =
      LocalDateTime.of(2026, 6, 18, 9, 0).atZone(Cast.ZONE).toInstant();
  private static final long BANK_SEED = 1;

  /** Who comes to the machine: own bank's card, a senior card, another bank's card. */
  static final List<VirtualCard> CARDS = List.of(Wallet.OWN, Wallet.SENIOR, Wallet.DOMESTIC);

  private final VirtualMachine machine = new VirtualMachine(MachineSpec.STANDARD);
  private final Acknowledged acknowledged = new Acknowledged();
  private final List<String> violations = new ArrayList<>();
  private final Set<Long> presented = new HashSet<>();
  private final VirtualBank bank;
  private Hardware hardware = machine.open(event -> {});
  private InstantSource clock = () -> START;
  private long stacked;

  private Truth() {
    bank =
        new VirtualBank(spec(), () -> clock.instant(), BANK_SEED, FaultSource.NONE, new Traffic(0));
  }

  /** Accounts and limits that do not end before the run does. */
  private static BankSpec spec() {
    BankSpec spec = BankSpec.of(CARDS, BankRules.USUAL.withDaily(Money.ofYuan(900_000), 9_000));
    for (VirtualCard card : CARDS) {
      spec = spec.withBalance(card, Money.ofYuan(9_000_000));
    }
    return spec;
  }

  /**
   * The world after these lines.
   *
   * @param lines of a truth log, from its first
   */
  static Truth after(List<String> lines) {
    Truth truth = new Truth();
    int next = 0;
    while (next < lines.size()) {
      next = truth.apply(lines, next);
    }
    return truth;
  }

  VirtualMachine machine() {
    return machine;
  }

  VirtualBank bank() {
    return bank;
  }

  Acknowledged acknowledged() {
    return acknowledged;
  }

  /** What was done that must never be, in words. */
  List<String> violations() {
    return violations;
  }

  Instant now() {
    return clock.instant();
  }

  /** From now on time is this clock's. */
  void liveBy(InstantSource living) {
    clock = living;
  }

  /** Does what a line says, with the effects in the lines behind it; the line that comes next. */
  private int apply(List<String> lines, int at) {
    String[] words = lines.get(at).split(" ", -1);
    Instant time = Instant.ofEpochMilli(Long.parseLong(words[0]));
    clock = () -> time;
    int next = at + 1;
    switch (words[1]) {
      case "CashDispenser", "CardReader", "PinPad" -> {
        int effects = effects(lines, next);
        next += effects;
        boolean whole = next < lines.size() && lines.get(next).endsWith(" .");
        command(words, whole ? Integer.MAX_VALUE : effects);
        next += whole ? 1 : 0;
      }
      case "bank" -> bank.receive(HexFormat.of().parseHex(words[2]));
      case "commit" ->
          acknowledged.committing(String.join(" ", Arrays.asList(words).subList(2, words.length)));
      case "durable" -> acknowledged.committed();
      case "found" -> acknowledged.found(Long.parseLong(words[2]));
      case "stan" -> acknowledged.taken(Integer.parseInt(words[2]));
      case "off" -> machine.cutPower();
      case "on" -> {
        machine.restorePower();
        hardware = machine.open(event -> {});
      }
      default -> person(words);
    }
    return next;
  }

  private static int effects(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).endsWith(" e")) {
      at++;
    }
    return at - from;
  }

  private void person(String[] words) {
    switch (words[1]) {
      case "insert" -> machine.customer().insertCard(Wallet.card(words[2]).orElseThrow());
      case "take-card" -> machine.customer().takeCard();
      case "take-notes" -> machine.customer().takeNotes(Integer.parseInt(words[2]));
      case "empty-bins" -> machine.operator().emptyBins();
      default -> throw new IllegalArgumentException("no such line in a truth log: " + words[1]);
    }
  }

  private void command(String[] words, int effects) {
    machine.hook(new EndsAfter(effects));
    try {
      command(words);
    } catch (DeviceFault asThen) {
      // The device refused then too; the terminal of that time has heard of it.
    } catch (PowerCut cut) {
      // Here the process died.
    }
    machine.hook(EffectHook.NONE);
  }

  private void command(String[] words) throws DeviceFault {
    switch (words[1] + " " + words[2]) {
      case "CashDispenser stack" -> {
        stacked = Long.parseLong(words[4]);
        demand(TransactionState.STACKING, "stacked");
        hardware.dispenser().stack(Words.mix(words[3]), stacked);
      }
      case "CashDispenser present" -> {
        demand(TransactionState.PRESENTING, "presented");
        if (!presented.add(stacked)) {
          violations.add("transaction " + stacked + " is presented twice");
        }
        hardware.dispenser().present();
      }
      case "CashDispenser retract" -> hardware.dispenser().retract();
      case "CashDispenser rejectAll" -> hardware.dispenser().rejectAll();
      case "CashDispenser reset" -> hardware.dispenser().reset();
      case "CardReader accept" -> hardware.cardReader().accept(Boolean.parseBoolean(words[3]));
      case "CardReader eject" -> hardware.cardReader().eject();
      case "CardReader retain" -> hardware.cardReader().retain();
      case "CardReader reset" -> hardware.cardReader().reset();
      case "PinPad importKey" ->
          hardware
              .pinPad()
              .importKey(KeyHandle.valueOf(words[3]), HexFormat.of().parseHex(words[4]));
      default -> throw new IllegalArgumentException("no such command in a truth log: " + words[2]);
    }
  }

  private void demand(TransactionState intent, String what) {
    if (!acknowledged.stands(stacked, intent)) {
      violations.add(
          "transaction " + stacked + " is " + what + " before " + intent + " was acknowledged");
    }
  }

  /** Lets so many effects happen, then the power fails. */
  private static final class EndsAfter implements EffectHook {
    private int left;

    EndsAfter(int effects) {
      left = effects;
    }

    @Override
    public void before(Effect effect) {
      if (left-- == 0) {
        throw new PowerCut("as then");
      }
    }

    @Override
    public void after(Effect effect) {}
  }
}
