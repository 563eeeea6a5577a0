package org.silverteller.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.event.TerminalEvent;
import org.silverteller.event.TerminalEvent.OperatorCommand;
import org.silverteller.maintenance.PeerCheck.Peer;

@DisabledOnOs(OS.WINDOWS)
class ControlSocketTest {

  private static final ControlSocket.Patience PATIENT =
      new ControlSocket.Patience(Duration.ofSeconds(60), Duration.ofSeconds(60));
  private static final Duration SHORT = Duration.ofMillis(50);

  @TempDir private Path folder;

  private final List<AutoCloseable> opened = new ArrayList<>();
  private final BlockingQueue<TerminalEvent> inbox = new LinkedBlockingQueue<>();

  @AfterEach
  void close_all() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @Test
  void hands_a_request_to_the_terminal_and_its_answer_back() throws Exception {
    open(inbox::add);
    SocketChannel client = connect();
    send(client, "{\"command\":\"journal\",\"arguments\":[\"20\"]}\n");
    var command = (OperatorCommand) inbox.take();
    assertThat(command.account()).isEqualTo("operator-1");
    assertThat(command.name()).isEqualTo("journal");
    assertThat(command.arguments()).containsExactly("20");
    command.reply().complete("[{\"number\":1}]");
    assertThat(receive(client)).isEqualTo("[{\"number\":1}]\n");
  }

