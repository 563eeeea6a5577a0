package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.silverteller.device.DeviceFault;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The text panel at the back of the machine, for the field engineer. Used by one thread. */
final class XfsOperatorPanel extends TextUnit {

  private static final Logger LOG = LoggerFactory.getLogger(XfsOperatorPanel.class);
  private static final String READ = XfsNames.command(Ttu.WFS_CMD_TTU_READ);

  /** How far the event of a key may be behind the end of its read. */
  private static final Duration BEHIND = Duration.ofSeconds(2);

  /** What a beep means. */
  enum Beep {
    KEY_PRESS(Ttu.WFS_TTU_BEEPKEYPRESS),
    EXCLAMATION(Ttu.WFS_TTU_BEEPEXCLAMATION),
    WARNING(Ttu.WFS_TTU_BEEPWARNING),
    ERROR(Ttu.WFS_TTU_BEEPERROR),
    CRITICAL(Ttu.WFS_TTU_BEEPCRITICAL);

    private final int code;

    Beep(int code) {
      this.code = code;
    }
  }

  /** How a lamp shines. */
  enum Led {
    OFF(Ttu.WFS_TTU_LEDOFF),
    SLOW(Ttu.WFS_TTU_LEDSLOWFLASH),
    MEDIUM(Ttu.WFS_TTU_LEDMEDIUMFLASH),
    QUICK(Ttu.WFS_TTU_LEDQUICKFLASH),
    ON(Ttu.WFS_TTU_LEDCONTINUOUS);

    private final int code;

    Led(int code) {
      this.code = code;
    }
  }

  private volatile Optional<Awaited> awaited = Optional.empty();

  private record Awaited(Reading reading, CompletableFuture<TextKey> key) {}

  private XfsOperatorPanel(XfsService service, Consumer<TerminalEvent> events) throws DeviceFault {
    super(service, DeviceName.OPERATOR_PANEL, events);
  }

  static XfsOperatorPanel open(XfsService service, Consumer<TerminalEvent> events)
      throws DeviceFault {
    return listening(new XfsOperatorPanel(service, events));
  }

  /** Shows these lines from the top; the rest of the screen is blank. */
  void show(List<String> lines) throws DeviceFault {
    draw(lines);
  }

  void clear() throws DeviceFault {
    blank();
  }

  void beep(Beep beep) throws DeviceFault {
    try (XfsArena arena = service.arena()) {
      ordered(Ttu.WFS_CMD_TTU_BEEP, arena.word(beep.code));
    }
  }

  /**
   * @param led 0 … {@link #leds()} − 1
   */
  void light(int led, Led how) throws DeviceFault {
    if (led < 0 || led >= leds()) {
      throw new IllegalArgumentException("led " + led + ": expected one of " + leds());
    }
    try (XfsArena arena = service.arena()) {
      Pointer leds =
          arena
              .structure(Ttu.WFSTTUSETLEDS)
              .word("wLED", led)
              .word("fwCommand", how.code)
              .pointer();
      ordered(Ttu.WFS_CMD_TTU_SET_LED, leds);
    }
  }

  /**
   * Waits for a key; keys pressed before do not count.
   *
   * @return empty when none was pressed in time, or the panel has no keys
   */
  Optional<TextKey> read(Duration patience) throws DeviceFault {
    return asked(() -> awaitKey(patience));
  }

  private Optional<TextKey> awaitKey(Duration patience) throws XfsFault {
    Optional<Reading> begun = beginReading("");
    if (begun.isEmpty()) {
      return Optional.empty();
    }
    Reading reading = begun.get();
    CompletableFuture<TextKey> key = new CompletableFuture<>();
    awaited = Optional.of(new Awaited(reading, key));
    try {
      XfsThreads threads = service.threads();
      threads.await(CompletableFuture.anyOf(key, reading.request().completed()), patience);
      if (!key.isDone()) {
        service.finish(reading.request(), READ, Duration.ZERO).close();
        threads.await(key, BEHIND);
      }
    } catch (TimeoutException nobody) {
      LOG.debug("{}: no key", service.name());
    } finally {
      awaited = Optional.empty();
      endReading(reading);
    }
    return Optional.ofNullable(key.getNow(null));
  }

  @Override
  void pressed(XfsEvent event) {
    TextKey key = TextKey.read(event.result().as(Ttu.WFSTTUKEY, service.dialect()));
    awaited
        .filter(waiting -> waiting.reading().told(event))
        .ifPresent(waiting -> waiting.key().complete(key));
  }
}
