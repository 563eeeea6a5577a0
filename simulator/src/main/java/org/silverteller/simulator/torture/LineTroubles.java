package org.silverteller.simulator.torture;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.silverteller.simulator.bank.LoopbackWire.Cut;

/** Which of the messages to come break the line. */
final class LineTroubles {

  private final List<Countdown> armed = new ArrayList<>();

  private static final class Countdown {
    final Cut how;
    int left;

    Countdown(Trouble.Line trouble) {
      how = trouble.how();
      left = trouble.nth();
    }
  }

  void arm(Trouble.Line trouble) {
    armed.add(new Countdown(trouble));
  }

  void disarm() {
    armed.clear();
  }

  /** What happens to the line while the next message is on it. */
  Cut next() {
    Cut cut = Cut.NONE;
    for (Iterator<Countdown> each = armed.iterator(); each.hasNext(); ) {
      Countdown one = each.next();
      if (--one.left <= 0) {
        each.remove();
        cut = one.how;
      }
    }
    return cut;
  }
}
