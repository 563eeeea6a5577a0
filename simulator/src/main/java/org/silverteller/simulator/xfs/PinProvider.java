package org.silverteller.simulator.xfs;

import static java.util.Map.entry;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.PinPad;
import org.silverteller.event.DeviceName;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.hardware.VirtualHardware;

/**
 * The service provider of the virtual PIN pad (PIN): who types, and what is told of it. Cipher work
 * is {@link PinProviderModule}'s.
 *
 * <p>A pad that nobody asks for keys any more is closed before anything else is answered, unless it
 * is opened anew at once: the keys then change hands without the pad being closed between.
 */
final class PinProvider extends PortProvider {

  /** What providers in the field do differently. */
  enum Habit {
    /** Tells digits of a PIN in its key events. */
    TELLS_PIN_DIGITS,
    /** Does no cipher work while keys are open. */
    ONE_AFTER_ANOTHER,
    /** Ends data entry on Enter, though nobody asked it to. */
    ENDS_ON_ENTER,
    /** Does not tell when the pad listens. */
    NEVER_TELLS_LISTENING,
    /** Ends a PIN by itself at the last digit, though nobody asked it to. */
    ENDS_AT_LAST_DIGIT,
    /** Has no key that makes MACs and also encrypts. */
    KEEPS_KEY_USES_APART,
    /** Tells the left half of a MAC. */
    TELLS_HALF_A_MAC
  }

  private static final int STATUS = 401;
  private static final int CAPABILITIES = 402;
  private static final int KEY_DETAIL = 404;
  private static final int FUNCKEY_DETAIL = 405;
  private static final int KEY_DETAIL_EX = 407;

  private static final int GET_PIN = 405;
  private static final int GET_DATA = 408;
  private static final int RESET = 418;

  private static final int KEY_EVENT = 401;
  private static final int ENTERDATA_EVENT = 408;

  private static final int ERR_NOPIN = -408;
  private static final int ERR_KEYINVALID = -410;
  private static final int ERR_NOACTIVEKEYS = -412;
  private static final int ERR_NOTERMINATEKEYS = -414;
  private static final int ERR_MINIMUMLENGTH = -415;

  private static final int FK_7 = 1 << 7;
  private static final int FK_ENTER = 1 << 10;
  private static final int FK_CANCEL = 1 << 11;
  private static final int FK_CLEAR = 1 << 12;
  private static final int ALL_KEYS = (1 << 13) - 1;

  private static final int COMPAUTO = 0;
  private static final int COMPENTER = 1;
  private static final int COMPCANCEL = 2;
  private static final int COMPCONTINUE = 6;
  private static final int COMPCLEAR = 7;

  /** A key of a finished data entry. */
  private record Pressed(int mask, int completion) {}

  private static final Map<Kind, Integer> CODES =
      Map.ofEntries(entry(Kind.KEY, ERR_KEYINVALID), entry(Kind.SEQUENCE, ERR_NOPIN));

  private final PinPad port;
  private final PinProviderModule module;
  private final Set<Habit> habits;
  private Optional<XfsCall> typing = Optional.empty();
  private final List<Pressed> pressed = new ArrayList<>();
  private boolean leftOpen;
  private int active;
  private int terminating;
  private int longest;
  private boolean endsAtLongest;
  private int digits;

  PinProvider(VirtualXfsManager manager, Station station, VirtualHardware hardware) {
    this(manager, station, hardware, Set.of());
  }

  PinProvider(
      VirtualXfsManager manager, Station station, VirtualHardware hardware, Set<Habit> habits) {
    super(manager, station, CODES);
    this.port = hardware.pinPad();
    this.module = new PinProviderModule(port, hardware.padCipher(), habits);
    this.habits = Set.copyOf(habits);
  }

  // ---- questions

  @Override
  public void info(XfsCall call) {
    shutIfLeft();
    switch (call.code()) {
      case STATUS -> status(call);
      case CAPABILITIES -> module.capabilities(call);
      case KEY_DETAIL -> module.keyDetail(call, "WFSPINKEYDETAIL", "fwUse");
      case KEY_DETAIL_EX -> {
        if (module.oldFashioned(call)) {
          unsupportedCategory(call);
        } else {
          module.keyDetail(call, "WFSPINKEYDETAILEX", "dwUse");
        }
      }
      case FUNCKEY_DETAIL -> functionKeys(call);
      default -> unsupportedCategory(call);
    }
  }

  private void status(XfsCall call) {
    XfsCall.Told told = call.told();
    call.complete(
        told,
        told.structure("WFSPINSTATUS")
            .number("fwDevice", fwDevice(port.status()))
            .number("fwEncStat", 0)
            .target("lpszExtra", told.extra("Model=Virtual 1")));
  }

  private static void functionKeys(XfsCall call) {
    XfsCall.Told told = call.told();
    call.complete(told, told.structure("WFSPINFUNCKEYDETAIL").number("ulFuncMask", ALL_KEYS));
  }

  // ---- commands

  @Override
  public boolean doesBeside(XfsCall command) {
    return !habits.contains(Habit.ONE_AFTER_ANOTHER) && module.does(command);
  }

  @Override
  public void execute(XfsCall call) {
    switch (call.code()) {
      case GET_PIN -> attempt(call, () -> getPin(call));
      case GET_DATA -> attempt(call, () -> getData(call));
      case RESET -> {
        leftOpen = false;
        order(call, port::reset);
      }
      default -> {
        if (module.does(call)) {
          attempt(call, () -> module.execute(call));
        } else {
          unsupportedCommand(call);
        }
      }
    }
  }

