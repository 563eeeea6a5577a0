package org.silverteller.driver.xfs;

import java.util.Optional;
import java.util.function.Consumer;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Screen;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.page.Frame;
import org.silverteller.page.Frame.Area;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A customer's screen without graphics: the text of each frame, and its options by the keys that
 * the unit has. A key is told as a touch in the middle of the option's area.
 */
final class XfsTextScreen extends TextUnit implements Screen {

  private static final Logger LOG = LoggerFactory.getLogger(XfsTextScreen.class);

  /**
   * @param sheet of the page that is on the screen, from 0
   */
  private record Shown(Frame frame, TextPage page, int sheet, long number) {
    TextPage.Sheet onScreen() {
      return page.sheets().get(sheet);
    }

    Shown turned() {
      return new Shown(frame, page, (sheet + 1) % page.sheets().size(), number);
    }
  }

  private final Geometry geometry;
  private final Object glass = new Object();
  private Optional<Shown> shown = Optional.empty();
  private Optional<Reading> reading = Optional.empty();
  private boolean showing;

  private XfsTextScreen(XfsService service, Consumer<TerminalEvent> events, Geometry geometry)
      throws DeviceFault {
    super(service, DeviceName.SCREEN, events);
    this.geometry = geometry;
    if (!keys().suffice()) {
      LOG.warn(
          "{}: its keys '{}' and {} reach no choice: expected digits, or keys beside the screen",
          service.name(),
          keys().printing(),
          keys().commands());
    }
  }

  /**
   * @param geometry that frames are painted for, and touches told in
   */
  static XfsTextScreen open(XfsService service, Consumer<TerminalEvent> events, Geometry geometry)
      throws DeviceFault {
    return listening(new XfsTextScreen(service, events, geometry));
  }

  @Override
  public Geometry geometry() {
    return geometry;
  }

  @Override
  public void show(Frame frame, long number) throws DeviceFault {
    TextPage page = TextPage.of(frame, new TextLayout(columns(), rows(), this::sayable), keys());
    synchronized (glass) {
      showing = true;
      try {
        put(new Shown(frame, page, 0, number));
      } finally {
        showing = false;
      }
    }
  }

  /** The screen first, then the keys: a service does one command after the other. */
  private void put(Shown now) throws DeviceFault {
    stopReading();
    shown = Optional.of(now);
    draw(now.onScreen().rows());
    startReading();
  }

  @Override
  public void reset() throws DeviceFault {
    synchronized (glass) {
      stopReading();
      shown = Optional.empty();
      super.reset();
    }
  }

  /**
   * A screen that was lost shows again what it showed; one that is being shown to does by itself.
   */
  @Override
  void back() {
    synchronized (glass) {
      forgetScreen();
      if (!showing && shown.isPresent()) {
        try {
          show(shown.get().frame(), shown.get().number());
        } catch (DeviceFault lostAgain) {
          LOG.warn("{}", lostAgain.getMessage());
        }
      }
    }
    changed();
  }

  // ---- keys

  private void startReading() throws DeviceFault {
    reading = asked(() -> beginReading(TextKeys.WANTED));
    reading.ifPresent(this::goOnAfter);
  }

  private void goOnAfter(Reading begun) {
    service.afterwards(begun.request().completed(), result -> ended(begun));
  }

  private void stopReading() {
    Optional<Reading> stopped = reading;
    reading = Optional.empty();
    stopped.ifPresent(this::endReading);
  }

  /** A read ends with each key: the next begins. One that fails is begun with the next page. */
  private void ended(Reading ended) {
    synchronized (glass) {
      if (!reading.equals(Optional.of(ended))) {
        return;
      }
      int code = ended.request().completed().join().hResult();
      stopReading();
      if (code != Xfs.WFS_SUCCESS && code != Xfs.WFS_ERR_TIMEOUT) {
        LOG.warn("{} reads no keys: {}", service.name(), XfsNames.error(code));
        forgetScreen();
        changed();
        return;
      }
      try {
        startReading();
      } catch (DeviceFault fault) {
        LOG.warn("{}", fault.getMessage());
        forgetScreen();
        changed();
      }
    }
  }

  @Override
  void pressed(XfsEvent event) {
    synchronized (glass) {
      if (shown.isEmpty() || reading.isEmpty() || !reading.get().told(event)) {
        return;
      }
      TextKey key = TextKey.read(event.result().as(Ttu.WFSTTUKEY, service.dialect()));
      Shown now = shown.get();
      now.onScreen().answer(key).ifPresent(area -> touched(area, now.number()));
      if (now.onScreen().turns(key)) {
        service.threads().handOver(() -> turn(now));
      }
    }
  }

  /** Shows the next sheet, unless the page has gone meanwhile. */
  private void turn(Shown before) {
    synchronized (glass) {
      if (!shown.equals(Optional.of(before))) {
        return;
      }
      try {
        put(before.turned());
      } catch (DeviceFault fault) {
        LOG.warn("{}", fault.getMessage());
        forgetScreen();
        changed();
      }
    }
  }

  private void touched(Area area, long number) {
    post(
        new TerminalEvent.Touched(
            area.x() + area.width() / 2, area.y() + area.height() / 2, number));
  }
}
