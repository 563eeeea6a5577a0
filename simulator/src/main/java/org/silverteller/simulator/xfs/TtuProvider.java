package org.silverteller.simulator.xfs;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The service provider of a virtual text terminal (TTU): a screen of characters, and keys. */
final class TtuProvider extends PortProvider {

  private static final int STATUS = 701;
  private static final int CAPABILITIES = 702;
  private static final int KEY_DETAIL = 706;

  private static final int BEEP = 701;
  private static final int CLEARSCREEN = 702;
  private static final int SET_LED = 704;
  private static final int SET_RESOLUTION = 705;
  private static final int WRITE = 708;
  private static final int READ = 709;
  private static final int RESET = 710;

  private static final int KEY_EVENT = 703;

  private static final int ERR_INVALIDLED = -707;
  private static final int ERR_MEDIAOVERFLOW = -709;
  private static final int ERR_RESNOTSUPP = -710;
  private static final int ERR_KEYINVALID = -712;
  private static final int ERR_NOACTIVEKEYS = -714;

  private static final int CLASS_TTU = 7;
  private static final int KEYBOARD_ON = 1;
  private static final int FIXED = 1;
  private static final int ASCII = 1;
  private static final int UNICODE = 2;
  private static final int ABSOLUTE = 1;
  private static final int LEDS = 8;
  private static final int LED_OFF = 1;

  private final TextTerminal terminal;
  private final List<Integer> beeps = new ArrayList<>();
  private final int[] leds = new int[LEDS];
  private CharacterCells screen;
  private int cursorColumn;
  private int cursorRow;
  private Optional<XfsCall> reading = Optional.empty();
  private boolean offline;

  TtuProvider(VirtualXfsManager manager, Station station, TextTerminal terminal) {
    super(manager, station);
    this.terminal = terminal;
    this.screen = dark(terminal.sizes().get(0));
    Arrays.fill(leds, LED_OFF);
  }

  private static CharacterCells dark(TextTerminal.Size size) {
    return new CharacterCells(size.columns(), size.rows());
  }

  // ---- looking and pressing

  /** What is on the screen, row by row. */
  List<String> rows() {
    return screen.text();
  }

  /** The beeps since power came, as WFS_TTU_BEEP…. */
  List<Integer> beeps() {
    return List.copyOf(beeps);
  }

  /** How a lamp shines, as WFS_TTU_LED…. */
  int led(int lamp) {
    return leds[lamp];
  }

  /** Pulls or plugs the cable. */
  void offline(boolean pulled) {
    offline = pulled;
  }

  /** Somebody presses a key that prints. */
  void press(char key) {
    reading
        .filter(call -> active(call, key))
        .ifPresent(
            call -> {
              told(call, key, 0);
              ended(call, String.valueOf(key));
            });
  }

  /** Somebody presses a key that commands. */
  void press(int commandKey) {
    reading
        .filter(call -> listed(call, "lpwActiveCommandKeys", commandKey))
        .ifPresent(
            call -> {
              told(call, '\0', commandKey);
              if (listed(call, "lpwTerminateCommandKeys", commandKey)) {
                ended(call, "");
              }
            });
  }

  private static boolean active(XfsCall call, char key) {
    return input(call).text("lpszActiveKeys", StandardCharsets.US_ASCII).indexOf(key) >= 0;
  }

  private static boolean listed(XfsCall call, String field, int key) {
    Pointer keys = input(call).target(field);
    for (int at = 0; keys != null && keys.getShort(at) != 0; at += Short.BYTES) {
      if (keys.getShort(at) == key) {
        return true;
      }
    }
    return false;
  }

  private static NativeStructure input(XfsCall call) {
    return call.input("WFSTTUREAD");
  }

  private static void told(XfsCall call, char key, int commandKey) {
    XfsCall.Told told = call.told();
    call.event(
        KEY_EVENT,
        told,
        told.structure("WFSTTUKEY")
            .number("cKey", key)
            .number("wCommandKey", commandKey)
            .pointer());
  }

  /** A read of one character has all it wants. */
  private void ended(XfsCall call, String typed) {
    reading = Optional.empty();
    XfsCall.Told told = call.told();
    call.complete(told, told.structure("WFSTTUREADIN").target("lpszInput", told.text(typed)));
  }

  // ---- questions

  @Override
  public void info(XfsCall call) {
    switch (call.code()) {
      case STATUS -> status(call);
      case CAPABILITIES -> capabilities(call);
      case KEY_DETAIL -> keyDetail(call);
      default -> unsupportedCategory(call);
    }
  }

  private void status(XfsCall call) {
    XfsCall.Told told = call.told();
    NativeStructure status =
        told.structure("WFSTTUSTATUS")
            .number("fwDevice", offline ? 1 : 0)
            .number("wKeyboard", KEYBOARD_ON)
            .number("wDisplaySizeX", screen.columns())
            .number("wDisplaySizeY", screen.rows())
            .target("lpszExtra", told.extra("Model=Virtual 1"));
    for (int lamp = 0; lamp < terminal.leds(); lamp++) {
      status.wordElement("wLEDs", lamp, leds[lamp]);
    }
    call.complete(told, status);
  }

