package org.silverteller.simulator.bank;

import java.security.MessageDigest;
import java.util.Optional;
import org.silverteller.host.iso8583.Dialect;
import org.silverteller.host.iso8583.Iso8583Codec;
import org.silverteller.host.iso8583.MacBlock;
import org.silverteller.host.iso8583.Message;

/** MACs of messages in one dialect. */
final class Seals {

  private static final byte[] ROOM = new byte[MacBlock.MAC_LENGTH];

  private final Iso8583Codec codec;
  private final Dialect dialect;

  Seals(Iso8583Codec codec) {
    this.codec = codec;
    this.dialect = codec.dialect();
  }

  /** Whether a message that came in as these bytes has the MAC of these keys. */
  boolean holds(Message message, byte[] bytes, WorkingKeys keys) {
    Optional<byte[]> found = message.bytes(dialect.macField(message));
    return found.isPresent()
        && MessageDigest.isEqual(found.get(), keys.mac(MacBlock.of(dialect, message, bytes)));
  }

  /**
   * The bytes of a message under its MAC, which is the last field in every dialect.
   *
   * @param wrong one bit of the MAC is turned
   */
  byte[] sealed(Message message, WorkingKeys keys, boolean wrong) {
    Message roomy = message.toBuilder().set(dialect.macField(message), ROOM).build();
    byte[] bytes = codec.encode(roomy);
    byte[] mac = keys.mac(MacBlock.of(dialect, roomy, bytes));
    System.arraycopy(mac, 0, bytes, bytes.length - mac.length, mac.length);
    if (wrong) {
      bytes[bytes.length - 1] ^= 1;
    }
    return bytes;
  }

  byte[] open(Message message) {
    return codec.encode(message);
  }
}
