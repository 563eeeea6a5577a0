package org.silverteller.simulator.xfs;

import static java.util.Map.entry;

import com.sun.jna.Pointer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.device.CardReader.Media;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.PassbookUnit;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;

/**
 * The service provider of the virtual passbook unit (PTR). It knows one media, PASSBOOK, a form of
 * one row and a form of stripe and page mark.
 */
final class PassbookProvider extends PtrProvider {

  private static final int QUERY_MEDIA = 106;

  private static final int READ_FORM = 103;
  private static final int RETRACT_MEDIA = 109;
  private static final int CONTROL_PASSBOOK = 116;

  private static final int NOMEDIA_EVENT = 101;
  private static final int EXECUTE_MEDIAINSERTED_EVENT = 102;
  private static final int MEDIATAKEN_EVENT = 106;

  private static final int ERR_FIELDNOTFOUND = -101;
  private static final int ERR_NOMEDIAPRESENT = -102;
  private static final int ERR_MEDIAOVERFLOW = -105;
  private static final int ERR_RETRACTBINFULL = -114;
  private static final int ERR_PAGETURNFAIL = -116;
  private static final int ERR_MEDIAJAMMED = -119;
  private static final int ERR_MSFERROR = -136;
  private static final int ERR_LASTORFIRSTPAGEREACHED = -142;

  private static final int TYPEPASSBOOK = 2;
  private static final int READMSF = 4;
  private static final int READPAGEMARK = 16;
  private static final int CTRLATPFORWARD = 512;
  private static final int CTRLATPBACKWARD = 1024;
  private static final int PBKCTRLTURNFORWARD = 1;
  private static final int PBKCTRLTURNBACKWARD = 2;
  private static final int ROWCOLUMN = 2;

  private static final String MEDIA = "PASSBOOK";
  private static final String ROW_FORM = "PASSBOOK_ROW";
  private static final String ROW_FIELD = "TEXT";
  private static final String READ_FORM_NAME = "PASSBOOK_READ";
  private static final String TRACK_FIELD = "TRACK";
  private static final String PAGE_FIELD = "PAGE";

  private static final Map<DeviceFault.Kind, Integer> CODES =
      Map.ofEntries(
          entry(DeviceFault.Kind.NO_MEDIA, ERR_NOMEDIAPRESENT),
          entry(DeviceFault.Kind.JAMMED, ERR_MEDIAJAMMED),
          entry(DeviceFault.Kind.UNREADABLE, ERR_MSFERROR),
          entry(DeviceFault.Kind.FULL, ERR_RETRACTBINFULL),
          entry(DeviceFault.Kind.HARDWARE, ERR_PAGETURNFAIL),
          entry(DeviceFault.Kind.SEQUENCE, ERR_LASTORFIRSTPAGEREACHED));

  private final PassbookUnit port;
  private Optional<XfsCall> kept = Optional.empty();
  private boolean bookIn;

  PassbookProvider(VirtualXfsManager manager, Station station, PassbookUnit port) {
    super(manager, station, CODES);
    this.port = port;
  }

  // ---- questions

  @Override
  public void info(XfsCall call) {
    switch (call.code()) {
      case STATUS -> status(call);
      case CAPABILITIES -> capabilities(call);
      case QUERY_MEDIA -> queryMedia(call);
      default -> unsupportedCategory(call);
    }
  }

  private void status(XfsCall call) {
    DeviceStatus status = port.status();
    XfsCall.Told told = call.told();
    NativeStructure bin =
        told.structure("WFSPTRRETRACTBINS")
            .number("wRetractBin", status == DeviceStatus.NEEDS_ATTENTION ? 1 : 0);
    int fwMedia =
        switch (port.media()) {
          case INSIDE -> MEDIAPRESENT;
          case NOT_PRESENT -> MEDIANOTPRESENT;
          case JAMMED -> MEDIAJAMMED;
          case UNKNOWN -> MEDIAUNKNOWN;
          case AT_EXIT -> MEDIAENTERING;
        };
    NativeStructure answer = ptrStatus(told, status, fwMedia);
    if (port.capabilities().retain()) {
      answer.target("lppRetractBins", told.list(List.of(bin)));
    }
    call.complete(told, answer);
  }

  private void capabilities(XfsCall call) {
    PassbookUnit.Capabilities can = port.capabilities();
    XfsCall.Told told = call.told();
    int turning = can.turnsPages() ? CTRLATPFORWARD | CTRLATPBACKWARD : 0;
    call.complete(
        told,
        told.structure("WFSPTRCAPS")
            .number("wClass", 1)
            .number("fwType", TYPEPASSBOOK)
            .number("wResolution", 2)
            .number("fwReadForm", READMSF | (can.readsPageMark() ? READPAGEMARK : 0))
            .number("fwWriteForm", 1)
            .number("fwControl", CTRLEJECT | CTRLFLUSH | (can.retain() ? CTRLRETRACT : 0) | turning)
            .number("bMediaTaken", true)
            .number("usRetractBins", can.retain() ? 1 : 0)
            .number("fwCharSupport", 1)
            .number(
                "fwControlPassbook",
                can.turnsPages() ? PBKCTRLTURNFORWARD | PBKCTRLTURNBACKWARD : 0)
            .target("lpszExtra", told.extra("Model=Virtual 1")));
  }

