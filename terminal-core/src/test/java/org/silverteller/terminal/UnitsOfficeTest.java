package org.silverteller.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.card.CardTable;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.ScriptedDispenser;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;
import org.silverteller.session.Ledger;
import org.silverteller.store.JournalLine;
import org.silverteller.store.SqliteStore;

class UnitsOfficeTest {

  @TempDir private Path folder;

  private final ScriptedDispenser dispenser = new ScriptedDispenser();
  private SqliteStore store;
  private UnitsOffice office;

  @BeforeEach
  void open() throws Exception {
    store = SqliteStore.open(folder.resolve("store"));
    Ledger ledger =
        new Ledger(
            store,
            InstantSource.fixed(Instant.parse("2026-06-18T09:00:00Z")),
            ZoneOffset.UTC,
            mock(CardTable.class),
            dispenser,
            false);
    office = new UnitsOffice(dispenser, ledger);
    dispenser.units = units(500, 3);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static List<CashUnit> units(int hundreds, int rejected) {
    return List.of(
        new CashUnit(
            UnitId.of("CASS1"), UnitType.BILL, Denomination.of(100), hundreds, 5, UnitState.OK),
        new CashUnit(
            UnitId.of("REJECT"), UnitType.REJECT, Denomination.MIXED, rejected, 0, UnitState.OK));
  }

  private List<String> journal() {
    return store.journal(10).stream().map(JournalLine::text).toList();
  }

  @Test
  void counts_stand_in_the_journal_old_and_new_before_the_dispenser_is_told() {
    assertThat(office.set("replenisher-1", List.of("CASS1=2000", "REJECT=0")).changed())
        .containsExactly(
            new UnitsOffice.Changed("CASS1", 500, 2_000), new UnitsOffice.Changed("REJECT", 3, 0));
    assertThat(dispenser.commands).hasSize(1);
    assertThat(journal())
        .containsExactly(
            "OPERATOR replenisher-1 SETS COUNTS CASS1 500>2000, REJECT 3>0",
            "COUNTS CASS1 500>2000, REJECT 3>0");
  }

  @Test
  void counts_that_the_dispenser_refuses_are_told_to_be_as_they_were() {
    dispenser.counting = Optional.of(ScriptedDispenser.fault(Kind.SEQUENCE));
    assertThatThrownBy(() -> office.set("replenisher-1", List.of("CASS1=2000")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SEQUENCE");
    assertThat(journal())
        .containsExactly(
            "OPERATOR replenisher-1 SETS COUNTS CASS1 500>2000",
            "COUNTS FAULT CASH_DISPENSER SEQUENCE",
            "COUNTS UNCHANGED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "CASS1", "=5", "CASS1=", "CASS1=-1", "CASS1=1234567", "CASS1=x", "cass1=5"})
  void what_is_no_unit_with_its_notes_is_refused_before_anything_is_told(String word) {
    assertThatThrownBy(() -> office.set("replenisher-1", List.of(word)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected");
    assertThat(dispenser.commands).isEmpty();
    assertThat(journal()).isEmpty();
  }

  @Test
  void no_counts_unknown_units_and_units_that_stand_twice_are_refused() {
    assertThatThrownBy(() -> office.set("replenisher-1", List.of()))
        .hasMessage("no counts: expected some, such as CASS1=2000 REJECT=0");
    assertThatThrownBy(() -> office.set("replenisher-1", List.of("CASS7=1")))
        .hasMessage("unit 'CASS7': expected one of [CASS1, REJECT]");
    assertThatThrownBy(() -> office.set("replenisher-1", List.of("CASS1=1", "CASS1=2")))
        .hasMessage("'CASS1=2': CASS1 stands twice");
    assertThat(dispenser.commands).isEmpty();
  }

  @Test
  void test_cash_is_in_the_journal_by_unit_also_when_it_ends_in_a_fault() {
    dispenser.test =
        () -> {
          dispenser.units = units(499, 4);
          return Counted.NOTHING;
        };
    assertThat(office.test("engineer-1").changed())
        .containsExactly(
            new UnitsOffice.Changed("CASS1", 500, 499), new UnitsOffice.Changed("REJECT", 3, 4));
    dispenser.test =
        () -> {
          dispenser.units = units(498, 5);
          throw ScriptedDispenser.fault(Kind.JAMMED);
        };
    assertThatThrownBy(() -> office.test("engineer-1")).hasMessageContaining("JAMMED");
    assertThat(journal())
        .containsExactly(
            "OPERATOR engineer-1 TESTS UNITS",
            "TEST CASH CASS1 500>499, REJECT 3>4",
            "OPERATOR engineer-1 TESTS UNITS",
            "TEST CASH FAULT CASH_DISPENSER JAMMED",
            "TEST CASH CASS1 499>498, REJECT 4>5");
  }

  @Test
  void a_dispenser_that_tells_no_units_is_named() {
    dispenser.asking = Optional.of(ScriptedDispenser.fault(Kind.OFFLINE));
    assertThatThrownBy(() -> office.test("engineer-1"))
        .hasMessage("CASH_DISPENSER OFFLINE; expected a dispenser that tells its units");
    assertThat(dispenser.commands).isEmpty();
  }
}
