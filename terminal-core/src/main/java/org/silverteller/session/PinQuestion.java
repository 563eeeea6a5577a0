package org.silverteller.session;

import java.util.Optional;
import org.silverteller.card.AccountNumber;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Lights;
import org.silverteller.device.PinBlock;
import org.silverteller.event.Key;
import org.silverteller.page.Page;

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
    held = Optional.of(block(account, triesLeft));
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

  private PinBlock block(AccountNumber account, Optional<Integer> triesLeft) throws Cancelled {
    try {
      dialogue.pinPad().openPin(rules.pin().minDigits(), rules.pin().maxDigits());
      dialogue.lights().on(Lights.Place.PIN_PAD);
      typed(triesLeft);
      dialogue.lights().off(Lights.Place.PIN_PAD);
      PinBlock block = dialogue.pinPad().pinBlock(account, rules.pinFormat());
      dialogue.pinPad().openKeys();
      return block;
    } catch (DeviceFault fault) {
      throw dialogue.failed(fault);
    }
  }

  private void typed(Optional<Integer> triesLeft) throws Cancelled {
    int digits = 0;
    while (true) {
      dialogue.tell(new Page.PinEntry(digits, triesLeft));
      if (dialogue.hear() instanceof Answer.Pressed pressed) {
        Key key = pressed.key();
        if (key == Key.ENTER && digits >= rules.pin().minDigits()) {
          return;
        }
        digits =
            key == Key.CLEAR
                ? 0
                : key == Key.HIDDEN ? Math.min(digits + 1, rules.pin().maxDigits()) : digits;
      }
    }
  }
}
