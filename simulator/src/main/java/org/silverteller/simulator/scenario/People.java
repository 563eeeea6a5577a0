package org.silverteller.simulator.scenario;

import java.util.Optional;
import org.silverteller.event.Key;
import org.silverteller.money.UnitId;
import org.silverteller.page.Frame;
import org.silverteller.page.Page;
import org.silverteller.page.TransferPage;
import org.silverteller.simulator.hardware.Customer;
import org.silverteller.simulator.hardware.Fault;
import org.silverteller.simulator.hardware.PadMode;
import org.silverteller.simulator.hardware.Sabotage;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.hardware.Wallet;

/**
 * Who acts at the machine: the customer, the attendant, and whoever breaks it. A customer acts when
 * the machine is ready for it, as people do: a thing is taken when it is offered, an option is
 * touched when it is on the glass.
 */
public final class People {

  private final VirtualMachine machine;
  private final Customer customer;
  private Optional<VirtualCard> card = Optional.empty();

  public People(VirtualMachine machine) {
    this.machine = machine;
    this.customer = machine.customer();
  }

  /** The card that was put in last. */
  Optional<VirtualCard> card() {
    return card;
  }

  /** What the step waits for; empty when it can be done now. */
  public Optional<String> waitsFor(Step step) {
    return switch (step.verb()) {
      case "insert" -> unless(machine.view().slotOpen(), "an open card slot");
      case "pin" -> unless(customer.padMode() == PadMode.PIN, "the PIN pad to ask for a PIN");
      case "type" ->
          unless(
              page().filter(People::typedOn).isPresent(),
              "a page to type an amount or an account on");
      case "touch" ->
          unless(
              offered(step.word(1, "an option id")),
              "option '" + step.word(1, "") + "' on the glass");
      case "take" -> waitsToTake(step);
      default -> Optional.empty();
    };
  }

  private Optional<String> waitsToTake(Step step) {
    return switch (step.word(1, "card, cash or receipt")) {
      case "card" -> unless(customer.cardWaits(), "a card in the slot");
      case "cash" -> unless(customer.notesWaiting() > 0, "notes at the exit");
      case "receipt" -> unless(customer.receiptWaits(), "a slip in the mouth");
      default ->
          throw step.fault("'take " + step.word(1, "") + "': expected card, cash or receipt");
    };
  }

  private static Optional<String> unless(boolean ready, String what) {
    return ready ? Optional.empty() : Optional.of(what);
  }

  /**
   * Does the step.
   *
   * @return whether it is one of theirs
   */
  public boolean act(Step step) {
    switch (step.verb()) {
      case "insert" -> insert(step);
      case "pin" -> pin(step);
      case "type" -> type(step);
      case "key" -> customer.press(step.constant(1, Key.class));
      case "touch" -> customer.touchOption(step.word(1, "an option id"));
      case "take" -> take(step);
      case "fault" -> machine.saboteur().arm(sabotage(step));
      case "repair" -> repair(step);
      case "load" ->
          machine.operator().loadUnit(step.parsed(1, "a cash unit", UnitId::of), step.number(2));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void insert(Step step) {
    String name = step.word(1, "a card of the wallet");
    VirtualCard found =
        Wallet.card(name)
            .orElseThrow(
                () ->
                    step.fault(
                        "found card '"
                            + name
                            + "', expected one of "
                            + Wallet.cards().stream().map(VirtualCard::name).toList()));
    card = Optional.of(found);
    customer.insertCard(found);
  }

  /** The card's own PIN, or one that is wrong; no script holds a PIN. */
  private void pin(Step step) {
    String right = card.orElseThrow(() -> step.fault("no card was inserted before")).pin();
    switch (step.count() == 0 ? "right" : step.word(1, "right or wrong")) {
      case "right" -> customer.typePin(right);
      case "wrong" -> customer.typePin(right.equals("9999") ? "9998" : "9999");
      default -> throw step.fault("'pin " + step.word(1, "") + "': expected right or wrong");
    }
  }

  private static boolean typedOn(Page page) {
    return page instanceof Page.AmountEntry
        || page instanceof TransferPage.TransferAmount
        || page instanceof TransferPage.AccountEntry;
  }

  /**
   * Digits of an amount, or {@code account CARD}: the number of that card, which no script holds;
   * {@code account CARD 12} types its first digits only, {@code account nobody} a number that no
   * bank has given out.
   */
  private void type(Step step) {
    String digits = step.word(1, "digits, or account and a card");
    if (digits.equals("account")) {
      digits = accountOf(step);
    } else {
      step.number(1);
    }
    digits.chars().forEach(digit -> customer.press(Key.ofDigit(digit - '0')));
    customer.press(Key.ENTER);
  }

  private static String accountOf(Step step) {
    String name = step.word(2, "a card of the wallet, or nobody");
    if (name.equals("nobody")) {
      return "6226" + "0".repeat(12);
    }
    String whole =
        Wallet.card(name)
            .orElseThrow(() -> step.fault("found no card '" + name + "'"))
            .pan()
            .reveal();
    return step.count() > 2 ? whole.substring(0, step.number(3)) : whole;
  }

  private void take(Step step) {
    switch (step.word(1, "card, cash or receipt")) {
      case "card" -> customer.takeCard();
      case "cash" -> customer.takeNotes(step.count() > 1 ? step.number(2) : Integer.MAX_VALUE);
      default -> customer.takeReceipt();
    }
  }

  /** {@code fault jam-in-stack [lasting] [3] [CASS1]}. */
  public static Sabotage sabotage(Step step) {
    Fault fault = step.constant(1, Fault.class);
    Sabotage sabotage = Sabotage.once(fault);
    for (int n = 2; n <= step.count(); n++) {
      String word = step.word(n, "");
      if (word.equals("lasting")) {
        sabotage = new Sabotage(fault, true, sabotage.notes(), sabotage.unit());
      } else if (word.matches("[0-9]+")) {
        sabotage = sabotage.notes(Integer.parseInt(word));
      } else {
        sabotage =
            sabotage.in(step.parsed(n, "lasting, a number of notes or a cash unit", UnitId::of));
      }
    }
    return sabotage;
  }

  private void repair(Step step) {
    switch (step.word(1, "faults, jam, paper or bins")) {
      case "faults" -> machine.saboteur().clearAll();
      case "jam" -> machine.operator().clearJam();
      case "paper" -> machine.operator().addPaper();
      case "bins" -> machine.operator().emptyBins();
      default ->
          throw step.fault(
              "'repair " + step.word(1, "") + "': expected faults, jam, paper or bins");
    }
  }

  private boolean offered(String optionId) {
    return customer.frame().flatMap(frame -> frame.areaOf(optionId)).isPresent();
  }

  Optional<Page> page() {
    return customer.frame().map(Frame::page);
  }
}
