package org.silverteller.simulator.bank;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.silverteller.simulator.bank.Outgoing.LineDropped;
import org.silverteller.simulator.bank.Outgoing.Sent;

/** One terminal's line to a {@link BankServer}. */
final class BankLine {

  static final int TPDU_BYTES = 5;

  private static final int ADDRESS_BYTES = 2;

  private final Socket socket;
  private final BankServer.Framing framing;
  private final BiFunction<BankLine, byte[], List<Outgoing>> received;
  private final Consumer<BankLine> closed;
  private final DelayQueue<Due> due = new DelayQueue<>();
  private final AtomicLong number = new AtomicLong();
  private final Thread reader = new Thread(this::read, "bank-line-read");
  private final Thread writer = new Thread(this::write, "bank-line-write");
  private volatile byte[] prefix;

  private record Due(Outgoing what, long nanos, long number) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      Due that = (Due) other;
      long ahead = nanos - that.nanos;
      return ahead == 0 ? Long.compare(number, that.number) : Long.signum(ahead);
    }
  }

  /**
   * @param received takes a message and tells what goes back
   * @param closed told once, when the line has gone
   */
  BankLine(
      Socket socket,
      BankServer.Framing framing,
      BiFunction<BankLine, byte[], List<Outgoing>> received,
      Consumer<BankLine> closed) {
    this.socket = socket;
    this.framing = framing;
    this.received = received;
    this.closed = closed;
    this.prefix = new byte[framing.prefixBytes()];
  }

  void start() {
    reader.setDaemon(true);
    writer.setDaemon(true);
    reader.start();
    writer.start();
  }

  void schedule(Outgoing outgoing) {
    long nanos = System.nanoTime() + outgoing.after().toNanos();
    due.add(new Due(outgoing, nanos, number.getAndIncrement()));
  }

  void close() {
    try {
      socket.close();
    } catch (IOException already) {
      // The line is gone, which is what was asked for.
    }
    writer.interrupt();
  }

  private void read() {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (true) {
        int length = in.readUnsignedShort();
        if (length <= framing.prefixBytes() || length > framing.longestBytes()) {
          return;
        }
        byte[] head = in.readNBytes(framing.prefixBytes());
        byte[] message = new byte[length - framing.prefixBytes()];
        in.readFully(message);
        prefix = answering(head);
        received.apply(this, message).forEach(this::schedule);
      }
    } catch (IOException gone) {
      // The terminal has hung up, or close() has.
    } finally {
      writer.interrupt();
      closed.accept(this);
    }
  }

  private void write() {
    try {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      while (true) {
        Outgoing next = due.take().what();
        if (next instanceof LineDropped) {
          close();
          return;
        }
        out.write(framed(((Sent) next).message()));
        out.flush();
      }
    } catch (IOException | InterruptedException gone) {
      close();
    }
  }

  private byte[] framed(byte[] message) {
    byte[] head = prefix;
    int length = head.length + message.length;
    byte[] frame = new byte[2 + length];
    frame[0] = (byte) (length >> 8);
    frame[1] = (byte) length;
    System.arraycopy(head, 0, frame, 2, head.length);
    System.arraycopy(message, 0, frame, 2 + head.length, message.length);
    return frame;
  }

  /** The same prefix with destination and source of the TPDU exchanged. */
  private byte[] answering(byte[] head) {
    byte[] answer = head.clone();
    if (framing.tpdu()) {
      System.arraycopy(head, 1, answer, 1 + ADDRESS_BYTES, ADDRESS_BYTES);
      System.arraycopy(head, 1 + ADDRESS_BYTES, answer, 1, ADDRESS_BYTES);
    }
    return answer;
  }
}
