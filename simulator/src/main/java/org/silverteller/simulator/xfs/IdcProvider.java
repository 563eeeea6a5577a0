package org.silverteller.simulator.xfs;

import static java.util.Map.entry;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.card.Track2;
import org.silverteller.device.CardReader;
import org.silverteller.device.CardReader.Media;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;

/**
 * The service provider of the virtual card reader (IDC). A read opens the slot and is kept until a
 * card is in; then the slot is closed, and the card is read, when the application waits for it.
 */
final class IdcProvider extends PortProvider {

  private static final int STATUS = 201;
  private static final int CAPABILITIES = 202;

  private static final int EJECT_CARD = 203;
  private static final int RETAIN_CARD = 204;
  private static final int READ_RAW_DATA = 207;
  private static final int CHIP_IO = 209;
  private static final int RESET = 210;
  private static final int CHIP_POWER = 211;

  private static final int MEDIAINSERTED_EVENT = 203;
  private static final int MEDIAREMOVED_EVENT = 204;
  private static final int RETAINBINTHRESHOLD_EVENT = 206;
  private static final int INSERTCARD_EVENT = 212;

  private static final int ERR_MEDIAJAM = -200;
  private static final int ERR_NOMEDIA = -201;
  private static final int ERR_RETAINBINFULL = -203;
  private static final int ERR_SHUTTERFAIL = -209;
  private static final int ERR_ATRNOTOBTAINED = -212;

  private static final int TYPEMOTOR = 1;
  private static final int TYPEDIP = 3;
  private static final int TYPECONTACTLESS = 4;
  private static final int TRACK2 = 2;
  private static final int[] SOURCES = {1, TRACK2, 4, 8};
  private static final int CHIP_T0_T1 = 3;
  private static final int CHIPPOWER_ALL = 14;
  private static final int CHIPPOWEROFF = 8;

  private static final int MEDIAPRESENT = 1;
  private static final int MEDIANOTPRESENT = 2;
  private static final int MEDIAJAMMED = 3;
  private static final int MEDIAUNKNOWN = 5;
  private static final int MEDIAENTERING = 6;

  private static final int BINOK = 1;
  private static final int BINNOTSUPP = 2;
  private static final int BINFULL = 3;
  private static final int BINHIGH = 4;

  private static final int DATAOK = 0;
  private static final int DATAMISSING = 1;
  private static final int DATASRCNOTSUPP = 5;

  private static final int NOACTION = 1;
  private static final int EXIT_AND_TRANSPORT = 3;
  private static final int VERSION_3_10 = 10;

  /** A read that waits for a card. */
  private static final class Waiting {
    private final XfsCall call;
    private boolean cardIn;

    Waiting(XfsCall call) {
      this.call = call;
    }
  }

  private static final Map<DeviceFault.Kind, Integer> CODES =
      Map.ofEntries(
          entry(DeviceFault.Kind.JAMMED, ERR_MEDIAJAM),
          entry(DeviceFault.Kind.NO_MEDIA, ERR_NOMEDIA),
          entry(DeviceFault.Kind.FULL, ERR_RETAINBINFULL),
          entry(DeviceFault.Kind.SHUTTER, ERR_SHUTTERFAIL));

  private final CardReader port;
  private Optional<Waiting> waiting = Optional.empty();
  private boolean closeOwed;
  private int bin;

  IdcProvider(VirtualXfsManager manager, Station station, CardReader port) {
    super(manager, station, CODES);
    this.port = port;
    this.bin = fwRetainBin(port.status());
  }

  // ---- questions

  @Override
  public void info(XfsCall call) {
    switch (call.code()) {
      case STATUS -> status(call);
      case CAPABILITIES -> capabilities(call);
      default -> unsupportedCategory(call);
    }
  }

