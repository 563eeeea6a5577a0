package org.silverteller.simulator.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.silverteller.simulator.bank.LoopbackWire.Cut;

/** Which of the messages to come break the line, or are held up on it. */
final class LineTroubles {

  /**
   * What becomes of one message.
   *
   * @param heldUp comes to the bank so much later
   */
  record Fate(Cut cut, Optional<Duration> heldUp) {}

  private static final Fate GOOD = new Fate(Cut.NONE, Optional.empty());

  private final List<Countdown> armed = new ArrayList<>();

  private static final class Countdown {
    final Fate fate;
    int left;

    Countdown(Fate fate, int nth) {
      this.fate = fate;
      left = nth;
    }
  }

  void arm(Trouble.Line trouble) {
    armed.add(new Countdown(new Fate(trouble.how(), Optional.empty()), trouble.nth()));
  }

  void arm(Trouble.HeldUp trouble) {
    armed.add(new Countdown(new Fate(Cut.NONE, Optional.of(trouble.by())), trouble.nth()));
  }

  void disarm() {
    armed.clear();
  }

  /** What happens to the next message. */
  Fate next() {
    Fate fate = GOOD;
    for (Iterator<Countdown> each = armed.iterator(); each.hasNext(); ) {
      Countdown one = each.next();
      if (--one.left <= 0) {
        each.remove();
        fate = one.fate;
      }
    }
    return fate;
  }
}
