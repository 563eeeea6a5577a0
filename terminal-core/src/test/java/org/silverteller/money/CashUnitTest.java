package org.silverteller.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CashUnitTest {

  @ParameterizedTest
  @CsvSource({
    "BILL, OK, 100, 5, 95",
    "RECYCLE, LOW, 100, 5, 95",
    "BILL, OK, 5, 5, 0",
    "BILL, OK, 4, 5, 0",
    "BILL, EMPTY, 100, 5, 0",
    "BILL, INOPERATIVE, 100, 5, 0",
    "BILL, MISSING, 100, 5, 0",
    "RECYCLE, FULL, 100, 0, 100",
    "REJECT, FULL, 100, 0, 0",
    "REJECT, OK, 100, 0, 0",
    "RETRACT, OK, 100, 0, 0"
  })
  void gives_only_what_works_and_is_above_the_minimum(
      UnitType type, UnitState state, int count, int minimum, int available) {
    var unit = new CashUnit(UnitId.of("CASS1"), type, Denomination.of(100), count, minimum, state);

    assertThat(unit.available()).isEqualTo(available);
  }

  @Test
  void refuses_counts_below_nothing_and_a_cassette_of_mixed_notes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> unit(Denomination.of(100), -1, 0))
        .withMessage("CASS1: count -1 is negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> unit(Denomination.of(100), 1, -1))
        .withMessage("CASS1: minimum -1 is negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> unit(Denomination.MIXED, 1, 0))
        .withMessageContaining("needs a denomination");
  }

  @ParameterizedTest
  @CsvSource({"''", "cass1", "CASS 1", "CASSETTE00001"})
  void refuses_names_that_do_not_fit_on_a_slot(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UnitId.of(name))
        .withMessageContaining("expected 1–12 characters");
  }

  @Test
  void knows_no_note_of_a_negative_value() {
    assertThatIllegalArgumentException().isThrownBy(() -> Denomination.of(-5));
    assertThat(Denomination.MIXED).hasToString("mixed");
  }

  @ParameterizedTest
  @CsvSource({"1, true", "50, true", "99, true", "100, false", "0, false"})
  void calls_a_note_small_below_a_hundred_and_a_bin_of_mixed_notes_never(int yuan, boolean small) {
    assertThat(Denomination.of(yuan).small()).isEqualTo(small);
  }

  @Test
  void sorts_units_by_the_name_on_the_slot() {
    assertThat(UnitId.of("CASS1")).isLessThan(UnitId.of("CASS2"));
    assertThat(UnitId.of("CASS2")).isGreaterThan(UnitId.of("CASS1"));
  }

  private static CashUnit unit(Denomination denomination, int count, int minimum) {
    return new CashUnit(
        UnitId.of("CASS1"), UnitType.BILL, denomination, count, minimum, UnitState.OK);
  }
}
