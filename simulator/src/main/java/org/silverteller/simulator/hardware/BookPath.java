package org.silverteller.simulator.hardware;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.device.CardReader.Media;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.PassbookUnit;
import org.silverteller.event.DeviceName;

/**
 * The passbook unit as a thing: the book in it, the slot, the retain bin. Each method is one
 * physical step. Guarded by the machine's monitor.
 */
final class BookPath {

  /** One cell for Latin, two for Chinese characters, as the print head counts. */
  private static final Charset CELLS = Charset.forName("GBK");

  private final PassbookSpec spec;
  private final PassbookUnit.Capabilities can;
  private final ExtraFaults faults;
  private final List<VirtualBook> bin = new ArrayList<>();
  private Optional<VirtualBook> book = Optional.empty();
  private Media media = Media.NOT_PRESENT;
  private boolean accepting;
  private boolean jamLasts;
  private int rowsPrinted;
  private long inserted;
  private long given;

  BookPath(PassbookSpec spec, ExtraFaults faults) {
    this.spec = spec;
    this.can = spec.can();
    this.faults = faults;
  }

  Media media() {
    return media;
  }

  boolean accepting() {
    return accepting;
  }

  MachineView.BookSlot shown() {
    return new MachineView.BookSlot(
        media,
        accepting,
        book.map(VirtualBook::name),
        bin.stream().map(VirtualBook::name).toList());
  }

  // ---- hands

  /** The slot takes one book and is then closed to another. */
  boolean insert(VirtualBook newBook) {
    if (!accepting || book.isPresent() || bin.contains(newBook)) {
      return false;
    }
    book = Optional.of(newBook);
    media = Media.INSIDE;
    accepting = false;
    rowsPrinted = 0;
    inserted++;
    demandConservation();
    return true;
  }

  Optional<VirtualBook> take() {
    return media == Media.AT_EXIT ? removed() : Optional.empty();
  }

  void powerLost() {
    accepting = false;
  }

  // ---- commands

  void accept(boolean open) {
    accepting = open;
  }

  char[] readStripe(int track) throws DeviceFault {
    VirtualBook inside = demandInside();
    boolean unreadable = faults.strike(BookFault.STRIPE_UNREADABLE).isPresent();
    Optional<String> read = unreadable ? Optional.empty() : inside.track(track);
    return read.orElseThrow(() -> fault(Kind.UNREADABLE, "nothing on track " + track))
        .toCharArray();
  }

  /** The page mark tells nothing when it lies on the wrong side. */
  int openPage() throws DeviceFault {
    VirtualBook inside = demandInside();
    return can.readsPageMark() && !inside.upsideDown() ? inside.openPage() : 0;
  }

  void print(PassbookUnit.Row row) throws DeviceFault {
    VirtualBook inside = demandInside();
    int cells = row.text().getBytes(CELLS).length;
    if (row.line() < 1 || row.line() > can.rows() || cells > can.columns()) {
      throw fault(
          Kind.UNSUPPORTED,
          String.format(
              "line %d of %d, %d cells of %d", row.line(), can.rows(), cells, can.columns()));
    }
    Optional<ExtraFaults.Armed> jam = faults.strike(BookFault.PRINT_JAM, rowsPrinted);
    if (jam.isPresent()) {
      String half = row.text().substring(0, row.text().length() / 2);
      inside.print(row.line(), can.rows(), half, false);
      throw jam(jam.get());
    }
    inside.print(row.line(), can.rows(), row.text(), true);
    rowsPrinted++;
  }

  void turnPage(boolean forward) throws DeviceFault {
    if (!can.turnsPages()) {
      throw fault(Kind.UNSUPPORTED, "pages are turned by hand");
    }
    VirtualBook inside = demandInside();
    if (faults.strike(BookFault.PAGE_TURN_FAILS).isPresent()) {
      throw fault(Kind.HARDWARE, "the page did not turn");
    }
    if (!inside.turn(forward)) {
      throw fault(Kind.SEQUENCE, "there is no page " + (forward ? "after" : "before") + " this");
    }
  }

  void eject() throws DeviceFault {
    demandMovable();
    media = Media.AT_EXIT;
  }

  void retain() throws DeviceFault {
    if (!can.retain()) {
      throw fault(Kind.UNSUPPORTED, "there is no retain bin");
    }
    if (bin.size() >= spec.binSize() || faults.strike(BookFault.RETAIN_BIN_FULL).isPresent()) {
      throw fault(Kind.FULL, "the retain bin holds " + bin.size() + " books");
    }
    demandMovable();
    bin.add(book.orElseThrow());
    book = Optional.empty();
    media = Media.NOT_PRESENT;
    demandConservation();
  }

  void reset() throws DeviceFault {
    if (media == Media.JAMMED) {
      if (jamLasts) {
        throw fault(Kind.JAMMED, "the book sticks until an operator has freed it");
      }
      media = Media.INSIDE;
    }
    accepting = false;
  }

  private VirtualBook demandInside() throws DeviceFault {
    if (media == Media.JAMMED) {
      throw fault(Kind.JAMMED, "the book sticks");
    }
    if (media != Media.INSIDE) {
      throw fault(Kind.NO_MEDIA, "no book inside");
    }
    return book.orElseThrow();
  }

  private void demandMovable() throws DeviceFault {
    if (book.isEmpty()) {
      throw fault(Kind.NO_MEDIA, "no book inside");
    }
    if (media == Media.JAMMED && jamLasts) {
      throw fault(Kind.JAMMED, "the book sticks until an operator has freed it");
    }
    Optional<ExtraFaults.Armed> jam = faults.strike(BookFault.BOOK_JAM);
    if (jam.isPresent()) {
      throw jam(jam.get());
    }
  }

  private DeviceFault jam(ExtraFaults.Armed jam) {
    media = Media.JAMMED;
    jamLasts = jam.lasting();
    return fault(Kind.JAMMED, "the book sticks");
  }

  // ---- operators

  /** Takes a jammed book out. */
  Optional<VirtualBook> clearJam() {
    return media == Media.JAMMED ? removed() : Optional.empty();
  }

  /** What made the book stick is gone; it is inside. */
  void freed() {
    if (media == Media.JAMMED) {
      media = Media.INSIDE;
    }
  }

  List<VirtualBook> emptyBin() {
    List<VirtualBook> out = List.copyOf(bin);
    bin.clear();
    given += out.size();
    demandConservation();
    return out;
  }

  DeviceStatus status() {
    if (media == Media.JAMMED) {
      return DeviceStatus.HARDWARE_ERROR;
    }
    boolean full =
        can.retain() && (bin.size() >= spec.binSize() || faults.lasts(BookFault.RETAIN_BIN_FULL));
    return full ? DeviceStatus.NEEDS_ATTENTION : DeviceStatus.ONLINE;
  }

  private Optional<VirtualBook> removed() {
    Optional<VirtualBook> out = book;
    book = Optional.empty();
    media = Media.NOT_PRESENT;
    given++;
    demandConservation();
    return out;
  }

  private void demandConservation() {
    long found = given + bin.size() + (book.isPresent() ? 1 : 0);
    if (found != inserted) {
      throw new IllegalStateException(inserted + " books were inserted, " + found + " are found");
    }
  }

  private static DeviceFault fault(Kind kind, String detail) {
    return new DeviceFault(DeviceName.PASSBOOK_UNIT, kind, detail);
  }
}
