package org.silverteller.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.silverteller.host.Stan;
import org.silverteller.store.Entry;
import org.silverteller.store.JournalLine;
import org.silverteller.store.Store;
import org.silverteller.store.StoreFailure;

class VolatileStoreTest extends StoreContract {

  @Override
  Store open() {
    return new VolatileStore(VolatileStore.Hooks.NONE);
  }

  @Override
  Store reopen(Store store) {
    return ((VolatileStore) store).reboot();
  }

  @Test
  void loses_what_was_not_yet_durable_when_the_power_fails_before_a_commit() {
    var cut = new Cut(2, Integer.MAX_VALUE);
    var store = new VolatileStore(cut);
    store.commit(line(0, "KEPT"));
    assertThatThrownBy(() -> store.commit(line(1, "LOST"))).isInstanceOf(PowerFailed.class);
    assertThat(store.reboot().journal(9)).extracting(JournalLine::text).containsExactly("KEPT");
  }

  @Test
  void keeps_what_was_durable_when_the_power_fails_after_a_commit() {
    var store = new VolatileStore(new Cut(Integer.MAX_VALUE, 1));
    assertThatThrownBy(() -> store.commit(line(0, "KEPT"))).isInstanceOf(PowerFailed.class);
    assertThat(store.reboot().journal(9)).extracting(JournalLine::text).containsExactly("KEPT");
  }

  @Test
  void cuts_the_power_around_the_taking_of_a_stan() {
    var store = new VolatileStore(new Cut(Integer.MAX_VALUE, 1));
    assertThatThrownBy(store::takeStan).isInstanceOf(PowerFailed.class);
    assertThat(store.reboot().takeStan()).isEqualTo(new Stan(2));
  }

  @Test
  void is_dead_after_the_power_failed() {
    var store = new VolatileStore(new Cut(1, Integer.MAX_VALUE));
    assertThatThrownBy(() -> store.commit(line(0, "LOST"))).isInstanceOf(PowerFailed.class);
    assertThatThrownBy(() -> store.journal(1)).isInstanceOf(StoreFailure.class);
    assertThatThrownBy(() -> store.commit(line(0, "LATE"))).isInstanceOf(StoreFailure.class);
  }

  @Test
  void is_dead_once_the_machine_was_started_again() {
    var before = new VolatileStore(VolatileStore.Hooks.NONE);
    before.reboot();
    assertThatThrownBy(before::takeStan).isInstanceOf(StoreFailure.class);
  }

  @Test
  void wraps_the_stan_after_999999() {
    var store = new VolatileStore(VolatileStore.Hooks.NONE);
    for (int i = 1; i < 999_999; i++) {
      store.takeStan();
    }
    assertThat(store.takeStan()).isEqualTo(new Stan(999_999));
    assertThat(store.takeStan()).isEqualTo(new Stan(1));
  }

  /** Strikes before one commit and after another, counted from 1. */
  private static final class Cut implements VolatileStore.Hooks {
    private final int before;
    private final int after;
    private int begun;
    private int done;

    Cut(int before, int after) {
      this.before = before;
      this.after = after;
    }

    @Override
    public void beforeCommit(List<Entry> entries) {
      begun++;
      strikeWhen(begun == before);
    }

    @Override
    public void afterCommit(List<Entry> entries) {
      done++;
      strikeWhen(done == after);
    }

    private static void strikeWhen(boolean now) {
      if (now) {
        throw new PowerFailed();
      }
    }
  }

  private static final class PowerFailed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
