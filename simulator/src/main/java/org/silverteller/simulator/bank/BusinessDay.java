package org.silverteller.simulator.bank;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** The date the bank books under, which changes at cut-over and not at midnight. */
final class BusinessDay {

  /** China has one zone and no summer time. */
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private static final long SECONDS_PER_DAY = 86_400;

  private LocalDate date;
  private String monthDay;
  private boolean cuttingOver;

  BusinessDay(Instant opening) {
    change(LocalDate.ofInstant(opening, CHINA));
  }

  LocalDate date() {
    return date;
  }

  /** MMDD, as field 15 tells it. */
  String monthDay() {
    return monthDay;
  }

  /** MMDD of the day that follows. */
  String nextMonthDay() {
    return written(date.plusDays(1));
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
      change(date.plusDays(1));
      cuttingOver = false;
    }
  }

  private void change(LocalDate next) {
    date = next;
    monthDay = written(next);
  }

  private static String written(LocalDate date) {
    return String.format(Locale.ROOT, "%02d%02d", date.getMonthValue(), date.getDayOfMonth());
  }

  /** Wall-clock time in China. */
  static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, CHINA);
  }

  /** The calendar day at the terminal, by which daily limits are counted. */
  static long calendarDay(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond() + CHINA.getTotalSeconds(), SECONDS_PER_DAY);
  }
}
