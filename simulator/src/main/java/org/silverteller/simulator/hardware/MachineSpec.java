package org.silverteller.simulator.hardware;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.silverteller.device.CardReader;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.PinPad;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.device.Screen;
import org.silverteller.event.DeviceName;
import org.silverteller.money.Denomination;
import org.silverteller.money.UnitType;

/**
 * How a virtual machine is built.
 *
 * @param units cassettes in slot order, then the reject bin, and the retract bin where the
 *     dispenser retracts
 * @param slips receipts that the paper roll is good for
 * @param masterKey loaded in the PIN pad
 * @param extras the fitted ones of those devices that not every machine has
 * @param acceptor how the cash acceptor is built, where one is fitted
 * @param passbook how the passbook unit is built, where one is fitted
 */
public record MachineSpec(
    List<UnitSpec> units,
    CashDispenser.Capabilities dispenser,
    CardReader.Capabilities reader,
    ReceiptPrinter.Capabilities printer,
    int slips,
    Screen.Geometry screen,
    PinPad.Capabilities pinPad,
    MasterKey masterKey,
    Set<DeviceName> extras,
    AcceptorSpec acceptor,
    PassbookSpec passbook) {

  private static final Set<DeviceName> POSSIBLE_EXTRAS =
      Set.copyOf(
          EnumSet.of(
              DeviceName.SPEAKER,
              DeviceName.LIGHTS,
              DeviceName.PASSBOOK_UNIT,
              DeviceName.CASH_ACCEPTOR));

  /** Collects notes out of reach, has a shutter, draws notes back, knows when they are taken. */
  public static final CashDispenser.Capabilities FULL_DISPENSER =
      new CashDispenser.Capabilities(true, true, true, true, 200);

  /** Delivers each note at once into an open tray and cannot draw it back. */
  public static final CashDispenser.Capabilities SPRAY_DISPENSER =
      new CashDispenser.Capabilities(false, false, false, false, 100);

  /**
   * Four cassettes (100, 50, 20 and 10 yuan), every capability, a 17-inch screen, speaker and
   * lights.
   */
  public static final MachineSpec STANDARD =
      new MachineSpec(
          List.of(
              UnitSpec.cassette("CASS1", 100, 2_000, 5),
              UnitSpec.cassette("CASS2", 50, 1_000, 5),
              UnitSpec.cassette("CASS3", 20, 1_000, 5),
              UnitSpec.cassette("CASS4", 10, 2_000, 5),
              UnitSpec.rejectBin(),
              UnitSpec.retractBin()),
          FULL_DISPENSER,
          new CardReader.Capabilities(false, false, true, true, 20),
          new ReceiptPrinter.Capabilities(40, true, true, false),
          500,
          new Screen.Geometry(1280, 1024, 17),
          new PinPad.Capabilities(
              Set.of(PinPad.PinFormat.values()), Set.of(PinPad.MacAlgorithm.values()), 12),
          MasterKey.TEST,
          Set.of(DeviceName.SPEAKER, DeviceName.LIGHTS),
          AcceptorSpec.STANDARD,
          PassbookSpec.STANDARD);

  /** As {@link #STANDARD}, with a passbook unit and a cash acceptor. */
  public static final MachineSpec WITH_DEPOSITS = STANDARD.withExtras(POSSIBLE_EXTRAS);

  /**
   * A recycler: deposited hundreds lie in the unit that hundreds are dispensed from. Passbook unit
   * and cash acceptor are fitted.
   */
  public static final MachineSpec RECYCLER =
      WITH_DEPOSITS.recycling(List.of(UnitSpec.recycling("RECYC1", 100, 500, 5, 2_500)));

  public MachineSpec {
    units = List.copyOf(units);
    extras = Set.copyOf(extras);
    if (extras.contains(DeviceName.CASH_ACCEPTOR)) {
      demandSharedAlike(units, acceptor.units());
    }
    if (units.stream().map(UnitSpec::id).distinct().count() != units.size()) {
      throw new IllegalArgumentException("a cash unit stands twice in " + units);
    }
    demandOne(units, UnitType.REJECT);
    if (dispenser.retract()) {
      demandOne(units, UnitType.RETRACT);
    }
    if (slips < 0) {
      throw new IllegalArgumentException("slips " + slips + " is negative");
    }
    for (DeviceName extra : extras) {
      if (!POSSIBLE_EXTRAS.contains(extra)) {
        throw new IllegalArgumentException(
            "extra " + extra + ": expected one of " + POSSIBLE_EXTRAS);
      }
    }
  }

  /** A unit of both devices is one thing, and bears one number: it stands at one place in both. */
  private static void demandSharedAlike(List<UnitSpec> units, List<UnitSpec> acceptors) {
    for (UnitSpec unit : acceptors) {
      units.stream()
          .filter(other -> other.id().equals(unit.id()))
          .filter(
              other ->
                  unit.type() != UnitType.RECYCLE
                      || !other.equals(unit)
                      || units.indexOf(other) != acceptors.indexOf(unit))
          .forEach(
              other -> {
                throw new IllegalArgumentException(
                    "dispenser and acceptor share "
                        + other
                        + " and "
                        + unit
                        + ": expected the same recycling unit at the same place");
              });
    }
  }

  private static void demandOne(List<UnitSpec> units, UnitType type) {
    long found = units.stream().filter(unit -> unit.type() == type).count();
    if (found != 1) {
      throw new IllegalArgumentException(found + " cash units of type " + type + ": expected one");
    }
  }

  /**
   * The same machine as a recycler, whose acceptor and dispenser share these units; they stand
   * before all others, in place of those that hold the same notes.
   *
   * @param shared units of type RECYCLE
   */
  public MachineSpec recycling(List<UnitSpec> shared) {
    List<Denomination> recycled = shared.stream().map(UnitSpec::denomination).toList();
    Set<DeviceName> fitted = EnumSet.of(DeviceName.CASH_ACCEPTOR);
    fitted.addAll(extras);
    return new MachineSpec(
        joined(
            shared,
            units.stream().filter(unit -> !recycled.contains(unit.denomination())).toList()),
        dispenser,
        reader,
        printer,
        slips,
        screen,
        pinPad,
        masterKey,
        fitted,
        acceptor.withUnits(
            joined(
                shared,
                acceptor.units().stream()
                    .filter(unit -> unit.type() != UnitType.RECYCLE)
                    .toList())),
        passbook);
  }

  private static List<UnitSpec> joined(List<UnitSpec> some, List<UnitSpec> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  public MachineSpec withUnits(List<UnitSpec> others) {
    return new MachineSpec(
        others, dispenser, reader, printer, slips, screen, pinPad, masterKey, extras, acceptor,
        passbook);
  }

  public MachineSpec withDispenser(CashDispenser.Capabilities other) {
    return new MachineSpec(
        units, other, reader, printer, slips, screen, pinPad, masterKey, extras, acceptor,
        passbook);
  }

  public MachineSpec withReader(CardReader.Capabilities other) {
    return new MachineSpec(
        units, dispenser, other, printer, slips, screen, pinPad, masterKey, extras, acceptor,
        passbook);
  }

  public MachineSpec withSlips(int other) {
    return new MachineSpec(
        units, dispenser, reader, printer, other, screen, pinPad, masterKey, extras, acceptor,
        passbook);
  }

  public MachineSpec withScreen(Screen.Geometry other) {
    return new MachineSpec(
        units, dispenser, reader, printer, slips, other, pinPad, masterKey, extras, acceptor,
        passbook);
  }

  public MachineSpec withMasterKey(MasterKey other) {
    return new MachineSpec(
        units, dispenser, reader, printer, slips, screen, pinPad, other, extras, acceptor,
        passbook);
  }

  public MachineSpec withExtras(Set<DeviceName> others) {
    return new MachineSpec(
        units, dispenser, reader, printer, slips, screen, pinPad, masterKey, others, acceptor,
        passbook);
  }

  /** The same with this device besides. */
  public MachineSpec withExtra(DeviceName extra) {
    Set<DeviceName> more = new HashSet<>(extras);
    more.add(extra);
    return withExtras(more);
  }

  public MachineSpec withAcceptor(AcceptorSpec other) {
    return new MachineSpec(
        units, dispenser, reader, printer, slips, screen, pinPad, masterKey, extras, other,
        passbook);
  }

  public MachineSpec withPassbook(PassbookSpec other) {
    return new MachineSpec(
        units, dispenser, reader, printer, slips, screen, pinPad, masterKey, extras, acceptor,
        other);
  }

  /** Whether the device is in this machine. */
  public boolean fitted(DeviceName device) {
    return switch (device) {
      case SPEAKER, LIGHTS, PASSBOOK_UNIT, CASH_ACCEPTOR -> extras.contains(device);
      case OPERATOR_PANEL -> false;
      case CARD_READER, CASH_DISPENSER, PIN_PAD, RECEIPT_PRINTER, SCREEN -> true;
    };
  }
}
