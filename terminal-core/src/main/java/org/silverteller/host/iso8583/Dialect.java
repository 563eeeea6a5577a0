package org.silverteller.host.iso8583;

import static org.silverteller.host.iso8583.FieldFormat.Align.LEFT;
import static org.silverteller.host.iso8583.FieldFormat.Align.RIGHT;
import static org.silverteller.host.iso8583.FieldFormat.Content.BYTES;
import static org.silverteller.host.iso8583.FieldFormat.Content.DIGITS;
import static org.silverteller.host.iso8583.FieldFormat.Content.TEXT;
import static org.silverteller.host.iso8583.FieldFormat.Content.TRACK;
import static org.silverteller.host.iso8583.FieldFormat.Size.FIXED;
import static org.silverteller.host.iso8583.FieldFormat.Size.LL;
import static org.silverteller.host.iso8583.FieldFormat.Size.LLL;

import java.util.Optional;
import org.silverteller.host.iso8583.FieldFormat.Align;
import org.silverteller.host.iso8583.FieldFormat.Content;
import org.silverteller.host.iso8583.FieldFormat.Size;

/**
 * One way of writing the messages: which fields exist and how each is written.
 *
 * <p>Both dialects share the table of fields and lengths. Field 60 is digits: 60.1 reason (2), 60.2
 * batch (6), 60.3 network code (3). Fields 55, 57, 62 and 63 are bytes. Field 90 is 42 digits.
 * Fields 102 and 103 are text. A bank that differs gets its own dialect here.
 */
public enum Dialect {
  /**
   * What a terminal speaks: MTI and digits packed two to a byte, binary length prefixes, bitmap of
   * 8 or 16 bytes as needed.
   */
  TERMINAL,
  /**
   * What institutions speak (CUPS, JR/T 0055.2): MTI, digits and length prefixes in ASCII, always a
   * bitmap of 16 bytes.
   */
  CUPS;

  private final FieldFormat[] formats = new FieldFormat[129];
  private long firstBitmap;
  private long secondBitmap;

  Dialect() {
    numbers();
    texts();
    tracksAndPrivateData();
  }

  private void numbers() {
    add(Field.PAN, DIGITS, LL, 19);
    add(Field.PROCESSING_CODE, DIGITS, FIXED, 6);
    add(Field.AMOUNT, DIGITS, FIXED, 12);
    add(Field.BILLING_AMOUNT, DIGITS, FIXED, 12);
    add(Field.TRANSMISSION_TIME, DIGITS, FIXED, 10);
    add(Field.BILLING_RATE, DIGITS, FIXED, 8);
    add(Field.STAN, DIGITS, FIXED, 6);
    add(Field.LOCAL_TIME, DIGITS, FIXED, 6);
    add(Field.LOCAL_DATE, DIGITS, FIXED, 4);
    add(Field.EXPIRY, DIGITS, FIXED, 4);
    add(Field.SETTLEMENT_DATE, DIGITS, FIXED, 4);
    add(Field.MERCHANT_TYPE, DIGITS, FIXED, 4);
    add(Field.ENTRY_MODE, DIGITS, FIXED, 3, LEFT);
    add(Field.PAN_SEQUENCE, DIGITS, FIXED, 3, RIGHT);
    add(Field.CONDITION, DIGITS, FIXED, 2);
    add(Field.PIN_CAPTURE, DIGITS, FIXED, 2);
    add(Field.ACQUIRER, DIGITS, LL, 11);
    add(Field.FORWARDER, DIGITS, LL, 11);
    add(Field.SECURITY_CONTROL, DIGITS, FIXED, 16);
    add(Field.REASON, DIGITS, LLL, 17);
    add(Field.ORIGINAL_BATCH, DIGITS, LLL, 29);
    add(Field.NETWORK_CODE, DIGITS, FIXED, 3, RIGHT);
    add(Field.ORIGINAL, DIGITS, FIXED, 42);
    add(Field.RECEIVER, DIGITS, LL, 11);
  }

  private void texts() {
    add(Field.FEE, TEXT, FIXED, 9);
    add(Field.RRN, TEXT, FIXED, 12);
    add(Field.AUTH_CODE, TEXT, FIXED, 6);
    add(Field.RESPONSE_CODE, TEXT, FIXED, 2);
    add(Field.TERMINAL_ID, TEXT, FIXED, 8);
    add(Field.ACCEPTOR_ID, TEXT, FIXED, 15);
    add(Field.ACCEPTOR_NAME, TEXT, FIXED, 40);
    add(Field.ADDITIONAL_RESPONSE, TEXT, LL, 25);
    add(Field.CURRENCY, TEXT, FIXED, 3);
    add(Field.BILLING_CURRENCY, TEXT, FIXED, 3);
    add(Field.BALANCES, TEXT, LLL, 120);
    add(Field.REPLACEMENT_AMOUNTS, TEXT, FIXED, 42);
    add(Field.FROM_ACCOUNT, TEXT, LL, 28);
    add(Field.TO_ACCOUNT, TEXT, LL, 28);
  }

  private void tracksAndPrivateData() {
    add(Field.TRACK_2, TRACK, LL, 37);
    add(Field.TRACK_3, TRACK, LLL, 104);
    add(Field.ADDITIONAL_DATA, BYTES, LLL, 512);
    add(Field.PIN_DATA, BYTES, FIXED, 8);
    add(Field.EMV, BYTES, LLL, 255);
    add(Field.ADDITIONAL_PRIVATE, BYTES, LLL, 255);
    add(Field.KEYS, BYTES, LLL, 999);
    add(Field.PRIVATE_63, BYTES, LLL, 512);
    add(Field.MAC_64, BYTES, FIXED, 8);
    add(Field.MESSAGE_SECURITY, BYTES, FIXED, 8);
    add(Field.MAC_128, BYTES, FIXED, 8);
  }

  private void add(int number, Content content, Size size, int length) {
    add(number, content, size, length, LEFT);
  }

  private void add(int number, Content content, Size size, int length, Align align) {
    formats[number] = new FieldFormat(number, content, size, length, align);
    if (number <= 64) {
      firstBitmap |= 1L << (64 - number);
    } else {
      secondBitmap |= 1L << (128 - number);
    }
  }

  /** How a field is written; empty when the dialect has no such field. */
  Optional<FieldFormat> format(int number) {
    return Optional.ofNullable(formats[number]);
  }

  /** The bitmap of all fields the dialect has: of 1–64, or of 65–128. */
  long bitmap(boolean second) {
    return second ? secondBitmap : firstBitmap;
  }

  /** Digits two to a byte and binary prefixes, or ASCII throughout. */
  boolean packed() {
    return this == TERMINAL;
  }

  /** Where the MAC of a message stands that has, or has not, fields beyond 64. */
  public int macField(Message message) {
    return this == CUPS || message.highestField() > Field.MAC_64 ? Field.MAC_128 : Field.MAC_64;
  }
}
