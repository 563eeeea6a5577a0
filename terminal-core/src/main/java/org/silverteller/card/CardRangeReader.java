package org.silverteller.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.silverteller.card.CardProduct.Issuer;

/** Reads the lines of a table of card ranges; the columns are told at {@link CsvCardTable}. */
final class CardRangeReader {

  private static final List<String> COLUMNS =
      List.of("low", "high", "lengths", "scheme", "issuer", "senior", "enabled", "comment");

  private static final Pattern LENGTHS = Pattern.compile("(\\d{2})(?:-(\\d{2}))?");

  private final List<CardRange> ranges = new ArrayList<>();
  private int line;
  private List<String> fields = List.of();

  /** The ranges in the order of the lines. */
  static List<CardRange> read(List<String> lines) throws CardTableException {
    var reader = new CardRangeReader();
    boolean headed = false;
    for (String text : lines) {
      reader.line++;
      if (text.isBlank() || text.startsWith("#")) {
        continue;
      }
      reader.fields = fieldsOf(text);
      if (headed) {
        reader.add();
      } else {
        reader.refuseOtherColumns();
        headed = true;
      }
    }
    return reader.ranges;
  }

  private void refuseOtherColumns() throws CardTableException {
    if (!fields.equals(COLUMNS)) {
      throw wrong("", String.join(",", fields), "the columns " + String.join(",", COLUMNS));
    }
  }

  private void add() throws CardTableException {
    if (fields.size() != COLUMNS.size()) {
      throw wrong("", fields.size() + " columns", COLUMNS.size() + "; quote a comment with commas");
    }
    String low = prefix("low");
    String high = prefix("high");
    if (low.length() != high.length() || low.compareTo(high) > 0) {
      throw wrong("high", high, low.length() + " digits, not below " + low);
    }
    var product =
        new CardProduct(
            constant("scheme", CardScheme.values()),
            constant("issuer", Issuer.values()),
            yes("senior"));
    var range = new CardRange(low, high, lengths(), product, yes("enabled"), line);
    Optional<CardRange> clash = ranges.stream().filter(range::clashesWith).findFirst();
    if (clash.isPresent()) {
      CardRange other = clash.get();
      throw wrong(
          "low",
          low + "–" + high,
          "no overlap with " + other.low() + "–" + other.high() + " in line " + other.line());
    }
    ranges.add(range);
  }

  private String prefix(String column) throws CardTableException {
    String text = field(column);
    if (!text.matches("[0-9]{1,11}")) {
      throw wrong(column, text, "1–11 digits");
    }
    return text;
  }

  private SortedSet<Integer> lengths() throws CardTableException {
    var lengths = new TreeSet<Integer>();
    for (String part : field("lengths").split("\\s+")) {
      Matcher bounds = LENGTHS.matcher(part);
      if (!bounds.matches()) {
        throw wrongLengths();
      }
      int first = Integer.parseInt(bounds.group(1));
      int last = bounds.group(2) == null ? first : Integer.parseInt(bounds.group(2));
      if (first < 12 || last > 19 || first > last) {
        throw wrongLengths();
      }
      for (int length = first; length <= last; length++) {
        lengths.add(length);
      }
    }
    return lengths;
  }

  private CardTableException wrongLengths() {
    return wrong(
        "lengths", field("lengths"), "PAN lengths 12–19, such as '16' or '16-19' or '13 16'");
  }

  private <E extends Enum<E>> E constant(String column, E[] constants) throws CardTableException {
    String text = field(column).toUpperCase(Locale.ROOT);
    return Arrays.stream(constants)
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    column,
                    field(column),
                    Arrays.stream(constants)
                        .map(Enum::name)
                        .collect(Collectors.joining(", ", "one of ", ""))));
  }

  private boolean yes(String column) throws CardTableException {
    return switch (field(column)) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw wrong(column, field(column), "yes or no");
    };
  }

  private String field(String column) {
    return fields.get(COLUMNS.indexOf(column));
  }

  private CardTableException wrong(String column, String found, String expected) {
    return new CardTableException(line, column, "'" + found + "'", expected);
  }

  /** Fields of one line; one that holds commas stands in double quotes (RFC 4180). */
  private static List<String> fieldsOf(String text) {
    var fields = new ArrayList<String>();
    var field = new StringBuilder();
    boolean quoted = false;
    for (char c : text.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString().strip());
    return fields;
  }
}
