package org.silverteller.driver.xfs;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.Track2;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The slot of a card reader. The standard has no command that opens it: a read that waits for a
 * card does, and cancelling that closes it again. Once a card is in, the reader itself takes no
 * other, and the same read brings its data. There is one read under way at most.
 */
final class IdcSlot {

  private static final Logger LOG = LoggerFactory.getLogger(IdcSlot.class);

  static final String READ = XfsNames.command(Idc.WFS_CMD_IDC_READ_RAW_DATA);

  /** Longer than a slot needs to open; readers before 3.10 do not tell when it has. */
  private static final Duration OPENING = Duration.ofSeconds(2);

  /** Is told what happens at the slot. */
  interface Keeper {
    void cardInserted();

    /** The slot is not as it was commanded. */
    void slotChanged();
  }

  private final XfsService service;
  private final Keeper keeper;
  private final Reopening again;
  private Optional<IdcRead> read = Optional.empty();
  private volatile boolean wanted;
  private volatile boolean cardIn;

  IdcSlot(XfsService service, Keeper keeper) {
    this.service = service;
    this.keeper = keeper;
    this.again = new Reopening(service.threads()::elapsed);
  }

  // ---- what happens by itself

  /** WFS_EXEE_IDC_INSERTCARD: the slot is open. */
  void opened() {
    current().ifPresent(IdcRead::opened);
  }

  /** Some readers tell it by an event, some only by what they have read, some by both. */
  void inserted() {
    if (cardComesIn()) {
      keeper.cardInserted();
    }
  }

  void removed() {
    cardIn = false;
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
      keeper.slotChanged();
    }
  }

  /** The service was lost, and what was under way with it; it is open anew. */
  void back() {
    current()
        .filter(IdcRead::isBegun)
        .filter(this::drop)
        .ifPresent(
            lost -> {
              service.giveUp(lost.request());
              again.lost();
            });
  }

  // ---- opening and closing

  /** Whether the slot waits for a card that is not in yet. */
  boolean isWaiting() {
    return current().isPresent() && !cardIn;
  }

  void open() throws XfsFault {
    if (current().isEmpty()) {
      cardIn = false;
      IdcRead begun = begin();
      awaitOpening(begun);
      if (begun.failed()) {
        drop(begun);
        throw reason(begun);
      }
      begun.whenEnded(() -> service.threads().handOver(() -> ended(begun)));
    }
    wanted = true;
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
  void openAgain() {
    if (!wanted || current().isPresent() || !again.attempt()) {
      return;
    }
    boolean open = false;
    try {
      open();
      open = true;
    } catch (XfsFault stays) {
      LOG.warn("{} stays closed: {}", service.name(), stays.getMessage());
    } finally {
      again.ended(open);
    }
  }

  /** Where a card is in, its read goes on: the reader has closed the slot itself. */
  void close() throws XfsFault {
    wanted = false;
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

  /**
   * No other command may come while a read is under way; what it has read is overwritten unseen.
   */
  void abandon() {
    wanted = false;
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

  // ---- reading

  /** Whether a read is under way that has its card. */
  boolean readsCard() {
    Optional<IdcRead> underWay = current();
    return underWay.isPresent() && (cardIn || underWay.get().over());
  }

  /**
   * The card that the read under way has; where there is none, the card that is inside.
   *
   * @throws CardFormatException when its track 2 cannot be read; never tells its digits
   */
  Track2 track2() throws XfsFault, CardFormatException {
    Optional<IdcRead> underWay = current();
    IdcRead card = underWay.isPresent() ? underWay.get() : begin();
    card.await();
    try (XfsResult result = service.finish(card.request(), READ, XfsDevice.MOVING);
        IdcTracks tracks = new IdcTracks(result, service.dialect())) {
      return tracks.track2();
    } finally {
      drop(card);
    }
  }

  /** Asks for the one track that the terminal needs: what is not read cannot leak. */
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

  // ---- the state, which the terminal's thread and the bridge's share

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
