package org.silverteller.store;

import java.time.LocalDateTime;

/**
 * What one person says of an open case, waiting for another person to say the same (requirement 13
 * of the facts on security: two distinct persons, an approval that expires).
 *
 * @param transactionId of the case
 * @param by the local account of who proposed it
 * @param at local time
 * @param until local time from which it counts no more
 */
public record Proposal(
    long transactionId, Finding finding, String by, LocalDateTime at, LocalDateTime until) {

  public Proposal {
    if (by.isBlank()) {
      throw new IllegalArgumentException("by '" + by + "': expected the name of a local account");
    }
  }

  /** Whether it counts at this time; not before it was made either, for then a clock was set. */
  public boolean counts(LocalDateTime now) {
    return !now.isBefore(at) && now.isBefore(until);
  }
}
