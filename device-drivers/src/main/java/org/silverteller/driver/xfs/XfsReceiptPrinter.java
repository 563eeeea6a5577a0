package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A receipt printer behind a PTR service (CWA 16926-3). A slip goes as raw data, or into the fields
 * of a form; a slip longer than the form is printed with it several times, and cut once.
 */
final class XfsReceiptPrinter extends XfsDevice implements ReceiptPrinter {

  private static final Logger LOG = LoggerFactory.getLogger(XfsReceiptPrinter.class);

  private static final Map<Integer, Kind> KINDS =
      Map.ofEntries(
          Map.entry(Ptr.WFS_ERR_PTR_PAPEROUT, Kind.PAPER_OUT),
          Map.entry(Ptr.WFS_ERR_PTR_PAPERJAMMED, Kind.JAMMED),
          Map.entry(Ptr.WFS_ERR_PTR_MEDIAJAMMED, Kind.JAMMED),
          Map.entry(Ptr.WFS_ERR_PTR_MEDIASKEWED, Kind.JAMMED),
          Map.entry(Ptr.WFS_ERR_PTR_BLACKMARK, Kind.JAMMED),
          Map.entry(Ptr.WFS_ERR_PTR_SHUTTERFAIL, Kind.SHUTTER),
          Map.entry(Ptr.WFS_ERR_PTR_RETRACTBINFULL, Kind.FULL),
          Map.entry(Ptr.WFS_ERR_PTR_STACKERFULL, Kind.FULL),
          Map.entry(Ptr.WFS_ERR_PTR_NOMEDIAPRESENT, Kind.NO_MEDIA),
          Map.entry(Ptr.WFS_ERR_PTR_SEQUENCEINVALID, Kind.SEQUENCE),
          Map.entry(Ptr.WFS_ERR_PTR_FORMNOTFOUND, Kind.UNSUPPORTED),
          Map.entry(Ptr.WFS_ERR_PTR_FORMINVALID, Kind.UNSUPPORTED),
          Map.entry(Ptr.WFS_ERR_PTR_FIELDNOTFOUND, Kind.UNSUPPORTED),
          Map.entry(Ptr.WFS_ERR_PTR_FIELDINVALID, Kind.UNSUPPORTED),
          Map.entry(Ptr.WFS_ERR_PTR_MEDIANOTFOUND, Kind.UNSUPPORTED),
          Map.entry(Ptr.WFS_ERR_PTR_MEDIAINVALID, Kind.UNSUPPORTED));

  private static final int CUTS = Ptr.WFS_PTR_CTRLCUT | Ptr.WFS_PTR_CTRLPARTIALCUT;

  private final ReceiptSettings settings;
  private final Capabilities capabilities;
  private final int control;
  private final int resolution;
  private final Optional<SlipForm> form;
  private boolean unfinished;

  private XfsReceiptPrinter(
      XfsService service, Consumer<TerminalEvent> events, ReceiptSettings settings)
      throws DeviceFault {
    super(service, DeviceName.RECEIPT_PRINTER, events);
    this.settings = settings;
    try (XfsResult result = asked(() -> service.info(Ptr.WFS_INF_PTR_CAPABILITIES))) {
      XfsRecord caps = result.as(Ptr.WFSPTRCAPS, service.dialect());
      control = control(caps);
      resolution = Integer.highestOneBit(caps.word("wResolution"));
      capabilities =
          new Capabilities(
              settings.columns(),
              offers(CUTS),
              offers(Ptr.WFS_PTR_CTRLEJECT),
              offers(Ptr.WFS_PTR_CTRLRETRACT));
      boolean writesForms = (caps.word("fwWriteForm") & Ptr.WFS_PTR_WRITETEXT) != 0;
      form =
          settings
              .form()
              .filter(wanted -> writesForms)
              .flatMap(wanted -> SlipForm.find(service, wanted));
    }
    if (settings.form().isPresent() && form.isEmpty()) {
      LOG.warn("{} prints raw data instead of a form", service.name());
    }
  }

