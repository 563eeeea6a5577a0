package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.silverteller.card.Pan;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.PinBlock;
import org.silverteller.device.PinPad;
import org.silverteller.event.DeviceName;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An encrypting PIN pad behind a PIN service (CWA 16926-6). Open keys are a WFS_CMD_PIN_GET_DATA
 * without end, a PIN is a WFS_CMD_PIN_GET_PIN; what was opened before is cancelled first.
 *
 * <p>MACs and keys may be wanted while keys are open. They are asked for beside the open entry; a
 * provider that does one command after another lets that time out, and from then on the entry is
 * interrupted. The digits of an interrupted PIN are lost with it, and CLEAR is told.
 */
final class XfsPinPad extends XfsDevice implements PinPad {

  private static final Logger LOG = LoggerFactory.getLogger(XfsPinPad.class);

  private static final int SHORTEST_PIN = 4;

  /** How long a pad may take to listen, where its provider tells that it does. */
  private static final Duration LISTENING = Duration.ofSeconds(2);

  /** Where it does not tell: how long a refusal is waited for. */
  private static final Duration REFUSAL = Duration.ofMillis(50);

  /** How long cipher work beside an open entry may take. */
  private static final Duration BESIDE = Duration.ofSeconds(2);

  private static final int ALL_DIGITS = 0x3FF;
  private static final int NEEDED_KEYS =
      ALL_DIGITS | Pin.WFS_PIN_FK_ENTER | Pin.WFS_PIN_FK_CANCEL | Pin.WFS_PIN_FK_CLEAR;

  private static final Map<Integer, Kind> KINDS =
      Map.ofEntries(
          Map.entry(Pin.WFS_ERR_PIN_KEYNOTFOUND, Kind.KEY),
          Map.entry(Pin.WFS_ERR_PIN_KEYNOVALUE, Kind.KEY),
          Map.entry(Pin.WFS_ERR_PIN_ACCESSDENIED, Kind.KEY),
          Map.entry(Pin.WFS_ERR_PIN_INVALIDID, Kind.KEY),
          Map.entry(Pin.WFS_ERR_PIN_DUPLICATEKEY, Kind.KEY),
          Map.entry(Pin.WFS_ERR_PIN_USEVIOLATION, Kind.KEY),
          Map.entry(Pin.WFS_ERR_PIN_INVALIDKEYLENGTH, Kind.KEY),
          Map.entry(Pin.WFS_ERR_PIN_KEYINVALID, Kind.KEY),
          Map.entry(Pin.WFS_ERR_PIN_NOKEYRAM, Kind.KEY),
          Map.entry(Pin.WFS_ERR_PIN_MACINVALID, Kind.KEY),
          Map.entry(Pin.WFS_ERR_PIN_FORMATINVALID, Kind.KEY),
          Map.entry(Pin.WFS_ERR_PIN_CONTENTINVALID, Kind.KEY),
          Map.entry(Pin.WFS_ERR_PIN_NOPIN, Kind.SEQUENCE),
          Map.entry(Pin.WFS_ERR_PIN_MODENOTSUPPORTED, Kind.UNSUPPORTED),
          Map.entry(Pin.WFS_ERR_PIN_KEYNOTSUPPORTED, Kind.UNSUPPORTED),
          Map.entry(Pin.WFS_ERR_PIN_NOACTIVEKEYS, Kind.UNSUPPORTED),
          Map.entry(Pin.WFS_ERR_PIN_NOTERMINATEKEYS, Kind.UNSUPPORTED),
          Map.entry(Pin.WFS_ERR_PIN_MINIMUMLENGTH, Kind.UNSUPPORTED),
          Map.entry(Pin.WFS_ERR_PIN_ALGORITHMNOTSUPP, Kind.UNSUPPORTED),
          Map.entry(Pin.WFS_ERR_PIN_FORMATNOTSUPP, Kind.UNSUPPORTED));

  private final PinModule module;
  private final int functionKeys;

  /** The newest first; the one before may still have key events on their way. */
  private final Deque<PinEntry> entries = new ArrayDeque<>();

  private volatile boolean pinCollected;
  private volatile boolean tellsListening;
  private volatile boolean interrupts;

  XfsPinPad(XfsService service, Consumer<TerminalEvent> events, PinKeys keys) throws DeviceFault {
    super(service, DeviceName.PIN_PAD, events);
    module = asked(() -> new PinModule(service, keys));
    functionKeys = asked(this::readFunctionKeys);
    tellsListening = service.dialect().version() != XfsVersion.V3_00;
    service.whenBack(this::back);
  }

  /** What was under way went with the service. */
  private void back() {
    synchronized (entries) {
      entries.forEach(entry -> service.forget(entry.request()));
      entries.clear();
      pinCollected = false;
    }
    changed();
  }

