package org.silverteller.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteRecipeTest {

  private static final MixPlanner PLANNER = new ExactMixPlanner(MixRules.DEFAULT);

  @Test
  void reads_kinds_and_counts_and_adds_them_up() {
    NoteRecipe recipe = new NoteRecipe("10x4 20x3");

    assertThat(recipe.counts())
        .containsExactly(entry(Denomination.of(20), 3), entry(Denomination.of(10), 4));
    assertThat(recipe.total()).isEqualTo(Money.ofYuan(100));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10", "x10", "10x0", "100x1", "10x4 10x2", "10x4  20x3", "10x100", "-5x2"})
  void refuses_what_is_no_recipe_of_small_notes(String notes) {
    assertThatThrownBy(() -> new NoteRecipe(notes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("notes '" + notes + "': expected");
  }

  @Property
  void is_paid_note_for_note_exactly_when_the_units_hold_its_notes(
      @ForAll @IntRange(min = 0, max = 30) int tens,
      @ForAll @IntRange(min = 0, max = 30) int moreTens,
      @ForAll @IntRange(min = 0, max = 30) int twenties,
      @ForAll @IntRange(min = 1, max = 30) int wantedTens,
      @ForAll @IntRange(min = 1, max = 30) int wantedTwenties) {
    List<CashUnit> units =
        List.of(unit("A", 10, tens), unit("B", 20, twenties), unit("C", 10, moreTens));
    NoteRecipe recipe = new NoteRecipe("10x" + wantedTens + " 20x" + wantedTwenties);
    boolean inside = tens + moreTens >= wantedTens && twenties >= wantedTwenties;
    boolean allowed = wantedTens <= 20 && wantedTens + wantedTwenties <= 40;

    var mix = PLANNER.exactly(recipe.counts(), units);

    assertThat(mix.isPresent()).isEqualTo(inside && allowed);
    mix.ifPresent(
        notes -> {
          assertThat(notes.byDenomination()).isEqualTo(recipe.counts());
          assertThat(notes.parts())
              .allMatch(
                  part ->
                      units.stream()
                          .anyMatch(
                              unit ->
                                  unit.id().equals(part.unit())
                                      && unit.available() >= part.notes()));
        });
  }

  @Test
  void is_not_paid_when_a_kind_has_no_unit_or_nothing_is_asked_for() {
    List<CashUnit> tens = List.of(unit("A", 10, 50));

    assertThat(PLANNER.exactly(new NoteRecipe("5x2 10x1").counts(), tens)).isEmpty();
    assertThat(PLANNER.exactly(Map.of(), tens)).isEmpty();
  }

  private static CashUnit unit(String name, int yuan, int notes) {
    return new CashUnit(
        UnitId.of(name), UnitType.BILL, Denomination.of(yuan), notes, 0, UnitState.OK);
  }
}
