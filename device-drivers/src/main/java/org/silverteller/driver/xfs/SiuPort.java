package org.silverteller.driver.xfs;

import java.util.List;
import java.util.Map;

/**
 * A sensor or a door of an SIU, and what its states are called.
 *
 * @param name for people
 * @param states by the number or the single bit that tells them
 */
record SiuPort(String name, Map<Integer, String> states) {

  private static final Map<Integer, String> OFF_ON = Map.of(1, "off", 2, "on");
  private static final Map<Integer, String> PRESENCE = Map.of(1, "present", 2, "not present");
  private static final Map<Integer, String> DOOR =
      Map.of(
          1,
          "closed",
          2,
          "open",
          4,
          "locked",
          8,
          "bolted",
          16,
          "service",
          32,
          "keyboard",
          64,
          "ajar",
          128,
          "jammed");

  /** By their index, WFS_SIU_OPERATORSWITCH … WFS_SIU_FASCIAMICROPHONE. */
  static final List<SiuPort> SENSORS =
      List.of(
          new SiuPort("operator switch", Map.of(1, "run", 2, "maintenance", 4, "supervisor")),
          new SiuPort("tamper", OFF_ON),
          new SiuPort("internal tamper", OFF_ON),
          new SiuPort("seismic", OFF_ON),
          new SiuPort("heat", OFF_ON),
          new SiuPort("proximity", PRESENCE),
          new SiuPort(
              "ambient light",
              Map.of(1, "very dark", 2, "dark", 4, "medium", 8, "light", 16, "very light")),
          new SiuPort("headset", PRESENCE),
          new SiuPort("boot switch", OFF_ON),
          new SiuPort("consumer display", Map.of(1, "off", 2, "on", 4, "error")),
          new SiuPort("operator call button", OFF_ON),
          new SiuPort("handset", Map.of(1, "off the hook", 2, "on the hook")),
          new SiuPort("general input", Map.of()),
          new SiuPort("headset microphone", PRESENCE),
          new SiuPort("fascia microphone", OFF_ON));

  /** By their index, WFS_SIU_CABINET … WFS_SIU_CABINET_RIGHT. */
  static final List<SiuPort> DOORS =
      List.of(
          new SiuPort("cabinet", DOOR),
          new SiuPort("safe", DOOR),
          new SiuPort("vandal shield", DOOR),
          new SiuPort("cabinet front", DOOR),
          new SiuPort("cabinet rear", DOOR),
          new SiuPort("cabinet left", DOOR),
          new SiuPort("cabinet right", DOOR));

  /** A state in words; as a number where the standard has none. */
  String state(int word) {
    return states.getOrDefault(word, "state " + word);
  }
}
