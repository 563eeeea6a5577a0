package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.util.Map;
import java.util.function.Consumer;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.Track2;
import org.silverteller.device.CardReader;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A card reader behind an IDC service (CWA 16926-4). How its slot opens, {@link IdcSlot} tells. */
final class XfsCardReader extends XfsDevice implements CardReader {

  private static final Logger LOG = LoggerFactory.getLogger(XfsCardReader.class);

  private static final Map<Integer, Kind> KINDS =
      Map.ofEntries(
          Map.entry(Idc.WFS_ERR_IDC_MEDIAJAM, Kind.JAMMED),
          Map.entry(Idc.WFS_ERR_IDC_NOMEDIA, Kind.NO_MEDIA),
          Map.entry(Idc.WFS_ERR_IDC_RETAINBINFULL, Kind.FULL),
          Map.entry(Idc.WFS_ERR_IDC_INVALIDDATA, Kind.UNREADABLE),
          Map.entry(Idc.WFS_ERR_IDC_INVALIDMEDIA, Kind.UNREADABLE),
          Map.entry(Idc.WFS_ERR_IDC_SECURITYFAIL, Kind.UNREADABLE),
          Map.entry(Idc.WFS_ERR_IDC_CARDTOOSHORT, Kind.UNREADABLE),
          Map.entry(Idc.WFS_ERR_IDC_CARDTOOLONG, Kind.UNREADABLE),
          Map.entry(Idc.WFS_ERR_IDC_ATRNOTOBTAINED, Kind.UNREADABLE),
          Map.entry(Idc.WFS_ERR_IDC_SHUTTERFAIL, Kind.SHUTTER),
          Map.entry(Idc.WFS_ERR_IDC_PROTOCOLNOTSUPP, Kind.UNSUPPORTED),
          Map.entry(Idc.WFS_ERR_IDC_CHIPPOWERNOTSUPP, Kind.UNSUPPORTED),
          Map.entry(Idc.WFS_ERR_IDC_CARDPRESENT, Kind.SEQUENCE));

  private final Capabilities capabilities;
  private final boolean motor;
  private final boolean readsTrack2;
  private final IdcSlot slot;
  private volatile boolean ejected;
  private volatile int retained;

  private XfsCardReader(XfsService service, Consumer<TerminalEvent> events) throws DeviceFault {
    super(service, DeviceName.CARD_READER, events);
    slot = new IdcSlot(service, new Keeper());
    try (XfsResult result = asked(() -> service.info(Idc.WFS_INF_IDC_CAPABILITIES))) {
      XfsRecord caps = result.as(Idc.WFSIDCCAPS, service.dialect());
      motor = caps.word("fwType") == Idc.WFS_IDC_TYPEMOTOR;
      readsTrack2 = (caps.word("fwReadTracks") & Idc.WFS_IDC_TRACK2) != 0;
      capabilities = capabilities(caps);
    }
  }

  static XfsCardReader open(XfsService service, Consumer<TerminalEvent> events) throws DeviceFault {
    return listening(new XfsCardReader(service, events));
  }

  private static Capabilities capabilities(XfsRecord caps) {
    int type = caps.word("fwType");
    int contactProtocols =
        Idc.WFS_IDC_CHIPT0 | Idc.WFS_IDC_CHIPT1 | Idc.WFS_IDC_CHIP_PROTOCOL_NOT_REQUIRED;
    return new Capabilities(
        (caps.word("fwChipProtocols") & contactProtocols) != 0,
        type == Idc.WFS_IDC_TYPECONTACTLESS || type == Idc.WFS_IDC_TYPEINTELLIGENTCONTACTLESS,
        type == Idc.WFS_IDC_TYPEMOTOR || type == Idc.WFS_IDC_TYPELATCHEDDIP,
        caps.word("usCards") > 0,
        caps.word("usCards"));
  }

  @Override
  Map<Integer, Kind> kinds() {
    return KINDS;
  }

  // ---- what happens by itself

  private final class Keeper implements IdcSlot.Keeper {
    @Override
    public void cardInserted() {
      ejected = false;
      post(new TerminalEvent.CardInserted());
    }

    @Override
    public void slotChanged() {
      changed();
    }
  }

  @Override
  void back() {
    slot.back();
    changed();
  }

