package org.silverteller.host.iso8583;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.IsoType;
import com.solab.iso8583.IsoValue;
import com.solab.iso8583.MessageFactory;
import com.solab.iso8583.parse.FieldParseInfo;
import java.io.UnsupportedEncodingException;
import java.text.ParseException;

/**
 * Messages to bytes and back in one dialect, on J8583. Both ends of the line use it: the terminal
 * builds requests and reads replies, the simulator's bank reads requests and builds replies.
 * Thread-safe.
 *
 * <p>J8583 writes MTI, bitmap, field order and length prefixes and reads each field; the values
 * pass through it as bytes that {@link FieldBytes} makes and checks, because its own text types
 * count characters instead of bytes, pad odd digits on the left and accept broken digits. The
 * message is without transport framing (length, TPDU, header).
 */
public final class Iso8583Codec {

  private final Dialect dialect;
  private final boolean packed;
  private final FieldFormat[] formats = new FieldFormat[129];
  private final IsoType[] types = new IsoType[129];
  private final int[] prefixLengths = new int[129];
  private final FieldParseInfo[] parsers = new FieldParseInfo[129];
  private final MessageFactory<IsoMessage> factory = new MessageFactory<>();

  public Iso8583Codec(Dialect dialect) {
    this.dialect = dialect;
    this.packed = dialect.packed();
    for (int number = 2; number <= 128; number++) {
      dialect.format(number).ifPresent(this::learn);
    }
    factory.setCharacterEncoding(ISO_8859_1.name());
    factory.setBinaryHeader(packed);
    factory.setBinaryFields(packed);
    factory.setUseBinaryBitmap(true);
    factory.setForceSecondaryBitmap(!packed);
    factory.setAssignDate(false);
    factory.freeze();
  }

  public Dialect dialect() {
    return dialect;
  }

  /**
   * The bytes of a message.
   *
   * @throws IllegalArgumentException when a field is not of the dialect or its value does not fit;
   *     the text names the field, not the value
   */
  public byte[] encode(Message message) {
    IsoMessage iso = factory.newMessage(message.mti().code());
    for (int number = 2; number <= 128; number++) {
      Object value = message.raw(number);
      if (value != null) {
        iso.setField(number, isoValue(format(number), value));
      }
    }
    return iso.writeData();
  }

  /**
   * The message in these bytes, all of them.
   *
   * @throws MalformedMessage when they are not exactly what {@link #encode} writes for some
   *     message: unknown MTI or field, wrong digit, length or filling, bytes missing or left over
   */
  public Message decode(byte[] bytes) throws MalformedMessage {
    MessageHead head = MessageHead.of(bytes, dialect);
    Object[] values = new Object[129];
    int offset = head.length();
    for (int number = head.next(1); number <= 128; number = head.next(number)) {
      FieldFormat format = formats[number];
      IsoValue<?> field = parse(number, bytes, offset);
      byte[] content = content(format, field);
      int prefix = prefixLengths[number];
      int units = prefix == 0 ? format.length() : length(format, bytes, offset, prefix);
      if (prefix > 0 && units != field.getLength()) {
        throw new MalformedMessage(format.place() + ": length " + units + " is not what was read");
      }
      values[number] = FieldBytes.value(format, content, units, packed);
      offset += prefix + content.length;
    }
    if (offset != bytes.length) {
      throw new MalformedMessage((bytes.length - offset) + " bytes left over after the last field");
    }
    return Message.owning(head.mti(), values);
  }

  private void learn(FieldFormat format) {
    formats[format.number()] = format;
    types[format.number()] = isoType(format);
    prefixLengths[format.number()] = prefixLength(format);
    parsers[format.number()] =
        FieldParseInfo.getInstance(isoType(format), wireLength(format), ISO_8859_1.name(), false);
  }

  private FieldFormat format(int number) {
    FieldFormat format = formats[number];
    if (format == null) {
      throw new IllegalArgumentException("field " + number + " is not of the dialect " + dialect);
    }
    return format;
  }

  private IsoValue<?> parse(int number, byte[] bytes, int offset) throws MalformedMessage {
    try {
      FieldParseInfo parser = parsers[number];
      return packed
          ? parser.parseBinary(number, bytes, offset, null)
          : parser.parse(number, bytes, offset, null);
    } catch (ParseException
        | UnsupportedEncodingException
        | IndexOutOfBoundsException
        | IllegalArgumentException
        | NegativeArraySizeException broken) {
      // Its text may hold message content, so it is not passed on.
      throw new MalformedMessage(
          "fields do not fit the bitmap: a length points beyond the end or a field is cut off");
    }
  }

  private IsoValue<?> isoValue(FieldFormat format, Object value) {
    byte[] content = FieldBytes.of(format, value, packed);
    if (!packed) {
      return new IsoValue<>(
          types[format.number()], new String(content, ISO_8859_1), content.length);
    }
    boolean countsDigits = format.packs() && !format.fixed();
    return new IsoValue<>(
        types[format.number()], content, countsDigits ? ((String) value).length() : content.length);
  }

  private byte[] content(FieldFormat format, IsoValue<?> field) throws MalformedMessage {
    if (field != null && field.getValue() instanceof byte[] bytes) {
      return bytes;
    }
    if (field != null && field.getValue() instanceof String text) {
      return text.getBytes(ISO_8859_1);
    }
    throw new MalformedMessage(format.place() + " is in the bitmap but not in the message");
  }

  private int prefixLength(FieldFormat format) {
    return switch (format.size()) {
      case FIXED -> 0;
      case LL -> packed ? 1 : 2;
      case LLL -> packed ? 2 : 3;
    };
  }

  /** The length in a prefix, read again because J8583 overlooks wrong digits in it. */
  private int length(FieldFormat format, byte[] bytes, int offset, int prefix)
      throws MalformedMessage {
    int length = 0;
    for (int i = offset; i < offset + prefix; i++) {
      int high = packed ? (bytes[i] >> 4) & 0xf : 0;
      int low = packed ? bytes[i] & 0xf : bytes[i] - '0';
      if (high > 9 || low < 0 || low > 9) {
        throw new MalformedMessage(format.place() + ": expected digits as length");
      }
      length = packed ? length * 100 + high * 10 + low : length * 10 + low;
    }
    if (length < 1 || length > format.length()) {
      throw new MalformedMessage(
          format.place() + ": length " + length + ", expected 1–" + format.length());
    }
    return length;
  }

  private int wireLength(FieldFormat format) {
    return packed && format.packs() ? (format.length() + 1) / 2 : format.length();
  }

  private IsoType isoType(FieldFormat format) {
    boolean digits = format.packs();
    return switch (format.size()) {
      case FIXED -> packed ? IsoType.BINARY : IsoType.ALPHA;
      case LL -> !packed ? IsoType.LLVAR : digits ? IsoType.LLBCDBIN : IsoType.LLBIN;
      case LLL -> !packed ? IsoType.LLLVAR : digits ? IsoType.LLLBCDBIN : IsoType.LLLBIN;
    };
  }
}
