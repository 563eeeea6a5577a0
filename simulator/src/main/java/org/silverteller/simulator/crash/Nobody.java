package org.silverteller.simulator.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.silverteller.page.Frame;
import org.silverteller.page.Page;
import org.silverteller.simulator.bank.LoopbackWire;
import org.silverteller.simulator.hardware.Customer;
import org.silverteller.simulator.scenario.World;
import org.silverteller.store.Store;

/**
 * A healed world in which nobody comes: the terminal recovers, delivers what it owes, and is then
 * told to stop. A card that is given back is taken.
 */
final class Nobody implements World.Happenings {

  private static final Duration LONGEST = Duration.ofHours(2);

  private final Customer customer;
  private final Store store;
  private final Instant latest;
  private LoopbackWire line;
  private Runnable stop = () -> {};
  private boolean stopped;

  Nobody(Customer customer, Store store, Instant start) {
    this.customer = customer;
    this.store = store;
    this.latest = start.plus(LONGEST);
  }

  /** Before the terminal runs: its line, and what tells it to stop. */
  void over(LoopbackWire wire, Runnable stopping) {
    line = wire;
    stop = stopping;
  }

  @Override
  public Optional<Instant> due(Instant now) {
    return customer.cardWaits() || settled() || (now.isAfter(latest) && !stopped)
        ? Optional.of(now)
        : line.nextChange();
  }

  private boolean settled() {
    boolean atRest =
        customer
            .frame()
            .map(Frame::page)
            .filter(page -> page instanceof Page.Welcome || page instanceof Page.Closed)
            .isPresent();
    return !stopped && atRest && store.owed().isEmpty();
  }

  @Override
  public void happen(Instant now) {
    if (line.nextChange().filter(when -> !when.isAfter(now)).isPresent()) {
      line.announce();
    } else if (customer.cardWaits()) {
      customer.takeCard();
    } else {
      stopped = true;
      stop.run();
    }
  }

  @Override
  public void beforeWaiting() {}
}
