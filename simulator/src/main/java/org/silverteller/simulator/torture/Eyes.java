package org.silverteller.simulator.torture;

import java.util.List;
import org.silverteller.simulator.hardware.Effect;
import org.silverteller.simulator.hardware.EffectHook;
import org.silverteller.simulator.world.VolatileStore;
import org.silverteller.store.Entry;

/**
 * Stands at every effect of a device and at every commit: lets things strike, and tells who must
 * know.
 */
final class Eyes implements EffectHook, VolatileStore.Hooks {

  private static final Moment[] EFFECTS = new Moment[Effect.values().length];
  private static final Moment[] COMMITS =
      new Moment[org.silverteller.store.TransactionState.values().length];

  static {
    for (Effect effect : Effect.values()) {
      EFFECTS[effect.ordinal()] = Moment.of(effect);
    }
    for (var state : org.silverteller.store.TransactionState.values()) {
      COMMITS[state.ordinal()] = Moment.commit(state);
    }
  }

  private final Strikes strikes;
  private final Visitor visitor;
  private final Auditor auditor;

  Eyes(Strikes strikes, Visitor visitor, Auditor auditor) {
    this.strikes = strikes;
    this.visitor = visitor;
    this.auditor = auditor;
  }

  @Override
  public void before(Effect effect) {
    strikes.pass(true, EFFECTS[effect.ordinal()]);
  }

  @Override
  public void after(Effect effect) {
    switch (effect) {
      case CARD_RETAINED -> auditor.cardRetained();
      case CARD_EJECTED, BOOK_EJECTED, BUNDLE_PRESENTED, ESCROW_RETURNED -> visitor.reachable();
      default -> {}
    }
    strikes.pass(false, EFFECTS[effect.ordinal()]);
  }

  @Override
  public void beforeCommit(List<Entry> entries) {
    strikes.pass(true, moment(entries));
  }

  @Override
  public void afterCommit(List<Entry> entries) {
    auditor.durable(entries);
    strikes.pass(false, moment(entries));
  }

  private static Moment moment(List<Entry> entries) {
    if (entries.isEmpty()) {
      return Moment.STAN_TAKEN;
    }
    return entries.get(0) instanceof Entry.Saved saved
        ? COMMITS[saved.record().state().ordinal()]
        : Moment.OTHER_COMMIT;
  }
}
