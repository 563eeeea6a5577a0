package org.silverteller.simulator.console;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.hardware.Effect;
import org.silverteller.simulator.hardware.EffectHook;

/** Cuts the power once, at a moment chosen beforehand. */
final class PowerCutArmed implements EffectHook {

  /** When; each is the moment at which something else must be believed after the boot. */
  private enum Moment {
    BEFORE_FIRST_NOTE("before the first note", true, Effect.NOTE_PICKED),
    AFTER_FIRST_NOTE("after the first note", false, Effect.NOTE_PICKED),
    BEFORE_PRESENT("notes counted", true, Effect.BUNDLE_PRESENTED),
    AFTER_PRESENT("notes presented", false, Effect.BUNDLE_PRESENTED),
    AFTER_EJECT("card ejected", false, Effect.CARD_EJECTED),
    BEFORE_SLIP("before the slip", true, Effect.SLIP_PRINTED),
    AFTER_FIRST_IN("first note counted in", false, Effect.NOTE_ACCEPTED),
    BEFORE_STORING("before notes are stored", true, Effect.NOTE_STORED),
    AFTER_STORING("first note stored", false, Effect.NOTE_STORED),
    BEFORE_RETURN("before notes are handed back", true, Effect.ESCROW_RETURNED),
    BEFORE_ROW("before a book row", true, Effect.ROW_PRINTED),
    AFTER_ROW("after a book row", false, Effect.ROW_PRINTED);

    private final String words;
    private final boolean before;
    private final Effect effect;

    Moment(String words, boolean before, Effect effect) {
      this.words = words;
      this.before = before;
      this.effect = effect;
    }
  }

  private final Runnable effectDone;
  private volatile Optional<Moment> armed = Optional.empty();

  /**
   * @param effectDone called after each physical effect
   */
  PowerCutArmed(Runnable effectDone) {
    this.effectDone = effectDone;
  }

  static List<String> moments() {
    return Arrays.stream(Moment.values()).map(moment -> moment.words).toList();
  }

  Optional<String> armed() {
    return armed.map(moment -> moment.words);
  }

  void arm(String words) {
    armed = Arrays.stream(Moment.values()).filter(moment -> moment.words.equals(words)).findFirst();
  }

  void disarm() {
    armed = Optional.empty();
  }

  @Override
  public void before(Effect effect) {
    strike(effect, true);
  }

  @Override
  public void after(Effect effect) {
    effectDone.run();
    strike(effect, false);
  }

  private void strike(Effect effect, boolean before) {
    Optional<Moment> now =
        armed.filter(moment -> moment.effect == effect && moment.before == before);
    if (now.isPresent()) {
      armed = Optional.empty();
      throw new PowerCut(now.get().words);
    }
  }
}
