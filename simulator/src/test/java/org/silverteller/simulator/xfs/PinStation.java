package org.silverteller.simulator.xfs;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.VirtualHardware;
import org.silverteller.simulator.hardware.VirtualMachine;

/** A virtual machine with its PIN pad behind a manager, and its witness's lines. */
public final class PinStation {

  public static final String NAME = "PINPAD";

  public final List<String> seen = new ArrayList<>();
  private final VirtualMachine machine;
  private final Station station;
  private final VirtualXfsManager manager;
  private final Set<PinProvider.Habit> habits;

  /**
   * @param version word of the provider
   * @param habits by the names of {@link PinProvider.Habit}
   */
  public PinStation(MachineSpec spec, int version, String... habits) {
    this.machine = new VirtualMachine(spec);
    this.station = new Station(NAME, Charset.forName("GBK"), version);
    this.manager = new VirtualXfsManager(List.of(station));
    this.habits = EnumSet.noneOf(PinProvider.Habit.class);
    Arrays.stream(habits).map(PinProvider.Habit::valueOf).forEach(this.habits::add);
    machine.witness(seen::add);
    connect();
  }

  /** Under power, anew. */
  public void connect() {
    VirtualHardware hardware = machine.open(this::happened);
    station.drives(new PinProvider(manager, station, hardware, habits));
  }

  private void happened(TerminalEvent event) {
    manager.happened(event);
  }

  public VirtualMachine machine() {
    return machine;
  }

  public VirtualXfsManager manager() {
    return manager;
  }
}
