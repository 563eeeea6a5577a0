package org.silverteller.device;

/**
 * Guide lights at the slots (CEN/XFS SIU). Never faster than 2 Hz: the field's "quick" rate is not
 * offered.
 */
public interface Lights extends Device {

  /** Where a light is. */
  enum Place {
    CARD_READER,
    PASSBOOK_UNIT,
    CASH_EXIT,
    RECEIPT,
    PIN_PAD
  }

  /** How it shines. */
  enum Rate {
    OFF,
    SLOW,
    MEDIUM,
    STEADY
  }

  void set(Place place, Rate rate) throws DeviceFault;
}
