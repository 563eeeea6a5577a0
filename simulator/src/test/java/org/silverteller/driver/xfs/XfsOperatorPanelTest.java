package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.simulator.xfs.LayoutTable;
import org.silverteller.simulator.xfs.OneStation;

class XfsOperatorPanelTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private OnTheBench bench;
  private XfsOperatorPanel panel;

  @BeforeEach
  void fitted() throws Exception {
    fit(OneStation.Text.STANDARD);
  }

  private void fit(OneStation.Text text) throws Exception {
    bench = new OnTheBench(OneStation.text(text, LayoutTable.V3_30));
    panel = XfsOperatorPanel.open(bench.open(), bench.events::add);
  }

  @AfterEach
  void everything_the_manager_gave_was_freed_once() {
    bench.settle();
    assertThat(bench.unfreed()).isZero();
    assertThat(bench.station.manager().freedTwice()).isZero();
  }

  @Test
  void shows_lines_and_cuts_what_is_too_wide() throws Exception {
    panel.show(List.of("钞箱 1  100 元  1,482 张", "取".repeat(25), "x".repeat(50)));
    assertThat(bench.station.rows().subList(0, 4))
        .containsExactly("钞箱 1  100 元  1,482 张", "取".repeat(20), "x".repeat(40), "");
    panel.show(List.of("ready"));
    assertThat(bench.station.rows().subList(0, 3)).containsExactly("ready", "", "");
    panel.clear();
    assertThat(bench.station.rows()).isEqualTo(Collections.nCopies(16, ""));
  }

  @Test
  void shows_no_more_lines_than_there_are_rows() throws Exception {
    panel.show(Collections.nCopies(20, "银行"));
    assertThat(bench.station.rows()).isEqualTo(Collections.nCopies(16, "银行"));
  }

  @Test
  void reads_a_key_that_prints() throws Exception {
    bench.meanwhile(() -> bench.station.press('7'));
    assertThat(panel.read(PATIENCE)).contains(TextKey.printing('7'));
  }

  @Test
  void reads_a_key_that_commands() throws Exception {
    bench.meanwhile(() -> bench.station.press(Ttu.WFS_TTU_CK_CANCEL));
    assertThat(panel.read(PATIENCE)).contains(TextKey.commanding(Ttu.WFS_TTU_CK_CANCEL));
  }

  @Test
  void reads_one_key_after_the_other() throws Exception {
    for (char key : "0815".toCharArray()) {
      bench.meanwhile(() -> bench.station.press(key));
      assertThat(panel.read(PATIENCE)).contains(TextKey.printing(key));
    }
  }

  @Test
  void reads_nothing_when_nobody_presses_a_key() throws Exception {
    assertThat(panel.read(PATIENCE)).isEmpty();
    panel.show(List.of("still there"));
    assertThat(bench.station.rows().get(0)).isEqualTo("still there");
  }

  @Test
  void reads_nothing_where_there_are_no_keys() throws Exception {
    fit(OneStation.Text.KEYLESS);
    assertThat(panel.read(PATIENCE)).isEmpty();
  }

  @Test
  void heeds_no_key_pressed_before_it_was_asked() throws Exception {
    bench.station.press('7');
    assertThat(panel.read(PATIENCE)).isEmpty();
  }

  @Test
  void says_why_a_read_failed_and_does_not_wait_for_a_key() {
    bench
        .station
        .manager()
        .mischief()
        .arm(
            OneStation.NAME,
            Ttu.WFS_CMD_TTU_READ,
            org.silverteller.simulator.xfs.XfsFault.VENDOR_ERROR);
    assertThatThrownBy(() -> panel.read(PATIENCE))
        .isInstanceOfSatisfying(
            DeviceFault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(Kind.HARDWARE);
              assertThat(fault.device()).isEqualTo(DeviceName.OPERATOR_PANEL);
            });
  }

  @Test
  void beeps_and_lights_its_lamps() throws Exception {
    panel.beep(XfsOperatorPanel.Beep.WARNING);
    panel.light(1, XfsOperatorPanel.Led.QUICK);
    assertThat(bench.station.beeps()).containsExactly(Ttu.WFS_TTU_BEEPWARNING);
    assertThat(bench.station.led(1)).isEqualTo(Ttu.WFS_TTU_LEDQUICKFLASH);
    assertThat(bench.station.led(0)).isEqualTo(Ttu.WFS_TTU_LEDOFF);
    assertThat(panel.leds()).isEqualTo(2);
    assertThatThrownBy(() -> panel.light(2, XfsOperatorPanel.Led.ON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("led 2");
  }

  @Test
  void says_that_it_is_off_the_line() {
    bench.station.offline(true);
    assertThat(panel.status()).isEqualTo(DeviceStatus.OFFLINE);
    assertThatThrownBy(() -> panel.show(List.of("?")))
        .isInstanceOfSatisfying(
            DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.OFFLINE));
  }
}
