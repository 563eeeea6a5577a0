package org.silverteller.simulator.xfs;

import com.sun.jna.Pointer;
import java.util.Map;
import java.util.Optional;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.TerminalEvent;

/**
 * A provider over a port of the virtual machine: what it does is done there, and the faults of the
 * port become codes of the standard.
 */
abstract class PortProvider implements Provider {

  private static final int DEVONLINE = 0;
  private static final int DEVOFFLINE = 1;
  private static final int DEVNODEVICE = 3;
  private static final int DEVHWERROR = 4;

  private final VirtualXfsManager manager;
  private final Station station;
  private final Map<DeviceFault.Kind, Integer> codes;

  /** Of a class of devices that has no codes of its own for faults. */
  PortProvider(VirtualXfsManager manager, Station station) {
    this(manager, station, Map.of());
  }

  /**
   * @param codes that this class of devices has of its own for kinds of faults
   */
  PortProvider(VirtualXfsManager manager, Station station, Map<DeviceFault.Kind, Integer> codes) {
    this.manager = manager;
    this.station = station;
    this.codes = Map.copyOf(codes);
  }

  /** A part of a provider's work, at the port. */
  @FunctionalInterface
  interface Work {
    void run() throws DeviceFault;
  }

  /** Does it, and completes the call with the code of its fault where there is one. */
  final void attempt(XfsCall call, Work work) {
    try {
      work.run();
    } catch (DeviceFault fault) {
      failed(call, fault);
    }
  }

  /** As {@link #attempt}, and completes the call without data. */
  final void order(XfsCall call, Work work) {
    attempt(
        call,
        () -> {
          work.run();
          call.complete(XfsNumbers.WFS_SUCCESS);
        });
  }

  void failed(XfsCall call, DeviceFault fault) {
    call.complete(code(fault.kind()));
  }

  /** The code that this class of devices has of its own for a kind of fault. */
  Optional<Integer> ownCode(DeviceFault.Kind kind) {
    return Optional.ofNullable(codes.get(kind));
  }

  private int code(DeviceFault.Kind kind) {
    return ownCode(kind)
        .orElse(
            switch (kind) {
              case OFFLINE -> XfsNumbers.WFS_ERR_DEV_NOT_READY;
              case TIMEOUT -> XfsNumbers.WFS_ERR_TIMEOUT;
              case UNSUPPORTED -> XfsNumbers.WFS_ERR_UNSUPP_COMMAND;
              case SEQUENCE -> XfsNumbers.WFS_ERR_SEQUENCE_ERROR;
              default -> XfsNumbers.WFS_ERR_HARDWARE_ERROR;
            });
  }

  /** fwDevice of any class. */
  static int fwDevice(DeviceStatus status) {
    return switch (status) {
      case ONLINE, NEEDS_ATTENTION -> DEVONLINE;
      case OFFLINE -> DEVOFFLINE;
      case NOT_FITTED -> DEVNODEVICE;
      case HARDWARE_ERROR -> DEVHWERROR;
    };
  }

  final void serviceEvent(int eventId, VirtualXfsManager.Telling telling) {
    manager.tell(station, XfsNumbers.WFS_SERVICE_EVENT, eventId, telling);
  }

  final void serviceEvent(int eventId) {
    serviceEvent(eventId, told -> Pointer.NULL);
  }

  final void userEvent(int eventId, VirtualXfsManager.Telling telling) {
    manager.tell(station, XfsNumbers.WFS_USER_EVENT, eventId, telling);
  }

  /** WFS_SYSE_DEVICE_STATUS: the device as a whole has changed. */
  final void deviceChanged(DeviceStatus status) {
    manager.tell(
        station,
        XfsNumbers.WFS_SYSTEM_EVENT,
        XfsNumbers.WFS_SYSE_DEVICE_STATUS,
        told ->
            told.structure("WFSDEVSTATUS")
                .target("lpszPhysicalName", told.text(station.logicalName()))
                .target("lpszWorkstationName", told.text("virtual"))
                .number("dwState", fwDevice(status))
                .pointer());
  }

  static void unsupportedCategory(XfsCall call) {
    call.complete(XfsNumbers.WFS_ERR_UNSUPP_CATEGORY);
  }

  static void unsupportedCommand(XfsCall call) {
    call.complete(XfsNumbers.WFS_ERR_UNSUPP_COMMAND);
  }

  @Override
  public void canceled(XfsCall call) {}

  @Override
  public boolean goOn() {
    return false;
  }

  @Override
  public void happened(TerminalEvent event) {}
}
