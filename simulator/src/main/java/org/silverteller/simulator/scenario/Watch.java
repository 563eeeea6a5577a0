package org.silverteller.simulator.scenario;

import java.util.List;
import org.silverteller.store.Entry;

/**
 * Around a commit: what became durable is written down, and the power may fail before and after.
 */
final class Watch implements WitnessedStore.Around {

  private final Chronicle chronicle;
  private final Cuts cuts;

  Watch(Chronicle chronicle, Cuts cuts) {
    this.chronicle = chronicle;
    this.cuts = cuts;
  }

  @Override
  public void before(List<Entry> entries) {
    cuts.before(entries);
  }

  @Override
  public void after(List<Entry> entries) {
    chronicle.durable(entries);
    cuts.after(entries);
  }
}
