package org.silverteller.host.iso8583;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One ISO 8583 message as values: a type and data elements, each text (digits, tracks, text) or
 * bytes. Immutable, and silent about its values when printed; {@link MessageView} shows them
 * masked.
 *
 * <p>Text is what {@link Dialect} calls digits, track (separator {@code =}) or text; trailing
 * spaces of fixed text are not part of the value. A value is checked against the dialect by {@link
 * Iso8583Codec#encode}.
 */
public final class Message {

  /** How text inside a bytes field is encoded. */
  public static final Charset GBK = Charset.forName("GBK");

  private final Mti mti;
  private final Object[] values;

  private Message(Mti mti, Object[] values) {
    this.mti = mti;
    this.values = values;
  }

  public static Builder of(Mti mti) {
    return new Builder(mti, new Object[129]);
  }

  /** For the codec: takes the array itself, indexed by field number, String or byte[]. */
  static Message owning(Mti mti, Object[] values) {
    return new Message(mti, values);
  }

  /** A builder that starts with everything in this message. */
  public Builder toBuilder() {
    return new Builder(mti, values.clone());
  }

  public Mti mti() {
    return mti;
  }

  public boolean has(int field) {
    return values[field] != null;
  }

  /** The numbers of the fields that are there, rising. */
  public IntStream fields() {
    return IntStream.range(2, values.length).filter(this::has);
  }

  int highestField() {
    int number = values.length - 1;
    while (number > 0 && values[number] == null) {
      number--;
    }
    return number;
  }

  /** The text of a field; of a bytes field, its bytes read as GBK. */
  public Optional<String> text(int field) {
    Object value = values[field];
    if (value instanceof byte[] bytes) {
      return Optional.of(new String(bytes, GBK));
    }
    return Optional.ofNullable((String) value);
  }

  /** A copy of the bytes of a bytes field; empty also when the field is text. */
  public Optional<byte[]> bytes(int field) {
    return values[field] instanceof byte[] bytes ? Optional.of(bytes.clone()) : Optional.empty();
  }

  /**
   * The text of a field that must be there.
   *
   * @throws MalformedMessage naming the missing field
   */
  public String required(int field) throws MalformedMessage {
    return text(field)
        .orElseThrow(
            () ->
                new MalformedMessage(
                    mti + " without field " + field + " (" + Field.name(field) + ")"));
  }

  /** The value itself, String or byte[], or null; for this package, which does not change it. */
  Object raw(int field) {
    return values[field];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Message message
        && mti == message.mti
        && Arrays.deepEquals(values, message.values);
  }

  @Override
  public int hashCode() {
    return 31 * mti.hashCode() + Arrays.deepHashCode(values);
  }

  /** Type and STAN only. */
  @Override
  public String toString() {
    return mti + text(Field.STAN).map(stan -> " STAN " + stan).orElse("");
  }

  /** Gathers the fields of one message. */
  public static final class Builder {
    private final Mti mti;
    private final Object[] values;

    private Builder(Mti mti, Object[] values) {
      this.mti = mti;
      this.values = values;
    }

    public Builder set(int field, String text) {
      values[checked(field)] = text;
      return this;
    }

    public Builder set(int field, byte[] bytes) {
      values[checked(field)] = bytes.clone();
      return this;
    }

    /** Sets the field when there is a value. */
    public Builder set(int field, Optional<String> text) {
      text.ifPresent(value -> set(field, value));
      return this;
    }

    public Builder remove(int field) {
      values[checked(field)] = null;
      return this;
    }

    /**
     * Takes over those of the named fields that {@code source} has; how a reply echoes its request.
     */
    public Builder echo(Message source, int... fields) {
      for (int field : fields) {
        if (source.values[field] != null) {
          values[checked(field)] = source.values[field];
        }
      }
      return this;
    }

    public Message build() {
      return new Message(mti, values.clone());
    }

    private static int checked(int field) {
      if (field < 2 || field > 128 || field == 65) {
        throw new IllegalArgumentException("field " + field + ": expected 2–128 without 65");
      }
      return field;
    }
  }
}
