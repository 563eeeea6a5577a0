package org.silverteller.terminal;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.silverteller.money.Money;

/** What a text in a configuration file means, by the type that is expected. */
final class ConfigText {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|min|h)");

  private static final Map<Class<?>, Kind> KINDS =
      Map.of(
          String.class, new Kind("a text", text -> text),
          int.class, new Kind("a whole number", ConfigText::whole),
          long.class, new Kind("a whole number", Long::valueOf),
          double.class, new Kind("a number", ConfigText::number),
          boolean.class, new Kind("true or false", ConfigText::trueOrFalse),
          Duration.class, new Kind("a time such as 250ms, 30s, 5min or 2h", ConfigText::duration),
          Money.class, new Kind("yuan, such as 3000 or 12.50", ConfigText::money),
          Path.class, new Kind("a file or folder", Path::of));

  private record Kind(String expected, Function<String, Object> meaning) {}

  private ConfigText() {}

  static boolean holds(Class<?> type) {
    return type.isEnum() || KINDS.containsKey(type);
  }

  /** Completes "expected …". */
  static String expected(Class<?> type) {
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants())
            .map(ConfigText::written)
            .collect(Collectors.joining(", ", "one of ", ""))
        : KINDS.get(type).expected();
  }

  /** Empty when the text is none of that type. */
  static Optional<Object> meaning(String text, Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> written(constant).equals(text))
          .map(Object.class::cast)
          .findFirst();
    }
    try {
      return Optional.of(KINDS.get(type).meaning().apply(text));
    } catch (IllegalArgumentException | ArithmeticException notOfThatType) {
      return Optional.empty();
    }
  }

  /** A constant as a file names it: {@code UNIONPAY_ECB} is {@code unionpay-ecb}. */
  private static String written(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Object whole(String text) {
    return Integer.valueOf(text);
  }

  private static Object number(String text) {
    return new BigDecimal(text).doubleValue();
  }

  private static Object trueOrFalse(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Object duration(String text) {
    Matcher parts = DURATION.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(text);
    }
    long number = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "min" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  private static Object money(String text) {
    return Money.ofFen(new BigDecimal(text).movePointRight(2).longValueExact());
  }
}
