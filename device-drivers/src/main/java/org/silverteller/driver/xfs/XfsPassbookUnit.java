package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.silverteller.device.CardReader.Media;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.PassbookUnit;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;

/**
 * A passbook printer behind a PTR service (CWA 16926-3). A READ_FORM of the stripe is begun to open
 * the slot, because printers take a book only while a command waits for one; it completes when the
 * book has come in and is read. Each row is a command of its own, so that its completion proves
 * that it is on paper.
 */
final class XfsPassbookUnit extends XfsDevice implements PassbookUnit {

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

  /** How long a provider may take to say that it waits for a book. */
  private static final Duration OPENING = Duration.ofSeconds(5);

  /** Books are retained in the first bin. */
  private static final int FIRST_BIN = 1;

  private final PassbookForms forms;
  private final Capabilities capabilities;
  private final int fwControl;
  private final int fwControlPassbook;
  private final int resolution;

  /**
   * The read that waits for a book.
   *
   * @param heard completed when the slot is known to be open, or the read is over
   */
  private record Slot(Requests.Pending read, XfsArena input, CompletableFuture<Boolean> heard) {}

  private final Object lock = new Object();
  private Optional<Slot> slot = Optional.empty();
  private Optional<CompletableFuture<Boolean>> opening = Optional.empty();
  private boolean bookIn;

