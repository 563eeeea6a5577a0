package org.silverteller.simulator.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a script that somebody does.
 *
 * @param script the script's name
 * @param line where it stands, from 1
 * @param words the verb and what follows it
 */
public record Step(String script, int line, List<String> words) {

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(s|min|h)");

  private static final Pattern JUMP = Pattern.compile("([+-])([0-9]{1,3})(s|min|h|d|y)");

  private static final int DAYS_A_YEAR = 365;

  public String verb() {
    return words.get(0);
  }

  public int count() {
    return words.size() - 1;
  }

  /** The n-th word behind the verb, from 1. */
  public String word(int n, String expected) {
    if (n >= words.size()) {
      throw fault("'" + this + "' ends too early: expected " + expected);
    }
    return words.get(n);
  }

  /** The n-th word as a constant of a closed set; hyphens stand for underscores. */
  public <T extends Enum<T>> T constant(int n, Class<T> type) {
    String expected = "one of " + List.of(type.getEnumConstants());
    return parsed(
        n, expected, word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  public int number(int n) {
    return parsed(n, "a whole number", Integer::parseInt);
  }

  /** The n-th word as a time: {@code 40s}, {@code 5min}, {@code 1h}. */
  public Duration duration(int n) {
    return parsed(n, "a time such as 40s, 5min or 1h", Step::duration);
  }

  /** The n-th word as what a clock is set by: {@code +1h}, {@code -1y} (365 days). */
  public Duration jump(int n) {
    return parsed(n, "what the clock is set by, such as +1h, -30d or +1y", Step::jump);
  }

  public <T> T parsed(int n, String expected, Function<String, T> reader) {
    String word = word(n, expected);
    try {
      return reader.apply(word);
    } catch (IllegalArgumentException wrong) {
      throw fault("found '" + word + "', expected " + expected);
    }
  }

  public ScriptFault fault(String message) {
    return new ScriptFault(script, line, message);
  }

  private static Duration duration(String word) {
    Matcher matcher = DURATION.matcher(word);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(word);
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(amount);
      case "min" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  private static Duration jump(String word) {
    Matcher matcher = JUMP.matcher(word);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(word);
    }
    long amount = Long.parseLong(matcher.group(2));
    Duration by =
        switch (matcher.group(3)) {
          case "s" -> Duration.ofSeconds(amount);
          case "min" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          case "d" -> Duration.ofDays(amount);
          default -> Duration.ofDays(DAYS_A_YEAR * amount);
        };
    return matcher.group(1).equals("-") ? by.negated() : by;
  }

  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
