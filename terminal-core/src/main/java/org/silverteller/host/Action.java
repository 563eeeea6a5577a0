package org.silverteller.host;

/**
 * What the terminal does about a response code (table "Response code → ATM action" of the ISO 8583
 * facts).
 */
public enum Action {
  APPROVE,
  /** Keep the card. */
  CAPTURE,
  /** Wrong PIN, ask again: 55. */
  PIN_AGAIN,
  /** PIN tries used up at the issuer: 38, 75. */
  PIN_STOP,
  /** PIN block or security failure: new keys, then one retry: 99, A7. */
  NEW_KEYS_AND_RETRY,
  /** Not enough money: 51. */
  LOWER_BALANCE,
  /** Over the amount limit: 61. */
  LOWER_LIMIT,
  /** Number of withdrawals used up: 65. */
  COUNT_LIMIT,
  /** Amount not possible: 13, 64. */
  OTHER_AMOUNT,
  /** The new PIN is too easy to guess, by the code that the bank has agreed. */
  OTHER_PIN,
  /** Give the card back; the holder calls the issuer. */
  RETURN_CARD,
  USE_CHIP,
  /** Nothing is known: never dispense, reverse. */
  UNKNOWN,
  /** The host does not know this terminal: sign on again, then out of service: 77, 89, 97. */
  SIGN_ON,
  /** Format error: alarm; no reversal needed: 30. */
  ALARM,
  /** Cut-over in progress: 90. */
  WAIT,
  /** The issuer or the switch is down: 91, 92, 95, 96. */
  SYSTEM_DOWN,
  /** The host saw a wrong MAC: new keys, and reverse: A0. */
  NEW_KEYS_AND_REVERSE
}