  @Test
  void asks_in_the_name_of_the_account_that_the_system_tells() throws Exception {
    opened.add(0, ControlSocket.open(path(), "", inbox::add));
    SocketChannel client = connect();
    send(client, "{\"command\":\"status\",\"arguments\":[\"operator-1\"]}\n");
    var command = (OperatorCommand) inbox.take();
    assertThat(command.account()).isEqualTo(Files.getOwner(folder).getName());
    command.reply().complete("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"account", "user", "by", "peer"})
  void lets_nobody_ask_in_another_name(String field) throws Exception {
    open(inbox::add);
    SocketChannel client = connect();
    send(client, "{\"command\":\"status\",\"" + field + "\":\"operator-2\"}\n");
    assertThat(receive(client)).contains("field '" + field + "'", "BAD_REQUEST");
    assertThat(inbox).isEmpty();
  }

  @Test
  void hands_a_long_answer_back_whole() throws Exception {
    String answer = "[" + "\"取款\",".repeat(200_000) + "0]";
    open(answering(answer));
    SocketChannel client = connect();
    send(client, "{\"command\":\"journal\"}\n");
    assertThat(receive(client)).isEqualTo(answer + "\n");
  }

  @Test
  void keeps_an_answer_on_one_line() throws Exception {
    open(answering("{\n\"state\": 1\n}"));
    SocketChannel client = connect();
    send(client, "{\"command\":\"status\"}\n");
    assertThat(receive(client)).isEqualTo("{ \"state\": 1 }\n");
  }

  @Test
  void tells_why_the_terminal_refuses() throws Exception {
    open(
        event ->
            ((OperatorCommand) event)
                .reply()
                .completeExceptionally(new IllegalArgumentException("command 'dance'")));
    SocketChannel client = connect();
    send(client, "{\"command\":\"dance\"}\n");
    assertThat(receive(client)).isEqualTo("{\"error\":\"command 'dance'\",\"kind\":\"REFUSED\"}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hello                               | no JSON: expected one line such as
          ''                                  | found no JSON object
          []                                  | found no JSON object
          {}                                  | found no command
          {"command":7}                       | found a command that is no string
          {"command":"a","arguments":"b"}     | found arguments that are no array
          {"command":"a","arguments":[[]]}    | found a argument that is no string
          {"command":"a","colour":"red"}      | found field 'colour'
          {"command":"a"}{"command":"b"}      | found more than one JSON object
          {"command":"a","command":"b"}       | no JSON
          {"command":"a"                      | no JSON
          """)
  void says_what_is_wrong_with_a_line_that_is_no_request(String line, String complaint)
      throws Exception {
    open(inbox::add);
    SocketChannel client = connect();
    send(client, line + "\n");
    JsonAnswer answer = JsonAnswer.parse(receive(client));
    assertThat(answer.text("kind")).isEqualTo("BAD_REQUEST");
    assertThat(answer.text("error")).startsWith(complaint);
    assertThat(inbox).isEmpty();
  }

  @Test
  void says_so_when_a_line_is_far_too_long() throws Exception {
    open(inbox::add);
    SocketChannel client = connect();
    sendUnlessTurnedAway(client, "x".repeat(1 << 20) + "\n");
    assertThat(receive(client)).contains("a request of more than 4096 bytes");
    assertThat(inbox).isEmpty();
  }

  @Test
  void says_so_when_the_line_never_ends() throws Exception {
    open(inbox::add);
    SocketChannel client = connect();
    send(client, "{\"command\":");
    client.shutdownOutput();
    assertThat(receive(client)).contains("ended after 11 bytes without a line end");
  }

  @Test
  void does_not_wait_for_ever_for_a_request() throws Exception {
    open(inbox::add, new ControlSocket.Patience(SHORT, PATIENT.terminal()));
    SocketChannel client = connect();
    assertThat(receive(client)).contains("no whole request came in time", "BAD_REQUEST");
  }

  @Test
  void does_not_wait_for_ever_for_the_terminal() throws Exception {
    open(inbox::add, new ControlSocket.Patience(PATIENT.peer(), SHORT));
    SocketChannel client = connect();
    send(client, "{\"command\":\"status\"}\n");
    assertThat(receive(client))
        .isEqualTo("{\"error\":\"the terminal does not answer\",\"kind\":\"NO_ANSWER\"}\n");
    ((OperatorCommand) inbox.take()).reply().complete("too late");
    SocketChannel next = connect();
    send(next, "hello\n");
    assertThat(receive(next)).contains("no JSON");
  }

  @Test
  void serves_others_while_one_says_nothing() throws Exception {
    open(answering("1"));
    connect();
    connect();
    SocketChannel client = connect();
    send(client, "{\"command\":\"status\"}\n");
    assertThat(receive(client)).isEqualTo("1\n");
  }

  @Test
  void serves_many_at_once_each_with_its_own_answer() throws Exception {
    open(inbox::add);
    List<SocketChannel> clients = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      SocketChannel client = connect();
      send(client, "{\"command\":\"c" + i + "\"}\n");
      clients.add(client);
    }
    for (int i = 0; i < 16; i++) {
      var command = (OperatorCommand) inbox.take();
      command.reply().complete("\"for " + command.name() + "\"");
    }
    for (int i = 0; i < 16; i++) {
      assertThat(receive(clients.get(i))).isEqualTo("\"for c" + i + "\"\n");
    }
  }

  @Test
  void turns_the_seventeenth_away() throws Exception {
    open(inbox::add);
    for (int i = 0; i < 16; i++) {
      connect();
    }
    assertThat(receive(connect())).contains("more than 16 are asking", "BUSY");
  }

  @Test
  void goes_on_when_peers_leave_in_the_middle() throws Exception {
    open(answering("1"));
    for (int i = 0; i < 40; i++) {
      try (SocketChannel rude = SocketChannel.open(UnixDomainSocketAddress.of(path()))) {
        sendUnlessTurnedAway(rude, i % 2 == 0 ? "{\"comm" : "{\"command\":\"status\"}\n");
      }
    }
    await()
        .untilAsserted(
            () -> {
              SocketChannel client = connect();
              sendUnlessTurnedAway(client, "{\"command\":\"status\"}\n");
              assertThat(receive(client)).isEqualTo("1\n");
            });
  }

  @Test
  void asks_nothing_of_the_terminal_for_a_peer_that_is_not_permitted() throws Exception {
    opened.add(
        ControlSocket.open(
            path(),
            peer -> new Peer("guest", Optional.of("user guest may not")),
            inbox::add,
            PATIENT));
    SocketChannel client = connect();
    sendUnlessTurnedAway(client, "{\"command\":\"stop\"}\n");
    assertThat(receive(client))
        .isEqualTo("{\"error\":\"user guest may not\",\"kind\":\"NOT_PERMITTED\"}\n");
    assertThat(inbox).isEmpty();
  }

  @Test
  void permits_nobody_when_the_system_does_not_tell_who_it_is() throws Exception {
    PeerCheck blind =
        peer -> {
          throw new IOException("who knows");
        };
    opened.add(ControlSocket.open(path(), blind, inbox::add, PATIENT));
    assertThat(receive(connect())).contains("who knows", "NOT_PERMITTED");
  }

  @Test
  void permits_its_own_user() throws Exception {
    opened.add(ControlSocket.open(path(), "", answering("1")));
    SocketChannel client = connect();
    send(client, "{\"command\":\"status\"}\n");
    assertThat(receive(client)).isEqualTo("1\n");
  }

  @Test
  void is_open_to_owner_and_group_only() throws Exception {
    open(inbox::add);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
        .isEqualTo("rw-rw----");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path().getParent())))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void refuses_a_folder_that_everybody_can_write() throws Exception {
    Files.createDirectory(path().getParent());
    Files.setPosixFilePermissions(path().getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(() -> open(inbox::add))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("everybody can write to the folder " + path().getParent());
  }

  @Test
  void takes_the_place_of_a_socket_that_a_crash_left() throws Exception {
    Files.createDirectory(path().getParent());
    try (var crashed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      crashed.bind(UnixDomainSocketAddress.of(path()));
    }
    assertThat(path()).exists();
    open(answering("1"));
    SocketChannel client = connect();
    send(client, "{\"command\":\"status\"}\n");
    assertThat(receive(client)).isEqualTo("1\n");
  }

  @Test
  void does_not_take_the_place_of_a_terminal_that_lives() throws Exception {
    open(answering("1"));
    assertThatThrownBy(() -> open(answering("2")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another terminal answers there; stop it first");
    SocketChannel client = connect();
    send(client, "{\"command\":\"status\"}\n");
    assertThat(receive(client)).isEqualTo("1\n");
  }

  @Test
  void does_not_delete_what_is_no_socket() throws Exception {
    Files.createDirectory(path().getParent());
    Files.writeString(path(), "precious");
    assertThatThrownBy(() -> open(inbox::add)).hasMessageContaining("a file that is no socket");
    assertThat(path()).hasContent("precious");
  }

  @Test
  void says_so_when_the_path_is_too_long() {
    Path deep = folder.resolve("d".repeat(100)).resolve("control.sock");
    assertThatThrownBy(() -> ControlSocket.open(deep, "", inbox::add))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("give a shorter one");
  }

  @Test
  void still_writes_the_last_answer_when_it_closes() throws Exception {
    open(inbox::add);
    SocketChannel client = connect();
    send(client, "{\"command\":\"stop\"}\n");
    ((OperatorCommand) inbox.take()).reply().complete("{\"stopping\":true}");
    opened.get(0).close();
    assertThat(receive(client)).isEqualTo("{\"stopping\":true}\n");
    assertThat(path()).doesNotExist();
  }

  private void open(Consumer<TerminalEvent> terminal) throws IOException {
    open(terminal, PATIENT);
  }

  private void open(Consumer<TerminalEvent> terminal, ControlSocket.Patience patience)
      throws IOException {
    opened.add(
        0, ControlSocket.open(path(), peer -> Peer.permitted("operator-1"), terminal, patience));
  }

  private static Consumer<TerminalEvent> answering(String answer) {
    return event -> ((OperatorCommand) event).reply().complete(answer);
  }

  private Path path() {
    return folder.resolve("run").resolve("control.sock");
  }

  private SocketChannel connect() throws IOException {
    SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path()));
    opened.add(client);
    return client;
  }

  private static void send(SocketChannel client, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      client.write(bytes);
    }
  }

  /** A peer that is turned away at once finds the socket closed while it still writes. */
  private static void sendUnlessTurnedAway(SocketChannel client, String text) {
    try {
      send(client, text);
    } catch (IOException closedWhileWriting) {
      assertThat(closedWhileWriting).hasMessageMatching("(?i).*(pipe|reset).*");
    }
  }

  /** Up to the line end: a peer that is turned away unread sees a reset behind it. */
  private static String receive(SocketChannel client) throws IOException {
    var line = new ByteArrayOutputStream();
    InputStream stream = new BufferedInputStream(Channels.newInputStream(client));
    for (int next = 0; next != '\n'; ) {
      next = stream.read();
      assertThat(next).as("the answer ended without a line end").isNotNegative();
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
