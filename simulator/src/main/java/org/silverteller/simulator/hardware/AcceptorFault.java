package org.silverteller.simulator.hardware;

import org.silverteller.event.DeviceName;

/** What can go wrong with the cash acceptor. */
public enum AcceptorFault implements ExtraFault {
  /** After so many notes of the bunch the next sticks in the transport, uncounted. */
  JAM_IN_ACCEPT,
  /** So many notes of the escrow reach their units, the next sticks in the transport. */
  JAM_IN_STORE,
  /** So many notes of the escrow reach the exit, the rest stick in the transport. */
  JAM_IN_ROLLBACK,
  /** So many notes reach the retract unit, the rest stick in the transport. */
  JAM_IN_RETRACT,
  /** The shutter does not open. */
  SHUTTER_STUCK,
  /** The units report full, whatever their counts say. */
  UNITS_FULL,
  /** The acceptor forgets its last cash-in when the power fails. */
  MEMORY_LOST,
  OFFLINE;

  @Override
  public DeviceName device() {
    return DeviceName.CASH_ACCEPTOR;
  }
}
