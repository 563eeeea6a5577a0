package org.silverteller.simulator.crash;

import java.util.List;
import org.silverteller.host.Stan;
import org.silverteller.simulator.scenario.WitnessedStore;
import org.silverteller.store.Entry;

/** Writes down what the store is asked to keep, and when it has said that it does. */
record RecordedStore(TruthLog log) implements WitnessedStore.Around {

  @Override
  public void before(List<Entry> entries) {
    log.write("commit " + Acknowledged.written(entries));
  }

  @Override
  public void after(List<Entry> entries) {
    log.write("durable");
  }

  @Override
  public void taken(Stan stan) {
    log.write("stan " + stan.value());
  }
}
