package org.silverteller.host.iso8583.tcp;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.silverteller.host.HostFault;
import org.silverteller.host.Wire;
import org.silverteller.host.iso8583.HostConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to the bank: one TCP connection, with TLS unless the bank is simulated on this very
 * machine. A thread of its own connects, reads, and connects again when the line breaks or brings
 * what is no frame. The terminal's thread sends and receives.
 *
 * <p>What came in before a break can still be received; then {@link #receive} tells the break,
 * once, even when the line stands again.
 */
public final class TcpWire implements Wire {

  private static final Logger LOG = LoggerFactory.getLogger(TcpWire.class);

  private static final int MOST_WAITING = 256;
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final HostConfig config;
  private final Runnable hostChanged;
  private final Frames frames;
  private final Optional<PinnedTls> tls;
  private final Backoff backoff;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final AtomicBoolean receiverWaits = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile Optional<Socket> connecting = Optional.empty();
  private volatile Optional<Socket> line = Optional.empty();

  /** What the reader hands to the receiver. */
  private sealed interface Arrival {
    record Message(byte[] bytes) implements Arrival {}

    record Break(String why) implements Arrival {}
  }

  private TcpWire(HostConfig config, Runnable hostChanged, long seed) {
    this.config = config;
    this.hostChanged = hostChanged;
    this.frames = new Frames(config.framing(), config.timing().connect());
    this.tls =
        config.line().tls().on()
            ? Optional.of(new PinnedTls(config.line().tls()))
            : Optional.empty();
    this.backoff = new Backoff(config.timing(), seed);
    this.thread = new Thread(this::run, "host-line");
    this.thread.setDaemon(true);
  }

  /**
   * Begins to connect and returns at once.
   *
   * @param hostChanged called from the line's thread when the line comes up, goes down, or a
   *     message comes in while nobody waits
   * @param seed of the random part of the pauses between attempts
   * @throws IllegalArgumentException when a file named in {@code tls} is missing or not what it
   *     should be
   */
  public static TcpWire open(HostConfig config, Runnable hostChanged, long seed) {
    TcpWire wire = new TcpWire(config, hostChanged, seed);
    wire.thread.start();
    return wire;
  }

  @Override
  public boolean up() {
    return isOpen() && line.isPresent();
  }

  @Override
  public void send(byte[] message) throws HostFault, LineLost {
    Socket socket = line.orElseThrow(TcpWire::down);
    byte[] frame = frames.around(message);
    try {
      socket.getOutputStream().write(frame);
      socket.getOutputStream().flush();
    } catch (IOException broken) {
      closeQuietly(socket);
      throw new LineLost(broken.getMessage());
    }
  }

  private static HostFault down() {
    return new HostFault(HostFault.Kind.DOWN, "no line to the host");
  }

  @Override
  public Optional<byte[]> receive(Duration patience) throws LineLost {
    Arrival arrival = next(patience);
    if (arrival instanceof Arrival.Break broken) {
      throw new LineLost(broken.why());
    }
    return arrival instanceof Arrival.Message message
        ? Optional.of(message.bytes())
        : Optional.empty();
  }

  /**
   * The second look closes the gap between the end of the wait and the moment when the reader knows
   * of it.
   */
  private Arrival next(Duration patience) {
    receiverWaits.set(true);
    try {
      Arrival arrival = arrivals.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      receiverWaits.set(false);
      return arrival != null ? arrival : arrivals.poll();
    } catch (InterruptedException interrupted) {
      receiverWaits.set(false);
      Thread.currentThread().interrupt();
      return arrivals.poll();
    }
  }

  @Override
  public void renew() {
    line.ifPresent(TcpWire::closeQuietly);
  }

  @Override
  public void close() {
    closed.countDown();
    connecting.ifPresent(TcpWire::closeQuietly);
    line.ifPresent(TcpWire::closeQuietly);
    try {
      thread.join(CLOSING.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (isOpen()) {
      try (Socket socket = connected()) {
        serve(socket);
      } catch (IOException | RuntimeException broken) {
        lost(broken.toString());
      }
      pause(backoff.next());
    }
  }

  private boolean isOpen() {
    return closed.getCount() > 0;
  }

  private Socket connected() throws IOException {
    HostConfig.Line to = config.line();
    Socket socket = new Socket();
    connecting = Optional.of(socket);
    try {
      refuseWhenClosed();
      InetSocketAddress address = new InetSocketAddress(to.address(), to.port());
      refuseUnlessAllowed(address);
      socket.setTcpNoDelay(true);
      socket.setKeepAlive(true);
      socket.setSoTimeout(Math.toIntExact(config.timing().connect().toMillis()));
      socket.connect(address, Math.toIntExact(config.timing().connect().toMillis()));
      return tls.isPresent() ? tls.get().secured(socket, to.address(), to.port()) : socket;
    } catch (IOException | RuntimeException failed) {
      closeQuietly(socket);
      throw failed;
    }
  }

  /** A wire closed a moment ago has perhaps not seen this socket. */
  private void refuseWhenClosed() throws IOException {
    if (!isOpen()) {
      throw new IOException("closed");
    }
  }

  /**
   * The configuration promises a loopback address; what the name resolves to must keep the promise.
   */
  private void refuseUnlessAllowed(InetSocketAddress address) throws IOException {
    if (address.isUnresolved()) {
      throw new UnknownHostException(address.getHostString());
    }
    if (tls.isEmpty() && !address.getAddress().isLoopbackAddress()) {
      throw new IOException("without TLS to " + address + ": refused");
    }
  }

  private void serve(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    line = Optional.of(socket);
    LOG.info("host line up");
    hostChanged.run();
    while (isOpen()) {
      Optional<byte[]> message = frames.next(socket, in);
      backoff.reset();
      if (message.isPresent()) {
        hand(message.get());
      }
    }
  }

  private void hand(byte[] message) throws IOException {
    if (arrivals.size() >= MOST_WAITING) {
      throw new IOException(MOST_WAITING + " messages that nobody has taken");
    }
    arrivals.add(new Arrival.Message(message));
    if (!receiverWaits.get()) {
      hostChanged.run();
    }
  }

  private void lost(String why) {
    boolean stood = up();
    line = Optional.empty();
    if (!stood) {
      LOG.info("no host line: {}", why);
      return;
    }
    if (arrivals.size() <= MOST_WAITING) {
      arrivals.add(new Arrival.Break(why));
    }
    LOG.warn("host line down: {}", why);
    hostChanged.run();
  }

  private void pause(Duration time) {
    try {
      if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.info("host line closed");
      }
    } catch (InterruptedException interrupted) {
      closed.countDown();
      Thread.currentThread().interrupt();
    }
  }

  /** A socket that cannot even be closed is gone. */
  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      LOG.debug("closing the host line: {}", gone.toString());
    }
  }
}
