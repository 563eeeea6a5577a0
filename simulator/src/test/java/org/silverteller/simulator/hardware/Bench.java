package org.silverteller.simulator.hardware;

import java.util.ArrayList;
import java.util.List;
import org.silverteller.device.CardReader;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.PinPad;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.device.Screen;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;

/** A machine on the bench, opened, with its events and its witness's lines kept. */
final class Bench {

  static final UnitId HUNDREDS = UnitId.of("CASS1");
  static final UnitId TENS = UnitId.of("CASS4");

  final List<TerminalEvent> events = new ArrayList<>();
  final List<String> seen = new ArrayList<>();
  final VirtualMachine machine;
  VirtualHardware hardware;

  Bench() {
    this(MachineSpec.STANDARD);
  }

  Bench(MachineSpec spec) {
    machine = new VirtualMachine(spec);
    machine.witness(seen::add);
    hardware = machine.open(events::add);
  }

  /** Power back, and a new terminal's ports. */
  void reboot() {
    machine.restorePower();
    hardware = machine.open(events::add);
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
