package org.silverteller.simulator.torture;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.silverteller.simulator.scenario.Cast;

/**
 * Everything that the ports of one world saw, in order: always as a running hash (FNV-1a over 64
 * bits), and as text for a person when it is told aloud.
 */
final class Tale {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);

  private final boolean aloud;
  private final List<String> lines = new ArrayList<>();
  private long hash = OFFSET;
  private Instant now = Instant.EPOCH;

  /**
   * @param aloud keep the text too
   */
  Tale(boolean aloud) {
    this.aloud = aloud;
  }

  boolean aloud() {
    return aloud;
  }

  /** The true time of what is told next. */
  void at(Instant instant) {
    now = instant;
  }

  /** Something that is told as a number. */
  void mark(int what) {
    hash = (hash ^ what) * PRIME;
  }

  void mark(long what) {
    mark((int) what);
    mark((int) (what >>> 32));
  }

  void mark(byte[] bytes) {
    for (byte one : bytes) {
      mark(one);
    }
  }

  void mark(String text) {
    mark(text.hashCode());
  }

  /** A line for a person; the hash does not depend on it. */
  void tell(String who, String what) {
    if (aloud) {
      lines.add(
          LocalDateTime.ofInstant(now, Cast.ZONE).format(TIME)
              + "  "
              + String.format(Locale.ROOT, "%-9s", who)
              + " "
              + what);
    }
  }

  long hash() {
    return hash;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
