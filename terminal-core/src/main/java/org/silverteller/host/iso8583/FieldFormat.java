package org.silverteller.host.iso8583;

/**
 * How one data element looks on the wire.
 *
 * @param number 2–128
 * @param content what its value is made of
 * @param size fixed, or a length prefix of two or three digits
 * @param length the fixed length or the longest, in digits for DIGITS and TRACK, in encoded bytes
 *     for TEXT and BYTES
 * @param align where digits stand when an odd number of them is packed two to a byte
 */
record FieldFormat(int number, Content content, Size size, int length, Align align) {

  enum Content {
    /** 0–9. */
    DIGITS,
    /** 0–9 and {@code =}, which is packed as D. */
    TRACK,
    /**
     * Printable text, GBK where it is not ASCII; a fixed field is filled with spaces on the right.
     */
    TEXT,
    BYTES
  }

  enum Size {
    FIXED,
    LL,
    LLL
  }

  enum Align {
    /** Digits first, then a zero nibble. */
    LEFT,
    /** A zero nibble, then the digits. */
    RIGHT
  }

  boolean fixed() {
    return size == Size.FIXED;
  }

  boolean packs() {
    return content == Content.DIGITS || content == Content.TRACK;
  }

  /** For error texts: {@code field 41 (card acceptor terminal)}. */
  String place() {
    return "field " + number + " (" + Field.name(number) + ")";
  }
}
