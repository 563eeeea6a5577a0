package org.silverteller.simulator.torture;

import java.util.List;
import java.util.SplittableRandom;
import org.silverteller.event.Key;
import org.silverteller.page.Option;
import org.silverteller.page.Wish;
import org.silverteller.simulator.hardware.Customer;

/** What a hand does at screen and keys; chooses by the dice of whoever stands there. */
final class Fingers {

  private static final List<Key> KEYS =
      List.of(Key.CANCEL, Key.ENTER, Key.CLEAR, Key.D0, Key.D5, Key.D9);

  private final Customer customer;
  private final Tale tale;
  private SplittableRandom dice;

  Fingers(Customer customer, Tale tale) {
    this.customer = customer;
    this.tale = tale;
  }

  /** Somebody else stands there. */
  void of(SplittableRandom next) {
    dice = next;
  }

  SplittableRandom dice() {
    return dice;
  }

  boolean happens(int percent) {
    return dice.nextInt(100) < percent;
  }

  void touch(Wish wish) {
    tale.mark(wish.ordinal());
    customer.touchOption(wish.option().id());
  }

  void touch(Option option) {
    customer.touchOption(option.id());
  }

  void touchOneOf(List<Option> options) {
    if (!options.isEmpty()) {
      touch(options.get(dice.nextInt(options.size())));
    }
  }

  /** Digits and Enter. */
  void type(String digits) {
    digits.chars().forEach(digit -> customer.press(Key.ofDigit(digit - '0')));
    customer.press(Key.ENTER);
  }

  void clear() {
    customer.press(Key.CLEAR);
  }

  void pressAnything() {
    customer.press(KEYS.get(dice.nextInt(KEYS.size())));
  }
}
