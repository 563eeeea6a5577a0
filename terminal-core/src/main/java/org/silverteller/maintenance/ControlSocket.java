package org.silverteller.maintenance;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.silverteller.event.TerminalEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where operators on this machine ask the terminal: a Unix socket of mode 0660 whose peers are
 * checked; never TCP (requirement 11 of the facts on security). A peer sends one line of JSON,
 * {@code {"command":"status","arguments":[]}}, and gets one line of JSON back: the terminal's
 * answer, or {@code {"error":"…","kind":"…"}}.
 *
 * <p>Each request becomes an {@link TerminalEvent.OperatorCommand} in the inbox, in the name of the
 * local account that the kernel tells of the peer; nothing in the request can say otherwise. One
 * thread serves all peers; none of them can keep it, nor the terminal.
 */
public final class ControlSocket implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);

  private static final int MOST_PEERS = 16;
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private final Path path;
  private final ServerSocketChannel server;
  private final Selector selector;
  private final PeerCheck peers;
  private final Consumer<TerminalEvent> inbox;
  private final Patience patience;
  private final Set<Conversation> conversations = new LinkedHashSet<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile boolean closing;

  /**
   * How long is waited.
   *
   * @param peer for a whole request, and for an answer to be taken
   * @param terminal for the terminal's answer
   */
  record Patience(Duration peer, Duration terminal) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(5));
  }

  private record Answer(Conversation to, String json) {}

  private ControlSocket(
      Path path,
      ServerSocketChannel server,
      Selector selector,
      PeerCheck peers,
      Consumer<TerminalEvent> inbox,
      Patience patience) {
    this.path = path;
    this.server = server;
    this.selector = selector;
    this.peers = peers;
    this.inbox = inbox;
    this.patience = patience;
    thread = new Thread(this::serve, "control-socket");
    thread.setDaemon(true);
  }

  /**
   * Opens the socket and begins to serve it. Root and this user may ask, and the members of the
   * group.
   *
   * @param group owns the socket; empty: no group may ask
   * @throws IOException when another terminal serves it, or it cannot be made; the text says what
   *     to do
   */
  public static ControlSocket open(Path path, String group, Consumer<TerminalEvent> inbox)
      throws IOException {
    Path place = path.toAbsolutePath().normalize();
    ServerSocketChannel server = SocketFile.bind(place, group);
    return serve(
        place,
        server,
        new PeerCredentials(Files.getOwner(place).getName(), group, Path.of("/etc/group")),
        inbox,
        Patience.USUAL);
  }

  /** The same, with another check of peers and other time-outs. */
  static ControlSocket open(
      Path path, PeerCheck peers, Consumer<TerminalEvent> inbox, Patience patience)
      throws IOException {
    return serve(path, SocketFile.bind(path, ""), peers, inbox, patience);
  }

  private static ControlSocket serve(
      Path path,
      ServerSocketChannel server,
      PeerCheck peers,
      Consumer<TerminalEvent> inbox,
      Patience patience)
      throws IOException {
    Selector selector = Selector.open();
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    var socket = new ControlSocket(path, server, selector, peers, inbox, patience);
    socket.thread.start();
    return socket;
  }

  /** Answers that are ready are still written, then all peers are let go and the socket removed. */
  @Override
  public void close() throws IOException {
    closing = true;
    selector.wakeup();
    try {
      thread.join(CLOSING.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() {
    try (selector;
        server) {
      while (!closing) {
        selector.select(millisToNextDeadline());
        for (Iterator<SelectionKey> ready = selector.selectedKeys().iterator(); ready.hasNext(); ) {
          serve(ready.next());
          ready.remove();
        }
        writeAnswers();
        endOverdue();
        conversations.removeIf(talk -> talk.stage() == Conversation.Stage.OVER);
      }
      writeAnswers();
      for (Conversation talk : conversations) {
        end(talk);
      }
      Files.deleteIfExists(path);
    } catch (IOException failure) {
      LOG.error("the control socket {} is closed by a failure", path, failure);
    }
  }

  private void serve(SelectionKey key) throws IOException {
    if (!key.isValid()) {
      return;
    }
    if (key.isAcceptable()) {
      accept();
      return;
    }
    var talk = (Conversation) key.attachment();
    try {
      if (key.isWritable()) {
        talk.write();
      } else {
        talk.read().ifPresent(line -> ask(talk, ControlRequest.parse(line)));
      }
    } catch (IllegalArgumentException wrong) {
      error(talk, ControlError.Kind.BAD_REQUEST, wrong.getMessage());
    } catch (IOException gone) {
      end(talk);
    }
  }

  private void accept() throws IOException {
    SocketChannel peer = server.accept();
    if (peer == null) {
      return;
    }
    peer.configureBlocking(false);
    SelectionKey key = peer.register(selector, SelectionKey.OP_READ);
    PeerCheck.Peer who = whoIs(peer);
    var talk =
        new Conversation(peer, key, who.account(), System.nanoTime() + patience.peer().toNanos());
    key.attach(talk);
    conversations.add(talk);
    if (who.refusal().isPresent()) {
      LOG.warn("control socket: {}", who.refusal().get());
      error(talk, ControlError.Kind.NOT_PERMITTED, who.refusal().get());
    } else if (conversations.size() > MOST_PEERS) {
      error(talk, ControlError.Kind.BUSY, "more than " + MOST_PEERS + " are asking; try again");
    }
  }

  private PeerCheck.Peer whoIs(SocketChannel peer) {
    try {
      return peers.of(peer);
    } catch (IOException unknown) {
      return new PeerCheck.Peer("", Optional.of(String.valueOf(unknown.getMessage())));
    }
  }

  private void ask(Conversation talk, ControlRequest request) {
    var reply = new CompletableFuture<String>();
    talk.await(System.nanoTime() + patience.terminal().toNanos());
    var unused =
        reply.whenComplete(
            (json, refusal) -> {
              answers.add(new Answer(talk, refusal == null ? json : refused(refusal)));
              selector.wakeup();
            });
    inbox.accept(
        new TerminalEvent.OperatorCommand(
            talk.account(), request.command(), request.arguments(), reply));
  }

  private static String refused(Throwable refusal) {
    return new ControlError(ControlError.Kind.REFUSED, String.valueOf(refusal.getMessage())).json();
  }

  private void writeAnswers() throws IOException {
    for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
      if (answer.to().stage() == Conversation.Stage.WAITING) {
        answer(answer.to(), answer.json());
      }
    }
  }

  private void endOverdue() throws IOException {
    long now = System.nanoTime();
    for (Conversation talk : conversations) {
      if (talk.stage() != Conversation.Stage.OVER && talk.deadlineNanos() - now <= 0) {
        switch (talk.stage()) {
          case ASKING ->
              error(talk, ControlError.Kind.BAD_REQUEST, "no whole request came in time");
          case WAITING -> error(talk, ControlError.Kind.NO_ANSWER, "the terminal does not answer");
          default -> end(talk);
        }
      }
    }
  }

  private long millisToNextDeadline() {
    long now = System.nanoTime();
    return conversations.stream()
        .mapToLong(talk -> Math.max(1, (talk.deadlineNanos() - now) / 1_000_000 + 1))
        .min()
        .orElse(0);
  }

  private void error(Conversation talk, ControlError.Kind kind, String text) throws IOException {
    answer(talk, new ControlError(kind, text).json());
  }

  private void answer(Conversation talk, String json) throws IOException {
    try {
      talk.answer(json, System.nanoTime() + patience.peer().toNanos());
    } catch (IOException gone) {
      end(talk);
    }
  }

  private static void end(Conversation talk) throws IOException {
    talk.end();
  }
}
