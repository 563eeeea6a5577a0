package org.silverteller.device;

import java.util.Optional;

/**
 * The devices of one machine, opened. A passbook unit, an acceptor, a speaker and lights are fitted
 * or not; the rest every cash machine has.
 */
public interface Hardware extends AutoCloseable {

  CardReader cardReader();

  CashDispenser dispenser();

  PinPad pinPad();

  ReceiptPrinter receiptPrinter();

  Screen screen();

  Optional<PassbookUnit> passbookUnit();

  Optional<CashAcceptor> cashAcceptor();

  Optional<Speaker> speaker();

  Optional<Lights> lights();

  @Override
  void close();
}
