package org.silverteller.ui;

/**
 * The colours of a profile, as 0x00RRGGBB. Refuses pairs below the profile's contrast floors
 * (service rules 1.2, WCAG 2.2 SC 1.4.3, 1.4.6, 1.4.11).
 *
 * @param surface under panels and quiet buttons
 * @param quiet text that explains
 * @param band under the title, with {@code onBand} on it
 * @param accent lines of drawings
 * @param rule hairlines that only decorate
 * @param calm under good news, with {@code onCalm} on it
 * @param alert under what must not be missed, with {@code onAlert} on it
 */
record Palette(
    int background,
    int surface,
    int ink,
    int quiet,
    int band,
    int onBand,
    int option,
    int onOption,
    int optionEdge,
    int accent,
    int primary,
    int onPrimary,
    int rule,
    int calm,
    int onCalm,
    int alert,
    int onAlert) {

  static Palette of(Settings settings) {
    Palette palette =
        new Palette(
            settings.colour("colour.background"),
            settings.colour("colour.surface"),
            settings.colour("colour.ink"),
            settings.colour("colour.quiet"),
            settings.colour("colour.band"),
            settings.colour("colour.on-band"),
            settings.colour("colour.option"),
            settings.colour("colour.on-option"),
            settings.colour("colour.option-edge"),
            settings.colour("colour.accent"),
            settings.colour("colour.primary"),
            settings.colour("colour.on-primary"),
            settings.colour("colour.rule"),
            settings.colour("colour.calm"),
            settings.colour("colour.on-calm"),
            settings.colour("colour.alert"),
            settings.colour("colour.on-alert"));
    palette.check(
        settings.file(), settings.number("contrast.text"), settings.number("contrast.graphic"));
    return palette;
  }

  private void check(String file, double text, double graphic) {
    require(file, "ink on background", ink, background, text);
    require(file, "ink on surface", ink, surface, text);
    require(file, "quiet on background", quiet, background, text);
    require(file, "quiet on surface", quiet, surface, text);
    require(file, "on-band on band", onBand, band, text);
    require(file, "on-option on option", onOption, option, text);
    require(file, "on-primary on primary", onPrimary, primary, text);
    require(file, "on-calm on calm", onCalm, calm, text);
    require(file, "on-alert on alert", onAlert, alert, text);
    require(file, "option-edge on background", optionEdge, background, graphic);
    require(file, "primary on background", primary, background, graphic);
    require(file, "accent on background", accent, background, graphic);
    require(file, "accent on surface", accent, surface, graphic);
    require(file, "accent on calm", accent, calm, graphic);
  }

  private static void require(String file, String pair, int over, int under, double floor) {
    double found = Contrast.ratio(over, under);
    if (found < floor) {
      throw new IllegalArgumentException(
          "%s: contrast of %s is %.2f; expected at least %.1f".formatted(file, pair, found, floor));
    }
  }
}
