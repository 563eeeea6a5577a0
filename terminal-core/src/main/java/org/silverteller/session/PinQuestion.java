package org.silverteller.session;

import java.util.Optional;
import java.util.function.IntFunction;
import org.silverteller.card.AccountNumber;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Lights;
import org.silverteller.device.PinBlock;
import org.silverteller.event.Key;
import org.silverteller.page.AccountPage;
import org.silverteller.page.Page;
import org.silverteller.page.Wish;

/**
 * Asks for the PIN. It is typed into the pad and leaves it only as an encrypted block; the entry
 * ends with Enter, never by itself at the sixth digit, because foreign PINs have four to twelve
 * (ISO 9564-1).
 */
final class PinQuestion {

  private final Dialogue dialogue;
  private final SessionRules rules;
  private Optional<PinBlock> held = Optional.empty();

  PinQuestion(Dialogue dialogue, SessionRules rules) {
    this.dialogue = dialogue;
    this.rules = rules;
  }

  /** Asks now and holds the block for the next request. */
  void ask(AccountNumber account, Optional<Integer> triesLeft) throws Cancelled {
    held = typed(account, digits -> new Page.PinEntry(digits, triesLeft));
  }

  /** The same, where another PIN is typed besides: says that the one that holds now is meant. */
  void askCurrent(AccountNumber account, Optional<Integer> triesLeft) throws Cancelled {
    held =
        typed(
            account,
            digits ->
                new AccountPage.PinChange(AccountPage.PinChange.Step.CURRENT, digits, triesLeft));
  }

  boolean holdsOne() {
    return held.isPresent();
  }

  /** The block held, or asked for now. It is the caller's to erase. */
  PinBlock take(AccountNumber account) throws Cancelled {
    if (held.isEmpty()) {
      ask(account, Optional.empty());
    }
    PinBlock block = held.orElseThrow();
    held = Optional.empty();
    return block;
  }

  /** Holds a block for one more request: it was used for a question that leads on to it. */
  void keep(PinBlock block) {
    held = Optional.of(block);
  }

  /** The block held, if there is one; nobody is asked. It is the caller's to erase. */
  Optional<PinBlock> takeHeld() {
    Optional<PinBlock> block = held;
    held = Optional.empty();
    return block;
  }

  /** Erases a block that no request has used. */
  void forget() {
    held.ifPresent(PinBlock::erase);
    held = Optional.empty();
  }

  /**
   * Takes one PIN from the pad.
   *
   * @param pageOf the page for so many digits
   * @return the block, which is the caller's to erase; empty when the customer goes back
   */
  Optional<PinBlock> typed(AccountNumber account, IntFunction<Page> pageOf) throws Cancelled {
    try {
      dialogue.pinPad().openPin(rules.pin().minDigits(), rules.pin().maxDigits());
      dialogue.lights().on(Lights.Place.PIN_PAD);
      boolean entered = entered(pageOf);
      dialogue.lights().off(Lights.Place.PIN_PAD);
      Optional<PinBlock> block = Optional.empty();
      if (entered) {
        block = Optional.of(dialogue.pinPad().pinBlock(account, rules.pinFormat()));
      } else {
        dialogue.pinPad().close();
      }
      dialogue.pinPad().openKeys();
      return block;
    } catch (DeviceFault fault) {
      throw dialogue.failed(fault);
    }
  }

  private boolean entered(IntFunction<Page> pageOf) throws Cancelled {
    int digits = 0;
    while (true) {
      dialogue.tell(pageOf.apply(digits));
      Answer answer = dialogue.hear();
      if (answer.equals(new Answer.Chosen(Wish.BACK.option()))) {
        return false;
      }
      if (answer instanceof Answer.Pressed pressed) {
        Key key = pressed.key();
        if (key == Key.ENTER && digits >= rules.pin().minDigits()) {
          return true;
        }
        digits =
            key == Key.CLEAR
                ? 0
                : key == Key.HIDDEN ? Math.min(digits + 1, rules.pin().maxDigits()) : digits;
      }
    }
  }
}
