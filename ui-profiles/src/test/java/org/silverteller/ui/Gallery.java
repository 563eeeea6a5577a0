package org.silverteller.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.silverteller.page.Frame;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Page;
import org.silverteller.page.ProfileId;

/**
 * Writes every sample page as a picture, to be looked at: {@code Gallery DIRECTORY PART-OF-FOLDER}.
 */
public final class Gallery {

  private static final List<double[]> SCREENS =
      List.of(
          new double[] {1280, 1024, 17},
          new double[] {1024, 768, 15},
          new double[] {1366, 768, 15.6});

  private Gallery() {}

  public static void main(String[] args) throws IOException {
    Path into = Path.of(args.length > 0 ? args[0] : "target/gallery");
    String only = args.length > 1 ? args[1] : "";
    for (double[] screen : SCREENS) {
      JavaPainter painter =
          new JavaPainter((int) screen[0], (int) screen[1], screen[2], SamplePages.PHRASES);
      for (ProfileId profile : JavaPainter.PROFILES) {
        for (Language language : JavaPainter.LANGUAGES) {
          String folder =
              "%dx%d-%s-%s".formatted((int) screen[0], (int) screen[1], profile, language);
          if (!folder.contains(only)) {
            continue;
          }
          Files.createDirectories(into.resolve(folder));
          int number = 0;
          for (Page page : SamplePages.all(profile)) {
            Frame frame = painter.paint(page, new Look(profile, language));
            for (String line : painter.shrunk()) {
              System.out.println(folder + " " + page.name() + ": " + line);
            }
            String name = "%03d %s.png".formatted(++number, page.name());
            write(frame, into.resolve(folder).resolve(name.replace(' ', '-')));
          }
        }
      }
    }
  }

  private static void write(Frame frame, Path file) throws IOException {
    BufferedImage image =
        new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, frame.width(), frame.height(), frame.rgb(), 0, frame.width());
    ImageIO.write(image, "png", file.toFile());
  }
}
