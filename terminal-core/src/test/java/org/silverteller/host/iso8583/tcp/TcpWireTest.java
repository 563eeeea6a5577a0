package org.silverteller.host.iso8583.tcp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.host.HostFault;
import org.silverteller.host.Wire.LineLost;
import org.silverteller.host.iso8583.HostConfig;
import org.silverteller.host.iso8583.HostConfig.Timing;

class TcpWireTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String TPDU = "6000000000";

  private final AtomicInteger changes = new AtomicInteger();
  private LoopbackHost host;
  private TcpWire wire;

  @BeforeEach
  void open() throws IOException {
    host = new LoopbackHost();
    wire = TcpWire.open(config(host.port(), 20), changes::incrementAndGet, 1);
  }

  @AfterEach
  void close() throws IOException {
    wire.close();
    host.close();
  }

  private static HostConfig config(int port, int connectSeconds) {
    HostConfig plain = HostConfig.simulation(port);
    return new HostConfig(
        plain.line(),
        plain.framing(),
        new Timing(connectSeconds, 30, 60, 1, 1, 60),
        plain.security(),
        plain.codes(),
        plain.rules());
  }

  private static byte[] frame(String text) {
    byte[] body = text.getBytes(US_ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write((body.length + 5) >> 8);
    out.write(body.length + 5);
    out.writeBytes(HexFormat.of().parseHex(TPDU));
    out.writeBytes(body);
    return out.toByteArray();
  }

  private Socket accepted() throws IOException {
    Socket socket = host.accept();
    await().until(wire::up);
    return socket;
  }

  private String received() throws LineLost {
    return wire.receive(LONG).map(bytes -> new String(bytes, US_ASCII)).orElse("nothing");
  }

  @Test
  void frames_what_it_sends_with_length_and_tpdu() throws Exception {
    Socket socket = accepted();
    wire.send("0800".getBytes(US_ASCII));
    assertThat(socket.getInputStream().readNBytes(11))
        .isEqualTo(HexFormat.of().parseHex("0009" + TPDU + "30383030"));
  }

  @Test
  void puts_together_what_comes_in_pieces() throws Exception {
    Socket socket = accepted();
    for (byte piece : frame("0810 in pieces")) {
      LoopbackHost.write(socket, new byte[] {piece});
    }
    assertThat(received()).isEqualTo("0810 in pieces");
  }

  @Test
  void takes_apart_what_comes_together() throws Exception {
    Socket socket = accepted();
    ByteArrayOutputStream three = new ByteArrayOutputStream();
    three.writeBytes(frame("one"));
    three.writeBytes(new byte[] {0, 0});
    three.writeBytes(frame("two"));
    three.write(0);
    LoopbackHost.write(socket, three.toByteArray());
    assertThat(received()).isEqualTo("one");
    assertThat(received()).isEqualTo("two");
    byte[] third = frame("three");
    LoopbackHost.write(socket, Arrays.copyOfRange(third, 1, third.length));
    assertThat(received()).isEqualTo("three");
  }

  @Test
  void nothing_in_time_is_nothing() throws Exception {
    accepted();
    assertThat(wire.receive(Duration.ofMillis(20))).isEmpty();
    assertThat(wire.receive(Duration.ZERO)).isEmpty();
  }

  @Test
  void a_message_before_the_break_is_still_received_and_the_break_told_once() throws Exception {
    try (Socket socket = accepted()) {
      LoopbackHost.write(socket, frame("last words"));
    }
    assertThat(received()).isEqualTo("last words");
    assertThatThrownBy(this::received).isInstanceOf(LineLost.class);
    accepted();
    assertThat(wire.receive(Duration.ofMillis(20))).isEqualTo(Optional.empty());
  }

  @Test
  void a_line_that_breaks_in_the_middle_of_a_reply_is_lost_and_made_anew() throws Exception {
    try (Socket socket = accepted()) {
      LoopbackHost.write(socket, Arrays.copyOf(frame("half a reply"), 12));
    }
    assertThatThrownBy(this::received)
        .isInstanceOf(LineLost.class)
        .hasMessageContaining("half a frame");
    Socket again = accepted();
    LoopbackHost.write(again, frame("whole"));
    assertThat(received()).isEqualTo("whole");
  }

  @Test
  void half_a_frame_and_then_nothing_breaks_the_line() throws Exception {
    accepted();
    wire.close();
    wire = TcpWire.open(config(host.port(), 1), changes::incrementAndGet, 1);
    Socket socket = accepted();
    LoopbackHost.write(socket, Arrays.copyOf(frame("half a reply"), 9));
    assertThatThrownBy(this::received)
        .isInstanceOf(LineLost.class)
        .hasMessageContaining("half a frame");
    assertThat(socket.getInputStream().read()).isEqualTo(-1);
    accepted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FFFF", "0003 600000", "0005 6000000000", "4854 54502F312E31"})
  void a_frame_of_impossible_length_breaks_the_line_and_not_the_reader(String garbage)
      throws Exception {
    Socket socket = accepted();
    LoopbackHost.write(socket, HexFormat.of().parseHex(garbage.replace(" ", "")));
    assertThatThrownBy(this::received)
        .isInstanceOf(LineLost.class)
        .hasMessageContaining("expected 6 … 4101");
    Socket again = accepted();
    LoopbackHost.write(again, frame("well again"));
    assertThat(received()).isEqualTo("well again");
  }

  @Test
  void a_flood_that_nobody_takes_breaks_the_line() throws Exception {
    Socket socket = accepted();
    ByteArrayOutputStream flood = new ByteArrayOutputStream();
    for (int i = 0; i < 257; i++) {
      flood.writeBytes(frame("x"));
    }
    LoopbackHost.write(socket, flood.toByteArray());
    await().until(() -> !wire.up());
    for (int i = 0; i < 256; i++) {
      assertThat(received()).isEqualTo("x");
    }
    assertThatThrownBy(this::received)
        .isInstanceOf(LineLost.class)
        .hasMessageContaining("256 messages");
  }

  @Test
  void without_a_line_nothing_leaves() throws Exception {
    accepted().close();
    host.close();
    await().until(() -> !wire.up());
    assertThatThrownBy(() -> wire.send(new byte[10]))
        .isInstanceOfSatisfying(
            HostFault.class, fault -> assertThat(fault.kind()).isEqualTo(HostFault.Kind.DOWN));
  }

  @Test
  void tells_when_the_line_comes_up_when_a_message_comes_unasked_and_when_it_goes_down()
      throws Exception {
    Socket socket = host.accept();
    await().untilAtomic(changes, org.hamcrest.Matchers.is(1));
    LoopbackHost.write(socket, frame("unasked"));
    await().untilAtomic(changes, org.hamcrest.Matchers.is(2));
    socket.close();
    await().untilAtomic(changes, org.hamcrest.Matchers.is(3));
    assertThat(received()).isEqualTo("unasked");
  }

  @Test
  void a_renewed_line_is_another_connection() throws Exception {
    Socket first = accepted();
    wire.renew();
    assertThat(first.getInputStream().read()).isEqualTo(-1);
    accepted();
    assertThatThrownBy(() -> wire.receive(Duration.ZERO)).isInstanceOf(LineLost.class);
    wire.send(new byte[10]);
  }

  @Test
  void closing_ends_the_thread_and_the_connection() throws Exception {
    Socket socket = accepted();
    wire.close();
    assertThat(wire.up()).isFalse();
    assertThat(socket.getInputStream().read()).isEqualTo(-1);
    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("host-line")));
  }

  @Test
  void a_wire_closed_while_its_line_comes_up_reads_nothing_from_it() throws Exception {
    AtomicReference<TcpWire> closing = new AtomicReference<>();
    CountDownLatch comesUp = new CountDownLatch(1);
    closing.set(
        TcpWire.open(
            config(host.port(), 20),
            () -> {
              comesUp.countDown();
              await().until(() -> closing.get() != null && !closing.get().up());
            },
            1));
    assertThat(comesUp.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    closing.get().close();
    assertThat(closing.get().up()).isFalse();
    assertThat(closing.get().receive(Duration.ZERO)).isEmpty();
  }

  @Test
  void a_message_too_long_for_its_length_bytes_is_refused_and_the_line_stands() throws Exception {
    Socket socket = accepted();
    assertThatThrownBy(() -> wire.send(new byte[65_531]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("message of 65531 bytes: expected at most 65530");
    wire.send("0800".getBytes(US_ASCII));
    assertThat(socket.getInputStream().readNBytes(11)).endsWith("0800".getBytes(US_ASCII));
  }

  @Test
  void breaks_that_nobody_looks_at_are_told_once_however_many_they_are() throws Exception {
    Socket flooding = accepted();
    ByteArrayOutputStream flood = new ByteArrayOutputStream();
    for (int i = 0; i < 257; i++) {
      flood.writeBytes(frame("x"));
    }
    LoopbackHost.write(flooding, flood.toByteArray());
    await().until(() -> !wire.up());
    accepted().close();
    await().until(() -> !wire.up());
    accepted();
    for (int i = 0; i < 256; i++) {
      assertThat(received()).isEqualTo("x");
    }
    assertThatThrownBy(this::received).isInstanceOf(LineLost.class);
    assertThat(wire.receive(Duration.ofMillis(20))).isEmpty();
  }
}
