package org.silverteller.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Somebody at the console without a browser: acts through its interface and looks at its state. */
final class Visitor {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI console;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper mapper = new ObjectMapper();

  Visitor(URI console) {
    this.console = console;
  }

  /** What {@code /api/state} tells. */
  JsonNode look() {
    try {
      return mapper.readTree(
          client
              .send(
                  HttpRequest.newBuilder(console.resolve("/api/state")).build(),
                  BodyHandlers.ofString(UTF_8))
              .body());
    } catch (IOException lost) {
      throw new IllegalStateException("the console does not answer", lost);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopping);
    }
  }

  String at(String pointer) {
    return look().at(pointer).asText();
  }

  /** Does it as soon as it can be done. */
  void does(String act) {
    Awaitility.await(act)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> tries(act) == 200);
  }

  /** The status with which the console answers. */
  int tries(String act) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(console.resolve("/api/act"))
            .header("X-Silverteller-Token", at("/token"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(act))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString(UTF_8));
    if (answer.statusCode() == 400) {
      throw new IllegalArgumentException(act + ": " + answer.body());
    }
    return answer.statusCode();
  }

  void inserts(String card) {
    does("{\"action\":\"insert-card\",\"card\":\"" + card + "\"}");
  }

  void types(String pin) {
    awaits("the pad takes a PIN", look -> look.at("/state/pinPad").asText().equals("pin"));
    pin.chars().forEach(digit -> does("{\"action\":\"press\",\"key\":\"" + (char) digit + "\"}"));
    does("{\"action\":\"press\",\"key\":\"enter\"}");
  }

  void touches(String option) {
    does("{\"action\":\"touch\",\"option\":\"" + option + "\"}");
    awaits(
        option + " is gone from the glass",
        look -> !look.at("/frame/areas").findValuesAsText("option").contains(option));
  }

  void takes(String what) {
    does("{\"action\":\"take-" + what + "\"}");
  }

  void sabotages(String fault, String choice) {
    does(
        "{\"action\":\"fault\",\"fault\":\""
            + fault
            + "\",\"on\":true"
            + (choice.isEmpty() ? "" : ",\"choice\":\"" + choice + "\"")
            + "}");
  }

  void awaits(String what, Predicate<JsonNode> seen) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> seen.test(look()));
  }

  void awaitsPage(String name) {
    awaits("page " + name, look -> look.at("/frame/page").asText().startsWith(name));
  }

  /** Nothing is owed, nobody is served, and everything was counted. */
  JsonNode awaitsAudit() {
    awaits("the audit", look -> look.at("/state/audit").isObject());
    return look().at("/state/audit");
  }
}
