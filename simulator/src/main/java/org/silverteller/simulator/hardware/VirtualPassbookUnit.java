package org.silverteller.simulator.hardware;

import java.util.List;
import org.silverteller.device.CardReader.Media;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.PassbookUnit;
import org.silverteller.event.DeviceName;

/**
 * The passbook unit's port. After a book went in, the slot takes no other until it is opened again.
 */
final class VirtualPassbookUnit extends VirtualDevice implements PassbookUnit {

  private final BookPath books;

  VirtualPassbookUnit(VirtualMachine machine, Supply supply) {
    super(machine, supply, DeviceName.PASSBOOK_UNIT, "passbook");
    this.books = machine.books.orElseThrow();
  }

  @Override
  boolean isOffline() {
    return machine.extraFaults.lasts(BookFault.OFFLINE);
  }

  @Override
  boolean offlineStrikes() {
    return machine.extraFaults.strike(BookFault.OFFLINE).isPresent();
  }

  @Override
  public Capabilities capabilities() {
    return machine.spec().passbook().can();
  }

  @Override
  public Media media() {
    supply.demand();
    synchronized (machine) {
      return isOffline() ? Media.UNKNOWN : books.media();
    }
  }

  @Override
  public void accept(boolean open) throws DeviceFault {
    order(open ? "open" : "close", "", () -> step(Effect.BOOK_SLOT_SET, () -> books.accept(open)));
  }

  @Override
  public char[] readStripe(int track) throws DeviceFault {
    char[][] read = new char[1][];
    order(
        "read",
        "track " + track,
        () -> read[0] = effect(Effect.BOOK_STRIPE_READ, () -> books.readStripe(track)));
    return read[0];
  }

  @Override
  public int openPage() throws DeviceFault {
    return ask(books::openPage);
  }

  @Override
  public int print(List<Row> rows) throws DeviceFault {
    int proven = 0;
    for (Row row : rows) {
      try {
        order(
            "print", "line " + row.line(), () -> step(Effect.ROW_PRINTED, () -> books.print(row)));
        proven++;
      } catch (DeviceFault fault) {
        if (proven == 0) {
          throw fault;
        }
        return proven;
      }
    }
    return proven;
  }

  @Override
  public void turnPage(boolean forward) throws DeviceFault {
    order(
        "turn",
        forward ? "forward" : "backward",
        () -> step(Effect.PAGE_TURNED, () -> books.turnPage(forward)));
  }

  @Override
  public void eject() throws DeviceFault {
    order("eject", "", () -> step(Effect.BOOK_EJECTED, books::eject));
  }

  @Override
  public void retain() throws DeviceFault {
    order("retain", "", () -> step(Effect.BOOK_RETAINED, books::retain));
  }

  @Override
  DeviceStatus onlineStatus() {
    return books.status();
  }

  @Override
  void rest() throws DeviceFault {
    books.reset();
  }
}
