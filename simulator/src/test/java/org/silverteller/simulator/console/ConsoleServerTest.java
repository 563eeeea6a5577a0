package org.silverteller.simulator.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.event.Key;
import org.silverteller.page.Frame;
import org.silverteller.simulator.hardware.VirtualNote.Quality;

final class ConsoleServerTest {

  private final FakeBench bench = new FakeBench();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper mapper = new ObjectMapper();
  private final List<AutoCloseable> open = new ArrayList<>();
  private ConsoleServer server;

  @BeforeEach
  void start() throws IOException {
    server = ConsoleServer.start(bench, 0);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    server.close();
  }

  // ---- what it tells

  @Test
  void tells_the_whole_state_in_lower_case_words() throws Exception {
    JsonNode state = state().get("state");
    assertThat(state.at("/terminal/condition").textValue()).isEqualTo("in-service");
    assertThat(state.at("/lights/card-reader").textValue()).isEqualTo("slow");
    assertThat(state.at("/cardSlot/card").isNull()).isTrue();
    assertThat(state.at("/wallet/0/pan").textValue()).isEqualTo("622848******0421");
    assertThat(state.at("/units/1/state").textValue()).isEqualTo("inoperative");
  }

  @Test
  void tells_the_text_and_the_touch_areas_of_the_picture_on_the_glass() throws Exception {
    bench.show(7, FakeFrames.menu(320, 256));
    JsonNode frame = state().get("frame");
    assertThat(frame.get("page").textValue()).isEqualTo("menu");
    assertThat(frame.at("/text/1").textValue()).isEqualTo("取款");
    assertThat(frame.at("/areas/0/option").textValue()).isEqualTo("withdraw");
  }

  @Test
  void says_that_a_dark_screen_is_dark() throws Exception {
    assertThat(state().at("/frame/dark").booleanValue()).isTrue();
  }

  @Test
  void serves_the_picture_pixel_for_pixel_and_lets_it_be_kept_for_ever() throws Exception {
    Frame frame = FakeFrames.menu(320, 256);
    bench.show(7, frame);
    HttpResponse<byte[]> answer =
        client.send(
            get(state().at("/frame/picture").textValue()).build(), BodyHandlers.ofByteArray());
    BufferedImage png = ImageIO.read(new ByteArrayInputStream(answer.body()));
    assertThat(png.getRGB(0, 0, 320, 256, null, 0, 320)).containsExactly(opaque(frame.rgb()));
    assertThat(answer.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/frame.png",
        "/frame.png?n=1",
        "/frame.png?n=../../etc",
        "/frame.png?n=ffffffff-1"
      })
  void does_not_know_a_picture_that_never_was(String path) throws Exception {
    assertThat(send(get(path)).statusCode()).isEqualTo(404);
  }

  @Test
  void a_page_that_comes_late_is_told_all_lines_and_messages_and_the_newest_state()
      throws Exception {
    bench.journal(1, "CARD INSERTED");
    bench.journal(2, "PIN ENTERED");
    bench.pass(FakeBench.message(1));
    List<String> names = new ArrayList<>();
    readEvents("", names, 6);
    assertThat(names)
        .containsExactly("hello", "frame", "state", "journal 1", "journal 2", "message 1");
  }

  @Test
  void a_page_that_comes_back_is_told_only_what_it_missed() throws Exception {
    bench.journal(1, "CARD INSERTED");
    String last = readEvents("", new ArrayList<>(), 4);
    bench.journal(2, "PIN ENTERED");
    List<String> names = new ArrayList<>();
    readEvents(last, names, 2);
    assertThat(names).containsExactly("hello", "journal 2");
  }

  @Test
  void a_page_of_an_earlier_run_is_told_everything() throws Exception {
    bench.journal(1, "CARD INSERTED");
    List<String> names = new ArrayList<>();
    readEvents("00000000-99", names, 4);
    assertThat(names).containsExactly("hello", "frame", "state", "journal 1");
  }

  @Test
  void a_change_reaches_the_page_that_is_open() throws Exception {
    try (BufferedReader lines = events("")) {
      readUntil(lines, "event: state");
      bench.show(FakeBench.presenting());
      readUntil(lines, "event: state");
      assertThat(lines.readLine()).contains("\"condition\":\"serving\"");
    }
  }

