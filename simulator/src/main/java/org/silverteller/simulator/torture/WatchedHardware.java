package org.silverteller.simulator.torture;

import java.util.Optional;
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

/** The ports of a machine, with an auditor at dispenser, acceptor and passbook unit. */
record WatchedHardware(
    Hardware hardware,
    CashDispenser dispenser,
    Optional<CashAcceptor> cashAcceptor,
    Optional<PassbookUnit> passbookUnit)
    implements Hardware {

  @Override
  public CardReader cardReader() {
    return hardware.cardReader();
  }

  @Override
  public PinPad pinPad() {
    return hardware.pinPad();
  }

  @Override
  public ReceiptPrinter receiptPrinter() {
    return hardware.receiptPrinter();
  }

  @Override
  public Screen screen() {
    return hardware.screen();
  }

  @Override
  public Optional<Speaker> speaker() {
    return hardware.speaker();
  }

  @Override
  public Optional<Lights> lights() {
    return hardware.lights();
  }

  @Override
  public void close() {
    hardware.close();
  }
}