  private void getPin(XfsCall call) throws DeviceFault {
    NativeStructure asked = call.input("WFSPINGETPIN");
    int min = asked.integer("usMinLen");
    int max = asked.integer("usMaxLen");
    Optional<Integer> refusal = refusal(asked);
    if (refusal.isPresent()) {
      call.complete(refusal.get());
      return;
    }
    try {
      port.openPin(min, max);
    } catch (DeviceFault fault) {
      if (fault.kind() == Kind.UNSUPPORTED) {
        call.complete(ERR_MINIMUMLENGTH);
        return;
      }
      throw fault;
    }
    opened(call, asked, max);
    endsAtLongest |= habits.contains(Habit.ENDS_AT_LAST_DIGIT);
  }

  private Optional<Integer> refusal(NativeStructure asked) {
    if (asked.number("ulActiveKeys") == 0) {
      return Optional.of(ERR_NOACTIVEKEYS);
    }
    return asked.number("bAutoEnd") == 0 && asked.number("ulTerminateKeys") == 0
        ? Optional.of(ERR_NOTERMINATEKEYS)
        : Optional.empty();
  }

  /** Without a longest length, data entry goes on until it is cancelled. */
  private void getData(XfsCall call) throws DeviceFault {
    NativeStructure asked = call.input("WFSPINGETDATA");
    int max = asked.integer("usMaxLen");
    Optional<Integer> refusal = refusal(asked);
    if (refusal.isPresent() && (max > 0 || refusal.get() == ERR_NOACTIVEKEYS)) {
      call.complete(refusal.get());
      return;
    }
    port.openKeys();
    opened(call, asked, max);
    if (habits.contains(Habit.ENDS_ON_ENTER)) {
      terminating |= FK_ENTER;
    }
  }

  private void opened(XfsCall call, NativeStructure asked, int max) {
    typing = Optional.of(call);
    leftOpen = false;
    active = asked.integer("ulActiveKeys");
    terminating = asked.integer("ulTerminateKeys");
    longest = max;
    endsAtLongest = max > 0 && asked.number("bAutoEnd") != 0;
    digits = 0;
    pressed.clear();
    if (!module.oldFashioned(call) && !habits.contains(Habit.NEVER_TELLS_LISTENING)) {
      call.event(ENTERDATA_EVENT, call.told(), Pointer.NULL);
    }
  }

  @Override
  public void canceled(XfsCall call) {
    if (typing.filter(call::equals).isPresent()) {
      typing = Optional.empty();
      leftOpen = true;
    }
  }

  @Override
  public boolean goOn() {
    return shutIfLeft();
  }

  private boolean shutIfLeft() {
    if (!leftOpen) {
      return false;
    }
    leftOpen = false;
    try {
      port.close();
    } catch (DeviceFault offline) {
      // Off the line it hears no key; whoever asks is told by its status.
      return false;
    }
    return true;
  }

  // ---- what happens by itself

  @Override
  public void happened(TerminalEvent event) {
    if (event instanceof TerminalEvent.KeyPressed press) {
      typing.ifPresent(call -> pressed(call, press.key()));
    } else if (event instanceof TerminalEvent.DeviceChanged change
        && change.device() == DeviceName.PIN_PAD) {
      deviceChanged(port.status());
    }
  }

  private void pressed(XfsCall call, Key key) {
    int mask =
        switch (key) {
          case HIDDEN -> habits.contains(Habit.TELLS_PIN_DIGITS) ? FK_7 : 0;
          case ENTER -> FK_ENTER;
          case CANCEL -> FK_CANCEL;
          case CLEAR -> FK_CLEAR;
          default -> 1 << key.value();
        };
    if (mask != 0 && (active & mask) == 0) {
      return;
    }
    boolean digit = key == Key.HIDDEN || key.digit();
    digits = digit ? digits + 1 : key == Key.CLEAR ? 0 : digits;
    boolean atLongest = digit && endsAtLongest && digits == longest;
    boolean ends = atLongest || (!digit && (terminating & mask) != 0);
    int completion = atLongest ? COMPAUTO : completion(key);
    keyEvent(call, mask, completion);
    if (ends) {
      typing = Optional.empty();
      end(call, completion);
    }
  }

  private static int completion(Key key) {
    return switch (key) {
      case ENTER -> COMPENTER;
      case CANCEL -> COMPCANCEL;
      case CLEAR -> COMPCLEAR;
      default -> COMPCONTINUE;
    };
  }

  private void keyEvent(XfsCall call, int mask, int completion) {
    pressed.add(new Pressed(mask, completion));
    XfsCall.Told told = call.told();
    call.event(
        KEY_EVENT,
        told,
        told.structure("WFSPINKEY")
            .number("wCompletion", completion)
            .number("ulDigit", mask)
            .pointer());
  }

  private void end(XfsCall call, int completion) {
    XfsCall.Told told = call.told();
    if (call.code() == GET_PIN) {
      call.complete(
          told,
          told.structure("WFSPINENTRY")
              .number("usDigits", digits)
              .number("wCompletion", completion));
      return;
    }
    List<NativeStructure> keys =
        pressed.stream()
            .map(
                key ->
                    told.structure("WFSPINKEY")
                        .number("wCompletion", key.completion())
                        .number("ulDigit", key.mask()))
            .toList();
    call.complete(
        told,
        told.structure("WFSPINDATA")
            .number("usKeys", keys.size())
            .target("lpPinKeys", told.list(keys))
            .number("wCompletion", completion));
  }
}