  static XfsReceiptPrinter open(
      XfsService service, Consumer<TerminalEvent> events, ReceiptSettings settings)
      throws DeviceFault {
    return listening(new XfsReceiptPrinter(service, events, settings));
  }

  /** What the printer can do with its paper; what the WORD has no room for came with 3.30. */
  private static int control(XfsRecord caps) {
    int extended = caps.has("dwControlEx") ? caps.dword("dwControlEx") : 0;
    return caps.word("fwControl") | extended;
  }

  private boolean offers(int action) {
    return (control & action) != 0;
  }

  @Override
  Map<Integer, Kind> kinds() {
    return KINDS;
  }

  /** A slip that was taken changes nothing that anybody asks of a receipt printer. */
  @Override
  void told(XfsEvent event) {
    if (event.is(Xfs.WFS_SERVICE_EVENT, Ptr.WFS_SRVE_PTR_MEDIATAKEN)) {
      LOG.debug("{} slip taken", service.name());
    } else if (event.is(Xfs.WFS_EXECUTE_EVENT, Ptr.WFS_EXEE_PTR_FIELDERROR)
        || event.is(Xfs.WFS_EXECUTE_EVENT, Ptr.WFS_EXEE_PTR_FIELDWARNING)) {
      XfsRecord field = event.result().as(Ptr.WFSPTRFIELDFAIL, service.dialect());
      LOG.warn(
          "{} form {} field {}: {} {}",
          service.name(),
          field.text("lpszFormName"),
          field.text("lpszFieldName"),
          event,
          field.word("wFailure"));
    } else if (event.message() != Xfs.WFS_EXECUTE_EVENT) {
      changed();
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
      int paper = supply(status);
      DeviceStatus device = deviceStatus(status.word("fwDevice"), needsAttention(status, paper));
      boolean jammed =
          status.word("fwMedia") == Ptr.WFS_PTR_MEDIAJAMMED || paper == Ptr.WFS_PTR_PAPERJAMMED;
      return jammed && device.works() ? DeviceStatus.HARDWARE_ERROR : device;
    }
  }

  private static boolean needsAttention(XfsRecord status, int paper) {
    int toner = status.word("fwToner");
    int ink = status.word("fwInk");
    return paper == Ptr.WFS_PTR_PAPERLOW
        || paper == Ptr.WFS_PTR_PAPEROUT
        || toner == Ptr.WFS_PTR_TONERLOW
        || toner == Ptr.WFS_PTR_TONEROUT
        || ink == Ptr.WFS_PTR_INKLOW
        || ink == Ptr.WFS_PTR_INKOUT
        || status.list("lppRetractBins", Ptr.WFSPTRRETRACTBINS).stream()
            .anyMatch(XfsReceiptPrinter::needsHands);
  }

  private static boolean needsHands(XfsRecord bin) {
    return switch (bin.word("wRetractBin")) {
      case Ptr.WFS_PTR_RETRACTBINFULL, Ptr.WFS_PTR_RETRACTBINHIGH, Ptr.WFS_PTR_RETRACTBINMISSING ->
          true;
      default -> false;
    };
  }

  /** fwPaper of the upper supply, or of the first that the printer has. */
  private static int supply(XfsRecord status) {
    int[] supplies = status.words("fwPaper");
    for (int at = Ptr.WFS_PTR_SUPPLYUPPER; at < supplies.length; at++) {
      if (supplies[at] != Ptr.WFS_PTR_PAPERNOTSUPP) {
        return supplies[at];
      }
    }
    return Ptr.WFS_PTR_PAPERUNKNOWN;
  }

