package org.silverteller.driver.xfs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.silverteller.device.CardReader.Media;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.PassbookUnit;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A passbook printer behind a PTR service (CWA 16926-3). How its slot opens, {@link PtrSlot} tells.
 * Each row is a command of its own, so that its completion proves that it is on paper.
 */
final class XfsPassbookUnit extends XfsDevice implements PassbookUnit {

  private static final Logger LOG = LoggerFactory.getLogger(XfsPassbookUnit.class);

  private static final Map<Integer, Kind> KINDS =
      Map.ofEntries(
          Map.entry(Ptr.WFS_ERR_PTR_NOMEDIAPRESENT, Kind.NO_MEDIA),
          Map.entry(PtrPassbook.WFS_ERR_PTR_READNOTSUPPORTED, Kind.UNSUPPORTED),
          Map.entry(PtrPassbook.WFS_ERR_PTR_MEDIAOVERFLOW, Kind.UNSUPPORTED),
          Map.entry(Ptr.WFS_ERR_PTR_MEDIAINVALID, Kind.UNREADABLE),
          Map.entry(Ptr.WFS_ERR_PTR_MEDIASKEWED, Kind.UNREADABLE),
          Map.entry(Ptr.WFS_ERR_PTR_RETRACTBINFULL, Kind.FULL),
          Map.entry(PtrPassbook.WFS_ERR_PTR_PAGETURNFAIL, Kind.HARDWARE),
          Map.entry(Ptr.WFS_ERR_PTR_SHUTTERFAIL, Kind.SHUTTER),
          Map.entry(Ptr.WFS_ERR_PTR_MEDIAJAMMED, Kind.JAMMED),
          Map.entry(PtrPassbook.WFS_ERR_PTR_MSFERROR, Kind.UNREADABLE),
          Map.entry(PtrPassbook.WFS_ERR_PTR_NOMSF, Kind.UNREADABLE),
          Map.entry(PtrPassbook.WFS_ERR_PTR_PASSBOOKCLOSED, Kind.UNREADABLE),
          Map.entry(PtrPassbook.WFS_ERR_PTR_LASTORFIRSTPAGEREACHED, Kind.SEQUENCE));

  private final PassbookForms forms;
  private final Capabilities capabilities;
  private final PtrMediaControl book;
  private final PtrReading reading;
  private final PtrSlot slot;
  private final int resolution;

  private XfsPassbookUnit(XfsService service, Consumer<TerminalEvent> events, PassbookForms forms)
      throws DeviceFault {
    super(service, DeviceName.PASSBOOK_UNIT, events);
    this.forms = forms;
    try (XfsResult page = asked(this::queryMedia);
        XfsResult result = asked(() -> service.info(Ptr.WFS_INF_PTR_CAPABILITIES))) {
      XfsRecord media = page.as(PtrPassbook.WFSFRMMEDIA, service.dialect());
      XfsRecord caps = result.as(Ptr.WFSPTRCAPS, service.dialect());
      book = PtrMediaControl.of(service, caps);
      resolution = Math.max(1, Integer.lowestOneBit(caps.word("wResolution")));
      capabilities =
          new Capabilities(
              book.turnsPages(),
              (caps.word("fwReadForm") & PtrPassbook.WFS_PTR_READPAGEMARK) != 0,
              caps.word("usRetractBins") > 0,
              media.word("wPrintAreaWidth"),
              media.word("wLineCount"));
    }
    reading = new PtrReading(service, forms);
    slot = new PtrSlot(service, reading, () -> events.accept(new TerminalEvent.BookInserted()));
  }

  static XfsPassbookUnit open(
      XfsService service, Consumer<TerminalEvent> events, PassbookForms forms) throws DeviceFault {
    return listening(new XfsPassbookUnit(service, events, forms));
  }

  private XfsResult queryMedia() throws XfsFault {
    try (XfsArena arena = service.arena()) {
      return service.info(PtrPassbook.WFS_INF_PTR_QUERY_MEDIA, arena.text(forms.media()));
    }
  }

  @Override
  Map<Integer, Kind> kinds() {
    return KINDS;
  }

  // ---- events

  @Override
  void told(XfsEvent event) {
    if (event.is(Xfs.WFS_EXECUTE_EVENT, PtrPassbook.WFS_EXEE_PTR_NOMEDIA)) {
      slot.opened();
    } else if (event.is(Xfs.WFS_EXECUTE_EVENT, PtrPassbook.WFS_EXEE_PTR_MEDIAINSERTED)
        || event.is(Xfs.WFS_SERVICE_EVENT, PtrPassbook.WFS_SRVE_PTR_MEDIAINSERTED)) {
      slot.inserted();
    } else if (event.is(Xfs.WFS_SERVICE_EVENT, Ptr.WFS_SRVE_PTR_MEDIATAKEN)) {
      post(new TerminalEvent.BookTaken());
    } else if (event.message() != Xfs.WFS_EXECUTE_EVENT) {
      changed();
    }
  }

  @Override
  void back() {
    try {
      slot.back();
    } catch (XfsFault closed) {
      LOG.warn("{} stays closed: {}", service.name(), closed.getMessage());
    }
    changed();
  }

