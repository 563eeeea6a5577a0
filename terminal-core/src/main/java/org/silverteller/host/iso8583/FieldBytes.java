package org.silverteller.host.iso8583;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.silverteller.host.iso8583.FieldFormat.Align;
import org.silverteller.host.iso8583.FieldFormat.Content;

/**
 * The value of one field as bytes, and back. Strict both ways: bytes that are taken are exactly
 * those the value would be written as, so a message that decodes needs no second encoding to prove
 * itself.
 */
final class FieldBytes {

  private static final int SEPARATOR_NIBBLE = 0xD;
  private static final char[] NIBBLE = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9'};

  private FieldBytes() {}

  /**
   * Without length prefix; fixed text filled up.
   *
   * @throws IllegalArgumentException when the format does not hold the value; the text tells the
   *     place, not the value
   */
  static byte[] of(FieldFormat format, Object value, boolean packed) {
    if (format.content() == Content.BYTES) {
      return bytes(format, value);
    }
    if (!(value instanceof String text)) {
      throw refusal(format, "bytes", "text");
    }
    if (format.content() == Content.TEXT) {
      return text(format, text);
    }
    checkDigits(format, text);
    return packed ? pack(text, format.align()) : text.getBytes(ISO_8859_1);
  }

  /**
   * The value that is written as these bytes.
   *
   * @param units the length as the format counts it: digits or bytes
   * @throws MalformedMessage when no value is written so
   */
  static Object value(FieldFormat format, byte[] bytes, int units, boolean packed)
      throws MalformedMessage {
    return switch (format.content()) {
      case BYTES -> bytes;
      case TEXT -> text(format, bytes);
      case DIGITS, TRACK -> packed ? unpack(format, bytes, units) : digits(format, bytes);
    };
  }

  private static byte[] bytes(FieldFormat format, Object value) {
    if (!(value instanceof byte[] bytes)) {
      throw refusal(format, "text", "bytes");
    }
    checkLength(format, bytes.length, "bytes");
    return bytes;
  }

  private static byte[] text(FieldFormat format, String text) {
    boolean ascii = isPrintable(text);
    byte[] encoded = text.getBytes(ascii ? ISO_8859_1 : Message.GBK);
    if (!ascii && !isPrintableGbk(text, encoded)) {
      throw refusal(
          format, "a character that GBK has not or that does not print", "printable text");
    }
    if (!format.fixed()) {
      checkLength(format, encoded.length, "bytes of text");
      return encoded;
    }
    if (encoded.length > format.length()) {
      throw refusal(format, encoded.length + " bytes of text", "at most " + format.length());
    }
    byte[] filled = Arrays.copyOf(encoded, format.length());
    Arrays.fill(filled, encoded.length, filled.length, (byte) ' ');
    return filled;
  }

  private static String text(FieldFormat format, byte[] bytes) throws MalformedMessage {
    int end = bytes.length;
    while (format.fixed() && end > 0 && bytes[end - 1] == ' ') {
      end--;
    }
    if (isPrintable(bytes)) {
      return new String(bytes, 0, end, ISO_8859_1);
    }
    String text = new String(bytes, 0, end, Message.GBK);
    if (!isPrintableGbk(text, end == bytes.length ? bytes : Arrays.copyOf(bytes, end))) {
      throw new MalformedMessage(format.place() + ": expected printable text in GBK");
    }
    return text;
  }

  private static boolean isPrintable(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0x20 || b == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 0x20 || text.charAt(i) > 0x7e) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrintableGbk(String text, byte[] encoded) {
    return text.chars().noneMatch(Character::isISOControl)
        && Arrays.equals(text.getBytes(Message.GBK), encoded)
        && new String(encoded, Message.GBK).equals(text);
  }

  private static void checkDigits(FieldFormat format, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && !(c == '=' && format.content() == Content.TRACK)) {
        throw refusal(format, "another character at position " + (i + 1), "digits");
      }
    }
    checkLength(format, text.length(), "digits");
  }

  private static byte[] pack(String digits, Align align) {
    byte[] packed = new byte[(digits.length() + 1) / 2];
    int shift = align == Align.RIGHT ? digits.length() & 1 : 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int nibble = c == '=' ? SEPARATOR_NIBBLE : c - '0';
      int place = i + shift;
      packed[place >> 1] |= (byte) ((place & 1) == 0 ? nibble << 4 : nibble);
    }
    return packed;
  }

  private static String unpack(FieldFormat format, byte[] packed, int units)
      throws MalformedMessage {
    boolean odd = (units & 1) != 0;
    int shift = odd && format.align() == Align.RIGHT ? 1 : 0;
    byte[] digits = new byte[units];
    for (int i = 0; i < units; i++) {
      int place = i + shift;
      int nibble = (place & 1) == 0 ? (packed[place >> 1] >> 4) & 0xf : packed[place >> 1] & 0xf;
      if (nibble <= 9) {
        digits[i] = (byte) NIBBLE[nibble];
      } else if (nibble == SEPARATOR_NIBBLE && format.content() == Content.TRACK) {
        digits[i] = '=';
      } else {
        throw new MalformedMessage(
            format.place()
                + ": expected packed digits, found another nibble at position "
                + (i + 1));
      }
    }
    if (odd && (shift == 1 ? packed[0] & 0xf0 : packed[packed.length - 1] & 0x0f) != 0) {
      throw new MalformedMessage(format.place() + ": expected a zero nibble as filling");
    }
    return new String(digits, ISO_8859_1);
  }

  private static String digits(FieldFormat format, byte[] bytes) throws MalformedMessage {
    for (int i = 0; i < bytes.length; i++) {
      byte c = bytes[i];
      if ((c < '0' || c > '9') && !(c == '=' && format.content() == Content.TRACK)) {
        throw new MalformedMessage(
            format.place() + ": expected digits, found another character at position " + (i + 1));
      }
    }
    return new String(bytes, ISO_8859_1);
  }

  private static void checkLength(FieldFormat format, int found, String unit) {
    if (format.fixed() ? found != format.length() : found < 1 || found > format.length()) {
      throw refusal(format, found + " " + unit, (format.fixed() ? "" : "1–") + format.length());
    }
  }

  private static IllegalArgumentException refusal(
      FieldFormat format, String found, String expected) {
    return new IllegalArgumentException(
        format.place() + ": found " + found + ", expected " + expected);
  }
}
