package org.silverteller.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash chain that ties every line of the journal to all lines before it: {@code chain(n) =
 * SHA-256(chain(n-1) | n as eight bytes, highest first | time | LF | text)}, texts in UTF-8, {@code
 * chain(0)} 32 zero bytes. A line that is changed, taken out or put in breaks it.
 */
final class JournalChain {

  private final MessageDigest digest;
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

  JournalChain() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /** What stands before the first line. */
  static byte[] start() {
    return new byte[32];
  }

  byte[] next(byte[] previous, long line, String time, String text) {
    digest.update(previous);
    digest.update(number.putLong(0, line).array());
    digest.update(time.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    return digest.digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
