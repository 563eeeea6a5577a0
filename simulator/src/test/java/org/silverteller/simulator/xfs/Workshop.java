package org.silverteller.simulator.xfs;

import com.sun.jna.Pointer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.TerminalEvent;

/**
 * A virtual manager whose services do what tests want of a provider: dispensers that remember what
 * they were ordered, and move nothing.
 */
public final class Workshop {

  public static final int STATUS = 301;
  public static final int CASH_UNIT_INFO = 303;

  /** Completes with the number it was given, and how many were completed before. */
  public static final int ECHO = 391;

  /** Completes when it is {@link #release released}. */
  public static final int HOLD = 392;

  /** Crashes over it. */
  public static final int CRASH = 393;

  private static final Charset GBK = Charset.forName("GBK");
  private static final int CURRENCY_EXP = 306;
  private static final int CAPABILITIES = 302;
  private static final int PRESENT_STATUS = 309;
  private static final int UNSUPPORTED = -50;

  private final Map<String, Dispenser> dispensers = new LinkedHashMap<>();
  private final VirtualXfsManager manager;

  /**
   * @param version of the providers
   * @param services logical names
   */
  public Workshop(LayoutTable version, String... services) {
    List<Station> stations =
        Stream.of(services).map(name -> new Station(name, GBK, version.version())).toList();
    manager = new VirtualXfsManager(stations);
    for (Station station : stations) {
      Dispenser dispenser = new Dispenser(manager, station);
      dispensers.put(station.logicalName(), dispenser);
      station.drives(dispenser);
    }
  }

  public VirtualXfsManager manager() {
    return manager;
  }

  /** The commands that a service was given, in order. */
  public List<Integer> ordered(String service) {
    return dispensers.get(service).ordered;
  }

  /** Completes what a service holds, with this number. */
  public void release(String service, int number) {
    manager
        .station(service)
        .meanwhile(
            provider -> {
              Dispenser dispenser = dispensers.get(service);
              dispenser.held.ifPresent(call -> dispenser.answer(call, number));
              dispenser.held = Optional.empty();
            });
  }

  /** A service event without data. */
  public void serviceEvent(String service, int event) {
    manager.station(service).meanwhile(provider -> dispensers.get(service).serviceEvent(event));
  }

  /** WFS_SYSE_DEVICE_STATUS. */
  public void deviceChanged(String service) {
    manager
        .station(service)
        .meanwhile(provider -> dispensers.get(service).deviceChanged(DeviceStatus.ONLINE));
  }

  private static final class Dispenser extends PortProvider {
    private final List<Integer> ordered = new CopyOnWriteArrayList<>();
    private Optional<XfsCall> held = Optional.empty();
    private int answered;

    Dispenser(VirtualXfsManager manager, Station station) {
      super(manager, station);
    }

    @Override
    Optional<Integer> ownCode(org.silverteller.device.DeviceFault.Kind kind) {
      return Optional.empty();
    }

    @Override
    public void info(XfsCall call) {
      XfsCall.Told told = call.told();
      switch (call.code()) {
        case STATUS -> call.complete(told, status(told));
        case CAPABILITIES ->
            call.complete(
                told,
                told.structure("WFSCDMCAPS")
                    .number("bShutter", true)
                    .number("bShutterControl", false)
                    .number("bIntermediateStacker", true)
                    .number("bItemsTakenSensor", true)
                    .number("wMaxDispenseItems", 40));
        case CASH_UNIT_INFO -> call.complete(told, units(told));
        case CURRENCY_EXP ->
            call.complete(
                told,
                told.list(
                    List.of(
                        told.structure("WFSCDMCURRENCYEXP")
                            .chars("cCurrencyID", "CNY", GBK)
                            .number("sExponent", -2))));
        case PRESENT_STATUS ->
            call.complete(
                told,
                told.structure("WFSCDMPRESENTSTATUS")
                    .target(
                        "lpDenomination",
                        told.structure("WFSCDMDENOMINATION")
                            .number("usCount", 1)
                            .target("lpulValues", told.dwords(0))
                            .pointer())
                    .number("wPresentState", 1));
        default -> call.complete(UNSUPPORTED);
      }
    }

    private static NativeStructure status(XfsCall.Told told) {
      List<NativeStructure> exits = new ArrayList<>();
      for (int position : new int[] {4, 8}) {
        exits.add(told.structure("WFSCDMOUTPOS").number("fwPosition", position));
      }
      return told.structure("WFSCDMSTATUS")
          .number("fwSafeDoor", 3)
          .number("wDevicePosition", 0x1234)
          .target("lppPositions", told.list(exits))
          .target("lpszExtra", told.extra("厂商=测试", "Empty=", "Alone"));
    }

    /** A list without NULL at its end: its length is told. */
    private static NativeStructure units(XfsCall.Told told) {
      NativeStructure unit =
          told.structure("WFSCDMCASHUNIT")
              .number("usNumber", 1)
              .number("usType", 3)
              .target("lpszCashUnitName", told.text("一号钞箱"))
              .chars("cUnitID", "钞箱1", GBK)
              .chars("cCurrencyID", "CNY", GBK)
              .number("ulValues", 10_000)
              .number("ulCount", 1_000)
              .number("ulMinimum", 0xFFFF_FFFEL);
      Pointer list = told.bytes(new byte[com.sun.jna.Native.POINTER_SIZE]);
      list.setPointer(0, unit.pointer());
      return told.structure("WFSCDMCUINFO").number("usCount", 1).target("lppList", list);
    }

    @Override
    public void execute(XfsCall call) {
      ordered.add(call.code());
      switch (call.code()) {
        case ECHO -> answer(call, call.data().getInt(0));
        case HOLD -> held = Optional.of(call);
        case CRASH -> throw new IllegalStateException("a provider that crashes, as wanted");
        default -> call.complete(0);
      }
    }

    private void answer(XfsCall call, int number) {
      XfsCall.Told told = call.told();
      call.complete(told, told.dwords(number, answered++));
    }

    @Override
    public void canceled(XfsCall call) {
      held = Optional.empty();
    }

    @Override
    public void happened(TerminalEvent event) {
      serviceEvent(4_712);
    }
  }
}
