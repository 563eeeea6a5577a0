package org.silverteller.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every machine shows the same pixels: the fingerprints of all sample frames stand in a file. After
 * a wanted change of looks, look at the pictures of {@link Gallery} and write the file anew with
 * {@code -Dfingerprints=write}.
 */
class SamePixelsTest {

  private static final String FILE = "frames.txt";

  @Test
  void frames_have_the_pixels_they_had() throws IOException {
    List<String> painted = Fingerprints.all();
    if ("write".equals(System.getProperty("fingerprints"))) {
      Files.write(Path.of("src/test/resources/org/silverteller/ui", FILE), painted);
      return;
    }
    assertThat(painted).isEqualTo(recorded());
  }

  /** The whole process is asked, since a library of the platform's fonts can come in anywhere. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void paints_the_same_without_fonts_and_fontconfig(@TempDir Path empty) throws Exception {
    Path config = empty.resolve("fonts.conf");
    Files.writeString(config, "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
    Path output = empty.resolve("output");
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            Fingerprints.class.getName(),
            output.toString());
    java.environment().put("FONTCONFIG_FILE", config.toString());
    java.environment().put("FONTCONFIG_PATH", empty.toString());
    java.environment().put("HOME", empty.toString());
    Process process = java.inheritIO().start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();

    List<String> lines = Files.readAllLines(output);
    assertThat(lines.stream().filter(line -> !line.startsWith("mapped "))).isEqualTo(recorded());
    assertThat(lines.stream().filter(line -> line.startsWith("mapped ")))
        .as("libraries in the process")
        .isNotEmpty()
        .noneMatch(line -> line.contains("fontmanager"))
        .noneMatch(line -> line.contains("fontconfig"))
        .noneMatch(line -> line.contains("freetype"));
  }

  private static List<String> recorded() throws IOException {
    try (InputStream in = SamePixelsTest.class.getResourceAsStream(FILE)) {
      assertThat(in).as(FILE).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
