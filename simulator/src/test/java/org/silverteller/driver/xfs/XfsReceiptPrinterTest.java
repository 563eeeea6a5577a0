package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.device.ReceiptPrinter.Paper;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.hardware.Effect;
import org.silverteller.simulator.hardware.EffectHook;
import org.silverteller.simulator.hardware.Fault;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.Sabotage;
import org.silverteller.simulator.xfs.LayoutTable;
import org.silverteller.simulator.xfs.Mischief;
import org.silverteller.simulator.xfs.OneStation;

class XfsReceiptPrinterTest {

  private static final ReceiptSettings RAW = ReceiptSettings.RAW;
  private static final ReceiptSettings FORM = RAW.with(new ReceiptSettings.Form("SLIP", "RECEIPT"));
  private static final ReceiptSettings WIDE_FORM = RAW.with(new ReceiptSettings.Form("SLIPW", ""));

  private static final TerminalEvent CHANGED =
      new TerminalEvent.DeviceChanged(DeviceName.RECEIPT_PRINTER);

  private static final List<String> SLIP =
      List.of("银行 Bank", "", "实付金额 Paid out: 300.00", "STAN 000017");

  private final List<String> seen = new ArrayList<>();
  private OnTheBench bench;
  private ReceiptPrinter printer;

  /** How slips are printed. */
  enum Way {
    RAW_DATA,
    FORM_OF_CHAR,
    FORM_OF_UNICODE;

    ReceiptSettings settings() {
      return switch (this) {
        case RAW_DATA -> RAW;
        case FORM_OF_CHAR -> FORM;
        case FORM_OF_UNICODE -> WIDE_FORM;
      };
    }
  }

  @BeforeEach
  void fitted() throws Exception {
    fit(MachineSpec.STANDARD, LayoutTable.V3_30, RAW);
  }

  private void fit(MachineSpec spec, LayoutTable newest, ReceiptSettings settings)
      throws Exception {
    bench = new OnTheBench(OneStation.receiptPrinter(spec, newest));
    bench.station.machine().witness(this::saw);
    printer = XfsReceiptPrinter.open(bench.open(), bench.events::add, settings);
  }

  /** What the printer was commanded; what hands do is not asked here. */
  private void saw(String line) {
    if (line.startsWith("printer ")) {
      seen.add(line);
    }
  }

  private void fit(Way way) throws Exception {
    fit(MachineSpec.STANDARD, LayoutTable.V3_30, way.settings());
  }

  @AfterEach
  void everything_the_manager_gave_was_freed_once() {
    assertThat(bench.unfreed()).isZero();
    assertThat(bench.station.manager().freedTwice()).isZero();
  }

  private List<String> taken() {
    return bench.station.machine().customer().takeReceipt().orElseThrow();
  }

  private void arm(Sabotage sabotage) {
    bench.station.machine().saboteur().arm(sabotage);
    bench.posted();
    seen.clear();
  }

