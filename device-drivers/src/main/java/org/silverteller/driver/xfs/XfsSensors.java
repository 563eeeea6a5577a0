package org.silverteller.driver.xfs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.silverteller.event.TerminalEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sensors and doors of an SIU service (CWA 16926-10): tells when a headset is plugged in, and
 * what the others say when asked. Belongs to the {@link XfsLights} of the same service.
 */
final class XfsSensors {

  private static final Logger LOG = LoggerFactory.getLogger(XfsSensors.class);

  private final XfsService service;
  private final Consumer<TerminalEvent> events;
  private final int[] sensors;
  private final int[] doors;
  private boolean headset;

  /**
   * @param caps a WFSSIUCAPS
   */
  XfsSensors(XfsService service, Consumer<TerminalEvent> events, XfsRecord caps) {
    this.service = service;
    this.events = events;
    this.sensors = caps.words("fwSensors");
    this.doors = caps.words("fwDoors");
  }

  /**
   * Asks for events of every sensor and door there is, and tells of a headset that is plugged in
   * already. A service tells of none until it is asked, also after it was lost.
   */
  void watch() {
    try {
      enableEvents();
      headset(
          status(Siu.WFS_SIU_ENHANCEDAUDIO, "fwSensors") == Siu.WFS_SIU_PRESENT
              && sensors[Siu.WFS_SIU_ENHANCEDAUDIO] != Siu.WFS_SIU_NOT_AVAILABLE);
    } catch (XfsFault | XfsFault.Malformed fault) {
      LOG.warn("{} does not tell of its sensors: {}", service.name(), fault.getMessage());
    }
  }

  private void enableEvents() throws XfsFault {
    try (XfsArena arena = service.arena()) {
      service
          .execute(
              Siu.WFS_CMD_SIU_ENABLE_EVENTS,
              arena
                  .structure(Siu.WFSSIUENABLE)
                  .words("fwSensors", wanted(sensors))
                  .words("fwDoors", wanted(doors))
                  .pointer(),
              XfsDevice.MOVING)
          .close();
    }
  }

  private static int[] wanted(int[] there) {
    int[] wanted = new int[there.length];
    for (int index = 0; index < there.length; index++) {
      wanted[index] =
          there[index] == Siu.WFS_SIU_NOT_AVAILABLE
              ? Siu.WFS_SIU_NO_CHANGE
              : Siu.WFS_SIU_ENABLE_EVENT;
    }
    return wanted;
  }

  private int status(int index, String field) throws XfsFault {
    try (XfsResult result = service.info(Siu.WFS_INF_SIU_STATUS)) {
      return result.as(Siu.WFSSIUSTATUS, service.dialect()).words(field)[index];
    }
  }

  /**
   * A WFS_SRVE_SIU_PORT_STATUS.
   *
   * @return whether it told of the headset
   */
  boolean told(XfsRecord portEvent) {
    boolean ofHeadset =
        portEvent.word("wPortType") == Siu.WFS_SIU_SENSORS
            && portEvent.word("wPortIndex") == Siu.WFS_SIU_ENHANCEDAUDIO;
    if (ofHeadset) {
      headset(portEvent.word("wPortStatus") == Siu.WFS_SIU_PRESENT);
    }
    return ofHeadset;
  }

  private synchronized void headset(boolean plugged) {
    if (plugged != headset) {
      headset = plugged;
      events.accept(new TerminalEvent.HeadsetChanged(plugged));
    }
  }

  /** The states of all sensors and doors there are, by name, for people. */
  Map<String, String> snapshot() throws XfsFault {
    try (XfsResult result = service.info(Siu.WFS_INF_SIU_STATUS)) {
      XfsRecord status = result.as(Siu.WFSSIUSTATUS, service.dialect());
      Map<String, String> snapshot = new LinkedHashMap<>();
      read(SiuPort.SENSORS, "", sensors, status.words("fwSensors"), snapshot);
      read(SiuPort.DOORS, " door", doors, status.words("fwDoors"), snapshot);
      return snapshot;
    }
  }

  private static void read(
      List<SiuPort> ports, String kind, int[] there, int[] states, Map<String, String> snapshot) {
    for (int index = 0; index < ports.size(); index++) {
      if (there[index] != Siu.WFS_SIU_NOT_AVAILABLE) {
        SiuPort port = ports.get(index);
        snapshot.put(port.name() + kind, port.state(states[index]));
      }
    }
  }
}
