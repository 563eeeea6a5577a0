package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
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

/**
 * A card reader behind an IDC service (CWA 16926-4). The standard has no command that opens the
 * slot: a read that waits for a card does, and cancelling it closes the slot again. Once a card is
 * in, the reader itself takes no other, and the same read brings its data.
 */
final class XfsCardReader extends XfsDevice implements CardReader {

  private static final Logger LOG = LoggerFactory.getLogger(XfsCardReader.class);

  private static final String READ = XfsNames.command(Idc.WFS_CMD_IDC_READ_RAW_DATA);

  /** Longer than a slot needs to open; readers before 3.10 do not tell when it has. */
  private static final Duration OPENING = Duration.ofSeconds(2);

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
  private final Reopening again;
  private Optional<IdcRead> read = Optional.empty();
  private volatile boolean slotWanted;
  private volatile boolean cardIn;
  private volatile boolean ejected;
  private volatile int retained;

  XfsCardReader(XfsService service, Consumer<TerminalEvent> events) throws DeviceFault {
    super(service, DeviceName.CARD_READER, events);
    again = new Reopening(service.threads()::elapsed);
    service.whenBack(this::back);
    try (XfsResult result = asked(() -> service.info(Idc.WFS_INF_IDC_CAPABILITIES))) {
      XfsRecord caps = result.as(Idc.WFSIDCCAPS, service.dialect());
      motor = caps.word("fwType") == Idc.WFS_IDC_TYPEMOTOR;
      readsTrack2 = (caps.word("fwReadTracks") & Idc.WFS_IDC_TRACK2) != 0;
      capabilities = capabilities(caps);
    }
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

  @Override
  void told(XfsEvent event) {
    if (event.is(Xfs.WFS_EXECUTE_EVENT, Idc.WFS_EXEE_IDC_INSERTCARD)) {
      current().ifPresent(IdcRead::opened);
    } else if (event.is(Xfs.WFS_EXECUTE_EVENT, Idc.WFS_EXEE_IDC_MEDIAINSERTED)) {
      inserted();
    } else if (event.is(Xfs.WFS_SERVICE_EVENT, Idc.WFS_SRVE_IDC_MEDIAREMOVED)) {
      ejected = false;
      cardIn = false;
      post(new TerminalEvent.CardTaken());
    } else if (event.message() != Xfs.WFS_EXECUTE_EVENT
        || event.id() == Idc.WFS_EXEE_IDC_MEDIARETAINED) {
      changed();
    }
  }

  /** Some readers tell it by an event, some only by what they have read, some by both. */
  private void inserted() {
    if (cardComesIn()) {
      ejected = false;
      post(new TerminalEvent.CardInserted());
    }
  }

  /** A read that waited for a card has ended while nobody waited for it. */
  private void ended(IdcRead over) {
    if (!isCurrent(over) || over.isAwaited() || cardIn) {
      return;
    }
    if (!over.failed()) {
      inserted();
    } else if (drop(over)) {
      LOG.warn("{} has closed its slot: {}", service.name(), reason(over).getMessage());
      again.lost();
      changed();
    }
  }

  /** The service was lost, and what was under way with it; it is open anew. */
  private void back() {
    current()
        .filter(IdcRead::isBegun)
        .filter(this::drop)
        .ifPresent(
            lost -> {
              service.giveUp(lost.request());
              again.lost();
            });
    changed();
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
      boolean attention =
          bin == Idc.WFS_IDC_RETAINBINFULL || bin == Idc.WFS_IDC_RETAINBINMISSING;
      DeviceStatus device = deviceStatus(status.word("fwDevice"), attention);
      if (device.works() && media(status) == Media.NOT_PRESENT) {
        openAgain();
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
      case Idc.WFS_IDC_MEDIAENTERING ->
          current().isPresent() && !cardIn ? Media.NOT_PRESENT : Media.AT_EXIT;
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

  // ---- the slot

  @Override
  public void accept(boolean open) throws DeviceFault {
    asked(
        () -> {
          if (open) {
            open();
          } else {
            close();
          }
          return true;
        });
  }

  private void open() throws XfsFault, DeviceFault {
    if (!readsTrack2) {
      throw fault(Kind.UNSUPPORTED, service.name() + " reads no track 2");
    }
    if (current().isEmpty()) {
      cardIn = false;
      IdcRead begun = begin();
      awaitOpening(begun);
      if (begun.failed()) {
        drop(begun);
        throw reason(begun);
      }
      begun
          .request()
          .completed()
          .thenRun(() -> service.threads().handOver(() -> ended(begun)));
    }
    slotWanted = true;
  }

  private void awaitOpening(IdcRead begun) {
    boolean told = service.dialect().version().compareTo(XfsVersion.V3_10) >= 0;
    try {
      service.threads().await(begun.heard(), told ? OPENING : Duration.ZERO);
    } catch (TimeoutException silent) {
      LOG.debug("{} does not tell that its slot is open", service.name());
    }
  }

  /** A slot that the service has closed by itself is opened again, not too often. */
  private void openAgain() {
    if (!slotWanted || current().isPresent() || !again.attempt()) {
      return;
    }
    boolean open = false;
    try {
      open();
      open = true;
    } catch (XfsFault | DeviceFault stays) {
      LOG.warn("{} stays closed: {}", service.name(), stays.getMessage());
    } finally {
      again.ended(open);
    }
  }

  private void close() throws XfsFault {
    slotWanted = false;
    Optional<IdcRead> waiting = current();
    if (waiting.isEmpty() || cardIn) {
      return;
    }
    IdcRead last = waiting.get();
    last.await();
    boolean answered = service.interrupt(last.request());
    if (answered && !last.failed()) {
      inserted();
      return;
    }
    drop(last);
    if (!answered) {
      throw new XfsFault(service.name(), READ, Xfs.WFS_ERR_TIMEOUT);
    }
    XfsFault reason = reason(last);
    if (reason.code() != Xfs.WFS_ERR_CANCELED) {
      throw reason;
    }
  }

  // ---- reading

  /** Asks for the one track that the terminal needs: data of a card that is not read cannot leak. */
  private IdcRead begin() throws XfsFault {
    IdcRead begun = new IdcRead();
    XfsArena arena = service.arena();
    keep(begun);
    try {
      begun.begun(
          service.begin(Idc.WFS_CMD_IDC_READ_RAW_DATA, arena.word(Idc.WFS_IDC_TRACK2)), arena);
      return begun;
    } catch (XfsFault refused) {
      drop(begun);
      arena.close();
      throw refused;
    }
  }

  /** Why a read failed. */
  private XfsFault reason(IdcRead failed) {
    try (XfsResult unexpected = service.finish(failed.request(), READ, Duration.ZERO)) {
      return new XfsFault(service.name(), READ, unexpected.hResult());
    } catch (XfsFault fault) {
      return fault;
    }
  }

  @Override
  public Track2 readTrack2() throws DeviceFault {
    return asked(
        () -> {
          IdcRead card = readOfCardInside();
          card.await();
          try (XfsResult result = service.finish(card.request(), READ, MOVING);
              IdcTracks tracks = new IdcTracks(result, service.dialect())) {
            return tracks.track2();
          } catch (CardFormatException wrong) {
            throw fault(Kind.UNREADABLE, wrong.getMessage());
          } finally {
            drop(card);
          }
        });
  }

  private IdcRead readOfCardInside() throws XfsFault, DeviceFault {
    Optional<IdcRead> underWay = current();
    if (underWay.isPresent() && (cardIn || underWay.get().over())) {
      return underWay.get();
    }
    demandCardInside();
    return begin();
  }

  /** A read would otherwise open the slot and wait for a card. */
  private void demandCardInside() throws XfsFault, DeviceFault {
    try (XfsResult result = service.info(Idc.WFS_INF_IDC_STATUS)) {
      XfsRecord status = result.as(Idc.WFSIDCSTATUS, service.dialect());
      Media media = media(status);
      if (deviceStatus(status.word("fwDevice"), false) == DeviceStatus.OFFLINE) {
        throw new XfsFault(service.name(), READ, Xfs.WFS_ERR_DEV_NOT_READY);
      }
      if (media == Media.NOT_PRESENT
          || media == Media.AT_EXIT && motor
          || current().isPresent()) {
        throw new XfsFault(service.name(), READ, Idc.WFS_ERR_IDC_NOMEDIA);
      }
    }
  }

  // ---- moving the card

  @Override
  public void eject() throws DeviceFault {
    asked(
        () -> {
          endRead();
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
          endRead();
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
          endRead();
          try (XfsArena arena = service.arena()) {
            service
                .execute(Idc.WFS_CMD_IDC_RESET, arena.word(Idc.WFS_IDC_NOACTION), MOVING)
                .close();
          }
          ejected = false;
          return true;
        });
  }

  /** No command may come while a read is under way; what it has read is overwritten unseen. */
  private void endRead() {
    slotWanted = false;
    Optional<IdcRead> last = current().filter(this::drop);
    if (last.isEmpty() || !service.interrupt(last.get().request())) {
      return;
    }
    try (XfsResult result = service.finish(last.get().request(), READ, Duration.ZERO);
        IdcTracks unseen = new IdcTracks(result, service.dialect())) {
      LOG.debug("{}: {} of a card are overwritten", service.name(), unseen);
    } catch (XfsFault ended) {
      LOG.debug("{}", ended.getMessage());
    }
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
          endRead();
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
          endRead();
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

  // ---- the card, and the read under way, of which there is one at most

  /** Whether that is news. */
  private synchronized boolean cardComesIn() {
    boolean news = !cardIn;
    cardIn = true;
    return news;
  }

  private synchronized Optional<IdcRead> current() {
    return read;
  }

  private synchronized boolean isCurrent(IdcRead any) {
    return read.filter(now -> now == any).isPresent();
  }

  private synchronized void keep(IdcRead begun) {
    read = Optional.of(begun);
  }

  /** Whether it was the one under way. */
  private synchronized boolean drop(IdcRead any) {
    boolean was = isCurrent(any);
    if (was) {
      read = Optional.empty();
    }
    return was;
  }
}
