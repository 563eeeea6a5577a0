package org.silverteller.simulator.hardware;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.silverteller.device.CardReader;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.Hardware;
import org.silverteller.device.PinPad;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.device.Screen;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.simulator.bank.VirtualTime;
import org.silverteller.simulator.scenario.Wiring;

/** A machine on the bench, opened, with its events and its witness's lines kept. */
final class Bench {

  static final UnitId HUNDREDS = UnitId.of("CASS1");
  static final UnitId TENS = UnitId.of("CASS4");

  final List<TerminalEvent> events = new ArrayList<>();
  final List<String> seen = new ArrayList<>();
  final VirtualMachine machine;
  private final Ports ports;
  Hardware hardware;

  Bench(MachineSpec spec, Wiring wiring) {
    machine = new VirtualMachine(spec);
    machine.witness(seen::add);
    ports = wiring.connect(machine, new StandingTime());
    hardware = ports.open(events::add);
  }

  Bench(MachineSpec spec) {
    this(spec, Wiring.DIRECT);
  }

  Bench() {
    this(MachineSpec.STANDARD);
  }

  /** Moves only when somebody waits for it. */
  private static final class StandingTime implements VirtualTime {
    private Instant now = Instant.parse("2026-06-18T01:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public void advanceTo(Instant when) {
      now = when;
    }
  }

  /** Power back, and a new terminal's ports. */
  void reboot() {
    machine.restorePower();
    hardware = ports.open(events::add);
  }

  /** The ports of another run. */
  Hardware open(Consumer<TerminalEvent> sink) {
    return ports.open(sink);
  }

  CashDispenser dispenser() {
    return hardware.dispenser();
  }

  CardReader reader() {
    return hardware.cardReader();
  }

  PinPad pad() {
    return hardware.pinPad();
  }

  ReceiptPrinter printer() {
    return hardware.receiptPrinter();
  }

  Screen screen() {
    return hardware.screen();
  }

  Customer customer() {
    return machine.customer();
  }

  void arm(Sabotage sabotage) {
    machine.saboteur().arm(sabotage);
    events.clear();
    seen.clear();
  }

  NoteMix at(Place place) {
    return machine.view().notes().get(place);
  }

  static NoteMix hundreds(int notes) {
    return new NoteMix(List.of(new NoteMix.Part(HUNDREDS, Denomination.of(100), notes)));
  }

  static NoteMix tens(int notes) {
    return new NoteMix(List.of(new NoteMix.Part(TENS, Denomination.of(10), notes)));
  }

  static NoteMix both(int hundreds, int tens) {
    return new NoteMix(
        List.of(
            new NoteMix.Part(HUNDREDS, Denomination.of(100), hundreds),
            new NoteMix.Part(TENS, Denomination.of(10), tens)));
  }
}
