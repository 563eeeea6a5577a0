package org.silverteller.simulator.crash;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A {@link Life} in a Java process of its own. */
final class ChildProcess {

  private static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Xshare:auto",
          "-Xmx128m");

  private static final long LONGEST_END_SECONDS = 300;

  private final Process process;
  private final BufferedReader said;

  private ChildProcess(Process process) {
    this.process = process;
    this.said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * @param before a program that runs it, with its options; empty for none
   * @param errors where its standard error goes
   * @param arguments of {@link Life#main}
   */
  static ChildProcess start(List<String> before, Path errors, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(OPTIONS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Life.class.getName()));
    command.addAll(List.of(arguments));
    return new ChildProcess(
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
            .start());
  }

  /** Waits for its next line; empty when it says no more. */
  Optional<String> says() throws IOException {
    return Optional.ofNullable(said.readLine());
  }

  /** Ends it as nothing can prevent: SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits for its own end. */
  int end() throws InterruptedException {
    if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
      kill();
      throw new IllegalStateException(
          "the child process has not ended within " + LONGEST_END_SECONDS + " seconds");
    }
    return process.exitValue();
  }

  boolean alive() {
    return process.isAlive();
  }
}
