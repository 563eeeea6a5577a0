package org.silverteller.simulator.hardware;

import java.util.Optional;
import java.util.function.Consumer;
import org.silverteller.device.CardReader;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.Hardware;
import org.silverteller.device.Lights;
import org.silverteller.device.PassbookUnit;
import org.silverteller.device.PinPad;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.device.Screen;
import org.silverteller.device.Speaker;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;

/** The ports of a virtual machine, for one run under power. */
public final class VirtualHardware implements Hardware {

  private final VirtualMachine machine;
  private final Consumer<TerminalEvent> events;
  private final CardReader cardReader;
  private final CashDispenser dispenser;
  private final VirtualPinPad pinPad;
  private final ReceiptPrinter receiptPrinter;
  private final Screen screen;
  private final Optional<Speaker> speaker;
  private final Optional<Lights> lights;
  private final Optional<CashAcceptor> cashAcceptor;
  private final Optional<PassbookUnit> passbookUnit;

  VirtualHardware(VirtualMachine machine, Supply supply, Consumer<TerminalEvent> events) {
    this.machine = machine;
    this.events = events;
    cardReader = new VirtualCardReader(machine, supply);
    dispenser = new VirtualDispenser(machine, supply);
    pinPad = new VirtualPinPad(machine, supply);
    receiptPrinter = new VirtualReceiptPrinter(machine, supply);
    screen = new VirtualScreen(machine, supply);
    speaker =
        machine.spec().fitted(DeviceName.SPEAKER)
            ? Optional.of(new VirtualSpeaker(machine, supply))
            : Optional.empty();
    lights =
        machine.spec().fitted(DeviceName.LIGHTS)
            ? Optional.of(new VirtualLights(machine, supply))
            : Optional.empty();
    passbookUnit = machine.books.map(fitted -> new VirtualPassbookUnit(machine, supply));
    cashAcceptor = machine.deposits.map(fitted -> new VirtualAcceptor(machine, supply));
  }

  @Override
  public CardReader cardReader() {
    return cardReader;
  }

  @Override
  public CashDispenser dispenser() {
    return dispenser;
  }

  @Override
  public PinPad pinPad() {
    return pinPad;
  }

  /** What the pad behind {@link #pinPad()} can besides. */
  public PadCipher padCipher() {
    return pinPad;
  }

  @Override
  public ReceiptPrinter receiptPrinter() {
    return receiptPrinter;
  }

  @Override
  public Screen screen() {
    return screen;
  }

  @Override
  public Optional<PassbookUnit> passbookUnit() {
    return passbookUnit;
  }

  @Override
  public Optional<CashAcceptor> cashAcceptor() {
    return cashAcceptor;
  }

  @Override
  public Optional<Speaker> speaker() {
    return speaker;
  }

  @Override
  public Optional<Lights> lights() {
    return lights;
  }

  /** No event comes to this run's sink any more. */
  @Override
  public void close() {
    machine.closed(events);
  }
}
