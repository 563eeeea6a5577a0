package org.silverteller.simulator.xfs;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Lights;
import org.silverteller.event.TerminalEvent;

/**
 * The service provider of the virtual guide lights, and of a few sensors and doors that nothing
 * else in the machine has (SIU): the operator switch, tamper, proximity, the headset jack, cabinet
 * and safe.
 */
final class SiuProvider extends PortProvider {

  private static final int STATUS = 801;
  private static final int CAPABILITIES = 802;

  private static final int ENABLE_EVENTS = 801;
  private static final int SET_GUIDLIGHT = 806;
  private static final int RESET = 807;

  private static final int PORT_STATUS_EVENT = 801;

  private static final int ERR_INVALID_PORT = -801;
  private static final int ERR_SYNTAX = -802;

  private static final int TYPE_SENSORS = 1;
  private static final int TYPE_DOORS = 2;
  private static final int TYPE_GUIDLIGHTS = 16;

  private static final int SENSORS = 32;
  private static final int DOORS = 16;

  private static final int OPERATORSWITCH = 0;
  private static final int TAMPER = 1;
  private static final int PROXIMITY = 5;
  private static final int ENHANCEDAUDIO = 7;
  static final int CABINET = 0;
  static final int SAFE = 1;

  private static final int RUN = 1;
  private static final int OFF = 1;
  private static final int PRESENT = 1;
  private static final int NOT_PRESENT = 2;
  private static final int CLOSED = 1;
  private static final int OPEN = 2;

  private static final int RUN_MAINTENANCE_SUPERVISOR = 7;
  private static final int AVAILABLE = 1;
  private static final int CLOSED_OR_OPEN = 3;
  private static final int LIGHT_OFF = 1;
  private static final int SLOW_FLASH = 4;
  private static final int MEDIUM_FLASH = 8;
  private static final int CONTINUOUS = 128;

  private static final int NO_CHANGE = 0;
  private static final int ENABLE = 1;

  private final Optional<Lights> port;
  private final int[] sensorsThere = new int[SENSORS];
  private final int[] doorsThere = new int[DOORS];
  private final int[] sensors = new int[SENSORS];
  private final int[] doors = new int[DOORS];
  private final boolean[] sensorTold = new boolean[SENSORS];
  private final boolean[] doorTold = new boolean[DOORS];
  private final Map<Lights.Place, Integer> lit = new EnumMap<>(Lights.Place.class);

  /**
   * @param port empty where the machine has no guide lights
   */
  SiuProvider(VirtualXfsManager manager, Station station, Optional<Lights> port) {
    super(manager, station);
    this.port = port;
    sensor(OPERATORSWITCH, RUN_MAINTENANCE_SUPERVISOR, RUN);
    sensor(TAMPER, AVAILABLE, OFF);
    sensor(PROXIMITY, AVAILABLE, NOT_PRESENT);
    sensor(ENHANCEDAUDIO, AVAILABLE, NOT_PRESENT);
    for (int door : new int[] {CABINET, SAFE}) {
      doorsThere[door] = CLOSED_OR_OPEN;
      doors[door] = CLOSED;
    }
  }

  private void sensor(int index, int there, int now) {
    sensorsThere[index] = there;
    sensors[index] = now;
  }

  // ---- hands

  /** Somebody plugs a headset in, or draws it out. */
  void headset(boolean plugged) {
    sensors[ENHANCEDAUDIO] = plugged ? PRESENT : NOT_PRESENT;
    if (sensorTold[ENHANCEDAUDIO]) {
      tell(TYPE_SENSORS, ENHANCEDAUDIO, sensors[ENHANCEDAUDIO]);
    }
  }

  /**
   * Somebody opens a door, or closes it.
   *
   * @param door {@link #CABINET} or {@link #SAFE}
   */
  void door(int door, boolean open) {
    doors[door] = open ? OPEN : CLOSED;
    if (doorTold[door]) {
      tell(TYPE_DOORS, door, doors[door]);
    }
  }

  private void tell(int type, int index, int state) {
    serviceEvent(
        PORT_STATUS_EVENT,
        told ->
            told.structure("WFSSIUPORTEVENT")
                .number("wPortType", type)
                .number("wPortIndex", index)
                .number("wPortStatus", state)
                .pointer());
  }

  // ---- questions

  @Override
  public void info(XfsCall call) {
    switch (call.code()) {
      case STATUS -> status(call);
      case CAPABILITIES -> capabilities(call);
      default -> unsupportedCategory(call);
    }
  }

