package org.silverteller.page;

import java.util.List;
import java.util.Optional;

/**
 * A painted page: pixels, the areas that answer to a finger, and the same content as text for
 * speech, assistive technology and tests.
 *
 * @param page what was painted
 * @param look how
 * @param width in pixels; 0 where nothing is painted
 * @param height in pixels
 * @param rgb one 0x00RRGGBB int a pixel, row by row; shared, not to be written to
 * @param areas touch areas, none overlapping
 * @param text the lines of the page from top to bottom, as shown
 * @param speech the lines to speak; none of them holds a balance, an amount or a name
 */
public record Frame(
    Page page,
    Look look,
    int width,
    int height,
    int[] rgb,
    List<Area> areas,
    List<String> text,
    List<String> speech) {

  /**
   * A rectangle that answers to a finger.
   *
   * @param label the option's text as shown
   */
  public record Area(int x, int y, int width, int height, String optionId, String label) {
    boolean holds(int px, int py) {
      return px >= x && px < x + width && py >= y && py < y + height;
    }
  }

  /** The option under a point, if any. */
  public Optional<String> optionAt(int x, int y) {
    for (Area area : areas) {
      if (area.holds(x, y)) {
        return Optional.of(area.optionId());
      }
    }
    return Optional.empty();
  }

  public Optional<Area> areaOf(String optionId) {
    for (Area area : areas) {
      if (area.optionId().equals(optionId)) {
        return Optional.of(area);
      }
    }
    return Optional.empty();
  }
}
