package org.silverteller.bench.driver;

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

/** What every cash machine has, and nothing more. */
record BenchHardware(
    CardReader cardReader,
    CashDispenser dispenser,
    PinPad pinPad,
    ReceiptPrinter receiptPrinter,
    Screen screen)
    implements Hardware {

  @Override
  public Optional<PassbookUnit> passbookUnit() {
    return Optional.empty();
  }

  @Override
  public Optional<CashAcceptor> cashAcceptor() {
    return Optional.empty();
  }

  @Override
  public Optional<Speaker> speaker() {
    return Optional.empty();
  }

  @Override
  public Optional<Lights> lights() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
