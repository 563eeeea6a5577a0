package org.silverteller.simulator.console;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in only who is on this machine and is not another site's page: the Host must name the
 * loopback address and port (a name that was rebound to 127.0.0.1 does not), the Origin, where
 * there is one, must be ours, and a post must bring the token and JSON.
 */
final class Gate {

  private final Set<String> hosts;
  private final byte[] token;

  Gate(int port, String token) {
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    this.token = token.getBytes(StandardCharsets.US_ASCII);
  }

  /** Why a request is not answered; empty for one that is. */
  Optional<String> refusal(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    String host = value(headers, "Host").toLowerCase(Locale.ROOT);
    if (!hosts.contains(host)) {
      return Optional.of(
          "Host is '"
              + host
              + "': expected one of "
              + String.join(", ", hosts.stream().sorted().toList()));
    }
    String origin = value(headers, "Origin");
    if (!origin.isEmpty() && !origin.equals("http://" + host)) {
      return Optional.of("Origin is '" + origin + "': only this console's own page may ask");
    }
    String site = value(headers, "Sec-Fetch-Site");
    boolean fromElsewhere = site.equals("cross-site") || site.equals("same-site");
    if (fromElsewhere && !value(headers, "Sec-Fetch-Mode").equals("navigate")) {
      return Optional.of("only this console's own page may ask");
    }
    return exchange.getRequestMethod().equals("GET") ? Optional.empty() : refusalOfPost(headers);
  }

  private Optional<String> refusalOfPost(Headers headers) {
    byte[] brought = value(headers, ConsoleServer.TOKEN_HEADER).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(brought, token)) {
      return Optional.of(
          "header "
              + ConsoleServer.TOKEN_HEADER
              + " is missing or is not the token of this run; GET /api/state tells it");
    }
    String type = value(headers, "Content-Type");
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      return Optional.of("Content-Type is '" + type + "': expected application/json");
    }
    return Optional.empty();
  }

  private static String value(Headers headers, String name) {
    String value = headers.getFirst(name);
    return value == null ? "" : value;
  }
}
