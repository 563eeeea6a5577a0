package org.silverteller.event;

/** The devices of a cash machine. */
public enum DeviceName {
  CARD_READER,
  PASSBOOK_UNIT,
  CASH_DISPENSER,
  CASH_ACCEPTOR,
  PIN_PAD,
  RECEIPT_PRINTER,
  SCREEN,
  SPEAKER,
  LIGHTS,
  /** The text panel at the back, for the field engineer. */
  OPERATOR_PANEL
}
