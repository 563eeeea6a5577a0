package org.silverteller.host;

import java.util.Optional;

/**
 * What the host said to an advice.
 *
 * @param settled stop repeating
 * @param code field 39 of the 0430 or 0230; empty when nothing, or nothing trustworthy, came
 * @param exceptional settled, but a person should look at it (12, 25; of a deposit A2, A4, A5, A6;
 *     of an alert every refusal)
 * @param balance field 54, where the host tells it
 */
public record AdviceAnswer(
    boolean settled, String code, boolean exceptional, Optional<Reply.Balances> balance) {
  public static final AdviceAnswer SILENCE = new AdviceAnswer(false, "", false);

  public AdviceAnswer(boolean settled, String code, boolean exceptional) {
    this(settled, code, exceptional, Optional.empty());
  }

  public AdviceAnswer with(Optional<Reply.Balances> told) {
    return new AdviceAnswer(settled, code, exceptional, told);
  }
}
