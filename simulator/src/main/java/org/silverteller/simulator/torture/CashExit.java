package org.silverteller.simulator.torture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.silverteller.money.Money;
import org.silverteller.simulator.hardware.Place;
import org.silverteller.simulator.hardware.VirtualMachine;

/**
 * Whose the notes at the exit are. Looks at the physical truth after each command and before each
 * hand: what came into reach belongs to the bundle stacked last, what went back belonged to whoever
 * lay there.
 */
final class CashExit {

  private final VirtualMachine machine;
  private final Deque<Payment> lying = new ArrayDeque<>();
  private Optional<Payment> bundle = Optional.empty();
  private Money atExit = Money.ZERO;
  private Money inHands = Money.ZERO;

  CashExit(VirtualMachine machine) {
    this.machine = machine;
  }

  /** What reaches the exit from now on is of this payment. */
  void bundleOf(Payment payment) {
    look();
    bundle = Optional.of(payment);
  }

  Optional<Payment> bundle() {
    return bundle;
  }

  /** The payments whose notes lie at the exit, oldest first. */
  Deque<Payment> lying() {
    return lying;
  }

  /**
   * Compares the truth with what it was when it was looked at last. Must be called before and after
   * each command that can bring notes to the exit or draw them back.
   */
  void look() {
    Money exit = machine.moneyIn(Place.EXIT);
    Money hands = machine.moneyIn(Place.HANDS);
    Money out = exit.plus(hands);
    Money before = atExit.plus(inHands);
    if (out.isMoreThan(before)) {
      reaches(out.minus(before));
    }
    if (hands.isMoreThan(inHands)) {
      leave(hands.minus(inHands), true);
    }
    if (before.isMoreThan(out)) {
      leave(before.minus(out), false);
    }
    atExit = exit;
    inHands = hands;
  }

  private void reaches(Money money) {
    Payment payment =
        bundle.orElseThrow(() -> new Violated(3, money + " at the exit, and nothing was stacked"));
    payment.reaches(money);
    if (!lying.contains(payment)) {
      lying.addLast(payment);
    }
  }

  private void leave(Money money, boolean byHand) {
    Money left = money;
    while (!left.isZero()) {
      Payment oldest = lying.peekFirst();
      if (oldest == null) {
        throw new Violated(1, left + " left the exit that never came there");
      }
      Money its = left.isMoreThan(oldest.inReach()) ? oldest.inReach() : left;
      if (byHand) {
        oldest.handsTake(its);
      } else {
        oldest.drawnBack(its);
      }
      if (oldest.inReach().isZero()) {
        lying.removeFirst();
      }
      left = left.minus(its);
    }
  }
}
