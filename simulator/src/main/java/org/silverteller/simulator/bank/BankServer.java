package org.silverteller.simulator.bank;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * A {@link VirtualBank} behind a port of this very machine, for any number of terminals. It listens
 * on the loopback interface alone.
 *
 * <p>Each message is framed by two bytes of length, big-endian, a TPDU and a header; a reply bears
 * the TPDU of its request with the two addresses exchanged, and the same header. Each line has a
 * thread that reads and a thread that writes what is due.
 */
public final class BankServer implements AutoCloseable {

  private static final int QUEUE = 64;
  private static final long ACCEPT_ENDS_MILLIS = 2_000;

  private final VirtualBank bank;
  private final InetSocketAddress address;
  private final Framing framing;
  private final Security security;
  private final Set<BankLine> lines = ConcurrentHashMap.newKeySet();
  private final Map<String, BankLine> terminals = new ConcurrentHashMap<>();
  private ServerSocket listener;
  private Thread acceptor;

  /**
   * What stands around a message after its length.
   *
   * @param tpdu five bytes: 60, destination, source
   * @param headerBytes length of what follows the TPDU
   * @param longestBytes a line on which a longer frame comes is closed
   */
  public record Framing(boolean tpdu, int headerBytes, int longestBytes) {
    public static final Framing DEFAULT = new Framing(true, 0, 4_096);

    int prefixBytes() {
      return (tpdu ? BankLine.TPDU_BYTES : 0) + headerBytes;
    }
  }

  /**
   * How lines are secured.
   *
   * @param tls with the bank's certificate; empty for lines in clear
   * @param clientCertificate the terminal must show one that {@code tls} trusts
   */
  public record Security(Optional<SSLContext> tls, boolean clientCertificate) {
    public static final Security NONE = new Security(Optional.empty(), false);

    public static Security tls(SSLContext context) {
      return new Security(Optional.of(context), false);
    }

    public static Security mutualTls(SSLContext context) {
      return new Security(Optional.of(context), true);
    }
  }

  private BankServer(
      VirtualBank bank, InetSocketAddress address, Framing framing, Security security) {
    this.bank = bank;
    this.address = address;
    this.framing = framing;
    this.security = security;
  }

  /**
   * Listens on 127.0.0.1.
   *
   * @param port 0 for any free one
   * @throws IOException when the port is taken
   */
  public static BankServer open(VirtualBank bank, int port, Framing framing, Security security)
      throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    return open(bank, new InetSocketAddress(loopback, port), framing, security);
  }

  /**
   * @throws IllegalArgumentException when the address is not of the loopback interface
   * @throws IOException when the port is taken
   */
  public static BankServer open(
      VirtualBank bank, InetSocketAddress address, Framing framing, Security security)
      throws IOException {
    if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "the virtual bank was to listen on " + address + ": expected a loopback address");
    }
    BankServer server = new BankServer(bank, address, framing, security);
    server.listen(address);
    return server;
  }

  public synchronized int port() {
    return listener.getLocalPort();
  }

  /** How many lines stand. */
  public int lines() {
    return lines.size();
  }

  /** Sends what the bank says by itself, each to the line that its terminal spoke on last. */
  public void deliver(List<Outgoing> unasked) {
    for (Outgoing outgoing : unasked) {
      BankLine line = terminals.get(outgoing.terminal());
      if (line != null) {
        line.schedule(outgoing);
      }
    }
  }

  /** Drops every line; terminals may connect again at once. */
  public void dropLines() {
    lines.forEach(BankLine::close);
  }

  /** Drops every line and refuses new ones until {@link #comeBack()}. */
  public synchronized void goAway() throws IOException {
    listener.close();
    awaitAcceptor();
    dropLines();
  }

  /** The kernel takes connections until the thread has left its accept. */
  private void awaitAcceptor() {
    try {
      acceptor.join(ACCEPT_ENDS_MILLIS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Listens on the same port again; nothing happens when it does already. */
  public synchronized void comeBack() throws IOException {
    if (listener.isClosed()) {
      listen(new InetSocketAddress(address.getAddress(), listener.getLocalPort()));
    }
  }

  /** Stops listening and drops every line. What is on its way is lost. */
  @Override
  public synchronized void close() throws IOException {
    goAway();
  }

  private synchronized void listen(InetSocketAddress where) throws IOException {
    ServerSocket socket = factory().createServerSocket();
    socket.setReuseAddress(true);
    if (socket instanceof SSLServerSocket secure) {
      secure.setNeedClientAuth(security.clientCertificate());
    }
    try {
      socket.bind(where, QUEUE);
    } catch (IOException taken) {
      socket.close();
      throw new IOException("the virtual bank cannot listen on " + where, taken);
    }
    listener = socket;
    acceptor = new Thread(() -> accept(socket), "bank-" + socket.getLocalPort());
    acceptor.setDaemon(true);
    acceptor.start();
  }

  private ServerSocketFactory factory() {
    return security
        .tls()
        .<ServerSocketFactory>map(SSLContext::getServerSocketFactory)
        .orElseGet(ServerSocketFactory::getDefault);
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        serve(socket.accept());
      } catch (IOException closedOrRefused) {
        continue;
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    BankLine line = new BankLine(socket, framing, this::received, this::forget);
    lines.add(line);
    line.start();
  }

  private List<Outgoing> received(BankLine line, byte[] message) {
    List<Outgoing> outgoing = bank.receive(message);
    for (Outgoing what : outgoing) {
      if (!what.terminal().isEmpty()) {
        terminals.put(what.terminal(), line);
      }
    }
    return outgoing;
  }

  private void forget(BankLine line) {
    lines.remove(line);
    terminals.values().remove(line);
  }
}
