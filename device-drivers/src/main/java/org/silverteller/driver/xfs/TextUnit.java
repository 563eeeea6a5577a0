package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;

/**
 * What text terminal units (TTU, CWA 16926-9) have in common, whoever stands before them: rows of
 * characters of which only those that change are written, and keys.
 */
abstract class TextUnit extends XfsDevice {

  /** A WFS_CMD_TTU_READ under way, and its input, which the service may look at until it ends. */
  record Reading(Requests.Pending request, XfsArena input) {
    /** Whether the event is one of this read. */
    boolean told(XfsEvent event) {
      return event.result().key().requestId() == request.key().requestId();
    }
  }

  private static final Map<Integer, Kind> KINDS =
      Map.ofEntries(
          Map.entry(Ttu.WFS_ERR_TTU_INVALIDLED, Kind.UNSUPPORTED),
          Map.entry(Ttu.WFS_ERR_TTU_RESNOTSUPP, Kind.UNSUPPORTED),
          Map.entry(Ttu.WFS_ERR_TTU_CHARSETDATA, Kind.UNSUPPORTED),
          Map.entry(Ttu.WFS_ERR_TTU_MEDIAOVERFLOW, Kind.UNSUPPORTED),
          Map.entry(Ttu.WFS_ERR_TTU_KEYINVALID, Kind.UNSUPPORTED),
          Map.entry(Ttu.WFS_ERR_TTU_KEYNOTSUPPORTED, Kind.UNSUPPORTED),
          Map.entry(Ttu.WFS_ERR_TTU_NOACTIVEKEYS, Kind.UNSUPPORTED),
          Map.entry(Ttu.WFS_ERR_TTU_KEYCANCELED, Kind.TIMEOUT));

  /** A keyboard has no more keys than that; guards against a list without its closing zero. */
  private static final int MOST_KEYS = 256;

  private final boolean unicode;
  private final int columns;
  private final int rows;
  private final int leds;
  private final String printingKeys;
  private final List<Integer> commandKeys;

  /** The input of reads that would not end: their service may look at it yet. */
  private final List<XfsArena> neverEnded = new ArrayList<>();

  private Optional<List<String>> drawn = Optional.empty();

  TextUnit(XfsService service, DeviceName name, Consumer<TerminalEvent> events) throws DeviceFault {
    super(service, name, events);
    try (XfsResult result = asked(() -> service.info(Ttu.WFS_INF_TTU_CAPABILITIES))) {
      XfsRecord caps = result.as(Ttu.WFSTTUCAPS, service.dialect());
      unicode = (caps.word("fwCharSupport") & Ttu.WFS_TTU_UNICODE) != 0;
      leds = caps.word("wNumOfLEDs");
      XfsRecord largest = largest(caps);
      columns = largest.word("wSizeX");
      rows = largest.word("wSizeY");
      resolve();
    }
    try (XfsResult result = asked(() -> service.info(Ttu.WFS_INF_TTU_KEY_DETAIL))) {
      XfsRecord keys = result.as(Ttu.WFSTTUKEYDETAIL, service.dialect());
      printingKeys = keys.text("lpszKeys") + unicodeKeys(keys);
      commandKeys = words(keys.pointer("lpwCommandKeys"));
    }
  }

  private XfsRecord largest(XfsRecord caps) throws DeviceFault {
    return caps.list("lppResolutions", Ttu.WFSTTURESOLUTION).stream()
        .max(Comparator.comparingInt(size -> size.word("wSizeX") * size.word("wSizeY")))
        .orElseThrow(() -> fault(Kind.HARDWARE, service.name() + " tells no resolution"));
  }

  /** Sets the resolution where it is another now. */
  private void resolve() throws DeviceFault {
    try (XfsResult result = asked(() -> service.info(Ttu.WFS_INF_TTU_STATUS));
        XfsArena arena = service.arena()) {
      XfsRecord status = result.as(Ttu.WFSTTUSTATUS, service.dialect());
      if (status.word("wDisplaySizeX") != columns || status.word("wDisplaySizeY") != rows) {
        ordered(
            Ttu.WFS_CMD_TTU_SET_RESOLUTION,
            arena
                .structure(Ttu.WFSTTURESOLUTION)
                .word("wSizeX", columns)
                .word("wSizeY", rows)
                .pointer());
      }
    }
  }

  /** Keys that are told only in UNICODE. */
  private static String unicodeKeys(XfsRecord keys) {
    if (!keys.isNull("lpszKeys")) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    words(keys.pointer("lpwszUNICODEKeys")).forEach(key -> text.append((char) (int) key));
    return text.toString();
  }

  /** The WORDs up to a zero; none for NULL. */
  private static List<Integer> words(Pointer array) {
    List<Integer> words = new ArrayList<>();
    for (int index = 0; array != null && index < MOST_KEYS; index++) {
      int word = array.getShort((long) index * Short.BYTES) & 0xFFFF;
      if (word == 0) {
        break;
      }
      words.add(word);
    }
    return words;
  }

  @Override
  final Map<Integer, Kind> kinds() {
    return KINDS;
  }

  @Override
  final void told(XfsEvent event) {
    if (event.is(Xfs.WFS_EXECUTE_EVENT, Ttu.WFS_EXEE_TTU_KEY)) {
      pressed(event);
    } else if (event.message() != Xfs.WFS_EXECUTE_EVENT) {
      changed();
    }
  }

  /** WFS_EXEE_TTU_KEY: an active key was pressed while a read was under way. */
  abstract void pressed(XfsEvent event);