  private void assertFault(Kind kind, List<String> lines) {
    assertThatThrownBy(() -> printer.print(lines))
        .isInstanceOfSatisfying(
            DeviceFault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(kind);
              assertThat(fault.device()).isEqualTo(DeviceName.RECEIPT_PRINTER);
            });
  }

  // ---- what it can do

  @ParameterizedTest
  @CsvSource({"true,true,false", "true,true,true", "false,true,false", "false,false,false"})
  void tells_what_the_printer_can_do(boolean cuts, boolean presents, boolean retracts)
      throws Exception {
    ReceiptPrinter.Capabilities can = new ReceiptPrinter.Capabilities(40, cuts, presents, retracts);
    fit(specWith(can), LayoutTable.V3_30, RAW);
    assertThat(printer.capabilities()).isEqualTo(can);
  }

  @Test
  void takes_the_columns_from_the_settings_because_the_standard_does_not_tell_them()
      throws Exception {
    fit(
        MachineSpec.STANDARD,
        LayoutTable.V3_30,
        new ReceiptSettings(48, RAW.form(), RAW.before(), RAW.cut()));
    assertThat(printer.capabilities().columns()).isEqualTo(48);
  }

  private static MachineSpec specWith(ReceiptPrinter.Capabilities printer) {
    MachineSpec spec = MachineSpec.STANDARD;
    return new MachineSpec(
        spec.units(),
        spec.dispenser(),
        spec.reader(),
        printer,
        spec.slips(),
        spec.screen(),
        spec.pinPad(),
        spec.masterKey(),
        spec.extras(),
        spec.acceptor(),
        spec.passbook());
  }

  // ---- printing

  @ParameterizedTest
  @EnumSource(Way.class)
  void prints_the_slip_as_it_was_given_chinese_and_blank_lines_and_all(Way way) throws Exception {
    fit(way);
    printer.print(SLIP);
    assertThat(seen).containsExactly("printer print 4 lines");
    assertThat(taken()).isEqualTo(SLIP);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void prints_a_slip_longer_than_any_form_as_one(Way way) throws Exception {
    List<String> slip = IntStream.rangeClosed(1, 47).mapToObj(row -> "第 " + row + " 行").toList();
    fit(way);
    printer.print(slip);
    assertThat(seen).containsExactly("printer print 47 lines");
    assertThat(taken()).isEqualTo(slip);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void breaks_a_line_wider_than_the_paper(Way way) throws Exception {
    fit(way);
    printer.print(List.of("取".repeat(21), "1".repeat(41), "a取".repeat(14)));
    assertThat(taken())
        .containsExactly("取".repeat(20), "取", "1".repeat(40), "1", "a取".repeat(13) + "a", "取");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void keeps_each_slip_to_itself(Way way) throws Exception {
    fit(way);
    printer.print(List.of("first"));
    assertThat(taken()).containsExactly("first");
    printer.print(List.of("second", "slip"));
    assertThat(taken()).containsExactly("second", "slip");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void lets_no_text_steer_the_printer(Way way) throws Exception {
    fit(way);
    printer.print(List.of("a\u001Bib\u001DV\0c\nd=e\u0000LINE2=x"));
    assertThat(seen).containsExactly("printer print 1 lines");
    assertThat(taken()).containsExactly("a ib V c d=e LINE2=x");
  }

  @Test
  void says_what_gbk_cannot_say_in_another_way() throws Exception {
    printer.print(List.of("¥300 • é 😀"));
    assertThat(taken()).containsExactly("￥300 * é ?");
    fit(Way.FORM_OF_UNICODE);
    printer.print(List.of("¥300 • é 😀"));
    assertThat(taken()).containsExactly("¥300 • é 😀");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1D564103", "1D5600", "1B69"})
  void cuts_by_its_own_bytes_where_the_service_does_not(String cut) throws Exception {
    fit(
        specWith(new ReceiptPrinter.Capabilities(40, false, false, false)),
        LayoutTable.V3_30,
        new ReceiptSettings(40, RAW.form(), "1B401C26", cut));
    printer.print(SLIP);
    printer.print(List.of("another"));
    assertThat(seen).containsExactly("printer print 4 lines", "printer print 1 lines");
    assertThat(taken()).containsExactly("another");
  }

  @Test
  void prints_raw_data_where_the_form_is_not_there() throws Exception {
    fit(MachineSpec.STANDARD, LayoutTable.V3_30, RAW.with(new ReceiptSettings.Form("RECIEPT", "")));
    printer.print(SLIP);
    assertThat(taken()).isEqualTo(SLIP);
  }

  @Test
  void says_that_the_medium_of_the_form_is_not_there() throws Exception {
    fit(MachineSpec.STANDARD, LayoutTable.V3_30, RAW.with(new ReceiptSettings.Form("SLIP", "A4")));
    assertFault(Kind.UNSUPPORTED, SLIP);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void prints_at_a_provider_of_three_point_nought(Way way) throws Exception {
    fit(MachineSpec.STANDARD, LayoutTable.V3_00, way.settings());
    assertThat(printer.status()).isEqualTo(DeviceStatus.ONLINE);
    assertThat(printer.capabilities().presents()).isTrue();
    printer.print(SLIP);
    assertThat(taken()).isEqualTo(SLIP);
  }

  // ---- supplies

  @Test
  void tells_of_paper_as_it_runs_out() throws Exception {
    fit(MachineSpec.STANDARD.withSlips(10), LayoutTable.V3_30, RAW);
    for (int slip = 0; slip < 8; slip++) {
      printer.print(List.of("slip"));
    }
    assertThat(printer.paper()).isEqualTo(Paper.FULL);
    assertThat(printer.status()).isEqualTo(DeviceStatus.ONLINE);
    assertThat(bench.posted()).isEmpty();
    printer.print(List.of("slip"));
    assertThat(bench.posted()).isNotEmpty().containsOnly(CHANGED);
    assertThat(printer.paper()).isEqualTo(Paper.LOW);
    assertThat(printer.status()).isEqualTo(DeviceStatus.NEEDS_ATTENTION);
    printer.print(List.of("slip"));
    assertThat(bench.posted()).isNotEmpty().containsOnly(CHANGED);
    assertThat(printer.paper()).isEqualTo(Paper.OUT);
    assertFault(Kind.PAPER_OUT, SLIP);
    bench.station.machine().operator().addPaper();
    assertThat(bench.posted()).isNotEmpty().containsOnly(CHANGED);
    assertThat(printer.paper()).isEqualTo(Paper.FULL);
    printer.print(SLIP);
    assertThat(taken()).isEqualTo(SLIP);
  }

  @ParameterizedTest
  @CsvSource({
    "0, FULL, ONLINE",
    "1, LOW, NEEDS_ATTENTION",
    "2, OUT, NEEDS_ATTENTION",
    "3, UNKNOWN, ONLINE",
    "4, UNKNOWN, ONLINE",
    "5, UNKNOWN, HARDWARE_ERROR",
    "77, UNKNOWN, ONLINE"
  })
  void reads_the_paper_of_the_upper_supply(int fwPaper, Paper paper, DeviceStatus status)
      throws Exception {
    says(Map.of(), Map.of(0, fwPaper), 0);
    assertThat(printer.paper()).isEqualTo(paper);
    assertThat(printer.status()).isEqualTo(status);
  }

  @Test
  void reads_the_paper_of_another_supply_where_there_is_no_upper_one() throws Exception {
    says(Map.of(), Map.of(2, 1), 0);
    assertThat(printer.paper()).isEqualTo(Paper.LOW);
    assertThat(printer.status()).isEqualTo(DeviceStatus.NEEDS_ATTENTION);
  }

  @ParameterizedTest
  @CsvSource({
    "fwToner, 1, NEEDS_ATTENTION",
    "fwToner, 2, NEEDS_ATTENTION",
    "fwToner, 3, ONLINE",
    "fwInk, 1, NEEDS_ATTENTION",
    "fwInk, 2, NEEDS_ATTENTION",
    "fwMedia, 0, ONLINE",
    "fwMedia, 2, HARDWARE_ERROR",
    "wRetractBin, 0, ONLINE",
    "wRetractBin, 1, NEEDS_ATTENTION",
    "wRetractBin, 4, NEEDS_ATTENTION",
    "wRetractBin, 5, NEEDS_ATTENTION",
    "fwDevice, 1, OFFLINE",
    "fwDevice, 2, OFFLINE",
    "fwDevice, 3, NOT_FITTED",
    "fwDevice, 4, HARDWARE_ERROR",
    "fwDevice, 6, ONLINE",
    "fwDevice, 99, HARDWARE_ERROR"
  })
  void reads_what_needs_a_hand_from_the_status(String field, int value, DeviceStatus status)
      throws Exception {
    says(Map.of(field, value), Map.of(0, 0), 0);
    assertThat(printer.status()).isEqualTo(status);
  }

  private void says(Map<String, Integer> words, Map<Integer, Integer> paper, int code)
      throws Exception {
    bench = new OnTheBench(OneStation.saying(words, paper, code));
    printer = XfsReceiptPrinter.open(bench.open(), bench.events::add, RAW);
  }

  @Test
  void tells_no_change_when_a_slip_is_taken() throws Exception {
    XfsReceiptPrinter told = XfsReceiptPrinter.open(bench.open(), bench.events::add, RAW);
    told.told(event(Ptr.WFS_SRVE_PTR_MEDIATAKEN));
    assertThat(bench.posted()).isEmpty();
    told.told(event(113));
    assertThat(bench.posted()).containsExactly(CHANGED);
  }

  private static XfsEvent event(int id) {
    return new XfsEvent(Xfs.WFS_SERVICE_EVENT, id, null);
  }

  // ---- faults

  @ParameterizedTest
  @CsvSource({
    "-123, PAPER_OUT",
    "-122, JAMMED",
    "-119, JAMMED",
    "-113, JAMMED",
    "-132, JAMMED",
    "-118, SHUTTER",
    "-114, FULL",
    "-115, FULL",
    "-102, NO_MEDIA",
    "-128, SEQUENCE",
    "-100, UNSUPPORTED",
    "-108, UNSUPPORTED",
    "-124, HARDWARE",
    "-13, OFFLINE",
    "-32, OFFLINE",
    "-48, TIMEOUT",
    "-50, UNSUPPORTED",
    "-7777, HARDWARE"
  })
  void tells_faults_in_the_words_of_the_port(int code, Kind kind) throws Exception {
    says(Map.of(), Map.of(0, 0), code);
    assertFault(kind, SLIP);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void says_that_the_paper_is_out_and_forgets_the_slip(Way way) throws Exception {
    fit(way);
    arm(Sabotage.once(Fault.PAPER_OUT));
    assertFault(Kind.PAPER_OUT, List.of("of one customer"));
    printer.print(List.of("of another"));
    assertThat(taken()).containsExactly("of another");
    assertThat(seen).containsExactly("printer print 1 lines → PAPER_OUT", "printer print 1 lines");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void says_that_the_paper_is_jammed_until_it_is_reset(Way way) throws Exception {
    fit(way);
    arm(Sabotage.once(Fault.PAPER_JAM));
    assertFault(Kind.JAMMED, SLIP);
    assertThat(printer.status()).isEqualTo(DeviceStatus.HARDWARE_ERROR);
    assertFault(Kind.JAMMED, SLIP);
    printer.reset();
    assertThat(printer.status()).isEqualTo(DeviceStatus.ONLINE);
    printer.print(SLIP);
    assertThat(seen)
        .containsExactly(
            "printer print 4 lines → JAMMED",
            "printer print 4 lines → JAMMED",
            "printer reset",
            "printer print 4 lines");
  }

  @Test
  void says_that_a_jam_cannot_be_reset() {
    arm(Sabotage.lasting(Fault.PAPER_JAM));
    assertFault(Kind.JAMMED, SLIP);
    assertThatThrownBy(printer::reset)
        .isInstanceOfSatisfying(
            DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.JAMMED));
  }

  @Test
  void says_that_the_printer_is_off_the_line() throws Exception {
    arm(Sabotage.lasting(Fault.PRINTER_OFFLINE));
    assertThat(printer.status()).isEqualTo(DeviceStatus.OFFLINE);
    assertThat(printer.paper()).isEqualTo(Paper.UNKNOWN);
    assertFault(Kind.OFFLINE, SLIP);
    assertThat(seen).containsExactly("printer print 4 lines → OFFLINE");
    bench.station.machine().saboteur().clear(Fault.PRINTER_OFFLINE);
    assertThat(bench.posted()).isNotEmpty().containsOnly(CHANGED);
    assertThat(printer.status()).isEqualTo(DeviceStatus.ONLINE);
    printer.print(List.of("again"));
    assertThat(taken()).containsExactly("again");
  }

  @Test
  void drops_what_a_failed_slip_left_in_the_buffer() throws Exception {
    mischief().arm(OneStation.NAME, Ptr.WFS_CMD_PTR_CONTROL_MEDIA, fault("VENDOR_ERROR"));
    assertFault(Kind.HARDWARE, List.of("of one customer"));
    printer.print(List.of("of another"));
    assertThat(taken()).containsExactly("of another");
    assertThat(seen).containsExactly("printer print 1 lines");
  }

  @Test
  void drops_it_by_a_reset_where_the_printer_cannot_clear_its_buffer() throws Exception {
    fit(MachineSpec.STANDARD, LayoutTable.V3_20, RAW);
    mischief().arm(OneStation.NAME, Ptr.WFS_CMD_PTR_CONTROL_MEDIA, fault("TIME_OUT"));
    assertFault(Kind.TIMEOUT, List.of("of one customer"));
    printer.print(List.of("of another"));
    assertThat(taken()).containsExactly("of another");
    assertThat(seen).containsExactly("printer reset", "printer print 1 lines");
  }

  @Test
  void opens_a_lost_service_again_and_prints() throws Exception {
    mischief().arm(OneStation.NAME, Ptr.WFS_CMD_PTR_RAW_DATA, fault("CONNECTION_LOST"));
    assertFault(Kind.OFFLINE, SLIP);
    mischief().disarm();
    printer.print(SLIP);
    assertThat(taken()).isEqualTo(SLIP);
  }

  @Test
  void keeps_the_vendors_code_in_the_words_of_the_fault() {
    mischief().arm(OneStation.NAME, Ptr.WFS_CMD_PTR_RAW_DATA, fault("VENDOR_ERROR"));
    assertThatThrownBy(() -> printer.print(SLIP))
        .hasMessageContaining(String.valueOf(Mischief.VENDOR_CODE));
  }

  @Test
  void heeds_no_junk_and_no_event_that_no_standard_knows() throws Exception {
    for (String fault : List.of("JUNK_BUFFER", "UNKNOWN_EVENTS", "DUPLICATE_COMPLETION")) {
      mischief().arm(OneStation.NAME, Ptr.WFS_CMD_PTR_RAW_DATA, fault(fault));
      mischief().arm(OneStation.NAME, Ptr.WFS_CMD_PTR_CONTROL_MEDIA, fault(fault));
      printer.print(SLIP);
      assertThat(taken()).isEqualTo(SLIP);
    }
  }

  private Mischief mischief() {
    return bench.station.manager().mischief();
  }

  private static org.silverteller.simulator.xfs.XfsFault fault(String name) {
    return org.silverteller.simulator.xfs.XfsFault.valueOf(name);
  }

  // ---- power

  @ParameterizedTest
  @CsvSource({
    "RAW_DATA,true", "RAW_DATA,false",
    "FORM_OF_CHAR,true", "FORM_OF_UNICODE,false"
  })
  void lets_a_power_cut_through_and_prints_after_it(Way way, boolean before) throws Exception {
    fit(way);
    bench.station.machine().hook(cut(before));
    assertThatThrownBy(() -> printer.print(SLIP)).isInstanceOf(PowerCut.class);
    bench.station.machine().hook(EffectHook.NONE);
    bench.reboot();
    printer = XfsReceiptPrinter.open(bench.open(), bench.events::add, way.settings());
    assertThat(bench.station.machine().view().slipWaits()).isEqualTo(!before);
    printer.print(List.of("after"));
    assertThat(taken()).containsExactly("after");
  }

  private static EffectHook cut(boolean before) {
    return new EffectHook() {
      @Override
      public void before(Effect effect) {
        cutAt(effect, before);
      }

      @Override
      public void after(Effect effect) {
        cutAt(effect, !before);
      }

      private void cutAt(Effect effect, boolean here) {
        if (here && effect == Effect.SLIP_PRINTED) {
          throw new PowerCut("slip printed");
        }
      }
    };
  }
}
