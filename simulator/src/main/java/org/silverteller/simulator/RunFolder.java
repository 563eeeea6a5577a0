package org.silverteller.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.silverteller.simulator.hardware.MachineSpec;

/**
 * The folder of one run of the bench: the configuration that a machine would have under {@code
 * config/}, the durable record, the log and the control socket.
 *
 * @param folder absolute
 * @param ours made for this run and deleted after it
 */
record RunFolder(Path folder, boolean ours) {

  static final String TERMINAL_ID = "31000017";

  private static final List<String> SHIPPED = List.of("cards.csv", "logback.xml");

  /** A folder of its own under the system's temporary files. */
  static RunFolder temporary() throws IOException {
    return new RunFolder(Files.createTempDirectory("silverteller-"), true).withShipped();
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
    return new RunFolder(folder.toAbsolutePath().normalize(), false).withShipped();
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

  Path terminalYaml() {
    return folder.resolve("terminal.yaml");
  }

  Path controlSocket() {
    return folder.resolve("control.sock");
  }

  Path log() {
    return folder.resolve("terminal.log");
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
        terminalYaml(),
        """
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
        places: {store: record, controlSocket: control.sock, cards: cards.csv, host: host.yaml}
        receipt:
          header: [示例银行  SAMPLE BANK]
          footer: [客服热线 00000   反诈专线 96110]
        """
            .formatted(
                TERMINAL_ID,
                TERMINAL_ID,
                spec.screen().widthPx(),
                spec.screen().heightPx(),
                spec.screen().diagonalInch(),
                machine));
    Files.writeString(
        folder.resolve("host.yaml"),
        """
        line: {address: 127.0.0.1, port: %d, simulation: true, tls: {on: false, ca: none, clientStore: none, passwordFile: none}}
        timing: {replySeconds: %d}
        """
            .formatted(bankPort, replySeconds));
  }

  /** Deletes the folder when it was made for this run alone. */
  void discard() throws IOException {
    if (!ours) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException broken)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