  private int readFunctionKeys() throws XfsFault {
    try (XfsArena arena = service.arena();
        XfsResult result = service.info(Pin.WFS_INF_PIN_FUNCKEY_DETAIL, arena.dwords(0))) {
      return result.as(Pin.WFSPINFUNCKEYDETAIL, service.dialect()).dword("ulFuncMask");
    }
  }

  @Override
  Map<Integer, Kind> kinds() {
    return KINDS;
  }

  // ---- questions

  @Override
  public Capabilities capabilities() {
    return module.capabilities();
  }

  @Override
  DeviceStatus readStatus() throws XfsFault {
    try (XfsResult result = service.info(Pin.WFS_INF_PIN_STATUS)) {
      XfsRecord status = result.as(Pin.WFSPINSTATUS, service.dialect());
      DeviceStatus device = deviceStatus(status.word("fwDevice"), false);
      if (device != DeviceStatus.ONLINE) {
        return device;
      }
      return switch (status.word("fwEncStat")) {
        case Pin.WFS_PIN_ENCNOTREADY, Pin.WFS_PIN_ENCPINTAMPERED -> DeviceStatus.HARDWARE_ERROR;
        case Pin.WFS_PIN_ENCNOTINITIALIZED, Pin.WFS_PIN_ENCUNDEFINED ->
            DeviceStatus.NEEDS_ATTENTION;
        default -> DeviceStatus.ONLINE;
      };
    }
  }

  /** A pad that does not answer holds no key as far as anybody can tell. */
  @Override
  public boolean holds(KeyHandle handle) {
    try {
      return module.holds(handle);
    } catch (XfsFault | XfsFault.Malformed fault) {
      LOG.warn("{} key {}: {}", service.name(), handle, fault.getMessage());
      return false;
    }
  }

  // ---- keys that people press

  @Override
  public void openKeys() throws DeviceFault {
    open(new PinEntry.AllKeys());
  }

  @Override
  public void openPin(int min, int max) throws DeviceFault {
    if (min < SHORTEST_PIN || max < min || max > capabilities().maxPin()) {
      throw fault(Kind.UNSUPPORTED, "a PIN of " + min + " to " + max + " digits");
    }
    open(new PinEntry.HiddenPin(min, max));
  }

  private void open(PinEntry.Ask ask) throws DeviceFault {
    stop();
    asked(
        () -> {
          PinEntry entry = begin(ask);
          boolean told =
              service.awaits(
                  CompletableFuture.anyOf(entry.open(), entry.ended()),
                  tellsListening ? LISTENING : REFUSAL);
          tellsListening &= told;
          Optional<PinEntry.End> end = entry.end();
          if (end.isPresent() && !end.get().good()) {
            throw new XfsFault(service.name(), "opening of the keys", end.get().hResult());
          }
          entry.open().complete(true);
          return entry;
        });
  }