  private XfsPassbookUnit(XfsService service, Consumer<TerminalEvent> events, PassbookForms forms)
      throws DeviceFault {
    super(service, DeviceName.PASSBOOK_UNIT, events);
    this.forms = forms;
    try (XfsResult page = asked(this::queryMedia);
        XfsResult result = asked(() -> service.info(Ptr.WFS_INF_PTR_CAPABILITIES))) {
      XfsRecord media = page.as(PtrPassbook.WFSFRMMEDIA, service.dialect());
      XfsRecord caps = result.as(Ptr.WFSPTRCAPS, service.dialect());
      fwControl = caps.word("fwControl");
      fwControlPassbook = caps.wordIfAny("fwControlPassbook").orElse(0);
      resolution = Math.max(1, Integer.lowestOneBit(caps.word("wResolution")));
      capabilities =
          new Capabilities(
              turns(true) != Turning.NOT && turns(false) != Turning.NOT,
              (caps.word("fwReadForm") & PtrPassbook.WFS_PTR_READPAGEMARK) != 0,
              caps.word("usRetractBins") > 0,
              media.word("wPrintAreaWidth"),
              media.word("wLineCount"));
    }
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
      heard();
    } else if (event.is(Xfs.WFS_EXECUTE_EVENT, PtrPassbook.WFS_EXEE_PTR_MEDIAINSERTED)
        || event.is(Xfs.WFS_SERVICE_EVENT, PtrPassbook.WFS_SRVE_PTR_MEDIAINSERTED)) {
      inserted();
    } else if (event.is(Xfs.WFS_SERVICE_EVENT, Ptr.WFS_SRVE_PTR_MEDIATAKEN)) {
      post(new TerminalEvent.BookTaken());
    } else if (event.message() != Xfs.WFS_EXECUTE_EVENT) {
      changed();
    }
  }

  private void heard() {
    Optional<CompletableFuture<Boolean>> waiting;
    synchronized (lock) {
      waiting = opening;
    }
    waiting.ifPresent(future -> future.complete(true));
  }

  /** Some printers tell it by an event, some only by what they have read. */
  private void inserted() {
    synchronized (lock) {
      if (bookIn) {
        return;
      }
      bookIn = true;
    }
    post(new TerminalEvent.BookInserted());
  }

  /** A read that ends well without an event has met a book. */
  private void ended(XfsResult result) {
    boolean read = result.hResult() == Xfs.WFS_SUCCESS;
    heard();
    if (read) {
      inserted();
    }
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
    if (!open) {
      boolean reading;
      synchronized (lock) {
        reading = bookIn;
      }
      if (!reading) {
        dropRead();
      }
      return;
    }
    if (slot().isEmpty()) {
      Slot opened = asked(this::openSlot);
      try {
        service.threads().await(opened.heard(), OPENING);
      } catch (TimeoutException silent) {
        // Older providers do not tell that they wait.
        return;
      }
      demandWaiting(opened);
    }
  }

  private Optional<Slot> slot() {
    synchronized (lock) {
      return slot;
    }
  }

  private Slot openSlot() throws XfsFault {
    CompletableFuture<Boolean> heard = new CompletableFuture<>();
    synchronized (lock) {
      bookIn = false;
      opening = Optional.of(heard);
    }
    XfsArena input = service.arena();
    Slot opened;
    try {
      opened =
          new Slot(
              service.begin(
                  PtrPassbook.WFS_CMD_PTR_READ_FORM, readForm(input, forms.field(forms.track()))),
              input,
              heard);
    } catch (XfsFault fault) {
      input.close();
      throw fault;
    }
    synchronized (lock) {
      slot = Optional.of(opened);
    }
    opened.read().completed().thenAccept(this::ended);
    return opened;
  }

  /** A read that is over already, and met no book, has failed: the slot is not open. */
  private void demandWaiting(Slot opened) throws DeviceFault {
    boolean over = opened.read().completed().isDone();
    boolean met;
    synchronized (lock) {
      met = bookIn;
    }
    if (over && !met) {
      asked(() -> stripe(opened, forms.track()));
    }
  }

  private Pointer readForm(XfsArena arena, String field) {
    return arena
        .structure(PtrPassbook.WFSPTRREADFORM)
        .pointer("lpszFormName", arena.text(forms.readForm()))
        .pointer("lpszFieldNames", arena.bytes(FormFields.list(charset(), field)))
        .pointer("lpszMediaName", arena.text(forms.media()))
        .pointer();
  }

  private Charset charset() {
    return service.dialect().charset();
  }

  @Override
  public char[] readStripe(int track) throws DeviceFault {
    Optional<Slot> waiting = slot();
    if (waiting.isPresent()) {
      demandBook();
      if (track == forms.track()) {
        return asked(() -> stripe(waiting.get(), track));
      }
      dropRead();
    }
    demandInside();
    return asked(() -> field(forms.field(track)))
        .orElseThrow(() -> fault(Kind.UNREADABLE, "nothing on track " + track));
  }

  private char[] stripe(Slot waiting, int track) throws XfsFault, DeviceFault {
    synchronized (lock) {
      slot = Optional.empty();
    }
    try (XfsResult result =
        service.finish(
            waiting.read(), XfsNames.command(PtrPassbook.WFS_CMD_PTR_READ_FORM), MOVING)) {
      return value(result, forms.field(track))
          .orElseThrow(() -> fault(Kind.UNREADABLE, "nothing on track " + track));
    } finally {
      waiting.input().close();
    }
  }

  /** A read would otherwise wait for a book. */
  private void demandBook() throws DeviceFault {
    synchronized (lock) {
      if (!bookIn) {
        throw fault(Kind.NO_MEDIA, "the slot waits for a book");
      }
    }
  }

  private void demandInside() throws DeviceFault {
    switch (media()) {
      case INSIDE -> {}
      case JAMMED -> throw fault(Kind.JAMMED, "the book sticks");
      case UNKNOWN -> throw fault(Kind.OFFLINE, "nobody can say whether a book is inside");
      default -> throw fault(Kind.NO_MEDIA, "no book inside");
    }
  }

  private Optional<char[]> field(String name) throws XfsFault {
    try (XfsArena arena = service.arena();
        XfsResult result =
            service.execute(PtrPassbook.WFS_CMD_PTR_READ_FORM, readForm(arena, name), MOVING)) {
      return value(result, name);
    }
  }

  private Optional<char[]> value(XfsResult result, String name) {
    Pointer fields =
        result.as(PtrPassbook.WFSPTRREADFORMOUT, service.dialect()).pointer("lpszFields");
    return FormFields.value(fields, name, charset()).filter(value -> value.length > 0);
  }

  /** Ends a read of the slot, and what it may have read. */
  private void dropRead() {
    Optional<Slot> dropped;
    synchronized (lock) {
      dropped = slot;
      slot = Optional.empty();
    }
    dropped.ifPresent(
        read -> {
          service.cancel(read.read());
          read.input().close();
        });
  }

  // ---- pages

  @Override
  public int openPage() throws DeviceFault {
    if (!capabilities.readsPageMark()) {
      return 0;
    }
    demandInside();
    Optional<char[]> mark = asked(() -> field(forms.pageField()));
    String digits = mark.map(String::new).orElse("");
    return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : 0;
  }

  private enum Turning {
    NOT,
    BY_MEDIA_CONTROL,
    BY_PASSBOOK_CONTROL
  }

  private Turning turns(boolean forward) {
    int action =
        forward ? PtrPassbook.WFS_PTR_PBKCTRLTURNFORWARD : PtrPassbook.WFS_PTR_PBKCTRLTURNBACKWARD;
    if ((fwControlPassbook & action) != 0) {
      return Turning.BY_PASSBOOK_CONTROL;
    }
    return (fwControl & mediaControl(forward)) != 0 ? Turning.BY_MEDIA_CONTROL : Turning.NOT;
  }

  private static int mediaControl(boolean forward) {
    return forward ? PtrPassbook.WFS_PTR_CTRLATPFORWARD : PtrPassbook.WFS_PTR_CTRLATPBACKWARD;
  }

  @Override
  public void turnPage(boolean forward) throws DeviceFault {
    switch (turns(forward)) {
      case NOT -> throw fault(Kind.UNSUPPORTED, "pages are turned by hand");
      case BY_MEDIA_CONTROL -> control(mediaControl(forward));
      case BY_PASSBOOK_CONTROL -> {
        try (XfsArena arena = service.arena()) {
          ordered(
              PtrPassbook.WFS_CMD_PTR_CONTROL_PASSBOOK,
              arena
                  .structure(PtrPassbook.WFSPTRCONTROLPASSBOOK)
                  .word(
                      "wAction",
                      forward
                          ? PtrPassbook.WFS_PTR_PBKCTRLTURNFORWARD
                          : PtrPassbook.WFS_PTR_PBKCTRLTURNBACKWARD)
                  .word("usCount", 1)
                  .pointer());
        }
      }
    }
  }

  private void control(int action) throws DeviceFault {
    try (XfsArena arena = service.arena()) {
      ordered(Ptr.WFS_CMD_PTR_CONTROL_MEDIA, arena.dwords(action));
    }
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
              .dword("dwMediaControl", fwControl & Ptr.WFS_PTR_CTRLFLUSH)
              .pointer(
                  "lpszFields",
                  arena.bytes(FormFields.list(charset(), forms.rowField() + "=" + row.text())))
              .word("wPaperSource", Ptr.WFS_PTR_PAPERANY)
              .pointer());
    }
  }

  // ---- moving the book

  @Override
  public void eject() throws DeviceFault {
    dropRead();
    control(Ptr.WFS_PTR_CTRLEJECT);
  }

  @Override
  public void retain() throws DeviceFault {
    if (!capabilities.retain()) {
      throw fault(Kind.UNSUPPORTED, "there is no retain bin");
    }
    dropRead();
    try (XfsArena arena = service.arena()) {
      ordered(PtrPassbook.WFS_CMD_PTR_RETRACT_MEDIA, arena.word(FIRST_BIN));
    }
  }

  /** Without moving a book that is inside. */
  @Override
  public void reset() throws DeviceFault {
    dropRead();
    try (XfsArena arena = service.arena()) {
      ordered(Ptr.WFS_CMD_PTR_RESET, arena.structure(PtrPassbook.WFSPTRRESET).pointer());
    }
  }
}