  private void queryMedia(XfsCall call) {
    if (!text(call).equals(MEDIA)) {
      call.complete(ERR_MEDIANOTFOUND);
      return;
    }
    PassbookUnit.Capabilities can = port.capabilities();
    XfsCall.Told told = call.told();
    call.complete(
        told,
        told.structure("WFSFRMMEDIA")
            .number("fwMediaType", 1)
            .number("wBase", ROWCOLUMN)
            .number("wUnitX", 1)
            .number("wUnitY", 1)
            .number("wSizeWidth", can.columns())
            .number("wSizeHeight", can.rows())
            .number("wLineCount", can.rows())
            .number("wPrintAreaWidth", can.columns())
            .number("wPrintAreaHeight", can.rows()));
  }

  // ---- commands

  @Override
  public void execute(XfsCall call) {
    switch (call.code()) {
      case READ_FORM -> attempt(call, () -> read(call));
      case PRINT_FORM -> attempt(call, () -> print(call));
      case CONTROL_MEDIA -> attempt(call, () -> control(call, call.data().getInt(0)));
      case CONTROL_PASSBOOK ->
          order(
              call,
              () ->
                  port.turnPage(
                      call.input("WFSPTRCONTROLPASSBOOK").integer("wAction")
                          == PBKCTRLTURNFORWARD));
      case RETRACT_MEDIA -> attempt(call, () -> retract(call));
      case RESET -> order(call, port::reset);
      default -> unsupportedCommand(call);
    }
  }

  private void control(XfsCall call, int action) throws DeviceFault {
    switch (action) {
      case CTRLEJECT -> port.eject();
      case CTRLATPFORWARD -> port.turnPage(true);
      case CTRLATPBACKWARD -> port.turnPage(false);
      default -> {
        call.complete(XfsNumbers.WFS_ERR_UNSUPP_DATA);
        return;
      }
    }
    call.complete(XfsNumbers.WFS_SUCCESS);
  }

  private void retract(XfsCall call) throws DeviceFault {
    port.retain();
    XfsCall.Told told = call.told();
    call.complete(told, told.word(1));
  }

  private void print(XfsCall call) throws DeviceFault {
    NativeStructure form = call.input("WFSPTRPRINTFORM");
    String field = form.text("lpszFields", call.charset());
    if (!form.text("lpszFormName", call.charset()).equals(ROW_FORM)) {
      call.complete(ERR_FORMNOTFOUND);
    } else if (!field.startsWith(ROW_FIELD + "=")) {
      call.complete(ERR_FIELDNOTFOUND);
    } else {
      String row = field.substring(ROW_FIELD.length() + 1);
      try {
        port.print(List.of(new PassbookUnit.Row(form.integer("wOffsetY") + 1, row)));
        call.complete(XfsNumbers.WFS_SUCCESS);
      } catch (DeviceFault fault) {
        if (fault.kind() != DeviceFault.Kind.UNSUPPORTED) {
          throw fault;
        }
        call.complete(ERR_MEDIAOVERFLOW);
      }
    }
  }

  /** With no book inside, the slot is opened and the read waits. */
  private void read(XfsCall call) throws DeviceFault {
    if (!call.input("WFSPTRREADFORM").text("lpszFormName", call.charset()).equals(READ_FORM_NAME)) {
      call.complete(ERR_FORMNOTFOUND);
    } else if (port.media() == Media.NOT_PRESENT) {
      port.accept(true);
      bookIn = false;
      kept = Optional.of(call);
      call.event(NOMEDIA_EVENT, call.told(), Pointer.NULL);
    } else {
      readNow(call);
    }
  }

  private void readNow(XfsCall call) throws DeviceFault {
    String name = call.input("WFSPTRREADFORM").text("lpszFieldNames", call.charset());
    String value;
    if (name.equals(PAGE_FIELD)) {
      int page = port.openPage();
      value = page == 0 ? "" : "" + page;
    } else if (name.matches(TRACK_FIELD + "[23]")) {
      value = new String(port.readStripe(name.charAt(TRACK_FIELD.length()) - '0'));
    } else {
      call.complete(ERR_FIELDNOTFOUND);
      return;
    }
    XfsCall.Told told = call.told();
    call.complete(
        told,
        told.structure("WFSPTRREADFORMOUT").target("lpszFields", told.extra(name + "=" + value)));
  }

  @Override
  public void canceled(XfsCall call) {
    boolean waited = kept.isPresent() && !bookIn;
    kept = Optional.empty();
    if (waited) {
      attempt(call, () -> port.accept(false));
    }
  }

  @Override
  public boolean goOn() {
    if (kept.isEmpty() || !bookIn) {
      return false;
    }
    XfsCall call = kept.get();
    kept = Optional.empty();
    attempt(call, () -> readNow(call));
    return true;
  }

  // ---- what happens by itself

  @Override
  public void happened(TerminalEvent event) {
    if (event instanceof TerminalEvent.BookInserted && kept.isPresent()) {
      bookIn = true;
      XfsCall call = kept.get();
      call.event(EXECUTE_MEDIAINSERTED_EVENT, call.told(), Pointer.NULL);
    } else if (event instanceof TerminalEvent.BookTaken) {
      serviceEvent(MEDIATAKEN_EVENT);
    } else if (event instanceof TerminalEvent.DeviceChanged change
        && change.device() == DeviceName.PASSBOOK_UNIT) {
      deviceChanged(port.status());
    }
  }
}