  @Override
  void told(XfsEvent event) {
    if (event.is(Xfs.WFS_EXECUTE_EVENT, Idc.WFS_EXEE_IDC_INSERTCARD)) {
      slot.opened();
    } else if (event.is(Xfs.WFS_EXECUTE_EVENT, Idc.WFS_EXEE_IDC_MEDIAINSERTED)) {
      slot.inserted();
    } else if (event.is(Xfs.WFS_SERVICE_EVENT, Idc.WFS_SRVE_IDC_MEDIAREMOVED)) {
      ejected = false;
      slot.removed();
      post(new TerminalEvent.CardTaken());
    } else if (event.message() != Xfs.WFS_EXECUTE_EVENT
        || event.id() == Idc.WFS_EXEE_IDC_MEDIARETAINED) {
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
    try (XfsResult result = service.info(Idc.WFS_INF_IDC_STATUS)) {
      XfsRecord status = result.as(Idc.WFSIDCSTATUS, service.dialect());
      int bin = status.word("fwRetainBin");
      boolean attention = bin == Idc.WFS_IDC_RETAINBINFULL || bin == Idc.WFS_IDC_RETAINBINMISSING;
      DeviceStatus device = deviceStatus(status.word("fwDevice"), attention);
      if (device.works() && media(status) == Media.NOT_PRESENT) {
        slot.openAgain();
      }
      return device;
    }
  }

  @Override
  public Media media() {
    try (XfsResult result = service.info(Idc.WFS_INF_IDC_STATUS)) {
      return media(result.as(Idc.WFSIDCSTATUS, service.dialect()));
    } catch (XfsFault | XfsFault.Malformed fault) {
      LOG.warn("{} media: {}", service.name(), fault.getMessage());
      return Media.UNKNOWN;
    }
  }

  /** A card that is only on its way in, into a slot that waits for one, is not there yet. */
  private Media media(XfsRecord status) {
    return switch (status.word("fwMedia")) {
      case Idc.WFS_IDC_MEDIANOTPRESENT, Idc.WFS_IDC_MEDIANOTSUPP -> Media.NOT_PRESENT;
      case Idc.WFS_IDC_MEDIAPRESENT -> motor && !ejected ? Media.INSIDE : Media.AT_EXIT;
      case Idc.WFS_IDC_MEDIALATCHED -> Media.INSIDE;
      case Idc.WFS_IDC_MEDIAENTERING -> slot.isWaiting() ? Media.NOT_PRESENT : Media.AT_EXIT;
      case Idc.WFS_IDC_MEDIAJAMMED -> Media.JAMMED;
      default -> Media.UNKNOWN;
    };
  }

  @Override
  public int retained() {
    try (XfsResult result = service.info(Idc.WFS_INF_IDC_STATUS)) {
      retained = result.as(Idc.WFSIDCSTATUS, service.dialect()).word("usCards");
    } catch (XfsFault | XfsFault.Malformed fault) {
      LOG.warn("{} retained cards: {}", service.name(), fault.getMessage());
    }
    return retained;
  }

  // ---- taking a card in

  @Override
  public void accept(boolean open) throws DeviceFault {
    if (open && !readsTrack2) {
      throw fault(Kind.UNSUPPORTED, service.name() + " reads no track 2");
    }
    asked(
        () -> {
          if (open) {
            slot.open();
          } else {
            slot.close();
          }
          return true;
        });
  }

  @Override
  public Track2 readTrack2() throws DeviceFault {
    return asked(
        () -> {
          if (!slot.readsCard()) {
            demandCardInside();
          }
          try {
            return slot.track2();
          } catch (CardFormatException wrong) {
            throw fault(Kind.UNREADABLE, wrong.getMessage());
          }
        });
  }

  /** A read would otherwise open the slot and wait for a card. */
  private void demandCardInside() throws XfsFault {
    try (XfsResult result = service.info(Idc.WFS_INF_IDC_STATUS)) {
      XfsRecord status = result.as(Idc.WFSIDCSTATUS, service.dialect());
      if (deviceStatus(status.word("fwDevice"), false) == DeviceStatus.OFFLINE) {
        throw new XfsFault(service.name(), IdcSlot.READ, Xfs.WFS_ERR_DEV_NOT_READY);
      }
      Media media = media(status);
      boolean outOfReach = media == Media.AT_EXIT && motor;
      if (media == Media.NOT_PRESENT || outOfReach || slot.isWaiting()) {
        throw new XfsFault(service.name(), IdcSlot.READ, Idc.WFS_ERR_IDC_NOMEDIA);
      }
    }
  }

  // ---- moving the card

  @Override
  public void eject() throws DeviceFault {
    asked(
        () -> {
          slot.abandon();
          try (XfsArena arena = service.arena()) {
            service.execute(Idc.WFS_CMD_IDC_EJECT_CARD, exit(arena), MOVING).close();
          }
          ejected = true;
          return true;
        });
  }

  /** Where the card goes; before 3.10 there was no choice. */
  private Pointer exit(XfsArena arena) {
    return service.dialect().version().compareTo(Idc.WFSIDCEJECTCARD.since()) < 0
        ? Pointer.NULL
        : arena
            .structure(Idc.WFSIDCEJECTCARD)
            .word("wEjectPosition", Idc.WFS_IDC_EXITPOSITION)
            .pointer();
  }

  @Override
  public void retain() throws DeviceFault {
    asked(
        () -> {
          slot.abandon();
          ejected = false;
          try (XfsResult result =
              service.execute(Idc.WFS_CMD_IDC_RETAIN_CARD, Pointer.NULL, MOVING)) {
            if (result.buffer() != null) {
              retained = result.as(Idc.WFSIDCRETAINCARD, service.dialect()).word("usCount");
            }
            return true;
          }
        });
  }

  @Override
  public void reset() throws DeviceFault {
    asked(
        () -> {
          slot.abandon();
          try (XfsArena arena = service.arena()) {
            service
                .execute(Idc.WFS_CMD_IDC_RESET, arena.word(Idc.WFS_IDC_NOACTION), MOVING)
                .close();
          }
          ejected = false;
          return true;
        });
  }

  // ---- the chip

  /**
   * Switches the chip on or off (WFS_CMD_IDC_CHIP_POWER).
   *
   * @param action WFS_IDC_CHIPPOWERCOLD, …WARM or …OFF
   * @return the answer to reset (ISO/IEC 7816-3); empty after switching off
   * @throws DeviceFault UNREADABLE when the chip does not answer, NO_MEDIA, UNSUPPORTED
   */
  byte[] chipPower(int action) throws DeviceFault {
    return asked(
        () -> {
          slot.abandon();
          try (XfsArena arena = service.arena();
              XfsResult result =
                  service.execute(Idc.WFS_CMD_IDC_CHIP_POWER, arena.word(action), MOVING)) {
            return action == Idc.WFS_IDC_CHIPPOWEROFF || result.buffer() == null
                ? new byte[0]
                : chipData(result.as(Idc.WFSIDCCHIPPOWEROUT, service.dialect()));
          }
        });
  }

  /**
   * Sends a command to the chip (WFS_CMD_IDC_CHIP_IO).
   *
   * @param protocol WFS_IDC_CHIPT0, WFS_IDC_CHIPT1 or WFS_IDC_CHIP_PROTOCOL_NOT_REQUIRED
   * @param apdu as ISO/IEC 7816-4 has it
   * @return the chip's answer with its two status bytes
   */
  byte[] chipIo(int protocol, byte[] apdu) throws DeviceFault {
    return asked(
        () -> {
          slot.abandon();
          try (XfsArena arena = service.arena();
              XfsResult result =
                  service.execute(
                      Idc.WFS_CMD_IDC_CHIP_IO,
                      arena
                          .structure(Idc.WFSIDCCHIPIO)
                          .word("wChipProtocol", protocol)
                          .dword("ulChipDataLength", apdu.length)
                          .pointer("lpbChipData", arena.bytes(apdu))
                          .pointer(),
                      MOVING)) {
            return chipData(result.as(Idc.WFSIDCCHIPIO, service.dialect()));
          }
        });
  }

  private static byte[] chipData(XfsRecord record) {
    byte[] data = IdcTracks.bytes(record, "ulChipDataLength", "lpbChipData");
    IdcTracks.wipe(record, "ulChipDataLength", "lpbChipData");
    return data;
  }
}
