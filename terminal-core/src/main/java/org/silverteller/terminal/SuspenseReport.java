package org.silverteller.terminal;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A suspense case as {@code atm suspense} tells it.
 *
 * @param stan six digits; what the case is called by
 * @param card first six and last four digits
 * @param time of the transaction, local
 * @param opened when it became a case, local
 * @param amount approved, yuan with two decimals
 * @param state {@code open}, {@code proposed} or {@code cleared}
 * @param evidence what record, device and sensors said
 * @param words what persons said of it, first to last: none while it is open, the proposal that
 *     counts, and the approval
 */
public record SuspenseReport(
    String stan,
    String rrn,
    String card,
    LocalDateTime time,
    LocalDateTime opened,
    String amount,
    String state,
    List<String> evidence,
    List<Word> words) {

  /**
   * What one person said.
   *
   * @param finding {@code PAID 300.00} or {@code BY HAND reference}
   * @param by local account
   * @param at local time
   * @param until when a proposal expires; of an approval, when it was given
   */
  public record Word(String finding, String by, LocalDateTime at, LocalDateTime until) {}
}
