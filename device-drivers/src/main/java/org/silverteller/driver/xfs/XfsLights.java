package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.util.Map;
import java.util.function.Consumer;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.Lights;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;

/**
 * Guide lights behind an SIU service (CWA 16926-10), and with them its sensors. A place that has no
 * light stays dark without a fault; a rate that a light does not have becomes the nearest calmer
 * one, and never the quick one.
 */
final class XfsLights extends XfsDevice implements Lights {

  private static final Map<Integer, Kind> KINDS =
      Map.of(
          Siu.WFS_ERR_SIU_INVALID_PORT, Kind.UNSUPPORTED, Siu.WFS_ERR_SIU_SYNTAX, Kind.UNSUPPORTED);

  private static final int RATES =
      Siu.WFS_SIU_SLOW_FLASH | Siu.WFS_SIU_MEDIUM_FLASH | Siu.WFS_SIU_CONTINUOUS;

  private final int[] lights;
  private final XfsSensors sensors;

  private XfsLights(XfsService service, Consumer<TerminalEvent> events) throws DeviceFault {
    super(service, DeviceName.LIGHTS, events);
    try (XfsResult result = asked(() -> service.info(Siu.WFS_INF_SIU_CAPABILITIES))) {
      XfsRecord caps = result.as(Siu.WFSSIUCAPS, service.dialect());
      lights = caps.words("fwGuidLights");
      sensors = new XfsSensors(service, events, caps);
    }
  }

  /** A headset that is plugged in already is told at once. */
  static XfsLights open(XfsService service, Consumer<TerminalEvent> events) throws DeviceFault {
    XfsLights lights = listening(new XfsLights(service, events));
    lights.sensors.watch();
    return lights;
  }

  @Override
  void back() {
    sensors.watch();
    changed();
  }

  XfsSensors sensors() {
    return sensors;
  }

  /** Whether there is a light at any place. */
  boolean any() {
    for (Place place : Place.values()) {
      if (lights[index(place)] != Siu.WFS_SIU_NOT_AVAILABLE) {
        return true;
      }
    }
    return false;
  }

  @Override
  Map<Integer, Kind> kinds() {
    return KINDS;
  }

  @Override
  void told(XfsEvent event) {
    if (event.is(Xfs.WFS_SERVICE_EVENT, Siu.WFS_SRVE_SIU_PORT_STATUS)) {
      if (!sensors.told(event.result().as(Siu.WFSSIUPORTEVENT, service.dialect()))) {
        changed();
      }
    } else if (event.message() != Xfs.WFS_EXECUTE_EVENT) {
      changed();
    }
  }

  @Override
  DeviceStatus readStatus() throws XfsFault {
    try (XfsResult result = service.info(Siu.WFS_INF_SIU_STATUS)) {
      return deviceStatus(result.as(Siu.WFSSIUSTATUS, service.dialect()).word("fwDevice"), false);
    }
  }

  @Override
  public void set(Place place, Rate rate) throws DeviceFault {
    int light = index(place);
    if (lights[light] == Siu.WFS_SIU_NOT_AVAILABLE) {
      return;
    }
    try (XfsArena arena = service.arena()) {
      ordered(
          Siu.WFS_CMD_SIU_SET_GUIDLIGHT,
          arena
              .structure(Siu.WFSSIUSETGUIDLIGHT)
              .word("wGuidLight", light)
              .word("fwCommand", command(rate, lights[light]))
              .pointer());
    }
  }

  private static int index(Place place) {
    return switch (place) {
      case CARD_READER -> Siu.WFS_SIU_CARDUNIT;
      case PASSBOOK_UNIT -> Siu.WFS_SIU_PASSBOOKPRINTER;
      case CASH_EXIT -> Siu.WFS_SIU_NOTESDISPENSER;
      case RECEIPT -> Siu.WFS_SIU_RECEIPTPRINTER;
      case PIN_PAD -> Siu.WFS_SIU_PINPAD;
    };
  }

  /**
   * @param there what the light can do; services that only say that it is there can do all
   */
  private static int command(Rate rate, int there) {
    int can = (there & RATES) == 0 ? RATES : there & RATES;
    return switch (rate) {
      case OFF -> Siu.WFS_SIU_OFF;
      case SLOW ->
          first(can, Siu.WFS_SIU_SLOW_FLASH, Siu.WFS_SIU_CONTINUOUS, Siu.WFS_SIU_MEDIUM_FLASH);
      case MEDIUM ->
          first(can, Siu.WFS_SIU_MEDIUM_FLASH, Siu.WFS_SIU_SLOW_FLASH, Siu.WFS_SIU_CONTINUOUS);
      case STEADY ->
          first(can, Siu.WFS_SIU_CONTINUOUS, Siu.WFS_SIU_SLOW_FLASH, Siu.WFS_SIU_MEDIUM_FLASH);
    };
  }

  private static int first(int can, int... wishes) {
    for (int wish : wishes) {
      if ((can & wish) != 0) {
        return wish;
      }
    }
    return can;
  }

  @Override
  public void reset() throws DeviceFault {
    ordered(Siu.WFS_CMD_SIU_RESET, Pointer.NULL);
  }
}
