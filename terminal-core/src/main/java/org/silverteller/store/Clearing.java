package org.silverteller.store;

import java.time.LocalDateTime;

/**
 * How two persons closed a suspense case; kept for ever.
 *
 * @param proposal what the first found
 * @param approvedBy the local account of the second
 * @param at local time of the approval
 */
public record Clearing(Proposal proposal, String approvedBy, LocalDateTime at) {

  public Clearing {
    if (approvedBy.isBlank() || approvedBy.equals(proposal.by())) {
      throw new IllegalArgumentException(
          "approvedBy '" + approvedBy + "': expected another person than " + proposal.by());
    }
  }

  public long transactionId() {
    return proposal.transactionId();
  }

  public Finding finding() {
    return proposal.finding();
  }
}
