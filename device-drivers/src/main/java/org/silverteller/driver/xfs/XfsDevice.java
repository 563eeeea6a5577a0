package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.silverteller.device.Device;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the devices behind XFS services have in common: the service, and how faults are told. A
 * device is made by its static {@code open}, which ends with {@link #listening}: a constructor
 * hands out no device that is not complete.
 */
abstract class XfsDevice implements Device {

  /** The longest a mechanism may work on one command before it counts as hung. */
  static final Duration MOVING = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(XfsDevice.class);

  final XfsService service;
  private final DeviceName name;
  private final Consumer<TerminalEvent> events;

  XfsDevice(XfsService service, DeviceName name, Consumer<TerminalEvent> events) {
    this.service = service;
    this.name = name;
    this.events = events;
  }

  /** From now on the device is told of events of its service, and posts its own. */
  static <D extends XfsDevice> D listening(D device) {
    device.service.listen(device::told);
    device.service.whenBack(device::back);
    return device;
  }

  /** An event of the service, on the bridge's thread. */
  abstract void told(XfsEvent event);

  /** The service was lost, and is open again. */
  void back() {
    changed();
  }

  final void post(TerminalEvent event) {
    events.accept(event);
  }

  final void changed() {
    post(new TerminalEvent.DeviceChanged(name));
  }

  /** What is told of the device as a whole: of its own word fwDevice, and what else it says. */
  abstract DeviceStatus readStatus() throws XfsFault;

  @Override
  public final DeviceStatus status() {
    try {
      return readStatus();
    } catch (XfsFault fault) {
      LOG.warn("{}", fault.getMessage());
      return DeviceStatus.OFFLINE;
    } catch (XfsFault.Malformed malformed) {
      LOG.warn("{} status: {}", service.name(), malformed.getMessage());
      return DeviceStatus.HARDWARE_ERROR;
    }
  }

  /**
   * WFS_…_DEVONLINE … of all classes alike.
   *
   * @param attention whether something waits for a person while the device works
   */
  static DeviceStatus deviceStatus(int fwDevice, boolean attention) {
    return switch (fwDevice) {
      case Xfs.WFS_STAT_DEVONLINE, Xfs.WFS_STAT_DEVBUSY ->
          attention ? DeviceStatus.NEEDS_ATTENTION : DeviceStatus.ONLINE;
      case Xfs.WFS_STAT_DEVOFFLINE, Xfs.WFS_STAT_DEVPOWEROFF -> DeviceStatus.OFFLINE;
      case Xfs.WFS_STAT_DEVNODEVICE -> DeviceStatus.NOT_FITTED;
      default -> DeviceStatus.HARDWARE_ERROR;
    };
  }

  /** A request to the service, whose faults are told in the words of the ports. */
  @FunctionalInterface
  interface Request<T> {
    T run() throws XfsFault, DeviceFault;
  }

  /** Kinds of codes that only this class of devices has. */
  abstract Map<Integer, Kind> kinds();

  final <T> T asked(Request<T> request) throws DeviceFault {
    try {
      return request.run();
    } catch (XfsFault fault) {
      throw fault(fault);
    } catch (XfsFault.Malformed malformed) {
      throw new DeviceFault(name, Kind.HARDWARE, malformed.getMessage());
    }
  }

  /** As {@link Request}, without an answer. */
  @FunctionalInterface
  interface Step {
    void run() throws XfsFault, DeviceFault;
  }

  final void done(Step step) throws DeviceFault {
    asked(
        () -> {
          step.run();
          return true;
        });
  }

  /** A command without a result. */
  final void ordered(int command, Pointer data) throws DeviceFault {
    done(() -> service.execute(command, data, MOVING).close());
  }

  DeviceFault fault(XfsFault fault) {
    return fault(kinds().getOrDefault(fault.code(), general(fault.code())), fault.getMessage());
  }

  final DeviceFault fault(Kind kind, String detail) {
    return new DeviceFault(name, kind, detail);
  }

  private static Kind general(int code) {
    return switch (code) {
      case Xfs.WFS_ERR_TIMEOUT, Xfs.WFS_ERR_CANCELED -> Kind.TIMEOUT;
      case Xfs.WFS_ERR_CONNECTION_LOST,
          Xfs.WFS_ERR_DEV_NOT_READY,
          Xfs.WFS_ERR_INVALID_HSERVICE,
          Xfs.WFS_ERR_LOCKED ->
          Kind.OFFLINE;
      case Xfs.WFS_ERR_UNSUPP_COMMAND, Xfs.WFS_ERR_UNSUPP_CATEGORY, Xfs.WFS_ERR_UNSUPP_DATA ->
          Kind.UNSUPPORTED;
      case Xfs.WFS_ERR_SEQUENCE_ERROR -> Kind.SEQUENCE;
      default -> Kind.HARDWARE;
    };
  }
}