  // ---- what can be done

  @Test
  void carries_out_what_a_person_does() throws Exception {
    bench.show(7, FakeFrames.menu(320, 256));
    for (String body :
        List.of(
            "{\"action\":\"insert-card\",\"card\":\"own-0421\"}",
            "{\"action\":\"press\",\"key\":\"5\"}",
            "{\"action\":\"press\",\"key\":\"enter\"}",
            "{\"action\":\"touch\",\"x\":3,\"y\":4,\"frame\":7}",
            "{\"action\":\"touch\",\"option\":\"withdraw\"}",
            "{\"action\":\"take-cash\"}",
            "{\"action\":\"fault\",\"fault\":\"unit-empty\",\"on\":true,\"choice\":\"CASS1\"}",
            "{\"action\":\"fault\",\"fault\":\"jam\",\"on\":false}")) {
      assertThat(act(body).statusCode()).as(body).isEqualTo(200);
    }
    assertThat(bench.done())
        .containsExactly(
            new Act.InsertCard("own-0421"),
            new Act.Press(Key.D5),
            new Act.Press(Key.ENTER),
            new Act.Touch(3, 4),
            new Act.Touch(160, 106),
            new Act.TakeCash(),
            new Act.Sabotage("unit-empty", true, Optional.of("CASS1")),
            new Act.Sabotage("jam", false, Optional.empty()));
  }

  @Test
  void carries_out_what_a_person_does_with_books_notes_and_at_the_bank() throws Exception {
    for (String body :
        List.of(
            "{\"action\":\"insert-book\",\"book\":\"book-0717\",\"page\":2,\"upside-down\":true}",
            "{\"action\":\"take-book\"}",
            "{\"action\":\"put-notes\",\"notes\":[{\"yuan\":100,\"quality\":\"fit\",\"count\":9},"
                + "{\"yuan\":50,\"quality\":\"suspect\",\"count\":1}]}",
            "{\"action\":\"take-notes\"}",
            "{\"action\":\"type-number\",\"of\":\"senior-0421\"}",
            "{\"action\":\"post-row\",\"book\":\"book-0717\"}",
            "{\"action\":\"mark-payee\",\"payee\":\"domestic-0334\",\"mark\":\"listed\",\"on\":true}")) {
      assertThat(act(body).statusCode()).as(body).isEqualTo(200);
    }
    assertThat(bench.done())
        .containsExactly(
            new Act.InsertBook("book-0717", 2, true),
            new Act.TakeBook(),
            new Act.PutNotes(
                List.of(
                    new BenchState.Heap(100, Quality.FIT, 9),
                    new BenchState.Heap(50, Quality.SUSPECT, 1))),
            new Act.TakeNotes(),
            new Act.TypeNumber("senior-0421"),
            new Act.PostRow("book-0717"),
            new Act.MarkPayee("domestic-0334", Act.MarkPayee.Mark.LISTED, true));
  }

