package org.silverteller.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.silverteller.page.Frame;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Page;
import org.silverteller.page.ProfileId;

/** A number for every sample frame at 1280 × 1024 on 17 inch. */
final class Fingerprints {

  private Fingerprints() {}

  /** Writes fingerprints, and the libraries this process has mapped, to a file. */
  public static void main(String[] args) throws IOException {
    List<String> lines = new ArrayList<>(all());
    try (var maps = Files.lines(Path.of("/proc/self/maps"))) {
      maps.filter(line -> line.contains(".so"))
          .map(line -> "mapped " + line.substring(line.indexOf('/')))
          .distinct()
          .forEach(lines::add);
    }
    Files.write(Path.of(args[0]), lines);
  }

  static List<String> all() {
    JavaPainter painter = new JavaPainter(1280, 1024, 17, SamplePages.PHRASES);
    List<String> lines = new ArrayList<>();
    for (ProfileId profile : JavaPainter.PROFILES) {
      for (Language language : JavaPainter.LANGUAGES) {
        int number = 0;
        for (Page page : SamplePages.all(profile)) {
          Frame frame = painter.paint(page, new Look(profile, language));
          lines.add(
              String.format(
                  Locale.ROOT,
                  "%s %s %03d %s %08x",
                  profile,
                  language,
                  ++number,
                  page.name(),
                  fingerprint(frame.rgb())));
        }
      }
    }
    return lines;
  }

  private static long fingerprint(int[] pixels) {
    CRC32C sum = new CRC32C();
    byte[] bytes = new byte[4 * pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      bytes[4 * i] = (byte) (pixels[i] >>> 24);
      bytes[4 * i + 1] = (byte) (pixels[i] >>> 16);
      bytes[4 * i + 2] = (byte) (pixels[i] >>> 8);
      bytes[4 * i + 3] = (byte) pixels[i];
    }
    sum.update(bytes);
    return sum.getValue();
  }
}
