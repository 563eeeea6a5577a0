package org.silverteller.host.iso8583.tcp;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.silverteller.host.iso8583.HostConfig.Framing;

/**
 * Messages on a stream: two bytes of length, big-endian, which count what follows; TPDU; header;
 * message. A length of zero is a sign of life and carries nothing.
 */
final class Frames {

  private static final int LENGTH_BYTES = 2;
  private static final int FOR_EVER = 0;

  private final byte[] prefix;
  private final int longest;
  private final int patienceMs;

  /**
   * @param patience how long the rest of a frame may take once its first byte is there
   */
  Frames(Framing framing, Duration patience) {
    this.prefix = framing.prefix();
    this.longest = framing.longestBytes();
    this.patienceMs = Math.toIntExact(patience.toMillis());
  }

  /**
   * The frame around a message.
   *
   * @throws IllegalArgumentException when the message is longer than two bytes can tell
   */
  byte[] around(byte[] message) {
    int length = prefix.length + message.length;
    if (length > 0xffff) {
      throw new IllegalArgumentException(
          "message of " + message.length + " bytes: expected at most " + (0xffff - prefix.length));
    }
    byte[] frame = new byte[LENGTH_BYTES + length];
    frame[0] = (byte) (length >> 8);
    frame[1] = (byte) length;
    System.arraycopy(prefix, 0, frame, LENGTH_BYTES, prefix.length);
    System.arraycopy(message, 0, frame, LENGTH_BYTES + prefix.length, message.length);
    return frame;
  }

  /**
   * The message in the next frame.
   *
   * @param in the socket's own stream
   * @return empty for a sign of life
   * @throws IOException when the stream ends or breaks, a frame stays half, or its length cannot be
   *     right
   */
  Optional<byte[]> next(Socket socket, DataInputStream in) throws IOException {
    socket.setSoTimeout(FOR_EVER);
    int high = in.read();
    if (high < 0) {
      throw new EOFException("closed by the host");
    }
    socket.setSoTimeout(patienceMs);
    try {
      return rest(high << 8 | in.readUnsignedByte(), in);
    } catch (SocketTimeoutException half) {
      throw new IOException("half a frame, and nothing more for " + patienceMs + " ms", half);
    } catch (EOFException half) {
      throw new IOException("half a frame, then closed by the host", half);
    }
  }

  private Optional<byte[]> rest(int length, DataInputStream in) throws IOException {
    if (length == 0) {
      return Optional.empty();
    }
    if (length <= prefix.length || length > longest + prefix.length) {
      throw new IOException(
          "frame of "
              + length
              + " bytes: expected "
              + (prefix.length + 1)
              + " … "
              + (longest + prefix.length));
    }
    in.skipNBytes(prefix.length);
    byte[] message = new byte[length - prefix.length];
    in.readFully(message);
    return Optional.of(message);
  }
}
