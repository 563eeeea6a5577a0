package org.silverteller.host;

import java.time.LocalDateTime;
import org.silverteller.card.AccountNumber;
import org.silverteller.money.Money;

/**
 * What the terminal owes the host until the host has acknowledged it (0420/0421, or 0220).
 *
 * @param stan its own STAN; a repeat keeps it
 * @param time its own time; a repeat keeps it (field 7)
 * @param original the request it speaks of (field 90)
 * @param account field 2, or 102 for a passbook
 * @param requested the original amount (field 4)
 * @param dispensed what the customer has; zero for a full reversal
 * @param authCode field 38 of the original reply, or empty
 * @param data what it tells besides, in the tags of field 48; empty for nothing
 * @param attempts how often it was sent already: 0 sends 0420, more sends 0421
 */
public record Advice(
    Kind kind,
    Stan stan,
    LocalDateTime time,
    Original original,
    AccountNumber account,
    CardEntry entry,
    Money requested,
    Money dispensed,
    Reason reason,
    String authCode,
    String data,
    int attempts) {

  /** What is owed. */
  public enum Kind {
    /** The whole amount. */
    REVERSAL,
    /** What was not dispensed (field 95). */
    PARTIAL_REVERSAL,
    /** The actual amount, told after the fact (0220). */
    COMPLETION,
    /** Something the bank's staff should look at (0220); settles nothing. */
    ALERT
  }

  /** Why (field 60.1 or 39, per host). */
  public enum Reason {
    COMPLETED("00"),
    TIME_OUT("01"),
    CUSTOMER_CANCEL("08"),
    HARDWARE("10"),
    AMOUNT_INCORRECT("12"),
    SUSPECT("20"),
    WRONG_MAC("21");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * The request that this speaks of.
   *
   * @param service decides the processing code
   */
  public record Original(Service service, Stan stan, String rrn, LocalDateTime time) {}

  public Advice sentOnceMore() {
    return new Advice(
        kind,
        stan,
        time,
        original,
        account,
        entry,
        requested,
        dispensed,
        reason,
        authCode,
        data,
        attempts + 1);
  }
}
