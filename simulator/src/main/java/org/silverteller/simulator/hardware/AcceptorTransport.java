package org.silverteller.simulator.hardware;

import java.util.Optional;
import org.silverteller.device.DeviceFault;

/**
 * The belts that take an acceptor's notes on one by one, until one sticks. Guarded by the machine's
 * monitor.
 */
final class AcceptorTransport {

  private final DepositPiles piles;
  private final ExtraFaults faults;
  private final Jam jam;
  private int passed;

  AcceptorTransport(DepositPiles piles, ExtraFaults faults, Jam jam) {
    this.piles = piles;
    this.faults = faults;
    this.jam = jam;
  }

  /** A new command: notes are counted from here. */
  void begin() {
    passed = 0;
  }

  /**
   * Takes the next note of a pile on; the caller moves it.
   *
   * @param fault that makes it stick
   * @throws DeviceFault JAMMED, and the note is in the transport
   */
  VirtualNote next(AcceptorPlace from, AcceptorFault fault, String where) throws DeviceFault {
    Optional<ExtraFaults.Armed> stuck = faults.strike(fault, passed);
    if (stuck.isPresent()) {
      piles.moveOne(from, AcceptorPlace.TRANSPORT);
      throw jam.at(where, stuck.get().lasting());
    }
    passed++;
    return piles.next(from);
  }
}
