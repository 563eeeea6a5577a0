package org.silverteller.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.silverteller.simulator.Folders;
import org.silverteller.simulator.hardware.MasterKey;

/**
 * The package that a branch machine gets, unpacked in a folder of its own, with a driver jar put
 * beside it. Java and its options are those that the package's own scripts choose.
 *
 * @param home where it is installed
 * @param driver a jar with the driver {@code bench}
 */
record InstalledMachine(Path home, Path driver) {

  private static final Path SOCKET = Path.of("run", "control.sock");

  /**
   * @param archive the package, {@code tar.gz}
   * @param folder what is in it is deleted
   */
  static InstalledMachine unpack(Path archive, Path driver, Path folder) throws IOException {
    Folders.delete(folder);
    Files.createDirectories(folder.resolve("run"));
    run(folder, "tar", "xzf", archive.toString(), "--strip-components=1");
    InstalledMachine machine = new InstalledMachine(folder.toRealPath(), driver.toRealPath());
    machine.configure();
    return machine;
  }

  /** Settings as shipped, but for the driver and the folders. */
  private void configure() throws IOException {
    Path terminal = home.resolve("config/terminal.yaml");
    String shipped = Files.readString(terminal);
    String noDriver = "  name: none\n  settings: {}\n";
    if (!shipped.contains(noDriver)) {
      throw new IOException(terminal + ": expected the driver 'none'");
    }
    String masterKey = HexFormat.of().formatHex(MasterKey.TEST.bytes());
    String ours = "  name: bench\n  settings: {masterKey: \"" + masterKey + "\"}\n";
    String places = "places: {store: ../run/store, controlSocket: ../" + SOCKET + "}\n";
    Files.writeString(terminal, shipped.replace(noDriver, ours) + "\n" + places + operators());
  }

  /** Whoever measures may stop the terminal. */
  private String operators() throws IOException {
    return "operators: {accounts: {\"" + Files.getOwner(home).getName() + "\": [service]}}\n";
  }

  /**
   * Makes a bank on this very machine the one that the next start speaks to.
   *
   * @param port of the loopback interface
   */
  void reachBankAt(int port) throws IOException {
    Files.writeString(
        home.resolve("config/host.yaml"),
        """
        line:
          address: 127.0.0.1
          port: %d
          simulation: true
          tls: {on: false, ca: "", clientStore: "", passwordFile: ""}
        """
            .formatted(port));
  }

  /** Makes the archive of classes, as an engineer does after installing. */
  void archiveClasses() throws IOException {
    run(home, home.resolve("bin/archive-classes").toString());
  }

  Path socket() {
    return home.resolve(SOCKET);
  }

  /** Starts the terminal with that {@link #command()}. */
  Process start(List<String> command) throws IOException {
    return prepared(home, command.toArray(String[]::new)).start();
  }

  /** Java, its options and the class path, as the package's own scripts choose them. */
  List<String> command() throws IOException {
    String print =
        """
        . "$(dirname "$0")/installation.sh"
        printf '%s\\n' "$java_home/bin/java" -cp "$classes:$1" $options""";
    String script = home.resolve("bin/terminal").toString();
    String lines = run(home, "sh", "-c", print, script, driver.toString());
    List<String> command = new ArrayList<>(lines.lines().toList());
    command.add("org.silverteller.terminal.TerminalDaemon");
    command.add(home.resolve("config").toString());
    return command;
  }

  private static String run(Path folder, String... command) throws IOException {
    Process process = prepared(folder, command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command[0] + " failed in " + folder + ":\n" + said);
      }
    } catch (InterruptedException stop) {
      process.destroy();
      throw new IOException("interrupted", stop);
    }
    return said;
  }

  private static ProcessBuilder prepared(Path folder, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("LOGS_DIRECTORY", folder.resolve("run").toString());
    return builder;
  }
}
