package org.silverteller.maintenance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One request and one answer. Used by the control thread alone. */
final class Conversation {

  /** No request that makes sense is longer, its line end included. */
  static final int LONGEST_REQUEST_BYTES = 4096;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final String account;
  private final ByteBuffer request = ByteBuffer.allocate(LONGEST_REQUEST_BYTES);
  private ByteBuffer answer = ByteBuffer.allocate(0);
  private Stage stage = Stage.ASKING;
  private long deadlineNanos;

  /** How far it came. */
  enum Stage {
    ASKING,
    WAITING,
    ANSWERING,
    OVER
  }

  /**
   * @param account the peer's, as the system tells it
   */
  Conversation(SocketChannel channel, SelectionKey key, String account, long deadlineNanos) {
    this.channel = channel;
    this.key = key;
    this.account = account;
    this.deadlineNanos = deadlineNanos;
  }

  String account() {
    return account;
  }

  Stage stage() {
    return stage;
  }

  long deadlineNanos() {
    return deadlineNanos;
  }

  /**
   * Reads what has come.
   *
   * @return the request's line, once it is whole
   * @throws IllegalArgumentException when it is too long, or ended before its line end
   */
  Optional<String> read() throws IOException {
    int count = channel.read(request);
    int end = lineEnd();
    if (end >= 0) {
      key.interestOps(0);
      return Optional.of(new String(request.array(), 0, end, StandardCharsets.UTF_8));
    }
    if (!request.hasRemaining()) {
      throw new IllegalArgumentException(
          "a request of more than " + LONGEST_REQUEST_BYTES + " bytes");
    }
    if (count < 0) {
      throw new IllegalArgumentException(
          "the request ended after " + request.position() + " bytes without a line end");
    }
    return Optional.empty();
  }

  /** The terminal has been asked. */
  void await(long deadline) {
    stage = Stage.WAITING;
    deadlineNanos = deadline;
  }

  /** Answers, as far as the peer takes it now; the rest when it takes more. */
  void answer(String json, long deadline) throws IOException {
    stage = Stage.ANSWERING;
    deadlineNanos = deadline;
    answer = ByteBuffer.wrap((json.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
    write();
  }

  void write() throws IOException {
    channel.write(answer);
    if (answer.hasRemaining()) {
      key.interestOps(SelectionKey.OP_WRITE);
    } else {
      end();
    }
  }

  void end() throws IOException {
    stage = Stage.OVER;
    key.cancel();
    channel.close();
  }

  private int lineEnd() {
    for (int i = 0; i < request.position(); i++) {
      if (request.get(i) == '\n') {
        return i;
      }
    }
    return -1;
  }
}