  // ---- questions

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  DeviceStatus readStatus() throws XfsFault {
    try (XfsResult result = service.info(Ptr.WFS_INF_PTR_STATUS)) {
      XfsRecord status = result.as(Ptr.WFSPTRSTATUS, service.dialect());
      boolean full =
          status.list("lppRetractBins", Ptr.WFSPTRRETRACTBINS).stream()
              .anyMatch(bin -> bin.word("wRetractBin") == Ptr.WFS_PTR_RETRACTBINFULL);
      return deviceStatus(status.word("fwDevice"), full);
    }
  }

  @Override
  public Media media() {
    try (XfsResult result = service.info(Ptr.WFS_INF_PTR_STATUS)) {
      XfsRecord status = result.as(Ptr.WFSPTRSTATUS, service.dialect());
      return switch (status.word("fwMedia")) {
        case PtrPassbook.WFS_PTR_MEDIAPRESENT -> Media.INSIDE;
        case PtrPassbook.WFS_PTR_MEDIAENTERING -> Media.AT_EXIT;
        case Ptr.WFS_PTR_MEDIAJAMMED -> Media.JAMMED;
        case PtrPassbook.WFS_PTR_MEDIANOTPRESENT,
            PtrPassbook.WFS_PTR_MEDIARETRACTED,
            PtrPassbook.WFS_PTR_MEDIAEXPELLED ->
            Media.NOT_PRESENT;
        default -> Media.UNKNOWN;
      };
    } catch (XfsFault | XfsFault.Malformed unknown) {
      return Media.UNKNOWN;
    }
  }

  // ---- slot and stripe

  @Override
  public void accept(boolean open) throws DeviceFault {
    if (open) {
      done(slot::open);
    } else {
      slot.close();
    }
  }

  @Override
  public char[] readStripe(int track) throws DeviceFault {
    Optional<char[]> stripe;
    if (slot.isOpen() && !slot.hasBook()) {
      throw fault(Kind.NO_MEDIA, "the slot waits for a book");
    }
    if (slot.isOpen() && track == forms.track()) {
      stripe = asked(() -> slot.read(track));
    } else {
      slot.drop();
      demandInside();
      stripe = asked(() -> reading.read(forms.field(track)));
    }
    return stripe.orElseThrow(() -> fault(Kind.UNREADABLE, "nothing on track " + track));
  }

  private void demandInside() throws DeviceFault {
    switch (media()) {
      case INSIDE -> {}
      case JAMMED -> throw fault(Kind.JAMMED, "the book sticks");
      case UNKNOWN -> throw fault(Kind.OFFLINE, "nobody can say whether a book is inside");
      default -> throw fault(Kind.NO_MEDIA, "no book inside");
    }
  }

  // ---- pages

  @Override
  public int openPage() throws DeviceFault {
    if (!capabilities.readsPageMark()) {
      return 0;
    }
    demandInside();
    Optional<char[]> mark = asked(() -> reading.read(forms.pageField()));
    String digits = mark.map(String::new).orElse("");
    return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : 0;
  }

  @Override
  public void turnPage(boolean forward) throws DeviceFault {
    if (!book.canTurn(forward)) {
      throw fault(Kind.UNSUPPORTED, "pages are turned by hand");
    }
    done(() -> book.turn(forward));
  }

  // ---- printing

  @Override
  public int print(List<Row> rows) throws DeviceFault {
    int proven = 0;
    for (Row row : rows) {
      try {
        print(row);
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

  private void print(Row row) throws DeviceFault {
    if (row.text().indexOf('\0') >= 0) {
      throw fault(Kind.UNSUPPORTED, "line " + row.line() + " holds a NUL");
    }
    if (row.line() < 1 || row.line() > capabilities.rows()) {
      throw fault(
          Kind.UNSUPPORTED, "line " + row.line() + ": expected 1 to " + capabilities.rows());
    }
    try (XfsArena arena = service.arena()) {
      ordered(
          Ptr.WFS_CMD_PTR_PRINT_FORM,
          arena
              .structure(Ptr.WFSPTRPRINTFORM)
              .pointer("lpszFormName", arena.text(forms.rowForm()))
              .pointer("lpszMediaName", arena.text(forms.media()))
              .word("wAlignment", PtrPassbook.WFS_PTR_ALNTOPLEFT)
              .word("wOffsetX", 0)
              .word("wOffsetY", row.line() - 1)
              .word("wResolution", resolution)
              .dword("dwMediaControl", book.flush())
              .pointer(
                  "lpszFields",
                  arena.bytes(
                      FormFields.list(
                          service.dialect().charset(), forms.rowField() + "=" + row.text())))
              .word("wPaperSource", Ptr.WFS_PTR_PAPERANY)
              .pointer());
    }
  }

  // ---- moving the book

  @Override
  public void eject() throws DeviceFault {
    slot.drop();
    done(book::eject);
  }

  @Override
  public void retain() throws DeviceFault {
    if (!capabilities.retain()) {
      throw fault(Kind.UNSUPPORTED, "there is no retain bin");
    }
    slot.drop();
    done(book::retain);
  }

  /** Without moving a book that is inside. */
  @Override
  public void reset() throws DeviceFault {
    slot.drop();
    done(book::reset);
  }
}
