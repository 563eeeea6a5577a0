package org.silverteller.host;

import java.util.Optional;
import org.silverteller.money.Money;

/**
 * What became of a request. Silence and a reply that cannot be trusted are replies too, because the
 * session must decide on them.
 */
public sealed interface Reply {

  /**
   * A reply whose MAC, STAN, terminal and amount are right.
   *
   * @param code field 39
   * @param action what the terminal does about it
   * @param amount field 4 of the reply; less than asked only with code 10
   * @param authCode field 38, or empty
   * @param rrn field 37 of the reply
   * @param settlementDate field 15, MMDD, or empty
   * @param balance field 54
   * @param ageBand the host's age band of the holder, never a birth date
   * @param details what the service asked for besides
   */
  record Answered(
      String code,
      Action action,
      Money amount,
      String authCode,
      String rrn,
      String settlementDate,
      Optional<Balances> balance,
      AgeBand ageBand,
      Details details)
      implements Reply {
    @Override
    public boolean approved() {
      return action == Action.APPROVE;
    }
  }

  /** No reply in time, or one that proves nothing: a debit may or may not exist. */
  record Unknown(Cause cause) implements Reply {

    /** Why nothing is known (reason codes of the reversal follow from it). */
    public enum Cause {
      SILENCE,
      /** The line broke after the request had begun to leave. */
      LINE_LOST,
      WRONG_MAC,
      /** Not decodable, or the amount is not the one asked for. */
      UNTRUSTED,
      /**
       * The host answered, but says itself that the outcome is open (09, 68, 94, 98, any undefined
       * code).
       */
      HOST_UNSURE
    }
  }

  /** The request never left this machine: no debit can exist. */
  record NotSent() implements Reply {}

  default boolean approved() {
    return false;
  }

  /**
   * Field 54.
   *
   * @param ledger account balance
   * @param available what may be drawn
   */
  record Balances(Money ledger, Money available) {}

  /** Age band of the holder as the host tells it. */
  enum AgeBand {
    UNKNOWN,
    UNDER_60,
    OVER_60
  }
}