  private void status(XfsCall call) {
    DeviceStatus status = port.status();
    XfsCall.Told told = call.told();
    call.complete(
        told,
        told.structure("WFSIDCSTATUS")
            .number("fwDevice", fwDevice(status))
            .number("fwMedia", fwMedia())
            .number("fwRetainBin", fwRetainBin(status))
            .number("fwSecurity", 1)
            .number("usCards", port.retained())
            .number("fwChipPower", port.capabilities().chip() ? 5 : 6)
            .number("fwChipModule", port.capabilities().chip() ? 1 : 4)
            .number("fwMagReadModule", 1)
            .number("fwMagWriteModule", 4)
            .number("fwFrontImageModule", 4)
            .number("fwBackImageModule", 4)
            .number("wDevicePosition", 3)
            .target("lpszExtra", told.extra("Model=Virtual 1", "Firmware=3.30")));
  }

  private int fwMedia() {
    return switch (port.media()) {
      case NOT_PRESENT -> MEDIANOTPRESENT;
      case INSIDE -> MEDIAPRESENT;
      case AT_EXIT -> port.capabilities().eject() ? MEDIAENTERING : MEDIAPRESENT;
      case JAMMED -> MEDIAJAMMED;
      case UNKNOWN -> MEDIAUNKNOWN;
    };
  }

  /** The bin is told to be nearly full when a tenth of it is left. */
  private int fwRetainBin(DeviceStatus status) {
    CardReader.Capabilities can = port.capabilities();
    if (!can.retain()) {
      return BINNOTSUPP;
    }
    if (status == DeviceStatus.NEEDS_ATTENTION || port.retained() >= can.retainBinSize()) {
      return BINFULL;
    }
    return port.retained() * 10 >= can.retainBinSize() * 9 ? BINHIGH : BINOK;
  }

  private void capabilities(XfsCall call) {
    CardReader.Capabilities can = port.capabilities();
    XfsCall.Told told = call.told();
    call.complete(
        told,
        told.structure("WFSIDCCAPS")
            .number("wClass", 2)
            .number(
                "fwType", can.contactless() ? TYPECONTACTLESS : can.eject() ? TYPEMOTOR : TYPEDIP)
            .number("fwReadTracks", TRACK2)
            .number("fwChipProtocols", can.chip() ? CHIP_T0_T1 : 0)
            .number("usCards", can.retain() ? can.retainBinSize() : 0)
            .number("fwSecType", 1)
            .number("fwPowerOnOption", NOACTION)
            .number("fwPowerOffOption", NOACTION)
            .number("fwChipPower", can.chip() ? CHIPPOWER_ALL : 0)
            .number("fwEjectPosition", can.eject() ? EXIT_AND_TRANSPORT : 0)
            .target("lpszExtra", told.extra("Model=Virtual 1")));
  }

  // ---- commands

  @Override
  public void execute(XfsCall call) {
    switch (call.code()) {
      case READ_RAW_DATA -> attempt(call, () -> read(call));
      case EJECT_CARD -> order(call, port::eject);
      case RETAIN_CARD -> attempt(call, () -> retain(call));
      case RESET -> order(call, port::reset);
      case CHIP_POWER -> chipPower(call);
      case CHIP_IO -> chipIo(call);
      default -> unsupportedCommand(call);
    }
  }

  private void read(XfsCall call) throws DeviceFault {
    Media media = port.media();
    if (media != Media.NOT_PRESENT && media != Media.UNKNOWN) {
      tellCard(call);
      return;
    }
    port.accept(true);
    closeOwed = false;
    waiting = Optional.of(new Waiting(call));
    if (call.service().table().version() >>> 8 >= VERSION_3_10) {
      call.event(INSERTCARD_EVENT, call.told(), Pointer.NULL);
    }
  }

  /** A stripe that no head reads is no failure of the command: its status says so. */
  private void tellCard(XfsCall call) throws DeviceFault {
    Optional<Track2> read = Optional.empty();
    try {
      read = Optional.of(port.readTrack2());
    } catch (DeviceFault fault) {
      if (fault.kind() != DeviceFault.Kind.UNREADABLE) {
        throw fault;
      }
    }
    XfsCall.Told told = call.told();
    List<NativeStructure> sources = new ArrayList<>();
    int wanted = call.data().getShort(0);
    for (int source : SOURCES) {
      if ((wanted & source) != 0) {
        sources.add(source == TRACK2 ? track2(told, read) : unsupported(told, source));
      }
    }
    read.ifPresent(Track2::erase);
    call.complete(told, told.list(sources));
  }

