package org.silverteller.simulator.bank;

import java.util.Locale;

/**
 * What a host knows a transaction by: field 41, field 11 and field 7 of its request. Field 90 of a
 * reversal names the last two.
 *
 * @param terminal eight characters
 * @param stan 1–999999
 * @param sent MMDDhhmmss as a number
 */
public record TransactionId(String terminal, int stan, long sent) {

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s/%06d/%010d", terminal, stan, sent);
  }
}