  @Test
  void tells_books_notes_and_the_bank_in_lower_case_words() throws Exception {
    bench.show(FakeBench.presenting());
    JsonNode state = state().get("state");
    assertThat(state.at("/bookSlot/media").textValue()).isEqualTo("at-exit");
    assertThat(state.at("/acceptor/exit/0/quality").textValue()).isEqualTo("unreadable");
    assertThat(state.at("/acceptor/escrow/0/count").intValue()).isEqualTo(9);
    assertThat(state.at("/books/0/printed/3/whole").booleanValue()).isFalse();
    assertThat(state.at("/books/1/due").isNull()).isTrue();
    assertThat(state.at("/bank/transfers/0/standing").textValue()).isEqualTo("held");
    assertThat(state.at("/bank/payees/1/listed").booleanValue()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"action\":\"insert-book\",\"book\":\"book-0717\",\"page\":1}|'upside-down' is missing: expected true or false",
        "{\"action\":\"put-notes\"}|'notes' is missing: expected a list of objects",
        "{\"action\":\"put-notes\",\"notes\":[]}|'notes' is []: expected a list of objects",
        "{\"action\":\"put-notes\",\"notes\":[7]}|'notes' is [7]: expected a list of objects",
        "{\"action\":\"put-notes\",\"notes\":{\"yuan\":{}}}|'notes' is {\"yuan\":{}}: expected a list of objects",
        "{\"action\":\"put-notes\",\"notes\":[{\"yuan\":100,\"quality\":\"gold\",\"count\":1}]}|'quality' is \"gold\": expected one of fit, unfit, suspect, unreadable",
        "{\"action\":\"put-notes\",\"notes\":[{\"yuan\":100,\"quality\":\"fit\",\"count\":0}]}|0 notes of 100 yuan: expected 1 … 500 of 1 … 1000",
        "{\"action\":\"put-notes\",\"notes\":[{\"yuan\":-5,\"quality\":\"fit\",\"count\":1}]}|1 notes of -5 yuan",
        "{\"action\":\"put-notes\",\"notes\":[{\"yuan\":5,\"quality\":\"fit\",\"count\":1,\"colour\":2}]}|'colour' does not belong",
        "{\"action\":\"mark-payee\",\"payee\":\"own-0421\",\"mark\":\"rich\",\"on\":true}|'mark' is \"rich\": expected one of listed, slow"
      })
  void refuses_bad_notes_books_and_marks_and_says_what_was_expected(String body, String error)
      throws Exception {
    HttpResponse<String> answer = act(body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(mapper.readTree(answer.body()).get("error").textValue()).startsWith(error);
    assertThat(bench.done()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|the body is no JSON object",
        "{|the body is no JSON",
        "[]|the body is no JSON object",
        "{}|'action' is missing: expected a string",
        "{\"action\":\"steal\"}|action 'steal': expected one of insert-card",
        "{\"action\":7}|'action' is 7: expected a string",
        "{\"action\":\"press\",\"key\":\"10\"}|key '10': expected 0 … 9, enter, clear or cancel",
        "{\"action\":\"press\"}|'key' is missing",
        "{\"action\":\"touch\",\"x\":320,\"y\":4}|point 320,4 is off the glass of 320×256",
        "{\"action\":\"touch\",\"x\":\"3\",\"y\":4}|'x' is \"3\": expected a whole number",
        "{\"action\":\"touch\",\"x\":3.5,\"y\":4}|'x' is 3.5",
        "{\"action\":\"touch\",\"x\":99999999999,\"y\":4}|'x' is 99999999999",
        "{\"action\":\"fault\",\"fault\":\"jam\",\"on\":\"yes\"}|'on' is \"yes\": expected true or false",
        "{\"action\":\"take-cash\",\"notes\":2}|'notes' does not belong to this action",
        "{\"action\":\"insert-card\",\"card\":\"nobody\"}|card 'nobody'",
        "{\"action\":\"take-cash\"} more|the body is no JSON"
      })
  void refuses_bad_input_and_says_what_was_expected(String body, String error) throws Exception {
    bench.show(7, FakeFrames.menu(320, 256));
    HttpResponse<String> answer = act(body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(mapper.readTree(answer.body()).get("error").textValue()).startsWith(error);
    assertThat(bench.done()).isEmpty();
  }

  @Test
  void says_why_something_cannot_be_done_now() throws Exception {
    bench.refuse("no card waits in the slot");
    HttpResponse<String> answer = act("{\"action\":\"take-card\"}");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("no card waits in the slot");
  }

  @Test
  void refuses_a_touch_on_a_picture_that_is_gone_or_an_option_that_is_not_there() throws Exception {
    assertThat(act("{\"action\":\"touch\",\"option\":\"withdraw\"}").body())
        .contains("the screen is dark");
    bench.show(8, FakeFrames.menu(320, 256));
    assertThat(act("{\"action\":\"touch\",\"x\":1,\"y\":1,\"frame\":7}").body())
        .contains("picture 7 is no longer on the glass");
    assertThat(act("{\"action\":\"touch\",\"option\":\"deposit\"}").statusCode()).isEqualTo(409);
  }

  @Test
  void refuses_a_body_of_unreasonable_length() throws Exception {
    assertThat(act("{\"action\":\"" + "x".repeat(5000) + "\"}").statusCode()).isEqualTo(413);
  }

  // ---- who may ask

  @Test
  void listens_on_loopback_alone() {
    assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void a_name_that_was_rebound_to_this_machine_gets_nothing() throws Exception {
    assertThat(raw("GET /api/state HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403")
        .doesNotContain("token\":");
  }

  @Test
  void localhost_is_this_machine_too() throws Exception {
    String host = "localhost:" + server.address().getPort();
    assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void another_sites_page_may_neither_ask_nor_act() throws Exception {
    assertThat(send(get("/api/state").header("Origin", "https://evil.example")).statusCode())
        .isEqualTo(403);
    assertThat(send(get("/api/events").header("Sec-Fetch-Site", "cross-site")).statusCode())
        .isEqualTo(403);
    assertThat(send(post("{\"action\":\"take-cash\"}").header("Origin", "null")).statusCode())
        .isEqualTo(403);
    assertThat(bench.done()).isEmpty();
  }

  @Test
  void nothing_is_done_without_the_token_or_as_a_forms_post() throws Exception {
    HttpRequest.Builder bare =
        HttpRequest.newBuilder(at("/api/act"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"action\":\"take-cash\"}"));
    assertThat(send(bare).statusCode()).isEqualTo(403);
    assertThat(send(bare.header(ConsoleServer.TOKEN_HEADER, "0".repeat(32))).statusCode())
        .isEqualTo(403);
    HttpRequest.Builder form =
        HttpRequest.newBuilder(at("/api/act"))
            .header(ConsoleServer.TOKEN_HEADER, token())
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("{\"action\":\"take-cash\"}"));
    assertThat(send(form).statusCode()).isEqualTo(403);
    assertThat(bench.done()).isEmpty();
  }

  @Test
  void every_answer_forbids_foreign_scripts_and_frames() throws Exception {
    for (String path : List.of("/", "/js/main.js", "/api/state", "/nothing")) {
      HttpResponse<String> answer = send(get(path));
      assertThat(answer.headers().firstValue("Content-Security-Policy"))
          .as(path)
          .hasValueSatisfying(
              policy ->
                  assertThat(policy)
                      .contains("default-src 'none'")
                      .contains("frame-ancestors 'none'")
                      .doesNotContain("unsafe"));
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/../pom.xml",
        "/js/..%2f..%2fsecret.js",
        "/console.css/",
        "/js/",
        "/org/silverteller/simulator/Demo.class"
      })
  void serves_its_own_files_and_nothing_else(String path) throws Exception {
    assertThat(
            raw(
                "GET "
                    + path
                    + " HTTP/1.1\r\nHost: 127.0.0.1:"
                    + server.address().getPort()
                    + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 404");
  }

  @Test
  void a_port_that_is_taken_is_an_error_at_once() {
    assertThatThrownBy(() -> ConsoleServer.start(bench, server.address().getPort()))
        .isInstanceOf(BindException.class);
  }

  // ---- the client

  private URI at(String path) {
    return server.address().resolve(path);
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(at(path));
  }

  private HttpRequest.Builder post(String body) throws Exception {
    return HttpRequest.newBuilder(at("/api/act"))
        .header(ConsoleServer.TOKEN_HEADER, token())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpResponse<String> act(String body) throws Exception {
    return send(post(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString(UTF_8));
  }

  private JsonNode state() throws Exception {
    return mapper.readTree(send(get("/api/state")).body());
  }

  private String token() throws Exception {
    return state().get("token").textValue();
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(UTF_8));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private BufferedReader events(String lastEventId) throws Exception {
    HttpRequest.Builder request = get("/api/events");
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    InputStream body = client.send(request.build(), BodyHandlers.ofInputStream()).body();
    open.add(body);
    return new BufferedReader(new InputStreamReader(body, UTF_8));
  }

  /**
   * Adds the names of the next events, with the number of lines and messages; returns the last id.
   */
  private String readEvents(String lastEventId, List<String> names, int count) throws Exception {
    BufferedReader lines = events(lastEventId);
    String id = lastEventId;
    String name = "";
    while (names.size() < count) {
      String line = lines.readLine();
      if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("data: ")) {
        JsonNode data = mapper.readTree(line.substring(6));
        boolean counted = name.equals("journal") || name.equals("message");
        names.add(counted ? name + " " + data.get("number") : name);
      }
    }
    return id;
  }

  private static void readUntil(BufferedReader lines, String wanted) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.equals(wanted)) {
      line = lines.readLine();
    }
  }

  private static int[] opaque(int[] rgb) {
    int[] pixels = rgb.clone();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] |= 0xFF000000;
    }
    return pixels;
  }
}
