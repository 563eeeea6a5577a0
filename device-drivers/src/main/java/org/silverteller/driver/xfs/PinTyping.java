package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.silverteller.event.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people type at a PIN pad: the entry that is under way, its beginning, its keys and its end.
 */
final class PinTyping {

  private static final Logger LOG = LoggerFactory.getLogger(PinTyping.class);

  /** How long a pad may take to listen, where its provider tells that it does. */
  private static final Duration LISTENING = Duration.ofSeconds(2);

  /** Where it does not tell: how long a refusal is waited for. */
  private static final Duration REFUSAL = Duration.ofMillis(50);

  private static final int ALL_DIGITS = 0x3FF;
  private static final int NEEDED_KEYS =
      ALL_DIGITS | Pin.WFS_PIN_FK_ENTER | Pin.WFS_PIN_FK_CANCEL | Pin.WFS_PIN_FK_CLEAR;

  private final XfsService service;
  private final Consumer<Key> keys;
  private final Runnable changed;
  private final int functionKeys;

  /** The newest first; the one before may still have key events on their way. */
  private final Deque<PinEntry> entries = new ArrayDeque<>();

  private volatile boolean pinGone;
  private volatile boolean tellsListening;

  /**
   * @param keys told of each key
   * @param changed done when the pad does not listen any more without having been told to
   */
  PinTyping(XfsService service, Consumer<Key> keys, Runnable changed) throws XfsFault {
    this.service = service;
    this.keys = keys;
    this.changed = changed;
    this.functionKeys = readFunctionKeys();
    this.tellsListening = service.dialect().version() != XfsVersion.V3_00;
  }

  private int readFunctionKeys() throws XfsFault {
    try (XfsArena arena = service.arena();
        XfsResult result = service.info(Pin.WFS_INF_PIN_FUNCKEY_DETAIL, arena.dwords(0))) {
      return result.as(Pin.WFSPINFUNCKEYDETAIL, service.dialect()).dword("ulFuncMask");
    }
  }

  /** The service was lost, and what was under way with it. */
  void forget() {
    synchronized (entries) {
      entries.forEach(entry -> service.forget(entry.request()));
      entries.clear();
    }
  }

  /** Whether a PIN lies in the pad: it was ended by Enter, and nothing has become of it since. */
  boolean pinCollected() {
    synchronized (entries) {
      return !pinGone
          && Optional.ofNullable(entries.peekFirst())
              .filter(PinEntry::collectsPin)
              .flatMap(PinEntry::end)
              .filter(PinEntry.End::entered)
              .isPresent();
    }
  }

  /** It has been told as a block, or erased. */
  void pinGone() {
    pinGone = true;
  }

  /** What keys are asked for now; empty when the pad is closed. */
  Optional<PinEntry> underWay() {
    synchronized (entries) {
      return Optional.ofNullable(entries.peekFirst()).filter(entry -> !entry.over());
    }
  }

  // ---- beginning

  /** Ends what is under way, and returns when the pad listens to the new one. */
  void open(PinEntry.Ask ask) throws XfsFault {
    stop();
    PinEntry entry = begin(ask);
    boolean told =
        service.awaits(
            CompletableFuture.anyOf(entry.open(), entry.ended()).handle((any, failure) -> any),
            tellsListening ? LISTENING : REFUSAL);
    tellsListening &= told;
    if (entry.over()) {
      int code = entry.end().map(PinEntry.End::hResult).orElse(Xfs.WFS_ERR_CANCELED);
      if (code != Xfs.WFS_SUCCESS) {
        throw new XfsFault(service.name(), "opening of the keys", code);
      }
    }
    entry.open().complete(true);
  }

  /** Key events of the entry find it from here on, also those that come before its id is told. */
  private PinEntry begin(PinEntry.Ask ask) throws XfsFault {
    XfsArena arena = service.arena();
    PinEntry entry;
    synchronized (entries) {
      pinGone = false;
      Requests.Pending request;
      try {
        request = begin(ask, arena);
      } catch (XfsFault fault) {
        arena.close();
        throw fault;
      }
      entry =
          new PinEntry(
              ask,
              request,
              request
                  .completed()
                  .thenApply(result -> taken(ask, result))
                  .whenComplete((end, givenUp) -> arena.close()));
      entries.addFirst(entry);
      while (entries.size() > 2) {
        entries.removeLast();
      }
    }
    service.afterwards(entry.ended(), end -> ended(entry, end));
    return entry;
  }

