package org.silverteller.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.silverteller.money.NoteMix.Part;

class NoteMixTest {

  private final NoteMix mix =
      new NoteMix(List.of(part("CASS1", 10, 5), part("CASS2", 100, 3), part("CASS3", 100, 1)));

  @Test
  void adds_up_over_units_of_one_denomination() {
    assertThat(mix.total()).isEqualTo(Money.ofYuan(450));
    assertThat(mix.notes()).isEqualTo(9);
    assertThat(mix.notesFrom(UnitId.of("CASS2"))).isEqualTo(3);
    assertThat(mix.notesFrom(UnitId.of("CASS9"))).isZero();
    assertThat(mix).hasToString("100x4 10x5");
  }

  @Test
  void has_nothing_when_it_is_empty() {
    assertThat(NoteMix.EMPTY.isEmpty()).isTrue();
    assertThat(mix.isEmpty()).isFalse();
    assertThat(NoteMix.EMPTY.total()).isEqualTo(Money.ZERO);
    assertThat(NoteMix.EMPTY).hasToString("");
  }

  @Test
  void refuses_a_unit_twice_and_a_part_without_notes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NoteMix(List.of(part("CASS1", 10, 5), part("CASS1", 10, 1))))
        .withMessageContaining("CASS1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> part("CASS1", 10, 0))
        .withMessage("CASS1: 0 notes; expected at least 1");
  }

  private static Part part(String unit, int yuan, int notes) {
    return new Part(UnitId.of(unit), Denomination.of(yuan), notes);
  }
}
