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
  private static final byte[] DIGIT_NIBBLES = "0123456789\0\0\0\0\0\0".getBytes(ISO_8859_1);
  private static final byte[] TRACK_NIBBLES = "0123456789\0\0\0=\0\0".getBytes(ISO_8859_1);

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
    checkLength(format, text.length(), "digits");
    return packed ? pack(format, text) : plain(format, text);
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

  private static byte[] plain(FieldFormat format, String digits) {
    for (int i = 0; i < digits.length(); i++) {
      nibble(format, digits, i);
    }
    return digits.getBytes(ISO_8859_1);
  }

  private static byte[] pack(FieldFormat format, String digits) {
    int length = digits.length();
    byte[] packed = new byte[(length + 1) / 2];
    int place = format.align() == Align.RIGHT ? length & 1 : 0;
    for (int i = 0; i < length; i++, place++) {
      int nibble = nibble(format, digits, i);
      packed[place >> 1] |= (byte) ((place & 1) == 0 ? nibble << 4 : nibble);
    }
    return packed;
  }

  private static int nibble(FieldFormat format, String digits, int at) {
    char c = digits.charAt(at);
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c == '=' && format.content() == Content.TRACK) {
      return SEPARATOR_NIBBLE;
    }
    throw refusal(format, "another character at position " + (at + 1), "digits");
  }

  private static String unpack(FieldFormat format, byte[] packed, int units)
      throws MalformedMessage {
    byte[] table = format.content() == Content.TRACK ? TRACK_NIBBLES : DIGIT_NIBBLES;
    byte[] digits = new byte[packed.length * 2];
    for (int i = 0; i < packed.length; i++) {
      int two = packed[i];
      byte high = table[two >> 4 & 0xf];
      byte low = table[two & 0xf];
      if (high == 0 || low == 0) {
        throw new MalformedMessage(
            format.place() + ": expected packed digits, found another nibble in byte " + (i + 1));
      }
      digits[2 * i] = high;
      digits[2 * i + 1] = low;
    }
    boolean odd = (units & 1) != 0;
    int shift = odd && format.align() == Align.RIGHT ? 1 : 0;
    if (odd && digits[shift == 1 ? 0 : units] != '0') {
      throw new MalformedMessage(format.place() + ": expected a zero nibble as filling");
    }
    return new String(digits, shift, units, ISO_8859_1);
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
