package org.silverteller.simulator.hardware;

import org.silverteller.event.DeviceName;

/**
 * What can go wrong with the hardware. Armed with a {@link Sabotage}, which says how long it lasts;
 * what its number of notes means for each fault is said here.
 *
 * <p>A fault armed once strikes by surprise at the next command that it concerns; afterwards the
 * mechanism moves again when told to (reset, reject). A lasting one stays until an operator or the
 * saboteur clears it.
 */
public enum Fault {
  /** Eject and retain stick; the card is out of reach. */
  CARD_JAM(DeviceName.CARD_READER),
  CARD_UNREADABLE(DeviceName.CARD_READER),
  /** The drive does not take the card in; it stays where it was. */
  RETAIN_FAILS(DeviceName.CARD_READER),
  RETAIN_BIN_FULL(DeviceName.CARD_READER),
  CARD_READER_OFFLINE(DeviceName.CARD_READER),
  /**
   * After so many notes of the bundle the next sticks in the transport; the unit it came from is
   * inoperative until an operator came.
   */
  JAM_IN_STACK(DeviceName.CASH_DISPENSER),
  /** So many notes reach the exit, the rest stick in the transport. */
  JAM_IN_PRESENT(DeviceName.CASH_DISPENSER),
  /** So many notes reach the retract bin, the rest stick in the transport, out of reach. */
  JAM_IN_RETRACT(DeviceName.CASH_DISPENSER),
  /** The shutter does not move: neither opens for a bundle nor closes behind it. */
  SHUTTER_STUCK(DeviceName.CASH_DISPENSER),
  /** After so many notes the unit picks nothing more, whatever its count says. */
  UNIT_EMPTY(DeviceName.CASH_DISPENSER),
  /** The cassette has lost contact or was pulled. */
  UNIT_MISSING(DeviceName.CASH_DISPENSER),
  /**
   * So many times, at least once, two notes come at once; both go to the reject bin and the pick is
   * repeated.
   */
  DOUBLE_PICK(DeviceName.CASH_DISPENSER),
  /** Stack ends without a fault so many notes, at least one, before the bundle is complete. */
  SHORT_COUNT(DeviceName.CASH_DISPENSER),
  /** So many notes, at least one, stay in the stacker when the bundle is presented. */
  SHORT_PRESENT(DeviceName.CASH_DISPENSER),
  /**
   * So many notes, at least one, stay in the transport when the bundle is retracted, and are not
   * counted.
   */
  SHORT_RETRACT(DeviceName.CASH_DISPENSER),
  /** The dispenser forgets its last bundle when the power fails. */
  PRESENT_STATUS_LOST(DeviceName.CASH_DISPENSER),
  /** The dispenser does not notice that notes are taken. Once: one taking goes unreported. */
  TAKEN_SENSOR_DEAD(DeviceName.CASH_DISPENSER),
  DISPENSER_OFFLINE(DeviceName.CASH_DISPENSER),
  PIN_PAD_OFFLINE(DeviceName.PIN_PAD),
  PAPER_OUT(DeviceName.RECEIPT_PRINTER),
  /** Reported until paper is added, however it was armed. */
  PAPER_LOW(DeviceName.RECEIPT_PRINTER),
  /** Half the slip is printed, then the paper sticks. */
  PAPER_JAM(DeviceName.RECEIPT_PRINTER),
  PRINTER_OFFLINE(DeviceName.RECEIPT_PRINTER);

  private final DeviceName device;

  Fault(DeviceName device) {
    this.device = device;
  }

  public DeviceName device() {
    return device;
  }
}
