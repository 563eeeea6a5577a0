package org.silverteller.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silverteller.page.Frame;
import org.silverteller.page.Page;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.Machines;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.store.SqliteStore;
import org.silverteller.terminal.TerminalDaemon;

/** A record that cannot be trusted means no service, and a message that says what to do. */
class DamagedStoreTest {

  private static final String NAME = "damaged-store";
  private static final int NO_BANK_LISTENS_HERE = 1;

  @TempDir Path folder;
  private final VirtualMachine machine = new VirtualMachine(MachineSpec.STANDARD);
  private final TerminalDaemon daemon = new TerminalDaemon();

  @BeforeEach
  void damageTheRecord() throws Exception {
    Machines.register(NAME, machine);
    RunFolder run = RunFolder.at(folder.resolve("run"));
    run.furnish(NAME, machine.spec(), NO_BANK_LISTENS_HERE, 1);
    Path record = run.folder().resolve("record");
    SqliteStore.open(record).close();
    byte[] rubbish =
        "this is no longer a page of the database".repeat(50).getBytes(StandardCharsets.UTF_8);
    Files.write(record.resolve("store.db"), rubbish, StandardOpenOption.WRITE);
    daemon.init(run.folder().toString());
    daemon.start();
  }

  @AfterEach
  void stop() throws Exception {
    daemon.stop();
    daemon.destroy();
    Machines.remove(NAME);
  }

  @Test
  void the_machine_is_closed_and_takes_no_card() {
    await().until(() -> page().filter(Page.Closed.class::isInstance).isPresent());
    assertThat(page().map(Page::name)).contains("closed store-damaged");
    assertThat(machine.view().slotOpen()).isFalse();
  }

  @Test
  void an_operator_who_asks_is_told_what_to_do() throws IOException {
    await().until(() -> page().filter(Page.Closed.class::isInstance).isPresent());
    assertThat(asked("status")).contains("STORE_DAMAGED").contains("Copy the folder");
  }

  private String asked(String command) throws IOException {
    Path socket = folder.resolve("run/control.sock");
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      String request = "{\"command\":\"" + command + "\",\"arguments\":[]}\n";
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
      ByteBuffer answer = ByteBuffer.allocate(4096);
      while (channel.read(answer) >= 0 && answer.get(answer.position() - 1) != '\n') {
        assertThat(answer.hasRemaining()).isTrue();
      }
      return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
    }
  }

  private Optional<Page> page() {
    return machine.customer().frame().map(Frame::page);
  }
}
