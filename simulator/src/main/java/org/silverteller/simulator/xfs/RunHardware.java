package org.silverteller.simulator.xfs;

import java.util.Optional;
import java.util.function.BooleanSupplier;
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

/** The hardware of one run under power: when that is over, there is nothing left to be closed. */
record RunHardware(Hardware bridge, BooleanSupplier alive) implements Hardware {

  @Override
  public CardReader cardReader() {
    return bridge.cardReader();
  }

  @Override
  public CashDispenser dispenser() {
    return bridge.dispenser();
  }

  @Override
  public PinPad pinPad() {
    return bridge.pinPad();
  }

  @Override
  public ReceiptPrinter receiptPrinter() {
    return bridge.receiptPrinter();
  }

  @Override
  public Screen screen() {
    return bridge.screen();
  }

  @Override
  public Optional<PassbookUnit> passbookUnit() {
    return bridge.passbookUnit();
  }

  @Override
  public Optional<CashAcceptor> cashAcceptor() {
    return bridge.cashAcceptor();
  }

  @Override
  public Optional<Speaker> speaker() {
    return bridge.speaker();
  }

  @Override
  public Optional<Lights> lights() {
    return bridge.lights();
  }

  @Override
  public void close() {
    if (alive.getAsBoolean()) {
      bridge.close();
    }
  }
}
