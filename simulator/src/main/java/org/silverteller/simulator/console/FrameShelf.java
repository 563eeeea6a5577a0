package org.silverteller.simulator.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.silverteller.page.Frame;
import org.silverteller.simulator.console.Bench.Glass;

/** The last few pictures of the glass, each encoded when it is first asked for. */
final class FrameShelf {

  private static final int KEPT = 4;

  private final Map<Long, Frame> frames =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Frame> eldest) {
          return size() > KEPT;
        }
      };

  private long encodedNumber = -1;
  private byte[] encoded = new byte[0];

  synchronized void put(Glass glass) {
    frames.putIfAbsent(glass.number(), glass.frame());
  }

  /** Empty when that picture is no longer kept. */
  synchronized Optional<byte[]> png(long number) {
    Frame frame = frames.get(number);
    if (frame == null) {
      return Optional.empty();
    }
    if (encodedNumber != number) {
      encoded = FramePng.encode(frame);
      encodedNumber = number;
    }
    return Optional.of(encoded);
  }
}
