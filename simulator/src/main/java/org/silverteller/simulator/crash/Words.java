package org.silverteller.simulator.crash;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;

/** Notes as one word of the truth: {@code CASS1:100:4,CASS2:50:1}. */
final class Words {

  private Words() {}

  static String of(NoteMix mix) {
    return mix.parts().stream()
        .map(part -> part.unit().name() + ":" + part.denomination().yuan() + ":" + part.notes())
        .collect(Collectors.joining(","));
  }

  static NoteMix mix(String word) {
    return new NoteMix(
        Arrays.stream(word.split(",", -1))
            .map(part -> part.split(":", -1))
            .map(
                part ->
                    new NoteMix.Part(
                        UnitId.of(part[0]),
                        Denomination.of(Integer.parseInt(part[1])),
                        Integer.parseInt(part[2])))
            .toList());
  }
}
