package org.silverteller.host.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.money.Money;
import org.silverteller.money.Movement;

class StatementRowsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 18);
  private static final int ROW = 50;

  @Test
  void reads_what_was_written() throws Exception {
    List<Movement> movements =
        List.of(
            new Movement(DAY, "ATM取款", false, Money.ofYuan(500), Money.ofYuan(100), true),
            new Movement(
                DAY.minusDays(1), "养老金", true, Money.ofFen(215_000), Money.ofYuan(400), false));

    assertThat(StatementRows.read(StatementRows.write(movements))).isEqualTo(movements);
  }

  @Test
  void an_account_without_movements_has_none() throws Exception {
    assertThat(StatementRows.read(StatementRows.write(List.of()))).isEmpty();
  }

  @Test
  void shows_no_card_number_that_stands_in_a_summary() throws Exception {
    byte[] field = rows(1);
    put(field, 10, "6228480010020060");

    assertThat(StatementRows.read(field).get(0).summary()).isEqualTo("622848******0060");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 20261318, no date YYYYMMDD",
    "2, 2026061, no date YYYYMMDD",
    "26, X, expected C or D before a figure",
    "27, -00000000001, expected 12 digits",
    "27, 000000000000, an amount of nothing",
    "39, 0, expected C or D before a figure",
    "40, 00000000001X, expected 12 digits",
    "10, x\u001b[2J, a summary with characters that do not print",
    "10, x\u0000y, a summary with characters that do not print",
    "10, \u00ff\u00ff, a summary that is not GBK"
  })
  void refuses_a_row_and_says_what_is_wrong_with_it(int at, String hostile, String why) {
    byte[] field = rows(1);
    put(field, at, at == 2 ? (hostile + "        ").substring(0, 8) : hostile);

    assertThatThrownBy(() -> StatementRows.read(field))
        .isInstanceOf(MalformedMessage.class)
        .hasMessageStartingWith("field 62 movement 1")
        .hasMessageContaining(why);
  }

  @Test
  void refuses_a_balance_that_does_not_follow_and_a_date_out_of_order() {
    byte[] balance = rows(2);
    balance[2 + ROW + 51 - 1 - 2] ^= 1;
    byte[] date = rows(2);
    put(date, 2 + ROW, "20260619");

    for (byte[] field : List.of(balance, date)) {
      assertThatThrownBy(() -> StatementRows.read(field))
          .isInstanceOf(MalformedMessage.class)
          .hasMessageContaining("movement 2");
    }
  }

  @ParameterizedTest
  @CsvSource({"11, 552", "10, 501", "10, 503", "99, 4952", "0, 3", "1, 2"})
  void refuses_too_many_rows_and_rows_cut_short(int told, int bytes) {
    byte[] field = Arrays.copyOf(rows(10), bytes);
    put(field, 0, told < 10 ? "0" + told : Integer.toString(told));

    assertThatThrownBy(() -> StatementRows.read(field))
        .isInstanceOf(MalformedMessage.class)
        .hasMessageContaining("expected at most 10 of 50 bytes");
  }

  @Property(tries = 5000)
  void lets_only_its_own_refusal_out_whatever_bytes_come(
      @ForAll @Size(max = 600) byte[] field, @ForAll @IntRange(max = 12) int rows) {
    demandReadOrRefused(field);
    byte[] shaped = Arrays.copyOf(field, 2 + rows * ROW);
    put(shaped, 0, rows < 10 ? "0" + rows : Integer.toString(rows));
    demandReadOrRefused(shaped);
  }

  @Property(tries = 5000)
  void what_a_damaged_list_still_tells_can_be_shown(
      @ForAll @IntRange(min = 1, max = 10) int rows,
      @ForAll @IntRange(max = 501) int at,
      @ForAll byte damage) {
    byte[] field = rows(rows);
    field[at % field.length] ^= damage;
    demandReadOrRefused(field);
  }

  private static void demandReadOrRefused(byte[] field) {
    try {
      List<Movement> movements = StatementRows.read(field);
      assertThat(movements).hasSizeLessThanOrEqualTo(10);
      for (Movement movement : movements) {
        assertThat(movement.summary())
            .doesNotContainPattern("\\p{Cntrl}")
            .doesNotContainPattern("[0-9]{13}");
        assertThat(movement.amount().isZero()).isFalse();
      }
    } catch (MalformedMessage refused) {
      assertThat(refused.getMessage()).startsWith("field 62");
    }
  }

  private static byte[] rows(int count) {
    List<Movement> movements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      movements.add(
          new Movement(
              DAY.minusDays(i), "pay", true, Money.ofYuan(1), Money.ofYuan(1_000 - i), false));
    }
    return StatementRows.write(movements);
  }

  private static void put(byte[] field, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, field, at, Math.min(bytes.length, field.length - at));
  }
}