  private void status(XfsCall call) {
    XfsCall.Told told = call.told();
    NativeStructure status =
        told.structure("WFSSIUSTATUS")
            .number("fwDevice", port.map(lights -> fwDevice(lights.status())).orElse(0))
            .target("lpszExtra", told.extra("Model=Virtual 1", "Firmware=3.30"));
    fill(status, "fwSensors", sensors);
    fill(status, "fwDoors", doors);
    if (port.isPresent()) {
      for (Lights.Place place : Lights.Place.values()) {
        status.wordElement("fwGuidLights", index(place), lit.getOrDefault(place, LIGHT_OFF));
      }
    }
    call.complete(told, status);
  }

  private void capabilities(XfsCall call) {
    XfsCall.Told told = call.told();
    NativeStructure caps =
        told.structure("WFSSIUCAPS")
            .number("wClass", 8)
            .number("fwType", TYPE_SENSORS | TYPE_DOORS | (port.isPresent() ? TYPE_GUIDLIGHTS : 0))
            .target("lpszExtra", told.extra("Model=Virtual 1"));
    fill(caps, "fwSensors", sensorsThere);
    fill(caps, "fwDoors", doorsThere);
    if (port.isPresent()) {
      for (Lights.Place place : Lights.Place.values()) {
        caps.wordElement(
            "fwGuidLights", index(place), LIGHT_OFF | SLOW_FLASH | MEDIUM_FLASH | CONTINUOUS);
      }
    }
    call.complete(told, caps);
  }

  private static void fill(NativeStructure structure, String field, int[] words) {
    for (int index = 0; index < words.length; index++) {
      structure.wordElement(field, index, words[index]);
    }
  }

  private static int index(Lights.Place place) {
    return switch (place) {
      case CARD_READER -> 0;
      case PIN_PAD -> 1;
      case CASH_EXIT -> 2;
      case RECEIPT -> 4;
      case PASSBOOK_UNIT -> 5;
    };
  }

  // ---- commands

  @Override
  public void execute(XfsCall call) {
    switch (call.code()) {
      case ENABLE_EVENTS -> enableEvents(call);
      case SET_GUIDLIGHT -> attempt(call, () -> setLight(call));
      case RESET -> attempt(call, () -> reset(call));
      default -> unsupportedCommand(call);
    }
  }

  private void enableEvents(XfsCall call) {
    NativeStructure wanted = call.input("WFSSIUENABLE");
    if (asksForMore(wanted, "fwSensors", sensorsThere)
        || asksForMore(wanted, "fwDoors", doorsThere)) {
      call.complete(ERR_INVALID_PORT);
      return;
    }
    enable(wanted, "fwSensors", sensorTold);
    enable(wanted, "fwDoors", doorTold);
    call.complete(XfsNumbers.WFS_SUCCESS);
  }

  private static boolean asksForMore(NativeStructure wanted, String field, int[] there) {
    for (int index = 0; index < there.length; index++) {
      if (there[index] == 0 && wanted.wordElement(field, index) != NO_CHANGE) {
        return true;
      }
    }
    return false;
  }

  private static void enable(NativeStructure wanted, String field, boolean[] told) {
    for (int index = 0; index < told.length; index++) {
      int wish = wanted.wordElement(field, index);
      told[index] = wish == NO_CHANGE ? told[index] : wish == ENABLE;
    }
  }

  private void setLight(XfsCall call) throws DeviceFault {
    NativeStructure command = call.input("WFSSIUSETGUIDLIGHT");
    Optional<Lights.Place> place = place(command.integer("wGuidLight"));
    if (port.isEmpty() || place.isEmpty()) {
      call.complete(ERR_INVALID_PORT);
      return;
    }
    Optional<Lights.Rate> rate = rate(command.integer("fwCommand"));
    if (rate.isEmpty()) {
      call.complete(ERR_SYNTAX);
      return;
    }
    port.get().set(place.get(), rate.get());
    lit.put(place.get(), command.integer("fwCommand"));
    call.complete(XfsNumbers.WFS_SUCCESS);
  }

  private static Optional<Lights.Place> place(int wGuidLight) {
    for (Lights.Place place : Lights.Place.values()) {
      if (index(place) == wGuidLight) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  private static Optional<Lights.Rate> rate(int fwCommand) {
    return switch (fwCommand) {
      case LIGHT_OFF -> Optional.of(Lights.Rate.OFF);
      case SLOW_FLASH -> Optional.of(Lights.Rate.SLOW);
      case MEDIUM_FLASH -> Optional.of(Lights.Rate.MEDIUM);
      case CONTINUOUS -> Optional.of(Lights.Rate.STEADY);
      default -> Optional.empty();
    };
  }

  private void reset(XfsCall call) throws DeviceFault {
    if (port.isPresent()) {
      port.get().reset();
    }
    call.complete(XfsNumbers.WFS_SUCCESS);
  }

  // ---- what happens by itself

  @Override
  public void happened(TerminalEvent event) {
    if (event instanceof TerminalEvent.HeadsetChanged headset) {
      headset(headset.plugged());
    }
  }
}
