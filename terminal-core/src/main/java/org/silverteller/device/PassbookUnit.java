package org.silverteller.device;

import java.util.List;

/**
 * A passbook printer with a magnetic stripe reader (CEN/XFS PTR). Posts BookInserted and BookTaken.
 */
public interface PassbookUnit extends Device {

  /** What this unit can do. */
  record Capabilities(
      boolean turnsPages, boolean readsPageMark, boolean retain, int columns, int rows) {}

  /** A row to print: its place on the open page, counted from 1, and its text. */
  record Row(int line, String text) {}

  Capabilities capabilities();

  CardReader.Media media();

  void accept(boolean open) throws DeviceFault;

  /** The stripe's characters as read, track 2 or 3; erased by the caller after use. */
  char[] readStripe(int track) throws DeviceFault;

  /** The page that lies open, from 1; 0 when the unit cannot tell. */
  int openPage() throws DeviceFault;

  /**
   * Prints rows on the open page, in order.
   *
   * @return the rows proven to be on paper: fewer than were given when a fault stopped it half-way,
   *     and then the next one may be on paper in part
   * @throws DeviceFault when not one row is proven
   */
  int print(List<Row> rows) throws DeviceFault;

  void turnPage(boolean forward) throws DeviceFault;

  void eject() throws DeviceFault;

  void retain() throws DeviceFault;
}