  private Requests.Pending begin(PinEntry.Ask ask, XfsArena arena) throws XfsFault {
    int active = functionKeys & NEEDED_KEYS;
    if (ask instanceof PinEntry.HiddenPin pin) {
      Pointer command =
          arena
              .structure(Pin.WFSPINGETPIN)
              .word("usMinLen", pin.min())
              .word("usMaxLen", pin.max())
              .bool("bAutoEnd", false)
              .unsignedByte("cEcho", '*')
              .dword("ulActiveKeys", active)
              .dword("ulTerminateKeys", active & (Pin.WFS_PIN_FK_ENTER | Pin.WFS_PIN_FK_CANCEL))
              .pointer();
      return service.begin(Pin.WFS_CMD_PIN_GET_PIN, command);
    }
    boolean clears = (active & Pin.WFS_PIN_FK_CLEAR) != 0;
    Pointer command =
        arena
            .structure(Pin.WFSPINGETDATA)
            .bool("bAutoEnd", false)
            .dword(
                "ulActiveKeys", clears ? active : active | functionKeys & Pin.WFS_PIN_FK_BACKSPACE)
            .pointer();
    return service.begin(Pin.WFS_CMD_PIN_GET_DATA, command);
  }

  /** On the provider's thread: copies what the completion says, and frees it. */
  private PinEntry.End taken(PinEntry.Ask ask, XfsResult completion) {
    try (XfsResult result = completion) {
      return PinEntry.End.of(ask, result, service.dialect());
    } catch (XfsFault.Malformed malformed) {
      LOG.warn("{}: {}", service.name(), malformed.getMessage());
      return new PinEntry.End(Xfs.WFS_ERR_HARDWARE_ERROR, Pin.WFS_PIN_COMPAUTO);
    }
  }

  /** Behind its key events: only a completion says that a PIN is in the pad. */
  private void ended(PinEntry entry, PinEntry.End end) {
    if (!end.good()) {
      if (end.hResult() != Xfs.WFS_ERR_CANCELED && entry.open().isDone()) {
        LOG.warn("{}: {}", service.name(), XfsNames.error(end.hResult()));
        changed.run();
      }
      return;
    }
    if (!entry.collectsPin()) {
      endedByItself(entry);
      return;
    }
    keys.accept(end.entered() ? Key.ENTER : Key.CANCEL);
  }

  /** Some providers end on Enter what has no end: the keys stay open. */
  private void endedByItself(PinEntry entry) {
    boolean current;
    synchronized (entries) {
      current = entries.peekFirst() == entry;
    }
    if (current && entry.pressed().get()) {
      goOn(entry.ask());
    } else if (current) {
      LOG.warn("{} ended an entry that has no end", service.name());
      changed.run();
    }
  }

  private void goOn(PinEntry.Ask ask) {
    try {
      begin(ask).open().complete(true);
    } catch (XfsFault fault) {
      LOG.warn("{}", fault.getMessage());
      changed.run();
    }
  }

  // ---- ending

  void stop() {
    underWay().ifPresent(entry -> service.cancel(entry.request(), entry.ended()));
  }

  /**
   * Ends an entry for other work.
   *
   * @return whether it is to go on behind that work: it had not come to its end
   */
  boolean interrupt(PinEntry entry) {
    service.cancel(entry.request(), entry.ended());
    return entry.end().filter(PinEntry.End::good).isEmpty();
  }

  /** Goes on with an interrupted entry; the digits of a PIN are lost, which CLEAR tells. */
  void resume(PinEntry entry) {
    if (entry.collectsPin()) {
      keys.accept(Key.CLEAR);
    }
    goOn(entry.ask());
  }

  // ---- events

  /** An execute event. */
  void told(XfsEvent event) {
    Optional<PinEntry> known = entryOf(event);
    if (known.isEmpty()) {
      return;
    }
    PinEntry entry = known.get();
    switch (event.id()) {
      case Pin.WFS_EXEE_PIN_ENTERDATA -> entry.open().complete(true);
      case Pin.WFS_EXEE_PIN_KEY -> {
        entry.open().complete(true);
        entry.pressed().set(true);
        entry.key(event.result().as(Pin.WFSPINKEY, service.dialect())).ifPresent(keys);
      }
      default -> {}
    }
  }

  private Optional<PinEntry> entryOf(XfsEvent event) {
    Requests.Key key = event.result().key();
    synchronized (entries) {
      return entries.stream()
          .filter(entry -> entry.request().key().requestId() == key.requestId())
          .filter(entry -> entry.request().key().service() == key.service())
          .findFirst();
    }
  }
}
