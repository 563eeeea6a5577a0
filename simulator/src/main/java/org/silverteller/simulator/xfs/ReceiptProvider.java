package org.silverteller.simulator.xfs;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.device.ReceiptPrinter.Paper;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;

/**
 * The service provider of the virtual receipt printer (PTR). What comes as raw data and forms is
 * buffered, and printed as one slip when the paper is cut or handed out. Its forms are {@link
 * SlipForms}.
 */
final class ReceiptProvider extends PtrProvider {

  static final String MEDIA = "RECEIPT";

  private static final int FORM_LIST = 103;
  private static final int MEDIA_LIST = 104;
  private static final int QUERY_FORM = 105;

  private static final int RAW_DATA = 104;

  private static final int PAPERTHRESHOLD_EVENT = 107;

  private static final int ERR_SHUTTERFAIL = -118;
  private static final int ERR_PAPERJAMMED = -122;
  private static final int ERR_PAPEROUT = -123;

  private static final int CTRLCUT = 4;
  private static final int CTRLPARTIALCUT = 128;
  private static final int CTRLCLEARBUFFER = 131_072;

  private static final int TYPERECEIPT = 1;
  private static final int RESLOW = 1;
  private static final int WRITETEXT = 1;
  private static final int PAPERUPPER_SOURCE = 2;
  private static final int UNICODE = 2;

  private static final Map<DeviceFault.Kind, Integer> CODES =
      Map.ofEntries(
          entry(DeviceFault.Kind.PAPER_OUT, ERR_PAPEROUT),
          entry(DeviceFault.Kind.JAMMED, ERR_PAPERJAMMED),
          entry(DeviceFault.Kind.SHUTTER, ERR_SHUTTERFAIL));

  private final ReceiptPrinter port;
  private final RawSlip buffer;
  private Paper told;

  ReceiptProvider(VirtualXfsManager manager, Station station, ReceiptPrinter port) {
    super(manager, station, CODES);
    this.port = port;
    this.buffer = new RawSlip(station.charset());
    this.told = port.paper();
  }

  // ---- questions

  @Override
  public void info(XfsCall call) {
    switch (call.code()) {
      case STATUS -> status(call);
      case CAPABILITIES -> capabilities(call);
      case FORM_LIST -> names(call, SlipForms.FORM, SlipForms.WIDE_FORM);
      case MEDIA_LIST -> names(call, MEDIA);
      case QUERY_FORM -> queryForm(call);
      default -> unsupportedCategory(call);
    }
  }

  private void status(XfsCall call) {
    DeviceStatus status = port.status();
    XfsCall.Told told = call.told();
    int fwMedia =
        switch (status) {
          case HARDWARE_ERROR -> MEDIAJAMMED;
          case OFFLINE, NOT_FITTED -> MEDIAUNKNOWN;
          case ONLINE, NEEDS_ATTENTION -> MEDIANOTPRESENT;
        };
    call.complete(
        told, ptrStatus(told, status, fwMedia).wordElement("fwPaper", 0, fwPaper(port.paper())));
  }

  private static int fwPaper(Paper paper) {
    return switch (paper) {
      case FULL -> 0;
      case LOW -> 1;
      case OUT -> 2;
      case UNKNOWN -> 4;
    };
  }

  private void capabilities(XfsCall call) {
    XfsCall.Told told = call.told();
    call.complete(
        told,
        told.structure("WFSPTRCAPS")
            .number("wClass", 1)
            .number("fwType", TYPERECEIPT)
            .number("wResolution", RESLOW)
            .number("fwWriteForm", WRITETEXT)
            .number("fwControl", control())
            .number("dwControlEx", control() | CTRLCLEARBUFFER)
            .number("fwPaperSources", PAPERUPPER_SOURCE)
            .number("fwCharSupport", CHAR | UNICODE)
            .target("lpszExtra", told.extra("Model=Virtual 1")));
  }

  private int control() {
    ReceiptPrinter.Capabilities can = port.capabilities();
    return (can.cuts() ? CTRLCUT | CTRLPARTIALCUT : 0)
        | (can.presents() ? CTRLEJECT : 0)
        | (can.retracts() ? CTRLRETRACT : 0);
  }

  private static void names(XfsCall call, String... names) {
    XfsCall.Told told = call.told();
    call.complete(told, told.extra(names));
  }

  private static void queryForm(XfsCall call) {
    String form = text(call);
    if (SlipForms.has(form)) {
      SlipForms.tell(call, form);
    } else {
      call.complete(ERR_FORMNOTFOUND);
    }
  }

  // ---- commands

  @Override
  public void execute(XfsCall call) {
    switch (call.code()) {
      case RAW_DATA -> order(call, () -> rawData(call));
      case PRINT_FORM -> attempt(call, () -> printForm(call));
      case CONTROL_MEDIA -> attempt(call, () -> controlMedia(call));
      case RESET -> order(call, this::reset);
      default -> unsupportedCommand(call);
    }
  }

  /** The data may cut the paper itself. */
  private void rawData(XfsCall call) throws DeviceFault {
    NativeStructure raw = call.input("WFSPTRRAWDATA");
    buffer.take(raw.target("lpbData").getByteArray(0, raw.integer("ulSize")));
    print();
  }

  private void printForm(XfsCall call) throws DeviceFault {
    NativeStructure print = call.input("WFSPTRPRINTFORM");
    String form = print.text("lpszFormName", call.charset());
    String media = print.text("lpszMediaName", call.charset());
    if (!SlipForms.has(form)) {
      call.complete(ERR_FORMNOTFOUND);
      return;
    }
    if (!media.isEmpty() && !media.equals(MEDIA)) {
      call.complete(ERR_MEDIANOTFOUND);
      return;
    }
    Optional<List<String>> rows = SlipForms.rows(call, form, print);
    if (rows.isPresent()) {
      buffer.addRows(rows.get());
      finish(call, print.integer("dwMediaControl"));
    }
  }

  private void controlMedia(XfsCall call) throws DeviceFault {
    finish(call, call.data().getInt(0));
  }

  private void finish(XfsCall call, int actions) throws DeviceFault {
    int offered = control() | CTRLCLEARBUFFER | CTRLFLUSH;
    if ((actions & ~offered) != 0) {
      call.complete(XfsNumbers.WFS_ERR_UNSUPP_DATA);
      return;
    }
    if ((actions & CTRLCLEARBUFFER) != 0) {
      buffer.clear();
    } else if (actions != 0) {
      buffer.cut();
      print();
    }
    call.complete(XfsNumbers.WFS_SUCCESS);
  }

  /** What a fault left over stays in no buffer. */
  private void print() throws DeviceFault {
    for (List<String> slip : buffer.slips()) {
      port.print(slip);
    }
  }

  private void reset() throws DeviceFault {
    buffer.clear();
    port.reset();
  }

  // ---- what happens by itself

  @Override
  public void happened(TerminalEvent event) {
    if (event instanceof TerminalEvent.DeviceChanged change
        && change.device() == DeviceName.RECEIPT_PRINTER) {
      Paper paper = port.paper();
      if (paper != told && paper != Paper.UNKNOWN) {
        userEvent(
            PAPERTHRESHOLD_EVENT,
            answer ->
                answer
                    .structure("WFSPTRPAPERTHRESHOLD")
                    .number("wPaperSource", PAPERUPPER_SOURCE)
                    .number("wPaperThreshold", fwPaper(paper))
                    .pointer());
        told = paper;
      }
      deviceChanged(port.status());
    }
  }
}