  /** Key events of the entry find it from here on, also those that come before its id is told. */
  private PinEntry begin(PinEntry.Ask ask) throws XfsFault {
    XfsArena arena = service.arena();
    PinEntry entry;
    synchronized (entries) {
      pinCollected = false;
      Requests.Pending request;
      try {
        request = begin(ask, arena);
      } catch (XfsFault fault) {
        arena.close();
        throw fault;
      }
      entry =
          new PinEntry(
              ask, request, request.completed().thenApply(result -> taken(ask, result)));
      entries.addFirst(entry);
      while (entries.size() > 2) {
        entries.removeLast();
      }
    }
    entry
        .ended()
        .whenComplete(
            (end, givenUp) -> {
              arena.close();
              if (givenUp == null) {
                service.later(() -> ended(entry, end));
              }
            });
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
              .dword(
                  "ulTerminateKeys", active & (Pin.WFS_PIN_FK_ENTER | Pin.WFS_PIN_FK_CANCEL))
              .pointer();
      return service.begin(Pin.WFS_CMD_PIN_GET_PIN, command);
    }
    boolean clears = (active & Pin.WFS_PIN_FK_CLEAR) != 0;
    Pointer command =
        arena
            .structure(Pin.WFSPINGETDATA)
            .bool("bAutoEnd", false)
            .dword(
                "ulActiveKeys",
                clears ? active : active | functionKeys & Pin.WFS_PIN_FK_BACKSPACE)
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
        changed();
      }
      return;
    }
    if (!entry.collectsPin()) {
      endedByItself(entry);
      return;
    }
    if (end.wCompletion() == Pin.WFS_PIN_COMPCANCEL) {
      post(new TerminalEvent.KeyPressed(Key.CANCEL));
      return;
    }
    synchronized (entries) {
      pinCollected |= entries.peekFirst() == entry;
    }
    post(new TerminalEvent.KeyPressed(Key.ENTER));
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
      changed();
    }
  }

  private void goOn(PinEntry.Ask ask) {
    try {
      begin(ask).open().complete(true);
    } catch (XfsFault fault) {
      LOG.warn("{}", fault.getMessage());
      changed();
    }
  }

  @Override
  public void close() throws DeviceFault {
    stop();
    if (pinCollected) {
      reset();
    } else if (status() == DeviceStatus.OFFLINE) {
      throw fault(Kind.OFFLINE, "the pad does not answer whether it is closed");
    }
  }

  /** There is no command that erases a PIN; a reset does. */
  @Override
  public void reset() throws DeviceFault {
    stop();
    ordered(Pin.WFS_CMD_PIN_RESET, Pointer.NULL);
    pinCollected = false;
  }

  private Optional<PinEntry> underWay() {
    synchronized (entries) {
      return Optional.ofNullable(entries.peekFirst()).filter(entry -> !entry.over());
    }
  }

  private void stop() {
    underWay().ifPresent(entry -> service.cancel(entry.request(), entry.ended()));
  }

  // ---- events

  @Override
  void told(XfsEvent event) {
    if (event.message() != Xfs.WFS_EXECUTE_EVENT) {
      if (event.is(Xfs.WFS_SERVICE_EVENT, Pin.WFS_SRVE_PIN_ILLEGAL_KEY_ACCESS)) {
        LOG.warn("{}: {}", service.name(), event);
      }
      changed();
      return;
    }
    Optional<PinEntry> entry = entryOf(event);
    if (entry.isEmpty()) {
      return;
    }
    switch (event.id()) {
      case Pin.WFS_EXEE_PIN_ENTERDATA -> entry.get().open().complete(true);
      case Pin.WFS_EXEE_PIN_KEY -> {
        entry.get().open().complete(true);
        entry.get().pressed().set(true);
        entry
            .get()
            .key(event.result().as(Pin.WFSPINKEY, service.dialect()))
            .ifPresent(key -> post(new TerminalEvent.KeyPressed(key)));
      }
      default -> {}
    }
  }

  private Optional<PinEntry> entryOf(XfsEvent event) {
    int requestId = event.result().key().requestId();
    synchronized (entries) {
      return List.copyOf(entries).stream()
          .filter(entry -> entry.request().key().requestId() == requestId)
          .findFirst();
    }
  }

  // ---- the encryption module

  @Override
  public PinBlock pinBlock(Pan pan, PinFormat format) throws DeviceFault {
    if (!capabilities().pinFormats().contains(format)) {
      throw fault(Kind.UNSUPPORTED, "PIN format " + format);
    }
    if (underWay().filter(PinEntry::collectsPin).isPresent()) {
      throw fault(Kind.SEQUENCE, "the PIN is still being typed");
    }
    PinBlock block = besideKeys(patience -> module.pinBlock(pan, format, patience));
    pinCollected = false;
    return block;
  }

  @Override
  public byte[] importKey(KeyHandle handle, byte[] encryptedKey) throws DeviceFault {
    return besideKeys(patience -> module.importKey(handle, encryptedKey, patience));
  }

  @Override
  public byte[] mac(MacAlgorithm algorithm, byte[] data) throws DeviceFault {
    if (!capabilities().macs().contains(algorithm)) {
      throw fault(Kind.UNSUPPORTED, "MAC algorithm " + algorithm);
    }
    return besideKeys(patience -> module.mac(algorithm, data, patience));
  }

  /** Work of the encryption module with the time-out that it may have. */
  @FunctionalInterface
  private interface Ciphering<T> {
    T run(Duration patience) throws XfsFault;
  }

  private <T> T besideKeys(Ciphering<T> work) throws DeviceFault {
    Optional<PinEntry> entry = underWay();
    if (entry.isEmpty()) {
      return asked(() -> work.run(MOVING));
    }
    if (!interrupts) {
      Optional<T> done = asked(() -> besideOrLate(work));
      if (done.isPresent()) {
        return done.get();
      }
      interrupts = true;
    }
    return interrupting(entry.get(), work);
  }

  private <T> Optional<T> besideOrLate(Ciphering<T> work) throws XfsFault {
    try {
      return Optional.of(work.run(BESIDE));
    } catch (XfsFault fault) {
      if (fault.code() != Xfs.WFS_ERR_TIMEOUT && fault.code() != Xfs.WFS_ERR_SEQUENCE_ERROR) {
        throw fault;
      }
      LOG.info("{}: nothing is done beside open keys", fault.getMessage());
      return Optional.empty();
    }
  }

  private <T> T interrupting(PinEntry entry, Ciphering<T> work) throws DeviceFault {
    service.cancel(entry.request(), entry.ended());
    boolean finished = entry.end().filter(PinEntry.End::good).isPresent();
    try {
      return asked(() -> work.run(MOVING));
    } finally {
      if (!finished) {
        if (entry.collectsPin()) {
          post(new TerminalEvent.KeyPressed(Key.CLEAR));
        }
        goOn(entry.ask());
      }
    }
  }
}