  @Override
  public Paper paper() {
    try (XfsResult result = service.info(Ptr.WFS_INF_PTR_STATUS)) {
      XfsRecord status = result.as(Ptr.WFSPTRSTATUS, service.dialect());
      return switch (supply(status)) {
        case Ptr.WFS_PTR_PAPERFULL -> Paper.FULL;
        case Ptr.WFS_PTR_PAPERLOW -> Paper.LOW;
        case Ptr.WFS_PTR_PAPEROUT -> Paper.OUT;
        default -> Paper.UNKNOWN;
      };
    } catch (XfsFault | XfsFault.Malformed unknown) {
      LOG.warn("{}", unknown.getMessage());
      return Paper.UNKNOWN;
    }
  }

  // ---- commands

  @Override
  public void print(List<String> lines) throws DeviceFault {
    dropUnfinished();
    unfinished = true;
    if (form.isPresent()) {
      printForms(form.get(), lines);
    } else {
      printRaw(lines);
    }
    unfinished = false;
  }

  /** What one customer's failed slip left in the buffer must not come out with another's. */
  private void dropUnfinished() throws DeviceFault {
    if (!unfinished) {
      return;
    }
    if (offers(Ptr.WFS_PTR_CTRLCLEARBUFFER)) {
      control(Ptr.WFS_PTR_CTRLCLEARBUFFER);
    } else {
      reset();
    }
    unfinished = false;
  }

  private void printForms(SlipForm slip, List<String> lines) throws DeviceFault {
    Charset charset = slip.unicode() ? StandardCharsets.UTF_16LE : service.dialect().charset();
    List<String> rows = new ArrayList<>();
    for (String line : lines) {
      rows.addAll(XfsText.rows(XfsText.sayable(line, charset), settings.columns()));
    }
    int from = 0;
    do {
      int to = Math.min(rows.size(), from + slip.lines());
      try (XfsArena arena = service.arena()) {
        ordered(
            Ptr.WFS_CMD_PTR_PRINT_FORM,
            slip.filled(
                arena,
                service.dialect(),
                rows.subList(from, to),
                resolution,
                to == rows.size() ? finishing() : 0));
      }
      from = to;
    } while (from < rows.size());
  }

  private void printRaw(List<String> lines) throws DeviceFault {
    byte[] data = raw(lines);
    try (XfsArena arena = service.arena()) {
      Pointer raw =
          arena
              .structure(Ptr.WFSPTRRAWDATA)
              .word("wInputData", Ptr.WFS_PTR_NOINPUTDATA)
              .dword("ulSize", data.length)
              .pointer("lpbData", arena.bytes(data))
              .pointer();
      ordered(Ptr.WFS_CMD_PTR_RAW_DATA, raw);
    }
    if (finishing() != 0) {
      control(finishing());
    }
  }

  private byte[] raw(List<String> lines) {
    Charset charset = service.dialect().charset();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(HexFormat.of().parseHex(settings.before()));
    for (String line : lines) {
      data.writeBytes(XfsText.sayable(line, charset).getBytes(charset));
      data.write('\n');
    }
    if (!capabilities.cuts()) {
      data.writeBytes(HexFormat.of().parseHex(settings.cut()));
    }
    return data.toByteArray();
  }

  /** Cut and hand out, as far as the printer does it; else at least print what is buffered. */
  private int finishing() {
    int cut =
        offers(Ptr.WFS_PTR_CTRLCUT) ? Ptr.WFS_PTR_CTRLCUT : control & Ptr.WFS_PTR_CTRLPARTIALCUT;
    int finish = cut | (control & Ptr.WFS_PTR_CTRLEJECT);
    return finish != 0 ? finish : control & Ptr.WFS_PTR_CTRLFLUSH;
  }

  private void control(int actions) throws DeviceFault {
    try (XfsArena arena = service.arena()) {
      ordered(Ptr.WFS_CMD_PTR_CONTROL_MEDIA, arena.dwords(actions));
    }
  }

  /** How paper in the way is cleared is left to the service. */
  @Override
  public void reset() throws DeviceFault {
    ordered(Ptr.WFS_CMD_PTR_RESET, Pointer.NULL);
    unfinished = false;
  }
}
