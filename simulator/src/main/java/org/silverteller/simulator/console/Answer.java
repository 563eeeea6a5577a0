package org.silverteller.simulator.console;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers one request, with the headers that every answer has. */
record Answer(HttpExchange exchange) {

  static final String FRESH = "no-store";
  static final String FOR_EVER = "private, max-age=31536000, immutable";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
          + "form-action 'none'; frame-ancestors 'none'";

  void send(int status, String type, String caching, String text) throws IOException {
    send(status, type, caching, text.getBytes(StandardCharsets.UTF_8));
  }

  void send(int status, String type, String caching, byte[] content) throws IOException {
    headers(type, caching);
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    exchange.getResponseBody().write(content);
  }

  void error(int status, String text) throws IOException {
    send(
        status,
        "application/json; charset=utf-8",
        FRESH,
        new ConsoleJson().write(Map.of("error", text)));
  }

  void headers(String type, String caching) {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set("Cache-Control", caching);
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
  }
}
