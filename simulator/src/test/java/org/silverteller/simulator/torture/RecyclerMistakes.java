package org.silverteller.simulator.torture;

import net.bytebuddy.asm.Advice;
import org.silverteller.simulator.hardware.AcceptorPlace;
import org.silverteller.simulator.hardware.VirtualNote;

/** What can be done wrong in a device that pays out what was deposited. */
final class RecyclerMistakes {

  private RecyclerMistakes() {}

  static final class UnfitTakenForFit {
    @Advice.OnMethodEnter
    static void fit(@Advice.Argument(value = 0, readOnly = false) VirtualNote note) {
      note = Wrongs.asFit(note);
    }
  }

  /** From the tray a note goes nowhere but to the suspects, where there is an escrow. */
  static final class SuspectsToUnit {
    @Advice.OnMethodEnter
    static void toTheFirst(
        @Advice.Argument(0) AcceptorPlace from,
        @Advice.Argument(value = 1, readOnly = false) int unit) {
      unit = from == AcceptorPlace.INPUT ? 0 : unit;
    }
  }

  static final class CountedTwice {
    @Advice.OnMethodExit
    static void again(@Advice.Argument(0) int unit, @Advice.FieldValue("counts") int[] counts) {
      counts[unit]++;
    }
  }
}
