package org.silverteller.simulator.bank;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The date the bank books under, which changes at cut-over and not at midnight. */
final class BusinessDay {

  /** China has one zone and no summer time. */
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private static final long SECONDS_PER_DAY = 86_400;

  private LocalDate date;
  private boolean cuttingOver;

  BusinessDay(Instant opening) {
    this.date = LocalDate.ofInstant(opening, CHINA);
  }

  LocalDate date() {
    return date;
  }

  /** YYMM, to compare with the expiry of a card. */
  int month() {
    return date.getYear() % 100 * 100 + date.getMonthValue();
  }

  boolean cuttingOver() {
    return cuttingOver;
  }

  void beginCutOver() {
    cuttingOver = true;
  }

  void endCutOver() {
    if (cuttingOver) {
      date = date.plusDays(1);
      cuttingOver = false;
    }
  }

  /** The calendar day at the terminal, by which daily limits are counted. */
  static long calendarDay(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond() + CHINA.getTotalSeconds(), SECONDS_PER_DAY);
  }
}
