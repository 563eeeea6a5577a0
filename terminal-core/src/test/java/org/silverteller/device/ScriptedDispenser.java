package org.silverteller.device;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.event.DeviceName;
import org.silverteller.money.CashUnit;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;

/** A dispenser that answers as it is told to, and remembers what it was commanded. */
public final class ScriptedDispenser implements CashDispenser {

  /** What a command ends with. */
  @FunctionalInterface
  public interface Act {
    Counted done() throws DeviceFault;
  }

  public Capabilities can = new Capabilities(true, true, true, true, 40);
  public List<CashUnit> units = List.of();
  public Position exit = Position.EMPTY;
  public Position transport = Position.EMPTY;
  public Optional<PresentStatus> status = Optional.empty();
  public final Deque<Act> stacks = new ArrayDeque<>();
  public Act present = () -> Counted.NOTHING;
  public Act retract = () -> Counted.NOTHING;
  public Optional<DeviceFault> rejecting = Optional.empty();
  public Act test = () -> Counted.NOTHING;
  public Optional<DeviceFault> counting = Optional.empty();
  public Optional<DeviceFault> asking = Optional.empty();
  public Optional<DeviceFault> resetting = Optional.empty();
  public final List<String> commands = new ArrayList<>();

  public static DeviceFault fault(Kind kind) {
    return new DeviceFault(DeviceName.CASH_DISPENSER, kind, "");
  }

  /** Ends a command with a fault. */
  public static Act fails(Kind kind) {
    return () -> {
      throw fault(kind);
    };
  }

  @Override
  public DeviceStatus status() {
    return DeviceStatus.ONLINE;
  }

  @Override
  public void reset() throws DeviceFault {
    commands.add("reset");
    refuse(resetting);
  }

  @Override
  public Capabilities capabilities() {
    return can;
  }

  @Override
  public List<CashUnit> cashUnits() throws DeviceFault {
    refuse(asking);
    return units;
  }

  @Override
  public Counted stack(NoteMix mix, long reference) throws DeviceFault {
    commands.add("stack " + mix + " for " + reference);
    return stacks.remove().done();
  }

  @Override
  public Counted present() throws DeviceFault {
    commands.add("present");
    return present.done();
  }

  @Override
  public Counted retract() throws DeviceFault {
    commands.add("retract");
    return retract.done();
  }

  @Override
  public Counted rejectAll() throws DeviceFault {
    commands.add("reject");
    refuse(rejecting);
    transport = Position.EMPTY;
    return Counted.NOTHING;
  }

  @Override
  public void setCounts(Map<UnitId, Integer> counts) throws DeviceFault {
    commands.add("counts " + counts);
    refuse(counting);
    units =
        units.stream()
            .map(
                unit ->
                    new CashUnit(
                        unit.id(),
                        unit.type(),
                        unit.denomination(),
                        counts.getOrDefault(unit.id(), unit.count()),
                        unit.minimum(),
                        unit.state()))
            .toList();
  }

  @Override
  public Counted testUnits() throws DeviceFault {
    commands.add("test");
    return test.done();
  }

  @Override
  public PresentStatus presentStatus() throws DeviceFault {
    return status.orElseThrow(() -> fault(Kind.OFFLINE));
  }

  @Override
  public Position transport() {
    return transport;
  }

  @Override
  public Position exit() {
    return exit;
  }

  private static void refuse(Optional<DeviceFault> fault) throws DeviceFault {
    if (fault.isPresent()) {
      throw fault.get();
    }
  }
}
