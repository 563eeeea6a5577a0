package org.silverteller.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.host.Stan;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMove;

class SerialRulesTest {

  @Test
  void only_the_denominations_and_the_ways_that_are_named_are_kept() {
    SerialRules rules =
        new SerialRules(
            Path.of(""), List.of(Money.ofYuan(100)), List.of(NoteMove.values()[0]), 90, 9, "", "*");

    assertThat(rules.wants(NoteMove.values()[0], 100)).isTrue();
    assertThat(rules.wants(NoteMove.values()[0], 50)).isFalse();
    assertThat(rules.wants(NoteMove.values()[1], 100)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1_050})
  void a_denomination_is_whole_yuan(long fen) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules(Money.ofFen(fen), 90, 1000, "", "*"))
        .withMessageContaining("denominations with")
        .withMessageEndingWith("expected notes of whole yuan");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1000, keepDays 0: expected 1 … 3650",
    "3651, 1000, keepDays 3651: expected 1 … 3650",
    "90, 0, notesPerFile 0: expected 1 … 100000",
    "90, 100001, notesPerFile 100001: expected 1 … 100000"
  })
  void days_and_sizes_stay_within_reason(int days, int notes, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules(Money.ofYuan(100), days, notes, "", "*"))
        .withMessage(complaint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A B", "1234567890123456789012345", "机"})
  void the_machine_is_told_in_the_field_of_its_width(String machine) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules(Money.ofYuan(100), 90, 1000, machine, "*"))
        .withMessageStartingWith("machineId '" + machine + "': expected at most 24");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "?"})
  void a_character_that_was_not_read_is_a_star_or_a_question_mark(String mark) {
    assertThat(rules(Money.ofYuan(100), 90, 1000, "", mark).unreadable()).isEqualTo(mark);
  }

  @Test
  void no_other_mark_stands_for_what_was_not_read() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules(Money.ofYuan(100), 90, 1000, "", "#"))
        .withMessage("unreadable '#': expected * or ?");
  }

  @ParameterizedTest
  @CsvSource({"'',0", "T 1,0", "T0000001,-1"})
  void a_batch_is_found_again_by_terminal_and_transaction(String terminal, int missing) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new NoteBatch.Head(
                    terminal,
                    1,
                    new Stan(1),
                    NoteMove.values()[0],
                    LocalDateTime.of(2026, 6, 18, 9, 0),
                    missing));
  }

  private static SerialRules rules(
      Money denomination, int days, int notes, String machine, String unreadable) {
    return new SerialRules(
        Path.of(""),
        List.of(denomination),
        List.of(NoteMove.values()),
        days,
        notes,
        machine,
        unreadable);
  }
}
