package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silverteller.driver.xfs.DispenserBench.HUNDREDS;
import static org.silverteller.driver.xfs.DispenserBench.PATIENCE;
import static org.silverteller.driver.xfs.DispenserBench.REJECT;
import static org.silverteller.driver.xfs.DispenserBench.hundreds;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.hardware.Effect;
import org.silverteller.simulator.hardware.EffectHook;
import org.silverteller.simulator.xfs.LayoutTable;
import org.silverteller.simulator.xfs.XfsFault;

/** Exchange and test cash of a CDM service, and what others do with it meanwhile. */
class XfsExchangeTest {

  private static final int START = Cdm.WFS_CMD_CDM_START_EXCHANGE;
  private static final int END = Cdm.WFS_CMD_CDM_END_EXCHANGE;

  private final List<DispenserBench> benches = new ArrayList<>();
  private final DispenserBench bench = bench(LayoutTable.V3_30);

  private DispenserBench bench(LayoutTable version) {
    DispenserBench opened = new DispenserBench(version);
    benches.add(opened);
    return opened;
  }

  static Stream<LayoutTable> versions() {
    return Stream.of(LayoutTable.V3_00, LayoutTable.V3_10, LayoutTable.V3_20, LayoutTable.V3_30);
  }

  @AfterEach
  void nothing_is_left_unfreed_and_nothing_is_freed_twice() {
    assertThat(benches).allSatisfy(opened -> assertThat(opened.leaked()).isZero());
  }

