package org.silverteller.simulator.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.hardware.Effect;
import org.silverteller.simulator.hardware.EffectHook;
import org.silverteller.store.Entry;
import org.silverteller.store.TransactionState;

/**
 * When the power fails: {@code cut before note-picked 3}, {@code cut after bundle-presented},
 * {@code cut before commit presented}, {@code cut now}.
 */
final class Cuts implements EffectHook, WitnessedStore.Around {

  private Optional<Armed> armed = Optional.empty();

  private record Armed(boolean before, String moment, int nth) {
    Armed next() {
      return new Armed(before, moment, nth - 1);
    }
  }

  void arm(Step step) {
    String when = step.word(1, "before or after");
    if (!when.equals("before") && !when.equals("after")) {
      throw step.fault("'cut " + when + "': expected before or after");
    }
    boolean commit = step.word(2, "an effect or commit").equals("commit");
    String moment =
        commit
            ? "commit " + step.constant(3, TransactionState.class)
            : step.constant(2, Effect.class).name();
    int numberAt = commit ? 4 : 3;
    int nth = step.count() >= numberAt ? step.number(numberAt) : 1;
    armed = Optional.of(new Armed(when.equals("before"), moment, nth));
  }

  @Override
  public void before(Effect effect) {
    strike(true, effect.name());
  }

  @Override
  public void after(Effect effect) {
    strike(false, effect.name());
  }

  @Override
  public void before(List<Entry> entries) {
    entries.forEach(entry -> strike(true, momentOf(entry)));
  }

  @Override
  public void after(List<Entry> entries) {
    entries.forEach(entry -> strike(false, momentOf(entry)));
  }

  private static String momentOf(Entry entry) {
    return entry instanceof Entry.Saved saved ? "commit " + saved.record().state() : "";
  }

  private void strike(boolean before, String moment) {
    Optional<Armed> meant =
        armed.filter(cut -> cut.before() == before && cut.moment().equals(moment));
    if (meant.isEmpty()) {
      return;
    }
    if (meant.get().nth() > 1) {
      armed = meant.map(Armed::next);
      return;
    }
    armed = Optional.empty();
    throw new PowerCut((before ? "before " : "after ") + moment.toLowerCase(Locale.ROOT));
  }
}
