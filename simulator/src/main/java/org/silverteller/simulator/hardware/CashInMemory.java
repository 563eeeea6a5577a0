package org.silverteller.simulator.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.CashAcceptor.Escrow.State;
import org.silverteller.device.Counted;
import org.silverteller.money.Denomination;

/**
 * What the acceptor remembers of its last cash-in, also without power. Guarded by the machine's
 * monitor.
 */
final class CashInMemory {

  private final Map<Denomination, Integer> accepted = new TreeMap<>();
  private final List<VirtualNote> read = new ArrayList<>();
  private State state = State.NONE;
  private boolean storing;
  private long reference;
  private int refused;
  private int suspects;

  void begin(long newReference) {
    accepted.clear();
    read.clear();
    refused = 0;
    suspects = 0;
    storing = false;
    reference = newReference;
    state = State.ACTIVE;
  }

  void accepted(VirtualNote note) {
    read.add(note);
    accepted.merge(Denomination.of(note.yuan()), 1, Integer::sum);
  }

  void refused() {
    refused++;
  }

  void suspect(VirtualNote note) {
    read.add(note);
    suspects++;
  }

  /** Accepted notes and suspects in the order in which they passed. */
  List<VirtualNote> read() {
    return List.copyOf(read);
  }

  long reference() {
    return reference;
  }

  void storing() {
    storing = true;
  }

  /** Whether notes have begun to go to their units, and not all are there. */
  boolean isStoring() {
    return storing && state == State.ACTIVE;
  }

  void is(State newState) {
    state = newState;
  }

  /** What lay outside the units was drawn in; of a cash-in that is stored it was no part. */
  void drawnIn(State whereTo) {
    if (isStoring()) {
      state = State.UNKNOWN;
    } else if (state == State.ACTIVE || state == State.RETURNED) {
      state = whereTo;
    }
  }

  boolean active() {
    return state == State.ACTIVE;
  }

  void forget() {
    if (state != State.NONE) {
      begin(0);
      state = State.UNKNOWN;
    }
  }

  Escrow told() {
    return new Escrow(
        isStoring() ? State.UNKNOWN : state,
        reference,
        new Counted(Escrow.mix(accepted), 0),
        refused,
        suspects);
  }
}
