package org.silverteller.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class DemoTest {

  private static final int USAGE = 2;

  @TempDir Path folder;
  private final StringWriter complaints = new StringWriter();

  private int demo(String... arguments) {
    return new CommandLine(new Demo()).setErr(new PrintWriter(complaints)).execute(arguments);
  }

  @Test
  void a_port_that_cannot_be_is_refused() {
    assertThat(demo("--port", "70000")).isEqualTo(USAGE);
    assertThat(complaints.toString()).contains("--port 70000: expected 0 … 65535");
  }

  @Test
  void a_port_that_is_no_number_is_refused() {
    assertThat(demo("--port", "http")).isEqualTo(USAGE);
    assertThat(complaints.toString()).contains("--port").contains("http");
  }

  @Test
  void a_port_that_is_taken_is_named_with_a_way_out() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      String port = Integer.toString(other.getLocalPort());
      assertThat(demo("--port", port, "--run", folder.resolve("run").toString())).isEqualTo(USAGE);
      assertThat(complaints.toString()).contains("port " + port + " is taken").contains("--port N");
    }
  }

  @Test
  void a_folder_with_something_in_it_is_refused_and_left_alone() throws IOException {
    Path diary = Files.writeString(folder.resolve("diary.txt"), "mine");
    assertThat(demo("--run", folder.toString())).isEqualTo(USAGE);
    assertThat(complaints.toString()).contains("the folder is not empty");
    assertThat(diary).hasContent("mine");
  }
}
