package org.silverteller.simulator.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.silverteller.simulator.console.Bench.ActRefused;
import org.silverteller.store.JournalLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The console page and its small interface for scripts, on 127.0.0.1 alone.
 *
 * <table>
 * <caption>Addresses</caption>
 * <tr><td>{@code GET /}</td><td>the page</td></tr>
 * <tr><td>{@code GET /api/state}</td><td>{@code {"run", "token", "state": {…}, "frame": {…}}}: see {@link BenchState} and
 *     {@link FrameView}</td></tr>
 * <tr><td>{@code GET /api/events}</td><td>server-sent events: first {@code hello} ({@code {"run", "token"}}), then {@code state},
 *     {@code frame}, {@code journal} ({@code {"number", "time", "text"}}) and {@code message} ({@link HostMessage}). Each has the id
 *     {@code RUN-NUMBER}; a client that comes back with {@code Last-Event-ID} of this run gets what it missed, any other gets all that is
 *     kept. Of state and frame only the newest is sent.</td></tr>
 * <tr><td>{@code GET /frame.png?n=RUN-NUMBER}</td><td>the pixels on the glass, for the last few pictures</td></tr>
 * <tr><td>{@code POST /api/act}</td><td>does one {@link Act}; the body is one JSON object of these:
 * <pre>
 * {"action": "insert-card", "card": "own-0421"}      {"action": "take-card"}
 * {"action": "press", "key": "0"…"9"|"enter"|"clear"|"cancel"}
 * {"action": "touch", "option": "withdraw"}          {"action": "take-cash"}
 * {"action": "touch", "x": 10, "y": 20, "frame": 7}  {"action": "take-receipt"}
 * {"action": "insert-book", "book": "book-0717", "page": 1, "upside-down": false}   {"action": "take-book"}
 * {"action": "put-notes", "notes": [{"yuan": 100, "quality": "fit", "count": 9}]}   {"action": "take-notes"}
 * {"action": "type-number", "of": "senior-0421"}     {"action": "post-row", "book": "book-0717"}
 * {"action": "mark-payee", "payee": "domestic-0334", "mark": "listed"|"slow", "on": true}
 * {"action": "walk-away"}                            {"action": "next-customer"}
 * {"action": "fault", "fault": "jam", "on": true, "choice": "CASS1"}
 * {"action": "mend"}   {"action": "cut-power"}   {"action": "restore-power"}   {"action": "reboot"}
 * </pre>
 * {@code frame} is optional in every touch: with it, a touch on a picture that is gone is refused.</td></tr>
 * </table>
 *
 * <p>A post needs the header {@value #TOKEN_HEADER} with the run's token, and {@code Content-Type:
 * application/json}. Answers: 200 {@code {"ok": true}}; 400 for bad input, 409 when it cannot be
 * done as things stand, both with {@code {"error": "…"}}; 403 without the token or for a request
 * that another site's page may have made.
 */
public final class ConsoleServer implements AutoCloseable {

