package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.silverteller.card.Pan;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.PinBlock;
import org.silverteller.device.PinPad;
import org.silverteller.event.DeviceName;
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

  /** How long cipher work beside an open entry may take. */
  private static final Duration BESIDE = Duration.ofSeconds(2);

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
  private final PinTyping typing;
  private volatile boolean interrupts;

  private XfsPinPad(XfsService service, Consumer<TerminalEvent> events, PinKeys keys)
      throws DeviceFault {
    super(service, DeviceName.PIN_PAD, events);
    module = asked(() -> new PinModule(service, keys));
    typing =
        asked(
            () ->
                new PinTyping(
                    service, key -> post(new TerminalEvent.KeyPressed(key)), this::changed));
  }

  static XfsPinPad open(XfsService service, Consumer<TerminalEvent> events, PinKeys keys)
      throws DeviceFault {
    return listening(new XfsPinPad(service, events, keys));
  }

  @Override
  void back() {
    typing.forget();
    changed();
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
      return module.keyring().holds(handle);
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
    asked(
        () -> {
          typing.open(ask);
          return ask;
        });
  }

  @Override
  public void close() throws DeviceFault {
    typing.stop();
    if (typing.pinCollected()) {
      reset();
    } else if (status() == DeviceStatus.OFFLINE) {
      throw fault(Kind.OFFLINE, "the pad does not answer whether it is closed");
    }
  }

  /** There is no command that erases a PIN; a reset does. */
  @Override
  public void reset() throws DeviceFault {
    typing.stop();
    ordered(Pin.WFS_CMD_PIN_RESET, Pointer.NULL);
    typing.pinGone();
  }

  // ---- events

  @Override
  void told(XfsEvent event) {
    if (event.message() == Xfs.WFS_EXECUTE_EVENT) {
      typing.told(event);
      return;
    }
    if (event.is(Xfs.WFS_SERVICE_EVENT, Pin.WFS_SRVE_PIN_ILLEGAL_KEY_ACCESS)) {
      LOG.warn("{}: {}", service.name(), event);
    }
    changed();
  }

  // ---- the encryption module

  @Override
  public PinBlock pinBlock(Pan pan, PinFormat format) throws DeviceFault {
    if (!capabilities().pinFormats().contains(format)) {
      throw fault(Kind.UNSUPPORTED, "PIN format " + format);
    }
    if (!typing.pinCollected()) {
      throw fault(Kind.SEQUENCE, "no PIN was collected");
    }
    PinBlock block = asked(() -> module.pinBlock(pan, format, MOVING));
    typing.pinGone();
    return block;
  }

  @Override
  public byte[] importKey(KeyHandle handle, byte[] encryptedKey) throws DeviceFault {
    return besideKeys(patience -> module.keyring().importKey(handle, encryptedKey, patience));
  }

  @Override
  public byte[] mac(MacAlgorithm algorithm, byte[] data) throws DeviceFault {
    if (!capabilities().macs().contains(algorithm)) {
      throw fault(Kind.UNSUPPORTED, "MAC algorithm " + algorithm);
    }
    return besideKeys(patience -> module.macs().mac(algorithm, data, patience));
  }

  /** Work of the encryption module with the time-out that it may have. */
  @FunctionalInterface
  private interface Ciphering<T> {
    T run(Duration patience) throws XfsFault;
  }

  private <T> T besideKeys(Ciphering<T> work) throws DeviceFault {
    Optional<PinEntry> entry = typing.underWay();
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
      switch (fault.code()) {
        case Xfs.WFS_ERR_TIMEOUT, Xfs.WFS_ERR_CANCELED, Xfs.WFS_ERR_SEQUENCE_ERROR ->
            LOG.info("{}: nothing is done beside open keys", fault.getMessage());
        default -> throw fault;
      }
      return Optional.empty();
    }
  }

  private <T> T interrupting(PinEntry entry, Ciphering<T> work) throws DeviceFault {
    boolean unfinished = typing.interrupt(entry);
    try {
      return asked(() -> work.run(MOVING));
    } finally {
      if (unfinished) {
        typing.resume(entry);
      }
    }
  }
}
