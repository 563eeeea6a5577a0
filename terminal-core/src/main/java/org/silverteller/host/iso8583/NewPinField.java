package org.silverteller.host.iso8583;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Where a bank expects the encrypted block of a new PIN. The block stands there as it is, in field
 * 48 in hex behind the tag {@code NP}.
 */
public enum NewPinField {
  FIELD_48,
  FIELD_57,
  FIELD_62;

  /** Of the encrypted new PIN in field 48. */
  public static final String TAG = "NP";

  /**
   * @param block the encrypted PIN block of the new PIN
   */
  void put(Message.Builder message, byte[] block) {
    switch (this) {
      case FIELD_48 ->
          message.set(
              Field.ADDITIONAL_DATA,
              AdditionalData.tag(TAG, HexFormat.of().formatHex(block).toUpperCase(Locale.ROOT))
                  .getBytes(StandardCharsets.US_ASCII));
      case FIELD_57 -> message.set(Field.ADDITIONAL_PRIVATE, block);
      case FIELD_62 -> message.set(Field.KEYS, block);
    }
  }
}
