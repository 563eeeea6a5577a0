package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/** Fields of a form in native memory: {@code name=value} strings, each closed by NUL. */
final class FormFields {

  private static final int LONGEST = 65_536;

  private FormFields() {}

  /**
   * The value of a field, without leaving copies of it.
   *
   * @param fields lpszFields; null for NULL
   * @return empty when there is no such field
   */
  static Optional<char[]> value(Pointer fields, String name, Charset charset) {
    byte[] wanted = (name + "=").getBytes(charset);
    long at = 0;
    while (fields != null && at < LONGEST) {
      int length = Math.toIntExact(fields.share(at).indexOf(0, (byte) 0));
      if (length == 0) {
        break;
      }
      byte[] entry = fields.getByteArray(at, length);
      try {
        if (length >= wanted.length
            && Arrays.equals(entry, 0, wanted.length, wanted, 0, wanted.length)) {
          return Optional.of(decoded(entry, wanted.length, charset));
        }
      } finally {
        Arrays.fill(entry, (byte) 0);
      }
      at += length + 1L;
    }
    return Optional.empty();
  }

  private static char[] decoded(byte[] entry, int from, Charset charset) {
    CharBuffer decoded = charset.decode(ByteBuffer.wrap(entry, from, entry.length - from));
    char[] value = new char[decoded.remaining()];
    decoded.get(value);
    Arrays.fill(decoded.array(), '\0');
    return value;
  }

  /** A list of strings: each closed by NUL, and one NUL more. */
  static byte[] list(Charset charset, String... entries) {
    return (String.join("\0", entries) + "\0\0").getBytes(charset);
  }
}
