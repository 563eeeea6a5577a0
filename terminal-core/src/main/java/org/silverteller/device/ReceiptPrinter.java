package org.silverteller.device;

import java.util.List;

/** A receipt printer (CEN/XFS PTR). */
public interface ReceiptPrinter extends Device {

  /** Paper supply. */
  enum Paper {
    FULL,
    LOW,
    OUT,
    UNKNOWN
  }

  /** What this printer can do. */
  record Capabilities(int columns, boolean cuts, boolean presents, boolean retracts) {}

  Capabilities capabilities();

  Paper paper();

  /**
   * Prints the lines, cuts and presents the slip.
   *
   * @param lines text; a Chinese character is two columns wide
   * @throws DeviceFault PAPER_OUT, JAMMED, OFFLINE
   */
  void print(List<String> lines) throws DeviceFault;
}
