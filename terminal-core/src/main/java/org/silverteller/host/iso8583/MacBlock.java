package org.silverteller.host.iso8583;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The bytes of a message that its MAC covers.
 *
 * <p>Terminal dialect: everything from the MTI up to the MAC, which is always last; the bitmap has
 * the MAC's bit set. CUPS dialect: MTI and the fields 2 3 4 7 11 18 25 28 32 33 38 39 41 42 90
 * (first twenty digits) 102 103 and, for a key reset (field 70 = 101), 53 70 100; each without its
 * length prefix, upper case, nothing but letters, digits, space, comma and point, blanks trimmed
 * and collapsed, joined by one space (JR/T 0055.2).
 */
public final class MacBlock {

  /** Bytes of a MAC on the wire. */
  public static final int MAC_LENGTH = 8;

  private static final String KEY_RESET = "101";
  private static final int[] CUPS_FIELDS = {
    2, 3, 4, 7, 11, 18, 25, 28, 32, 33, 38, 39, 41, 42, 90, 102, 103
  };
  private static final int[] CUPS_KEY_RESET_FIELDS = {53, 70, 100};
  private static final int ORIGINAL_DIGITS = 20;

  private MacBlock() {}

  /**
   * @param encoded the message as encoded, its MAC field included (its value does not matter)
   */
  public static byte[] of(Dialect dialect, Message message, byte[] encoded) {
    return switch (dialect) {
      case TERMINAL -> Arrays.copyOf(encoded, encoded.length - MAC_LENGTH);
      case CUPS -> cups(message);
    };
  }

  private static byte[] cups(Message message) {
    IntStream fields = Arrays.stream(CUPS_FIELDS);
    if (message.text(Field.NETWORK_CODE).filter(KEY_RESET::equals).isPresent()) {
      fields = IntStream.concat(fields, Arrays.stream(CUPS_KEY_RESET_FIELDS));
    }
    String block =
        fields
            .filter(message::has)
            .mapToObj(field -> normalised(covered(message, field)))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" ", message.mti() + " ", ""));
    return block.strip().getBytes(US_ASCII);
  }

  private static String covered(Message message, int field) {
    String text = message.text(field).orElse("");
    return field == Field.ORIGINAL ? text.substring(0, ORIGINAL_DIGITS) : text;
  }

  private static String normalised(String text) {
    return text.toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9 ,.]", "")
        .strip()
        .replaceAll(" +", " ");
  }
}
