package org.silverteller.terminal;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.silverteller.host.iso8583.LineWatch;
import org.silverteller.host.iso8583.Message;
import org.silverteller.store.Entry;
import org.silverteller.store.Store;

/**
 * Journals what the link to the host decides: late replies dropped, keys refused, messages that
 * prove nothing.
 */
public final class LineJournal implements LineWatch {

  private final Store store;
  private final InstantSource clock;
  private final ZoneId zone;

  public LineJournal(Store store, InstantSource clock, ZoneId zone) {
    this.store = store;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public void sent(Message message) {}

  @Override
  public void received(Message message) {}

  @Override
  public void noted(String what) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), zone).withNano(0);
    store.commit(new Entry.Journaled(now, "HOST " + what));
  }
}
