package org.silverteller.ui;

import org.silverteller.page.Pace;
import org.silverteller.page.ProfileId;

/** How pages look and wait for one kind of customer (service rules 1.2). */
record Profile(ProfileId id, Sizes sizes, Palette palette, Pace pace) {

  /**
   * All in millimetres on the glass.
   *
   * @param small em of what only staff or a careful reader needs
   * @param lineSpacing in em
   * @param targetHeight, targetWidth the least a finger is given
   * @param gap between two targets
   * @param farGap between yes and no
   * @param line width of edges and drawn lines
   */
  record Sizes(
      double small,
      double body,
      double heading,
      double title,
      double amount,
      double lineSpacing,
      double targetHeight,
      double targetWidth,
      double gap,
      double farGap,
      double margin,
      double corner,
      double line) {

    static final double LEAST_TARGET = 13;
    static final double LEAST_GAP = 2.5;
    static final double LEAST_FAR_GAP = 25;
    static final double LEAST_BODY = 6.6;
    static final double LEAST_LINE_SPACING = 1.3;

    private static Sizes of(Settings settings) {
      Sizes sizes =
          new Sizes(
              settings.number("text.small"),
              settings.number("text.body"),
              settings.number("text.heading"),
              settings.number("text.title"),
              settings.number("text.amount"),
              settings.number("text.line-spacing"),
              settings.number("target.height"),
              settings.number("target.width"),
              settings.number("target.gap"),
              settings.number("target.far-gap"),
              settings.number("margin"),
              settings.number("corner"),
              settings.number("line"));
      atLeast(settings, "text.body", LEAST_BODY);
      atLeast(settings, "text.line-spacing", LEAST_LINE_SPACING);
      atLeast(settings, "target.height", LEAST_TARGET);
      atLeast(settings, "target.width", LEAST_TARGET);
      atLeast(settings, "target.gap", LEAST_GAP);
      atLeast(settings, "target.far-gap", LEAST_FAR_GAP);
      return sizes;
    }

    private static void atLeast(Settings settings, String key, double least) {
      if (settings.number(key) < least) {
        throw new IllegalArgumentException(
            "%s: %s is %s; expected at least %s"
                .formatted(settings.file(), key, settings.text(key), least));
      }
    }
  }

  /**
   * @throws IllegalArgumentException naming file, key, what was found and what was expected
   */
  static Profile load(ProfileId id) {
    Settings settings = Settings.load("profiles/" + id + ".properties");
    Pace pace =
        new Pace(
            settings.seconds("pace.idle"),
            settings.seconds("pace.more-time"),
            settings.seconds("pace.take-card"),
            settings.seconds("pace.take-book"),
            settings.seconds("pace.take-cash"),
            settings.seconds("pace.notice"),
            settings.count("pace.options-per-page"));
    return new Profile(id, Sizes.of(settings), Palette.of(settings), pace);
  }
}
