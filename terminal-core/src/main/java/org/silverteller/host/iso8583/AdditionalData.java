package org.silverteller.host.iso8583;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.silverteller.host.Reply.AgeBand;

/**
 * Field 48 as the bank's private list of tags: two letters, two digits of length, value, again and
 * again. A bank may agree on another layout; what does not read as this list is taken as having no
 * tags.
 *
 * <p>Tag {@code AB} is the holder's age band and never a birth date: {@code 60} is 60 or over,
 * {@code 00} is younger.
 */
public final class AdditionalData {

  private static final String AGE_BAND = "AB";

  /** Batch and number of a passbook. */
  public static final String VOUCHER = "VN";

  private static final int HEAD = 4;

  private AdditionalData() {}

  /** The age band a reply tells; UNKNOWN when it tells none. */
  public static AgeBand ageBand(Message reply) {
    String value = tags(reply).orElseGet(Map::of).getOrDefault(AGE_BAND, "");
    return switch (value) {
      case "60" -> AgeBand.OVER_60;
      case "00" -> AgeBand.UNDER_60;
      default -> AgeBand.UNKNOWN;
    };
  }

  /** Field 48 of a passbook's request: batch and number of the book, tag {@code VN}. */
  static byte[] voucher(String voucher) {
    return tag(VOUCHER, voucher).getBytes(US_ASCII);
  }

  /** One tag of the list: {@code VN0812345678}. */
  public static String tag(String name, String value) {
    if (value.length() > 99) {
      throw new IllegalArgumentException(
          "tag " + name + " of " + value.length() + " characters: expected at most 99");
    }
    return name + (value.length() < 10 ? "0" : "") + value.length() + value;
  }

  /** Field 48 with the age band; empty for UNKNOWN. */
  public static Optional<byte[]> of(AgeBand band) {
    return switch (band) {
      case OVER_60 -> Optional.of((AGE_BAND + "0260").getBytes(US_ASCII));
      case UNDER_60 -> Optional.of((AGE_BAND + "0200").getBytes(US_ASCII));
      case UNKNOWN -> Optional.empty();
    };
  }

  /** The field for people: the age band in clear, other tags by name and length. */
  static String shown(Message message) {
    int length = message.bytes(Field.ADDITIONAL_DATA).map(bytes -> bytes.length).orElse(0);
    return tags(message)
        .map(
            tags -> {
              StringBuilder text = new StringBuilder();
              tags.forEach(
                  (tag, value) ->
                      text.append(text.isEmpty() ? "" : ", ")
                          .append(tag)
                          .append(
                              tag.equals(AGE_BAND)
                                  ? " " + ageBand(message)
                                  : " " + value.length() + " bytes, hidden"));
              return text.toString();
            })
        .orElse(length + " bytes, hidden");
  }

  private static boolean headAt(String text, int at) {
    return between('A', text.charAt(at), 'Z')
        && between('A', text.charAt(at + 1), 'Z')
        && between('0', text.charAt(at + 2), '9')
        && between('0', text.charAt(at + 3), '9');
  }

  private static boolean between(char first, char c, char last) {
    return first <= c && c <= last;
  }

  /** The tags by name; empty when the field is missing or is no list of tags. */
  public static Optional<Map<String, String>> tags(Message message) {
    Optional<byte[]> bytes = message.bytes(Field.ADDITIONAL_DATA);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    String text = new String(bytes.get(), US_ASCII);
    Map<String, String> tags = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      if (text.length() < at + HEAD || !headAt(text, at)) {
        return Optional.empty();
      }
      int end = at + HEAD + Integer.parseInt(text.substring(at + 2, at + HEAD));
      if (end > text.length()) {
        return Optional.empty();
      }
      tags.put(text.substring(at, at + 2), text.substring(at + HEAD, end));
      at = end;
    }
    return tags.isEmpty() ? Optional.empty() : Optional.of(tags);
  }
}