  @Override
  final DeviceStatus readStatus() throws XfsFault {
    try (XfsResult result = service.info(Ttu.WFS_INF_TTU_STATUS)) {
      return deviceStatus(result.as(Ttu.WFSTTUSTATUS, service.dialect()).word("fwDevice"), false);
    }
  }

  /** In characters; a Chinese one takes two columns. */
  final int columns() {
    return columns;
  }

  final int rows() {
    return rows;
  }

  /** How many lamps it has. */
  final int leds() {
    return leds;
  }

  /** The keys that it has. */
  final TextKeys keys() {
    return new TextKeys(printingKeys, commandKeys);
  }

  // ---- the screen

  /** What the unit can show of a text. */
  final String sayable(String text) {
    Charset charset = unicode ? StandardCharsets.UTF_16LE : service.dialect().charset();
    return XfsText.sayable(text, charset);
  }

  /**
   * Makes the screen show these rows and nothing else.
   *
   * @param wanted from the top; what is wider or more than the screen is cut
   */
  final void draw(List<String> wanted) throws DeviceFault {
    if (drawn.isEmpty()) {
      blank();
    }
    List<String> before = drawn.orElseThrow();
    List<String> now = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      String text = row < wanted.size() ? sayable(wanted.get(row)) : "";
      now.add(XfsText.rows(text, columns).get(0).stripTrailing());
    }
    drawn = Optional.empty();
    for (int row = 0; row < rows; row++) {
      if (!now.get(row).equals(before.get(row))) {
        int width = Math.max(XfsText.columns(now.get(row)), XfsText.columns(before.get(row)));
        write(row, XfsText.fitted(now.get(row), width));
      }
    }
    drawn = Optional.of(now);
  }

  private void write(int row, String text) throws DeviceFault {
    try (XfsArena arena = service.arena()) {
      XfsRecord write =
          arena
              .structure(Ttu.WFSTTUWRITE)
              .word("fwMode", Ttu.WFS_TTU_POSABSOLUTE)
              .word("wPosX", 0)
              .word("wPosY", row);
      if (unicode) {
        write.pointer(
            "lpsUNICODEText", arena.bytes((text + '\0').getBytes(StandardCharsets.UTF_16LE)));
      } else {
        write.pointer("lpsText", arena.text(text));
      }
      ordered(Ttu.WFS_CMD_TTU_WRITE, write.pointer());
    }
  }

  /** Clears the whole screen. */
  final void blank() throws DeviceFault {
    drawn = Optional.empty();
    try (XfsArena arena = service.arena()) {
      ordered(
          Ttu.WFS_CMD_TTU_CLEARSCREEN,
          arena
              .structure(Ttu.WFSTTUCLEARSCREEN)
              .word("wWidth", columns)
              .word("wHeight", rows)
              .pointer());
    }
    drawn = Optional.of(Collections.nCopies(rows, ""));
  }

  /** Nobody knows what the screen shows: all of it is written the next time. */
  final void forgetScreen() {
    drawn = Optional.empty();
  }

  /** The screen is dark after it. */
  @Override
  public void reset() throws DeviceFault {
    forgetScreen();
    ordered(Ttu.WFS_CMD_TTU_RESET, Pointer.NULL);
  }

  // ---- keys

  /**
   * Begins to wait for one key; keys pressed before do not count.
   *
   * @param wanted the printing keys that count, besides all command keys; all of the unit when
   *     empty
   * @return empty when the unit has none of these keys
   */
  final Optional<Reading> beginReading(String wanted) throws XfsFault {
    String printing = wanted.isEmpty() ? printingKeys : have(wanted);
    if (printing.isEmpty() && commandKeys.isEmpty()) {
      return Optional.empty();
    }
    XfsArena arena = service.arena();
    try {
      return Optional.of(
          new Reading(service.begin(Ttu.WFS_CMD_TTU_READ, read(arena, printing)), arena));
    } catch (XfsFault refused) {
      arena.close();
      throw refused;
    }
  }

  private String have(String wanted) {
    StringBuilder have = new StringBuilder();
    wanted.chars().filter(key -> printingKeys.indexOf(key) >= 0).forEach(have::appendCodePoint);
    return have.toString();
  }

  private Pointer read(XfsArena arena, String printing) {
    XfsRecord read =
        arena
            .structure(Ttu.WFSTTUREAD)
            .word("wNumOfChars", 1)
            .word("fwMode", Ttu.WFS_TTU_POSABSOLUTE)
            .word("fwEchoMode", Ttu.WFS_TTU_ECHOINVISIBLE)
            .bool("bFlush", true)
            .bool("bAutoEnd", true);
    if (!printing.isEmpty()) {
      read.pointer("lpszActiveKeys", arena.text(printing));
    }
    if (!commandKeys.isEmpty()) {
      Pointer commands = arena.bytes(zeroEnded(commandKeys));
      read.pointer("lpwActiveCommandKeys", commands).pointer("lpwTerminateCommandKeys", commands);
    }
    return read.pointer();
  }

  private static byte[] zeroEnded(List<Integer> words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int word : words) {
      bytes.write(word);
      bytes.write(word >>> 8);
    }
    bytes.write(0);
    bytes.write(0);
    return bytes.toByteArray();
  }

  /** Waits for no key any more. */
  final void endReading(Reading reading) {
    CompletableFuture<XfsResult> completed = reading.request().completed();
    if (!completed.isDone()) {
      service.cancel(reading.request());
    }
    if (completed.isCancelled()) {
      neverEnded.add(reading.input());
    } else {
      completed.join().close();
      reading.input().close();
    }
  }
}