  private static NativeStructure track2(XfsCall.Told told, Optional<Track2> read) {
    NativeStructure source = told.structure("WFSIDCCARDDATA").number("wDataSource", TRACK2);
    if (read.isEmpty()) {
      return source.number("wStatus", DATAMISSING);
    }
    byte[] characters = read.get().reveal().getBytes(StandardCharsets.US_ASCII);
    return source
        .number("wStatus", DATAOK)
        .number("ulDataLength", characters.length)
        .target("lpbData", told.bytes(characters));
  }

  private static NativeStructure unsupported(XfsCall.Told told, int source) {
    return told.structure("WFSIDCCARDDATA")
        .number("wDataSource", source)
        .number("wStatus", DATASRCNOTSUPP);
  }

  private void retain(XfsCall call) throws DeviceFault {
    port.retain();
    XfsCall.Told told = call.told();
    call.complete(
        told,
        told.structure("WFSIDCRETAINCARD")
            .number("usCount", port.retained())
            .number("fwPosition", MEDIANOTPRESENT));
    tellBin();
  }

  /** Whether there was anything to tell. */
  private boolean tellBin() {
    int now = fwRetainBin(port.status());
    boolean changed = now != bin;
    bin = now;
    if (changed) {
      userEvent(RETAINBINTHRESHOLD_EVENT, told -> told.word(now));
    }
    return changed;
  }

  /** No virtual card has a chip. */
  private void chipPower(XfsCall call) {
    if (!port.capabilities().chip()) {
      unsupportedCommand(call);
    } else if (call.data().getShort(0) == CHIPPOWEROFF) {
      call.complete(XfsNumbers.WFS_SUCCESS);
    } else {
      noChip(call);
    }
  }

  private void chipIo(XfsCall call) {
    if (port.capabilities().chip()) {
      noChip(call);
    } else {
      unsupportedCommand(call);
    }
  }

  private void noChip(XfsCall call) {
    call.complete(port.media() == Media.NOT_PRESENT ? ERR_NOMEDIA : ERR_ATRNOTOBTAINED);
  }

  // ---- a kept read

  /** Told at once; the card is read when the application waits for it. */
  private void cardCameIn(Waiting read) {
    if (!read.cardIn) {
      read.cardIn = true;
      read.call.event(MEDIAINSERTED_EVENT, read.call.told(), Pointer.NULL);
    }
  }

  @Override
  public boolean goOn() {
    Optional<XfsCall> ready = waiting.filter(read -> read.cardIn).map(read -> read.call);
    if (ready.isPresent()) {
      waiting = Optional.empty();
      attempt(
          ready.get(),
          () -> {
            port.accept(false);
            tellCard(ready.get());
          });
      return true;
    }
    return closeOwed && port.status().works() && closeAtLast();
  }

  /** A slot that could not be closed when it was to be would swallow cards unseen. */
  private boolean closeAtLast() {
    try {
      port.accept(false);
      closeOwed = false;
      return true;
    } catch (DeviceFault stillOpen) {
      return false;
    }
  }

  @Override
  public void canceled(XfsCall call) {
    Optional<Waiting> kept = waiting.filter(read -> read.call == call);
    if (kept.isEmpty()) {
      return;
    }
    waiting = Optional.empty();
    try {
      port.accept(false);
      if (port.media() == Media.INSIDE) {
        cardCameIn(kept.get());
      }
    } catch (DeviceFault fault) {
      closeOwed = !kept.get().cardIn;
      failed(call, fault);
    }
  }

  // ---- what happens by itself

  @Override
  public void happened(TerminalEvent event) {
    if (event instanceof TerminalEvent.CardInserted) {
      waiting.ifPresent(this::cardCameIn);
    } else if (event instanceof TerminalEvent.CardTaken) {
      serviceEvent(MEDIAREMOVED_EVENT);
    } else if (event instanceof TerminalEvent.DeviceChanged change
        && change.device() == DeviceName.CARD_READER
        && !tellBin()) {
      deviceChanged(port.status());
    }
  }
}
