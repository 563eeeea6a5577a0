package org.silverteller.simulator.console;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Sends the event log to a page as server-sent events (WHATWG HTML, 9.2) for as long as the page
 * stays.
 */
final class EventStream {

  private static final int MOST_PAGES = 24;
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final EventLog log;
  private final String run;
  private final String hello;
  private final Semaphore places = new Semaphore(MOST_PAGES);

  /**
   * @param hello data of the first event
   */
  EventStream(EventLog log, String run, String hello) {
    this.log = log;
    this.run = run;
    this.hello = hello;
  }

  void serve(HttpExchange exchange) throws IOException {
    var answer = new Answer(exchange);
    if (!places.tryAcquire()) {
      answer.error(503, MOST_PAGES + " pages are open already; close one");
      return;
    }
    try {
      long seen = seen(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
      answer.headers("text/event-stream; charset=utf-8", Answer.FRESH);
      exchange.sendResponseHeaders(200, 0);
      send(exchange.getResponseBody(), seen);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  private void send(OutputStream out, long seen) throws IOException, InterruptedException {
    long last = seen;
    write(out, "retry: 500\nevent: hello\ndata: " + hello + "\n\n");
    while (!log.closed()) {
      List<EventLog.Event> events = log.after(last, HEARTBEAT);
      var text = new StringBuilder();
      for (EventLog.Event event : events) {
        text.append("id: ").append(run).append('-').append(event.number());
        text.append("\nevent: ")
            .append(event.name())
            .append("\ndata: ")
            .append(event.data())
            .append("\n\n");
        last = event.number();
      }
      write(out, text.isEmpty() ? ": still here\n\n" : text.toString());
    }
  }

  /**
   * The number of the last event a page has seen of this run; 0 for a page of another run, or one
   * that saw nothing.
   */
  private long seen(String lastEventId) {
    if (lastEventId == null || !lastEventId.matches(run + "-[0-9]{1,15}")) {
      return 0;
    }
    return Math.min(log.last(), Long.parseLong(lastEventId.substring(run.length() + 1)));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
