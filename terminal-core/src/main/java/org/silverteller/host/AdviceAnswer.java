package org.silverteller.host;

/**
 * What the host said to an advice.
 *
 * @param settled stop repeating
 * @param code field 39 of the 0430 or 0230; empty when nothing, or nothing trustworthy, came
 * @param exceptional settled, but a person should look at it (12, 25)
 */
public record AdviceAnswer(boolean settled, String code, boolean exceptional) {
  public static final AdviceAnswer SILENCE = new AdviceAnswer(false, "", false);
}
