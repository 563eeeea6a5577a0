package org.silverteller.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.silverteller.simulator.hardware.VirtualCard;

/** The terminal in a process of its own, seen from outside. */
final class RunningTerminal implements AutoCloseable {

  private static final String WELCOME = "page welcome";
  private static final String REFUSAL = "page refusal";
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final Process process;
  private final Path socket;
  private final BufferedReader pages;
  private final Writer customers;

  private RunningTerminal(Process process, Path socket) {
    this.process = process;
    this.socket = socket;
    pages =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    customers = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII);
  }

  static RunningTerminal start(InstalledMachine machine, List<String> command) throws IOException {
    return new RunningTerminal(machine.start(command), machine.socket());
  }

  /**
   * Waits until the welcome page shows: the machine then serves whoever comes.
   *
   * @throws IOException when the process ends before, or a customer is refused
   */
  void awaitWelcome() throws IOException {
    StringBuilder said = new StringBuilder();
    String line = pages.readLine();
    while (line != null && !line.equals(WELCOME)) {
      if (line.startsWith(REFUSAL)) {
        throw new IOException("the customer was refused: " + line);
      }
      said.append(line).append('\n');
      line = pages.readLine();
    }
    if (line == null) {
      String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      throw new IOException("the terminal ended before it was in service:\n" + said + errors);
    }
  }

  /** One customer withdraws the first amount offered, and has left when this returns. */
  void serve(VirtualCard card) throws IOException {
    customers.write(card.track2().reveal() + " " + card.pin() + "\n");
    customers.flush();
    awaitWelcome();
  }

  /** What the control socket answers, one line of JSON. */
  String ask(String command) throws IOException {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      String request = "{\"command\":\"" + command + "\"}\n";
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
      String line =
          new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8)).readLine();
      if (line == null) {
        throw new IOException("no answer to " + command + " at " + socket);
      }
      return line;
    }
  }

  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  Memory memory() throws IOException {
    return Memory.of(process.pid());
  }

  /** Stops it as an operator does; when it does not stop, at once. */
  @Override
  public void close() throws IOException {
    try {
      ask("stop");
      if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException(
            "the terminal did not stop within " + LONGEST_STOP.toSeconds() + " s");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
