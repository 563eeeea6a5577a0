package org.silverteller.bench.driver;

import java.util.List;
import org.silverteller.device.ReceiptPrinter;

/** A printer whose paper never ends. */
final class BenchPrinter extends WorkingDevice implements ReceiptPrinter {

  @Override
  public Capabilities capabilities() {
    return new Capabilities(40, true, true, false);
  }

  @Override
  public Paper paper() {
    return Paper.FULL;
  }

  @Override
  public void print(List<String> lines) {}
}
