package org.silverteller.store;

import java.time.LocalDateTime;
import java.util.List;
import org.silverteller.card.CardNumberMask;

/**
 * A transaction whose outcome cannot be known, with all evidence; shown to the operator and
 * counted, never guessed.
 *
 * @param transactionId of the record in state UNKNOWN
 * @param opened local time
 * @param evidence what record, device and sensors said, a line each; no card data beyond the masked
 *     PAN
 */
public record SuspenseCase(long transactionId, LocalDateTime opened, List<String> evidence) {
  public SuspenseCase {
    evidence = evidence.stream().map(CardNumberMask::mask).toList();
  }
}