  private void capabilities(XfsCall call) {
    XfsCall.Told told = call.told();
    List<NativeStructure> sizes =
        terminal.sizes().stream()
            .map(
                size ->
                    told.structure("WFSTTURESOLUTION")
                        .number("wSizeX", size.columns())
                        .number("wSizeY", size.rows()))
            .toList();
    call.complete(
        told,
        told.structure("WFSTTUCAPS")
            .number("wClass", CLASS_TTU)
            .number("fwType", FIXED)
            .target("lppResolutions", told.list(sizes))
            .number("wNumOfLEDs", terminal.leds())
            .number("fwCharSupport", terminal.unicode() ? ASCII | UNICODE : ASCII)
            .target("lpszExtra", told.extra("Model=Virtual 1")));
  }

  private void keyDetail(XfsCall call) {
    XfsCall.Told told = call.told();
    NativeStructure detail = told.structure("WFSTTUKEYDETAIL");
    if (!terminal.keys().isEmpty()) {
      detail.target("lpszKeys", told.text(terminal.keys()));
    }
    if (!terminal.commandKeys().isEmpty()) {
      detail.target("lpwCommandKeys", told.bytes(zeroEnded(terminal.commandKeys())));
    }
    call.complete(told, detail);
  }

  private static byte[] zeroEnded(List<Integer> words) {
    byte[] bytes = new byte[(words.size() + 1) * Short.BYTES];
    for (int index = 0; index < words.size(); index++) {
      bytes[2 * index] = words.get(index).byteValue();
    }
    return bytes;
  }

  // ---- commands

  @Override
  public void execute(XfsCall call) {
    if (offline) {
      call.complete(XfsNumbers.WFS_ERR_DEV_NOT_READY);
      return;
    }
    switch (call.code()) {
      case WRITE -> call.complete(write(call));
      case CLEARSCREEN -> call.complete(clear(call));
      case READ -> read(call);
      case BEEP -> {
        beeps.add((int) call.data().getShort(0));
        call.complete(XfsNumbers.WFS_SUCCESS);
      }
      case SET_LED -> call.complete(light(call.input("WFSTTUSETLEDS")));
      case SET_RESOLUTION -> call.complete(resolve(call.input("WFSTTURESOLUTION")));
      case RESET -> {
        screen = new CharacterCells(screen.columns(), screen.rows());
        call.complete(XfsNumbers.WFS_SUCCESS);
      }
      default -> unsupportedCommand(call);
    }
  }

  private int write(XfsCall call) {
    NativeStructure write = call.input("WFSTTUWRITE");
    boolean absolute = write.integer("fwMode") == ABSOLUTE;
    int column = (short) write.integer("wPosX") + (absolute ? 0 : cursorColumn);
    int row = (short) write.integer("wPosY") + (absolute ? 0 : cursorRow);
    Pointer wide = write.target("lpsUNICODEText");
    if (wide != null && !terminal.unicode()) {
      return XfsNumbers.WFS_ERR_UNSUPP_DATA;
    }
    String text = wide == null ? write.text("lpsText", call.charset()) : utf16(wide);
    int end = screen.write(column, row, text);
    if (end < 0) {
      return ERR_MEDIAOVERFLOW;
    }
    cursorColumn = end;
    cursorRow = row;
    return XfsNumbers.WFS_SUCCESS;
  }

  private static String utf16(Pointer text) {
    int length = 0;
    while (text.getShort(length) != 0) {
      length += Short.BYTES;
    }
    return new String(text.getByteArray(0, length), StandardCharsets.UTF_16LE);
  }

  private int clear(XfsCall call) {
    if (!call.hasData()) {
      screen.clear(0, 0, screen.columns(), screen.rows());
      return XfsNumbers.WFS_SUCCESS;
    }
    NativeStructure area = call.input("WFSTTUCLEARSCREEN");
    screen.clear(
        area.integer("wPositionX"),
        area.integer("wPositionY"),
        area.integer("wWidth"),
        area.integer("wHeight"));
    return XfsNumbers.WFS_SUCCESS;
  }

  private int light(NativeStructure command) {
    int lamp = command.integer("wLED");
    if (lamp >= terminal.leds()) {
      return ERR_INVALIDLED;
    }
    leds[lamp] = command.integer("fwCommand");
    return XfsNumbers.WFS_SUCCESS;
  }

  private int resolve(NativeStructure wanted) {
    TextTerminal.Size size =
        new TextTerminal.Size(wanted.integer("wSizeX"), wanted.integer("wSizeY"));
    if (!terminal.sizes().contains(size)) {
      return ERR_RESNOTSUPP;
    }
    screen = dark(size);
    return XfsNumbers.WFS_SUCCESS;
  }

  /** Kept until a key is pressed. */
  private void read(XfsCall call) {
    NativeStructure read = input(call);
    String keys = read.text("lpszActiveKeys", StandardCharsets.US_ASCII);
    boolean commands = read.target("lpwActiveCommandKeys") != null;
    if (keys.isEmpty() && !commands) {
      call.complete(ERR_NOACTIVEKEYS);
    } else if (!keys.chars().allMatch(key -> terminal.keys().indexOf(key) >= 0)) {
      call.complete(ERR_KEYINVALID);
    } else {
      reading = Optional.of(call);
    }
  }

  @Override
  public void canceled(XfsCall call) {
    reading = Optional.empty();
  }
}
