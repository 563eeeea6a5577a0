package org.silverteller.simulator.hardware;

import java.util.List;
import org.silverteller.money.CashUnit;

/**
 * A unit that acceptor and dispenser share: one stack of notes, and one count, which is the
 * dispenser's.
 */
final class SharedStorage implements NoteStorage {

  private final CashMechanism cash;
  private final int slot;

  /**
   * @param slot the place of the unit among the dispenser's
   */
  SharedStorage(CashMechanism cash, int slot) {
    this.cash = cash;
    this.slot = slot;
  }

  @Override
  public boolean shared() {
    return true;
  }

  @Override
  public List<VirtualNote> notes() {
    return stack().in(Place.CASSETTE);
  }

  @Override
  public boolean took(VirtualNote note) {
    return stack().deposited().stream().anyMatch(each -> each == note);
  }

  private RecyclingStack stack() {
    return cash.notes().stack(slot).orElseThrow();
  }

  /** None while the unit is missing or waits for an operator. */
  @Override
  public int room() {
    return cash.counters().works(slot) ? Math.max(0, cash.counters().room(slot)) : 0;
  }

  @Override
  public void add(VirtualNote note, int number) {
    cash.notes().store(slot, note, number);
    cash.counters().store(slot);
  }

  /** Is not emptied with the acceptor's units. */
  @Override
  public List<VirtualNote> empty() {
    return List.of();
  }

  @Override
  public CashUnit told() {
    return cash.counters().units().get(slot);
  }
}