  static final String TOKEN_HEADER = "X-Silverteller-Token";

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleServer.class);
  private static final int MOST_THREADS = 48;
  private static final int MOST_BODY = 4096;
  private static final String JSON = "application/json; charset=utf-8";

  private final Bench bench;
  private final String run = randomHex(4);
  private final String token = randomHex(16);
  private final ConsoleJson json = new ConsoleJson();
  private final ActReader acts = new ActReader(json);
  private final EventLog log = new EventLog();
  private final FrameShelf shelf = new FrameShelf();
  private final EventStream stream =
      new EventStream(log, run, json.write(Map.of("run", run, "token", token)));
  private final PageFiles files = new PageFiles();
  private final ThreadPoolExecutor observer;
  private final ThreadPoolExecutor workers;
  private final HttpServer server;
  private final Gate gate;

  private ConsoleServer(Bench bench, HttpServer server) {
    this.bench = bench;
    this.server = server;
    this.gate = new Gate(server.getAddress().getPort(), token);
    this.observer =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            task -> daemon(task, "console-observer"),
            new ThreadPoolExecutor.DiscardPolicy());
    this.workers =
        new ThreadPoolExecutor(
            0,
            MOST_THREADS,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> daemon(task, "console"));
  }

  /**
   * Serves the bench on 127.0.0.1.
   *
   * @param port 0 for any free one
   * @throws IOException when the port is taken
   */
  public static ConsoleServer start(Bench bench, int port) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    var console =
        new ConsoleServer(bench, HttpServer.create(new InetSocketAddress(loopback, port), 16));
    console.open();
    return console;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void open() {
    server.setExecutor(workers);
    server.createContext("/", this::serve);
    bench.watch(new Observer());
    look();
    server.start();
  }

  @Override
  public void close() {
    log.close();
    server.stop(0);
    observer.shutdownNow();
    workers.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var answer = new Answer(exchange);
      Optional<String> refusal = gate.refusal(exchange);
      if (refusal.isPresent()) {
        answer.error(403, refusal.get());
        return;
      }
      switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
        case "GET /api/state" -> answer.send(200, JSON, Answer.FRESH, json.write(now()));
        case "GET /api/events" -> stream.serve(exchange);
        case "GET /frame.png" -> picture(exchange.getRequestURI().getQuery(), answer);
        case "POST /api/act" -> act(exchange, answer);
        default -> file(exchange, answer);
      }
    }
  }

  private void act(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY + 1);
    if (body.length > MOST_BODY) {
      answer.error(413, "the body is longer than " + MOST_BODY + " bytes");
      return;
    }
    try {
      bench.act(acts.read(body, bench.glass()));
      answer.send(200, JSON, Answer.FRESH, "{\"ok\":true}");
    } catch (ActRefused refused) {
      answer.error(409, refused.getMessage());
    } catch (IllegalArgumentException bad) {
      answer.error(400, bad.getMessage());
    }
  }

  private void picture(String query, Answer answer) throws IOException {
    String prefix = "n=" + run + "-";
    Optional<byte[]> png =
        query != null
                && query.startsWith(prefix)
                && query.substring(prefix.length()).matches("[0-9]{1,15}")
            ? shelf.png(Long.parseLong(query.substring(prefix.length())))
            : Optional.empty();
    if (png.isEmpty()) {
      answer.error(404, "that picture is not kept; the frame event names the one on the glass");
      return;
    }
    answer.send(200, "image/png", Answer.FOR_EVER, png.get());
  }

  private void file(HttpExchange exchange, Answer answer) throws IOException {
    Optional<PageFiles.PageFile> file = files.at(exchange.getRequestURI().getPath());
    if (file.isEmpty()) {
      answer.error(404, "there is nothing at " + exchange.getRequestURI().getPath());
    } else if (!exchange.getRequestMethod().equals("GET")) {
      answer.error(405, exchange.getRequestMethod() + " is not answered here");
    } else {
      answer.send(200, file.get().type(), Answer.FRESH, file.get().content());
    }
  }

  private Map<String, Object> now() {
    Optional<Bench.Glass> glass = bench.glass();
    glass.ifPresent(shelf::put);
    return Map.of(
        "run", run, "token", token, "state", bench.state(), "frame", FrameView.of(glass, run));
  }

  /**
   * Reads the bench and tells the pages what is new. On the observer's thread, but for the first
   * look.
   */
  private void look() {
    Optional<Bench.Glass> glass = bench.glass();
    glass.ifPresent(shelf::put);
    log.replace("frame", json.write(FrameView.of(glass, run)));
    log.replace("state", json.write(bench.state()));
  }

  private final class Observer implements Bench.Watcher {
    @Override
    public void changed() {
      observer.execute(this::look);
    }

    private void look() {
      try {
        ConsoleServer.this.look();
      } catch (RuntimeException bug) {
        LOG.error("The bench could not be read; the page shows what it showed before", bug);
      }
    }

    @Override
    public void journaled(JournalLine line) {
      log.add("journal", json.write(line));
    }

    @Override
    public void passed(HostMessage message) {
      log.add("message", json.write(message));
    }
  }

  private static Thread daemon(Runnable task, String name) {
    var thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private static String randomHex(int bytes) {
    var random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
