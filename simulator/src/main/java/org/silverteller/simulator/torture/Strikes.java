package org.silverteller.simulator.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.silverteller.simulator.PowerCut;
import org.silverteller.store.StoreFailure;

/**
 * Power, disk and clock: what is armed for the moments of one visit, and whether it strikes now.
 * Every moment of a world comes by here, before and after.
 */
final class Strikes {

  private final World world;
  private final Tale tale;
  private final List<Armed> armed = new ArrayList<>();
  private Duration off = Duration.ZERO;
  private long cuts;

  /** Counts the moments that it waits for. */
  private static final class Armed {
    final Trouble trouble;
    final int code;
    final boolean before;
    int left;

    Armed(Trouble trouble, int code, boolean before, int left) {
      this.trouble = trouble;
      this.code = code;
      this.before = before;
      this.left = left;
    }
  }

  /** Any commit at all. */
  private static final int COMMITS = -2;

  Strikes(World world, Tale tale) {
    this.world = world;
    this.tale = tale;
  }

  void arm(Trouble.Power cut) {
    armed.add(new Armed(cut, cut.moment().code(), cut.before(), cut.nth()));
  }

  void arm(Trouble.Disk failure) {
    armed.add(new Armed(failure, COMMITS, failure.before(), failure.nth()));
  }

  void arm(Trouble.Clock jump) {
    armed.add(new Armed(jump, Moment.ANY.code(), true, jump.nth()));
  }

  void disarm() {
    armed.clear();
  }

  /** How long the power stays off after the last cut. */
  Duration off() {
    return off;
  }

  long cuts() {
    return cuts;
  }

  /**
   * @throws PowerCut when the power fails now
   * @throws StoreFailure when the moment is a commit and the disk fails now
   */
  void pass(boolean before, Moment moment) {
    tale.mark(before ? moment.code() : ~moment.code());
    if (armed.isEmpty()) {
      return;
    }
    for (Iterator<Armed> each = armed.iterator(); each.hasNext(); ) {
      Armed one = each.next();
      if (one.before == before && fits(one.code, moment) && --one.left <= 0) {
        each.remove();
        strike(one.trouble, moment);
      }
    }
  }

  private static boolean fits(int code, Moment moment) {
    if (code == COMMITS) {
      return moment.code()
              >= Moment.commit(org.silverteller.store.TransactionState.REQUESTED).code()
          && moment.code() <= Moment.STAN_TAKEN.code();
    }
    return code == Moment.ANY.code() || code == moment.code();
  }

  private void strike(Trouble trouble, Moment moment) {
    tale.tell("strikes", trouble + " (" + moment + ")");
    if (trouble instanceof Trouble.Power cut) {
      cuts++;
      off = cut.off();
      throw new PowerCut((cut.before() ? "before " : "after ") + moment);
    }
    if (trouble instanceof Trouble.Disk) {
      throw new StoreFailure("the disk fails");
    }
    if (trouble instanceof Trouble.Clock jump) {
      world.setClock(jump.by());
    }
  }
}
