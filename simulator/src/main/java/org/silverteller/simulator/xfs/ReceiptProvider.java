package org.silverteller.simulator.xfs;

import com.sun.jna.Pointer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.device.ReceiptPrinter.Paper;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;

/**
 * The service provider of the virtual receipt printer (PTR). What comes as raw data and forms is
 * buffered, and printed as one slip when the paper is cut or handed out. It has two forms, {@link
 * #FORM} with fields of CHAR and {@link #WIDE_FORM} with UNICODE ones.
 */
final class ReceiptProvider extends PortProvider {

  static final String FORM = "SLIP";
  static final String WIDE_FORM = "SLIPW";
  static final String MEDIA = "RECEIPT";

  /** Rows of a form. */
  static final int FORM_LINES = 20;

  private static final int STATUS = 101;
  private static final int CAPABILITIES = 102;
  private static final int FORM_LIST = 103;
  private static final int MEDIA_LIST = 104;
  private static final int QUERY_FORM = 105;

  private static final int CONTROL_MEDIA = 101;
  private static final int PRINT_FORM = 102;
  private static final int RAW_DATA = 104;
  private static final int RESET = 108;

  private static final int FIELDERROR_EVENT = 103;
  private static final int PAPERTHRESHOLD_EVENT = 107;

  private static final int ERR_FORMNOTFOUND = -100;
  private static final int ERR_FIELDERROR = -107;
  private static final int ERR_MEDIANOTFOUND = -108;
  private static final int ERR_SHUTTERFAIL = -118;
  private static final int ERR_PAPERJAMMED = -122;
  private static final int ERR_PAPEROUT = -123;

  private static final int CTRLEJECT = 1;
  private static final int CTRLCUT = 4;
  private static final int CTRLFLUSH = 16;
  private static final int CTRLRETRACT = 32;
  private static final int CTRLPARTIALCUT = 128;
  private static final int CTRLCLEARBUFFER = 131_072;

  private static final int TYPERECEIPT = 1;
  private static final int RESLOW = 1;
  private static final int WRITETEXT = 1;
  private static final int PAPERUPPER_SOURCE = 2;
  private static final int CHAR = 1;
  private static final int UNICODE = 2;
  private static final int NOTSUPP = 3;
  private static final int SUPPLIES = 16;
  private static final int MEDIANOTPRESENT = 1;
  private static final int MEDIAJAMMED = 2;
  private static final int MEDIAUNKNOWN = 4;
  private static final int FIELDNOTFOUND = 3;
  private static final String FIELD = "LINE";

  private final ReceiptPrinter port;
  private final RawSlip buffer;
  private Paper told;

  ReceiptProvider(VirtualXfsManager manager, Station station, ReceiptPrinter port) {
    super(manager, station);
    this.port = port;
    this.buffer = new RawSlip(station.charset());
    this.told = port.paper();
  }

  @Override
  Optional<Integer> ownCode(DeviceFault.Kind kind) {
    return switch (kind) {
      case PAPER_OUT -> Optional.of(ERR_PAPEROUT);
      case JAMMED -> Optional.of(ERR_PAPERJAMMED);
      case SHUTTER -> Optional.of(ERR_SHUTTERFAIL);
      default -> Optional.empty();
    };
  }

  // ---- questions

  @Override
  public void info(XfsCall call) {
    switch (call.code()) {
      case STATUS -> status(call);
      case CAPABILITIES -> capabilities(call);
      case FORM_LIST -> names(call, FORM, WIDE_FORM);
      case MEDIA_LIST -> names(call, MEDIA);
      case QUERY_FORM -> queryForm(call);
      default -> unsupportedCategory(call);
    }
  }

