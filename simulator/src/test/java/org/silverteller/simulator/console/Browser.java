package org.silverteller.simulator.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A headless Chromium, driven by ChromeDriver over W3C WebDriver. */
public final class Browser implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage",
          "--window-size=1280,800");

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper mapper = new ObjectMapper();
  private final Process driver;
  private final String root;
  private final String session;

  private Browser(Process driver, int port) throws IOException {
    this.driver = driver;
    this.root = "http://127.0.0.1:" + port;
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(() -> call("GET", "/status", null).get("ready").booleanValue());
    Map<String, Object> chrome =
        Map.of(
            "args",
            FLAGS,
            "binary",
            found("chromium", "chromium-browser", "google-chrome").orElseThrow().toString());
    Map<String, Object> always =
        Map.of(
            "browserName",
            "chrome",
            "goog:chromeOptions",
            chrome,
            "goog:loggingPrefs",
            Map.of("browser", "ALL"));
    this.session =
        "/session/"
            + call("POST", "/session", Map.of("capabilities", Map.of("alwaysMatch", always)))
                .get("sessionId")
                .textValue();
  }

  /** Whether a browser and its driver are on the path. */
  public static boolean present() {
    return found("chromedriver").isPresent()
        && found("chromium", "chromium-browser", "google-chrome").isPresent();
  }

  public static Browser open() throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Process driver =
        new ProcessBuilder(found("chromedriver").orElseThrow().toString(), "--port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Browser(driver, port);
  }

  public void go(URI address) {
    command("/url", Map.of("url", address.toString()));
  }

  /** The window's inner size, in CSS pixels. */
  public void size(int width, int height) {
    command(
        "/goog/cdp/execute",
        Map.of(
            "cmd",
            "Emulation.setDeviceMetricsOverride",
            "params",
            Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false)));
  }

  /** What the script returns. */
  public JsonNode run(String script, Object... arguments) {
    return command("/execute/sync", Map.of("script", script, "args", Arrays.asList(arguments)));
  }

  /** Clicks with the mouse on what the selector finds. */
  public void click(String selector) {
    command("/element/" + element(selector) + "/click", Map.of());
  }

  /** Types on the keyboard, wherever the focus is. */
  public void type(String keys) {
    List<Map<String, String>> strokes =
        keys.codePoints()
            .mapToObj(Character::toString)
            .flatMap(
                key ->
                    Stream.of(
                        Map.of("type", "keyDown", "value", key),
                        Map.of("type", "keyUp", "value", key)))
            .toList();
    command(
        "/actions",
        Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions", strokes))));
  }

  /** The text of what the selector finds; empty while it finds nothing. */
  public String text(String selector) {
    return run("return document.querySelector(arguments[0])?.textContent ?? ''", selector)
        .textValue();
  }

  public void await(String what, String condition, Object... arguments) {
    Awaitility.await(what)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(60))
        .until(() -> run("return Boolean(" + condition + ")", arguments).booleanValue());
  }

  /** Warnings and errors of the page since last asked. */
  public List<String> complaints() {
    return command("/se/log", Map.of("type", "browser")).findValuesAsText("message");
  }

  public void screenshot(Path file) throws IOException {
    Files.write(
        file, Base64.getDecoder().decode(call("GET", session + "/screenshot", null).textValue()));
  }

  @Override
  public void close() {
    try {
      call("DELETE", session, null);
    } finally {
      driver.destroy();
    }
  }

  private String element(String selector) {
    return command("/element", Map.of("using", "css selector", "value", selector))
        .elements()
        .next()
        .textValue();
  }

  private JsonNode command(String path, Object body) {
    return call("POST", session + path, body);
  }

  private JsonNode call(String method, String path, Object body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(root + path))
              .timeout(Duration.ofSeconds(60))
              .method(
                  method,
                  body == null
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofString(mapper.writeValueAsString(body)))
              .build();
      JsonNode value =
          mapper.readTree(client.send(request, BodyHandlers.ofString()).body()).get("value");
      if (value.has("error")) {
        throw new IllegalStateException(
            path + ": " + value.get("error").textValue() + ": " + value.get("message").textValue());
      }
      return value;
    } catch (IOException lost) {
      throw new IllegalStateException("the browser's driver does not answer", lost);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopping);
    }
  }

  private static Optional<Path> found(String... names) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
