package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.Lights.Place;
import org.silverteller.device.Lights.Rate;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent.DeviceChanged;
import org.silverteller.event.TerminalEvent.HeadsetChanged;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.xfs.LayoutTable;
import org.silverteller.simulator.xfs.XfsMachine;

final class XfsLightsTest {

  private XfsMachine machine;
  private BridgeBench bench;
  private XfsLights lights;

  private void use(MachineSpec spec, LayoutTable newest) throws Exception {
    machine = new XfsMachine(spec, newest);
    bench = new BridgeBench(machine.manager());
    open();
  }

  private void open() throws Exception {
    lights = XfsLights.open(bench.open(XfsMachine.SIU), bench.events());
  }

  @AfterEach
  void nothing_leaks() {
    assertThat(bench.leaked()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void lights_every_place_at_every_rate(Place place) throws Exception {
    use(MachineSpec.STANDARD, LayoutTable.V3_30);
    for (Rate rate : Rate.values()) {
      lights.set(place, rate);
      assertThat(machine.machine().view().lights().get(place)).isEqualTo(rate);
    }
    assertThat(machine.seen()).hasSize(Rate.values().length);
  }

  @Test
  void a_machine_without_lights_stays_dark_without_a_fault() throws Exception {
    use(MachineSpec.STANDARD.withExtras(Set.of()), LayoutTable.V3_30);
    assertThat(lights.any()).isFalse();
    lights.set(Place.CARD_READER, Rate.MEDIUM);
    lights.reset();
    assertThat(lights.status()).isEqualTo(DeviceStatus.ONLINE);
    assertThat(machine.seen()).isEmpty();
  }

  @Test
  void brings_the_lights_to_rest() throws Exception {
    use(MachineSpec.STANDARD, LayoutTable.V3_30);
    assertThat(lights.any()).isTrue();
    lights.reset();
    assertThat(machine.seen()).containsExactly("lights reset");
    assertThat(lights.status()).isEqualTo(DeviceStatus.ONLINE);
  }

  @Test
  void tells_when_a_headset_is_plugged_in_and_drawn_out() throws Exception {
    use(MachineSpec.STANDARD, LayoutTable.V3_30);
    machine.headset(true);
    machine.headset(true);
    assertThat(bench.posted()).containsExactly(new HeadsetChanged(true));
    machine.headset(false);
    assertThat(bench.posted()).containsExactly(new HeadsetChanged(false));
  }

  @Test
  void tells_of_a_headset_that_was_plugged_in_before_the_terminal_started() throws Exception {
    machine = new XfsMachine(MachineSpec.STANDARD, LayoutTable.V3_30);
    bench = new BridgeBench(machine.manager());
    machine.headset(true);
    open();
    assertThat(bench.posted()).containsExactly(new HeadsetChanged(true));
  }

  @Test
  void a_door_is_a_change_that_can_be_looked_at() throws Exception {
    use(MachineSpec.STANDARD, LayoutTable.V3_30);
    assertThat(lights.sensors().snapshot())
        .containsExactly(
            entry("operator switch", "run"),
            entry("tamper", "off"),
            entry("proximity", "not present"),
            entry("headset", "not present"),
            entry("cabinet door", "closed"),
            entry("safe door", "closed"));
    machine.safeDoor(true);
    assertThat(bench.posted()).containsExactly(new DeviceChanged(DeviceName.LIGHTS));
    assertThat(lights.sensors().snapshot()).containsEntry("safe door", "open");
    machine.safeDoor(false);
    machine.cabinetDoor(true);
    assertThat(lights.sensors().snapshot())
        .contains(entry("safe door", "closed"), entry("cabinet door", "open"));
  }

  @Test
  void a_lost_service_tells_of_its_sensors_again_when_it_is_back() throws Exception {
    use(MachineSpec.STANDARD, LayoutTable.V3_30);
    machine
        .manager()
        .mischief()
        .armInfo(
            XfsMachine.SIU,
            Siu.WFS_INF_SIU_STATUS,
            org.silverteller.simulator.xfs.XfsFault.CONNECTION_LOST);
    assertThat(lights.status()).isEqualTo(DeviceStatus.OFFLINE);
    machine.headset(true);
    bench.pass(Duration.ofSeconds(2));
    assertThat(lights.status()).isEqualTo(DeviceStatus.ONLINE);
    assertThat(bench.posted()).contains(new HeadsetChanged(true));
    machine.headset(false);
    assertThat(bench.posted()).containsExactly(new HeadsetChanged(false));
  }

  @Test
  void lights_work_where_the_sensors_cannot_be_watched() throws Exception {
    machine = new XfsMachine(MachineSpec.STANDARD, LayoutTable.V3_30);
    bench = new BridgeBench(machine.manager());
    machine
        .manager()
        .mischief()
        .arm(
            XfsMachine.SIU,
            Siu.WFS_CMD_SIU_ENABLE_EVENTS,
            org.silverteller.simulator.xfs.XfsFault.VENDOR_ERROR);
    open();
    lights.set(Place.CASH_EXIT, Rate.STEADY);
    assertThat(machine.machine().view().lights().get(Place.CASH_EXIT)).isEqualTo(Rate.STEADY);
  }

  @Test
  void works_through_a_service_of_the_first_version() throws Exception {
    use(MachineSpec.STANDARD, LayoutTable.V3_00);
    lights.set(Place.RECEIPT, Rate.SLOW);
    assertThat(machine.machine().view().lights().get(Place.RECEIPT)).isEqualTo(Rate.SLOW);
    machine.headset(true);
    assertThat(bench.posted()).containsExactly(new HeadsetChanged(true));
    assertThat(lights.sensors().snapshot()).containsEntry("safe door", "closed");
  }
}