  private static void faults(Kind kind, ThrowingCallable command) {
    assertThatThrownBy(command)
        .isInstanceOfSatisfying(
            DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }

  private void serves() throws DeviceFault {
    assertThat(bench.dispenser().stack(hundreds(1), 99).notes()).isEqualTo(hundreds(1));
    assertThat(bench.dispenser().rejectAll().rejected()).isEqualTo(1);
  }

  // ---- the complete list

  @ParameterizedTest
  @MethodSource("versions")
  void counts_reach_a_provider_of_any_version(LayoutTable version) throws DeviceFault {
    DispenserBench any = bench(version);
    any.machine.operator().stuffUnit(HUNDREDS, -1_500);

    any.dispenser().setCounts(Map.of(HUNDREDS, 500, REJECT, 0));

    assertThat(any.count(HUNDREDS)).isEqualTo(500);
    any.machine.ledger().demandBalance();
  }

  @Test
  void an_exchange_that_leaves_a_unit_out_is_refused_and_goes_on() throws Exception {
    bench.startExchange(1);
    assertThatThrownBy(() -> bench.endExchange(1))
        .hasMessageContaining("WFS_ERR_CDM_INVALIDCASHUNIT");
    assertThatThrownBy(() -> bench.startExchange(1))
        .hasMessageContaining("WFS_ERR_CDM_EXCHANGEACTIVE");
    bench.endExchange(0);
    assertThatThrownBy(() -> bench.endExchange(0))
        .hasMessageContaining("WFS_ERR_CDM_NOEXCHANGEACTIVE");
    serves();
  }

  @Test
  void an_exchange_of_no_unit_or_an_unknown_one_does_not_begin() throws Exception {
    assertThatThrownBy(bench::startExchange).hasMessageContaining("INVALIDCASHUNIT");
    assertThatThrownBy(() -> bench.startExchange(1, 7)).hasMessageContaining("INVALIDCASHUNIT");
    serves();
  }

  @Test
  void an_exchange_ends_with_a_list_and_not_with_nothing() throws Exception {
    bench.startExchange(1);
    assertThatThrownBy(() -> bench.other().execute(END, Pointer.NULL, PATIENCE))
        .hasMessageContaining("WFS_ERR_INVALID_DATA");
    bench.endExchange(0);
  }

  @Test
  void the_list_holds_what_the_provider_tells_but_for_what_was_counted() throws Exception {
    bench.dispenser().stack(hundreds(2), 1);
    bench.dispenser().rejectAll();
    try (XfsResult info = bench.other().info(Cdm.WFS_INF_CDM_CASH_UNIT_INFO);
        XfsArena arena = bench.other().arena()) {
      XfsRecord known = info.as(Cdm.WFSCDMCUINFO, bench.other().dialect());
      CdmUnits units = CdmUnits.read(known, new XfsCurrency("CNY", -2), 0);

      XfsRecord list = new CdmCounting(units, Map.of(HUNDREDS, 700, REJECT, 0)).list(known, arena);

      List<XfsRecord> told = CdmUnits.list(list);
      List<XfsRecord> before = CdmUnits.list(known);
      assertThat(told).hasSameSizeAs(before);
      for (int place = 0; place < told.size(); place++) {
        XfsRecord unit = told.get(place);
        assertThat(unit.text("lpszCashUnitName"))
            .isEqualTo(before.get(place).text("lpszCashUnitName"));
        for (String same : List.of("usNumber", "usType", "usStatus", "usNumPhysicalCUs")) {
          assertThat(unit.word(same)).isEqualTo(before.get(place).word(same));
        }
        assertThat(unit.bytes("cUnitID")).isEqualTo(before.get(place).bytes("cUnitID"));
        assertThat(unit.ulong("ulValues")).isEqualTo(before.get(place).ulong("ulValues"));
        assertThat(unit.ulong("ulRejectCount")).as("the reject bin is empty").isZero();
        XfsRecord cassette = unit.list("lppPhysical", Cdm.WFSCDMPHCU, 1).get(0);
        assertThat(cassette.ulong("ulCount")).isEqualTo(unit.ulong("ulCount"));
        assertThat(cassette.text("lpPhysicalPositionName"))
            .isEqualTo(unit.text("lpszCashUnitName"));
      }
      assertThat(told.get(0).ulong("ulCount")).isEqualTo(700);
      assertThat(told.get(0).ulong("ulInitialCount")).isEqualTo(700);
      assertThat(told.get(1).ulong("ulCount")).isEqualTo(before.get(1).ulong("ulCount"));
      assertThat(before.get(0).ulong("ulRejectCount")).isEqualTo(2);
    }
  }

  @Test
  void one_count_is_not_shared_among_several_cassettes() throws Exception {
    try (XfsArena arena = bench.other().arena()) {
      XfsRecord shared =
          arena
              .structure(Cdm.WFSCDMCASHUNIT)
              .word("usType", Cdm.WFS_CDM_TYPEBILLCASSETTE)
              .word("usNumPhysicalCUs", 2)
              .chars("cCurrencyID", "CNY")
              .dword("ulValues", 10_000)
              .pointer("lpszCashUnitName", arena.text("CASS1"));
      XfsRecord info =
          arena
              .structure(Cdm.WFSCDMCUINFO)
              .word("usCount", 1)
              .pointer("lppList", arena.list(List.of(shared)));
      CdmUnits units = CdmUnits.read(info, new XfsCurrency("CNY", -2), 0);

      assertThat(new CdmCounting(units, Map.of(HUNDREDS, 5)).unshareable(List.of(shared)))
          .containsExactly(shared);
      assertThat(new CdmCounting(units, Map.of(HUNDREDS, 0)).unshareable(List.of(shared)))
          .isEmpty();
      assertThat(new CdmCounting(units, Map.of(REJECT, 5)).unshareable(List.of(shared))).isEmpty();
    }
  }

  // ---- exchanges that are open already

  @Test
  void an_exchange_left_open_by_a_power_cut_ends_before_the_next() throws Exception {
    bench.startExchange(1, 2);
    bench.powerCut();
    bench.machine.operator().stuffUnit(HUNDREDS, -100);

    bench.dispenser().setCounts(Map.of(HUNDREDS, 1_900));

    bench.machine.ledger().demandBalance();
    serves();
  }

  @Test
  void a_dispenser_in_exchange_is_out_of_order_until_the_exchange_ends() throws Exception {
    bench.startExchange(1);
    faults(Kind.SEQUENCE, () -> bench.dispenser().stack(hundreds(1), 1));
    assertThat(bench.dispenser().status()).isEqualTo(DeviceStatus.HARDWARE_ERROR);
    assertThat(bench.events).contains(new TerminalEvent.DeviceChanged(DeviceName.CASH_DISPENSER));
    faults(Kind.SEQUENCE, bench.dispenser()::testUnits);

    bench.dispenser().setCounts(Map.of(HUNDREDS, 2_000));

    assertThat(bench.dispenser().status()).isEqualTo(DeviceStatus.ONLINE);
    serves();
  }

  @Test
  void nobody_counts_while_another_application_has_locked_the_dispenser() throws Exception {
    bench.other().lock(PATIENCE);
    bench.startExchange(1);

    faults(Kind.OFFLINE, () -> bench.dispenser().setCounts(Map.of(HUNDREDS, 10)));

    bench.endExchange(0);
    bench.other().unlock();
    assertThat(bench.count(HUNDREDS)).isEqualTo(2_000);
    serves();
  }

  @Test
  void without_the_lock_no_exchange_begins() throws Exception {
    bench
        .station
        .manager()
        .mischief()
        .armConnection("CDM", Xfs.WFS_LOCK_COMPLETE, XfsFault.TIME_OUT);
    faults(Kind.TIMEOUT, () -> bench.dispenser().setCounts(Map.of(HUNDREDS, 10)));
    bench.settle();
    assertThat(bench.count(HUNDREDS)).isEqualTo(2_000);
    serves();
  }

  @Test
  void the_lock_is_given_back_whatever_becomes_of_the_counts() throws Exception {
    bench.dispenser().setCounts(Map.of(HUNDREDS, 2_000));
    bench.other().lock(PATIENCE);
    bench.other().unlock();
    faults(Kind.FULL, () -> bench.dispenser().setCounts(Map.of(HUNDREDS, 1_000_000)));
    bench.other().lock(PATIENCE);
    bench.other().unlock();
  }

  // ---- what goes wrong within

  @Test
  void counts_that_are_refused_leave_no_exchange_open() throws Exception {
    for (XfsFault wrong :
        List.of(XfsFault.VENDOR_ERROR, XfsFault.TIME_OUT, XfsFault.NO_COMPLETION)) {
      bench.station.manager().mischief().arm("CDM", END, wrong);
      assertThatThrownBy(() -> bench.dispenser().setCounts(Map.of(HUNDREDS, 10)))
          .as("%s", wrong)
          .isInstanceOf(DeviceFault.class);
      bench.settle();
      serves();
    }
  }

  @Test
  void an_exchange_that_does_not_begin_changes_nothing() throws Exception {
    for (XfsFault wrong : List.of(XfsFault.VENDOR_ERROR, XfsFault.NO_COMPLETION)) {
      bench.station.manager().mischief().arm("CDM", START, wrong);
      assertThatThrownBy(() -> bench.dispenser().setCounts(Map.of(HUNDREDS, 10)))
          .isInstanceOf(DeviceFault.class);
      bench.settle();
      assertThat(bench.count(HUNDREDS)).isGreaterThan(1_000);
    }
    serves();
  }

  @Test
  void a_dispenser_that_counts_otherwise_than_it_was_told_has_failed() throws Exception {
    bench.machine.hook(
        new EffectHook() {
          @Override
          public void before(Effect effect) {}

          @Override
          public void after(Effect effect) {
            if (effect == Effect.COUNTS_SET) {
              bench.machine.operator().loadUnit(HUNDREDS, 1);
            }
          }
        });
    assertThatThrownBy(() -> bench.dispenser().setCounts(Map.of(HUNDREDS, 10)))
        .isInstanceOf(DeviceFault.class)
        .hasMessageContaining("CASS1 was told 10 notes, and counts 11");
  }

  @Test
  void an_end_that_completes_late_has_told_the_counts() throws Exception {
    bench.machine.operator().stuffUnit(HUNDREDS, -1_000);
    bench.station.manager().mischief().arm("CDM", END, XfsFault.LATE_COMPLETION);
    bench.dispenser().setCounts(Map.of(HUNDREDS, 1_000));
    bench.machine.ledger().demandBalance();
    serves();
  }

  // ---- test cash

  @Test
  void test_cash_goes_nowhere_but_to_the_reject_unit() throws Exception {
    try (XfsArena arena = bench.other().arena()) {
      Pointer first = arena.structure(Cdm.WFSCDMITEMPOSITION).word("usNumber", 1).pointer();
      assertThatThrownBy(
              () -> bench.other().execute(Cdm.WFS_CMD_CDM_TEST_CASH_UNITS, first, PATIENCE))
          .hasMessageContaining("WFS_ERR_UNSUPP_DATA");
    }
    assertThat(bench.dispenser().testUnits().rejected()).isEqualTo(4);
    assertThat(bench.count(REJECT)).isEqualTo(4);
    bench.machine.ledger().demandBalance();
    serves();
  }

  @Test
  void a_cassette_that_gave_no_test_cash_does_not_colour_the_next_fault() throws Exception {
    bench.machine.operator().removeUnit(HUNDREDS);
    assertThat(bench.dispenser().testUnits().rejected()).isEqualTo(3);
    bench.settle();
    bench.machine.operator().insertUnit(HUNDREDS);
    faults(Kind.NO_MEDIA, bench.dispenser()::retract);
    serves();
  }

  @Test
  void test_cash_that_nobody_knows_the_end_of_is_in_the_counts() throws Exception {
    bench
        .station
        .manager()
        .mischief()
        .arm("CDM", Cdm.WFS_CMD_CDM_TEST_CASH_UNITS, XfsFault.VENDOR_ERROR);
    assertThatThrownBy(bench.dispenser()::testUnits).isInstanceOf(DeviceFault.class);
    bench.settle();
    bench.machine.ledger().demandBalance();
  }
}