  private void status(XfsCall call) {
    DeviceStatus status = port.status();
    XfsCall.Told told = call.told();
    NativeStructure answer =
        told.structure("WFSPTRSTATUS")
            .number("fwDevice", fwDevice(status))
            .number(
                "fwMedia",
                switch (status) {
                  case HARDWARE_ERROR -> MEDIAJAMMED;
                  case OFFLINE, NOT_FITTED -> MEDIAUNKNOWN;
                  case ONLINE, NEEDS_ATTENTION -> MEDIANOTPRESENT;
                })
            .wordElement("fwPaper", 0, fwPaper(port.paper()))
            .number("fwToner", NOTSUPP)
            .number("fwInk", NOTSUPP)
            .number("fwLamp", NOTSUPP)
            .target("lpszExtra", told.extra("Model=Virtual 1"));
    for (int supply = 1; supply < SUPPLIES; supply++) {
      answer.wordElement("fwPaper", supply, NOTSUPP);
    }
    call.complete(told, answer);
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
    String name = text(call.data(), call.charset());
    if (!name.equals(FORM) && !name.equals(WIDE_FORM)) {
      call.complete(ERR_FORMNOTFOUND);
      return;
    }
    XfsCall.Told told = call.told();
    String[] fields =
        IntStream.rangeClosed(1, FORM_LINES).mapToObj(row -> FIELD + row).toArray(String[]::new);
    call.complete(
        told,
        told.structure("WFSFRMHEADER")
            .target("lpszFormName", told.text(name))
            .number("wBase", 2)
            .number("wUnitX", 1)
            .number("wUnitY", 1)
            .number("wHeight", FORM_LINES)
            .number("wVersionMajor", 1)
            .number("fwCharSupport", name.equals(FORM) ? CHAR : UNICODE)
            .target("lpszFields", told.extra(fields)));
  }

  private static String text(Pointer text, Charset charset) {
    return new String(text.getByteArray(0, (int) text.indexOf(0, (byte) 0)), charset);
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
    if (!form.equals(FORM) && !form.equals(WIDE_FORM)) {
      call.complete(ERR_FORMNOTFOUND);
      return;
    }
    if (!media.isEmpty() && !media.equals(MEDIA)) {
      call.complete(ERR_MEDIANOTFOUND);
      return;
    }
    Map<String, String> fields =
        form.equals(FORM)
            ? fields(strings(print.target("lpszFields"), 1, call.charset()))
            : fields(strings(print.target("lpszUNICODEFields"), 2, StandardCharsets.UTF_16LE));
    List<String> rows = new ArrayList<>();
    for (String name : fields.keySet()) {
      if (!name.matches(FIELD + "([1-9]|1[0-9]|20)")) {
        fieldError(call, form, name);
        return;
      }
      int row = Integer.parseInt(name.substring(FIELD.length()));
      while (rows.size() < row) {
        rows.add("");
      }
      rows.set(row - 1, fields.get(name));
    }
    buffer.addRows(rows);
    finish(call, print.integer("dwMediaControl"));
  }

  private static void fieldError(XfsCall call, String form, String field) {
    XfsCall.Told told = call.told();
    call.event(
        FIELDERROR_EVENT,
        told,
        told.structure("WFSPTRFIELDFAIL")
            .target("lpszFormName", told.text(form))
            .target("lpszFieldName", told.text(field))
            .number("wFailure", FIELDNOTFOUND)
            .pointer());
    call.complete(ERR_FIELDERROR);
  }

  /** The strings of a list closed by an empty one, of characters so many bytes wide. */
  private static List<String> strings(Pointer list, int width, Charset charset) {
    List<String> strings = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (list != null) {
      boolean closed = width == 1 ? list.getByte(at) == 0 : list.getShort(at) == 0;
      if (closed && at == from) {
        break;
      }
      if (closed) {
        strings.add(new String(list.getByteArray(from, at - from), charset));
        from = at + width;
      }
      at += width;
    }
    return strings;
  }

  private static Map<String, String> fields(List<String> entries) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String entry : entries) {
      int equals = entry.indexOf('=');
      fields.put(entry.substring(0, equals), entry.substring(equals + 1));
    }
    return fields;
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
