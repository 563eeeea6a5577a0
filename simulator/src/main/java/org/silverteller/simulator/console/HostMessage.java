package org.silverteller.simulator.console;

import java.time.LocalDateTime;
import java.util.List;

/**
 * One ISO 8583 message between terminal and bank, decoded and masked.
 *
 * @param number counts up from 1 in order of passing
 * @param time local time
 * @param direction which way it went
 * @param mti message type, four digits
 * @param title what it is in plain words, for instance {@code Withdrawal request}
 * @param note what befell it, for instance {@code dropped by the saboteur}; empty when nothing did
 * @param fields in order of their numbers
 */
public record HostMessage(
    long number,
    LocalDateTime time,
    Direction direction,
    String mti,
    String title,
    String note,
    List<Field> fields) {

  public HostMessage {
    fields = List.copyOf(fields);
  }

  /** Which way a message went. */
  public enum Direction {
    TO_BANK,
    TO_TERMINAL
  }

  /**
   * A field as it may be shown.
   *
   * @param number 2–128
   * @param name what the standard calls it
   * @param value decoded; card numbers masked, tracks, PIN blocks and keys left out
   */
  public record Field(int number, String name, String value) {}
}
