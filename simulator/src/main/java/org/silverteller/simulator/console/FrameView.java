package org.silverteller.simulator.console;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.silverteller.page.Frame;
import org.silverteller.simulator.console.Bench.Glass;

/**
 * What is on the glass, without its pixels: the shape of the console's {@code frame} event.
 *
 * @param dark nothing shows; the rest is then empty
 * @param number of the picture, for a touch on it
 * @param picture where its pixels are; the same address always gives the same pixels
 * @param page the page's name, for instance {@code pin-entry}
 * @param text the page's lines from top to bottom; of an account number that is being typed, the
 *     last four digits
 */
record FrameView(
    boolean dark,
    long number,
    String picture,
    int width,
    int height,
    String page,
    String profile,
    String language,
    List<String> text,
    List<Area> areas) {

  /** From thirteen digits on, alone or in groups: the shortest card number. */
  private static final Pattern ACCOUNT = Pattern.compile("[0-9](?: ?[0-9]){12,}");

  /** A touch area in pixels of the picture. */
  record Area(String option, String label, int x, int y, int width, int height) {}

  private static final FrameView DARK =
      new FrameView(true, 0, "", 0, 0, "", "", "", List.of(), List.of());

  static FrameView of(Optional<Glass> glass, String run) {
    return glass.map(shown -> of(shown, run)).orElse(DARK);
  }

  /**
   * The person who types a payee's number compares it on the glass; no log of this page keeps it.
   */
  private static String masked(String line) {
    return ACCOUNT
        .matcher(line)
        .replaceAll(
            found -> {
              String digits = found.group().replace(" ", "");
              return "*".repeat(digits.length() - 4) + digits.substring(digits.length() - 4);
            });
  }

  private static FrameView of(Glass glass, String run) {
    Frame frame = glass.frame();
    return new FrameView(
        false,
        glass.number(),
        "/frame.png?n=" + run + "-" + glass.number(),
        frame.width(),
        frame.height(),
        frame.page().name(),
        frame.look().profile().name(),
        frame.look().language().tag(),
        frame.text().stream().map(FrameView::masked).toList(),
        frame.areas().stream()
            .map(
                area ->
                    new Area(
                        area.optionId(),
                        area.label(),
                        area.x(),
                        area.y(),
                        area.width(),
                        area.height()))
            .toList());
  }
}
