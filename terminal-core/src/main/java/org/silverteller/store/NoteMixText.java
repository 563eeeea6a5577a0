package org.silverteller.store;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;

/** A note mix as it stands in a column: {@code CASS1:100x4 CASS2:50x1}, in cassette order. */
final class NoteMixText {

  private static final Pattern PART = Pattern.compile("([A-Z0-9]+):(\\d+)x(\\d+)");

  private NoteMixText() {}

  static String of(NoteMix mix) {
    if (mix.isEmpty()) {
      return "";
    }
    return mix.parts().stream()
        .map(part -> part.unit() + ":" + part.denomination().yuan() + "x" + part.notes())
        .collect(Collectors.joining(" "));
  }

  /**
   * @throws IllegalArgumentException naming the part that is no part
   */
  static NoteMix parse(String text) {
    return text.isEmpty()
        ? NoteMix.EMPTY
        : new NoteMix(Arrays.stream(text.split(" ", -1)).map(NoteMixText::part).toList());
  }

  private static NoteMix.Part part(String text) {
    Matcher matcher = PART.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "notes '" + text + "': expected UNIT:DENOMINATIONxNOTES, as in CASS1:100x4");
    }
    return new NoteMix.Part(
        UnitId.of(matcher.group(1)),
        Denomination.of(Integer.parseInt(matcher.group(2))),
        Integer.parseInt(matcher.group(3)));
  }
}
