package org.silverteller.maintenance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;

/** Asks a running terminal over its control socket. */
final class ControlClient {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path socket;

  ControlClient(Path socket) {
    this.socket = socket;
  }

  /** Nobody answers at the socket. */
  static final class NotRunning extends Exception {
    private static final long serialVersionUID = 1L;

    NotRunning(String message) {
      super(message);
    }
  }

  /** This user may not use the socket. */
  static final class NotPermitted extends Exception {
    private static final long serialVersionUID = 1L;

    NotPermitted(String message) {
      super(message);
    }
  }

  /**
   * @return the answer's line, without its end
   */
  String ask(ControlRequest request) throws NotRunning, NotPermitted {
    try (SocketChannel channel = connect()) {
      send(channel, request);
      return answer(channel);
    } catch (IOException failure) {
      throw new NotRunning(
          "the terminal at " + socket + " did not answer (" + failure.getMessage() + ")");
    }
  }

  /** A terminal that turns us away may close before it has read; why stands in its answer. */
  private static void send(SocketChannel channel, ControlRequest request) {
    try {
      channel.write(ByteBuffer.wrap(request.line().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException closedAlready) {
      return; // the answer is read whatever became of the question
    }
  }

  private SocketChannel connect() throws NotRunning, NotPermitted {
    try {
      return SocketChannel.open(UnixDomainSocketAddress.of(socket));
    } catch (ConnectException nobody) {
      throw new NotRunning("no terminal is running: nobody answers at " + socket);
    } catch (IOException | IllegalArgumentException unreachable) {
      if (closed(socket) || closed(socket.toAbsolutePath().getParent())) {
        throw new NotPermitted(
            "you may not use " + socket + ": expected root, its owner or its group" + owners());
      }
      throw new NotRunning(
          "no terminal is running: there is no control socket "
              + socket
              + " (another place is told with --socket)");
    }
  }

  private static boolean closed(Path path) {
    return Files.exists(path)
        && !(Files.isDirectory(path) ? Files.isExecutable(path) : Files.isWritable(path));
  }

  private String owners() {
    try {
      PosixFileAttributes attributes =
          Files.readAttributes(socket, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return " (owner "
          + attributes.owner().getName()
          + ", group "
          + attributes.group().getName()
          + ")";
    } catch (IOException hidden) {
      return "";
    }
  }

  private static String answer(SocketChannel channel) throws IOException {
    var received = new ByteArrayOutputStream();
    var buffer = ByteBuffer.allocate(16 << 10);
    channel.configureBlocking(false);
    try (Selector selector = Selector.open()) {
      channel.register(selector, SelectionKey.OP_READ);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (true) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new IOException("waited " + PATIENCE.toSeconds() + " s");
        }
        selector.select(left);
        selector.selectedKeys().clear();
        int count = channel.read(buffer.clear());
        if (count < 0) {
          throw new IOException("it closed the connection");
        }
        received.write(buffer.array(), 0, count);
        if (count > 0 && buffer.get(count - 1) == '\n') {
          return received.toString(StandardCharsets.UTF_8).strip();
        }
      }
    }
  }
}
