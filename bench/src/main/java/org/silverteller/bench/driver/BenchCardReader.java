package org.silverteller.bench.driver;

import java.util.function.Consumer;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.Track2;
import org.silverteller.device.CardReader;
import org.silverteller.device.DeviceFault;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;

/** A reader of stripes. */
final class BenchCardReader extends WorkingDevice implements CardReader {

  private final Consumer<TerminalEvent> events;
  private Media media = Media.NOT_PRESENT;
  private String stripe = "";

  BenchCardReader(Consumer<TerminalEvent> events) {
    this.events = events;
  }

  synchronized void insert(String track2) {
    stripe = track2;
    media = Media.INSIDE;
    events.accept(new TerminalEvent.CardInserted());
  }

  synchronized void take() {
    media = Media.NOT_PRESENT;
    events.accept(new TerminalEvent.CardTaken());
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(false, false, true, true, 20);
  }

  @Override
  public synchronized Media media() {
    return media;
  }

  @Override
  public void accept(boolean open) {}

  @Override
  public synchronized Track2 readTrack2() throws DeviceFault {
    try {
      return Track2.parse(stripe);
    } catch (CardFormatException wrong) {
      throw new DeviceFault(
          DeviceName.CARD_READER, DeviceFault.Kind.UNREADABLE, wrong.getMessage());
    }
  }

  @Override
  public synchronized void eject() {
    media = Media.AT_EXIT;
  }

  @Override
  public synchronized void retain() {
    media = Media.NOT_PRESENT;
  }

  @Override
  public int retained() {
    return 0;
  }
}
