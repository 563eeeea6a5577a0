package org.silverteller.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.silverteller.simulator.hardware.MachineSpec;

/**
 * The folder of one run of the bench: the configuration that a machine would have under {@code
 * config/}, the durable record, the log and the control socket. It stays after the run, to be
 * looked at.
 *
 * @param folder absolute
 */
record RunFolder(Path folder) {

  static final String TERMINAL_ID = "31000017";

  private static final List<String> SHIPPED = List.of("cards.csv", "fraud.yaml", "logback.xml");

  /** First line of terminal.yaml: by it the folder of an earlier run is known. */
  private static final String MARK =
      "# Written by ./atm demo for one run; the next run begins anew.";

  /** Longest path of a Unix socket that every system takes, less the file's own name. */
  private static final int LONGEST_FOLDER = 90;

  /**
   * {@code run} in the working folder, where {@code ./atm status} looks for the control socket.
   * What a run that is over has left there is deleted; anything else is not touched: then, and
   * where the path is too long for a socket, it is a temporary folder.
   */
  static RunFolder usual() throws IOException {
    Path usual = Path.of("run").toAbsolutePath().normalize();
    if (usual.toString().length() > LONGEST_FOLDER
        || !Files.isWritable(usual.getParent())
        || (Files.exists(usual) && !earlierRun(usual))) {
      return new RunFolder(Files.createTempDirectory("silverteller-")).withShipped();
    }
    if (Files.exists(usual)) {
      Folders.delete(usual);
    }
    Files.createDirectories(usual);
    return new RunFolder(usual).withShipped();
  }

  private static boolean earlierRun(Path folder) throws IOException {
    Path yaml = folder.resolve("terminal.yaml");
    return Files.isRegularFile(yaml)
        && Files.readString(yaml).startsWith(MARK)
        && !served(folder.resolve("control.sock"));
  }

  private static boolean served(Path socket) {
    try (SocketChannel peer = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return peer.isConnected();
    } catch (IOException nobody) {
      return false;
    }
  }

  /**
   * @param folder made when there is none
   * @throws IllegalArgumentException when something is in it: machine and bank begin anew with each
   *     run, an older record would know of money that they do not
   */
  static RunFolder at(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new IllegalArgumentException(
            "--run "
                + folder
                + ": the folder is not empty; expected a new or empty one, for machine and bank begin anew with each run");
      }
    }
    return new RunFolder(folder.toAbsolutePath().normalize()).withShipped();
  }

  /** The log's configuration must stand before anything logs. */
  private RunFolder withShipped() throws IOException {
    for (String name : SHIPPED) {
      try (InputStream in = RunFolder.class.getResourceAsStream("/settings/" + name)) {
        Files.copy(in, folder.resolve(name));
      }
    }
    return this;
  }

  /**
   * Writes what a machine's technician would.
   *
   * @param machine the name under which the virtual machine is registered
   * @param bankPort of the loopback interface
   * @param replySeconds how long the terminal waits for the bank
   */
  void furnish(String machine, MachineSpec spec, int bankPort, int replySeconds)
      throws IOException {
    Files.writeString(
        folder.resolve("terminal.yaml"),
        MARK
            + """

        terminalId: "%s"
        merchantId: "103310000000017"
        nameAndPlace: 示例银行 上海
        phrases:
          bank.name: 示例银行
          bank.phone: "00000"
          machine.number: "%s"
          police.antifraud: "96110"
        screen: {widthPx: %d, heightPx: %d, diagonalInch: %s}
        driver:
          name: simulator
          settings: {machine: %s}
        places: {store: record, controlSocket: control.sock, cards: cards.csv, host: host.yaml, fraud: fraud.yaml}
        receipt:
          header: [示例银行  SAMPLE BANK]
          footer: [客服热线 00000   反诈专线 96110]
        operators: {accounts: {"%s": [replenish, service]}}
        """
                .formatted(
                    TERMINAL_ID,
                    TERMINAL_ID,
                    spec.screen().widthPx(),
                    spec.screen().heightPx(),
                    spec.screen().diagonalInch(),
                    machine,
                    Files.getOwner(folder).getName()));
    Files.writeString(
        folder.resolve("host.yaml"),
        """
        line: {address: 127.0.0.1, port: %d, simulation: true}
        timing: {replySeconds: %d}
        """
            .formatted(bankPort, replySeconds));
  }
}
