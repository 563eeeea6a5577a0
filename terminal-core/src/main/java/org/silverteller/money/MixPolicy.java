package org.silverteller.money;

/** What a customer may wish for (small-notes policy of the service rules, 4.4). */
public enum MixPolicy {
  /** The fewest notes that pay the amount: 全部百元. */
  LARGE_NOTES,
  /** The last hundred in small notes: 带零钱. */
  WITH_CHANGE,
  /** Nothing of 100 yuan or more: 只要零钱. */
  SMALL_ONLY
}
