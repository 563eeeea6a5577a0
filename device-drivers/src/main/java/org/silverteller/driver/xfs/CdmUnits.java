package org.silverteller.driver.xfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;

/**
 * The logical cash units of a dispenser with its own counts at one moment
 * (WFS_INF_CDM_CASH_UNIT_INFO). Units that give no bank notes of the currency, such as coins, keep
 * their place, because denominations are told by place.
 *
 * @param slots one for each logical unit, in the order of the dispenser
 */
public record CdmUnits(List<Slot> slots) {

  /**
   * One logical unit.
   *
   * @param used whether it is a unit of ours: notes of the currency, or a bin
   * @param unit as the port tells it; of an unused one only the name means something
   * @param rejected notes of this unit that went to the reject bin, as the device counts them
   */
  public record Slot(boolean used, CashUnit unit, long rejected) {
    private Slot moved(Slot from, Slot to) {
      int count = Math.max(0, unit.count() + to.unit.count() - from.unit.count());
      return new Slot(
          used,
          new CashUnit(
              unit.id(), unit.type(), unit.denomination(), count, unit.minimum(), unit.state()),
          Math.max(0, rejected + to.rejected - from.rejected));
    }
  }

  public CdmUnits {
    slots = List.copyOf(slots);
  }

  /**
   * @param info the WFSCDMCUINFO
   * @param kept notes that stay in each cassette, because the last ones pick badly
   */
  static CdmUnits read(XfsRecord info, XfsCurrency currency, int kept) {
    List<Slot> slots = new ArrayList<>();
    XfsUnitReader reader = new XfsUnitReader();
    for (XfsRecord unit : list(info)) {
      slots.add(
          slot(
              unit,
              reader.name(unit, List.of(unit.text("lpszCashUnitName"), unit.chars("cUnitID"))),
              currency,
              kept));
    }
    return new CdmUnits(slots);
  }

  /** The logical units of a WFSCDMCUINFO, in its order. */
  static List<XfsRecord> list(XfsRecord info) {
    return info.list("lppList", Cdm.WFSCDMCASHUNIT, info.word("usCount"));
  }

  private static Slot slot(XfsRecord unit, UnitId id, XfsCurrency currency, int kept) {
    int count = XfsUnitReader.count(unit);
    UnitState state = XfsUnitReader.state(unit);
    long rejected = unit.ulong("ulRejectCount");
    return switch (unit.word("usType")) {
      case Cdm.WFS_CDM_TYPEBILLCASSETTE, Cdm.WFS_CDM_TYPERECYCLING -> {
        long yuan = currency.yuan(unit);
        boolean ours = currency.isOf(unit) && yuan > 0;
        UnitType type =
            unit.word("usType") == Cdm.WFS_CDM_TYPERECYCLING ? UnitType.RECYCLE : UnitType.BILL;
        yield ours
            ? new Slot(
                true,
                new CashUnit(id, type, Denomination.of((int) yuan), count, kept, state),
                rejected)
            : unused(id);
      }
      case Cdm.WFS_CDM_TYPEREJECTCASSETTE -> bin(id, UnitType.REJECT, count, state);
      case Cdm.WFS_CDM_TYPERETRACTCASSETTE -> bin(id, UnitType.RETRACT, count, state);
      default -> unused(id);
    };
  }

  private static Slot bin(UnitId id, UnitType type, int count, UnitState state) {
    return new Slot(true, new CashUnit(id, type, Denomination.MIXED, count, 0, state), 0);
  }

  private static Slot unused(UnitId id) {
    return new Slot(
        false,
        new CashUnit(id, UnitType.REJECT, Denomination.MIXED, 0, 0, UnitState.INOPERATIVE),
        0);
  }

  /** What a WFSCDMCUERROR says of a unit. */
  static Kind fault(XfsRecord error) {
    if (!error.isNull("lpCashUnit")
        && error.record("lpCashUnit", Cdm.WFSCDMCASHUNIT).word("usStatus")
            == Cdm.WFS_CDM_STATCUMISSING) {
      return Kind.UNIT_MISSING;
    }
    return switch (error.word("wFailure")) {
      case Cdm.WFS_CDM_CASHUNITEMPTY -> Kind.UNIT_EMPTY;
      case Cdm.WFS_CDM_CASHUNITFULL -> Kind.FULL;
      default -> Kind.UNIT_INOPERATIVE;
    };
  }

  /** The units of ours. */
  List<CashUnit> units() {
    return slots.stream().filter(Slot::used).map(Slot::unit).toList();
  }

  /** Why this dispenser cannot give these notes from these units, whatever their counts. */
  Optional<Kind> refused(NoteMix mix) {
    for (NoteMix.Part part : mix.parts()) {
      Optional<CashUnit> unit =
          units().stream().filter(known -> known.id().equals(part.unit())).findFirst();
      if (unit.isEmpty()) {
        return Optional.of(Kind.UNIT_MISSING);
      }
      if (!unit.get().type().dispenses()) {
        return Optional.of(Kind.UNSUPPORTED);
      }
      if (!unit.get().denomination().equals(part.denomination())) {
        return Optional.of(Kind.UNIT_INOPERATIVE);
      }
    }
    return Optional.empty();
  }

  /** The notes of a mix by place, as lpulValues has them. */
  int[] values(NoteMix mix) {
    return slots.stream().mapToInt(slot -> mix.notesFrom(slot.unit().id())).toArray();
  }

  /** The mix that these notes by place are. */
  NoteMix mix(int[] values) {
    List<NoteMix.Part> parts = new ArrayList<>();
    for (int place = 0; place < Math.min(values.length, slots.size()); place++) {
      CashUnit unit = slots.get(place).unit();
      if (values[place] > 0 && unit.type().dispenses()) {
        parts.add(new NoteMix.Part(unit.id(), unit.denomination(), values[place]));
      }
    }
    return new NoteMix(parts);
  }

  /** Notes of each unit that went to the reject bin since then. */
  int[] rejectedSince(CdmUnits then) {
    int[] rejected = new int[slots.size()];
    for (int place = 0; place < Math.min(rejected.length, then.slots.size()); place++) {
      rejected[place] =
          (int) Math.max(0, slots.get(place).rejected() - then.slots.get(place).rejected());
    }
    return rejected;
  }

  /** Notes that left each unit since then; negative where it was filled. */
  int[] givenSince(CdmUnits then) {
    int[] given = new int[slots.size()];
    for (int place = 0; place < Math.min(given.length, then.slots.size()); place++) {
      if (slots.get(place).unit().type().dispenses()) {
        given[place] = then.slots.get(place).unit().count() - slots.get(place).unit().count();
      }
    }
    return given;
  }

  /**
   * These units after what people did to others: where those changed from one count to another,
   * these change as much, so that what was given and rejected since stays the same.
   */
  CdmUnits moved(CdmUnits from, CdmUnits to) {
    List<Slot> moved = new ArrayList<>();
    for (int place = 0; place < slots.size(); place++) {
      Slot slot = slots.get(place);
      boolean known = place < from.slots.size() && place < to.slots.size();
      moved.add(known ? slot.moved(from.slots.get(place), to.slots.get(place)) : slot);
    }
    return new CdmUnits(moved);
  }

  /** Notes in all bins of this type. */
  int in(UnitType bin) {
    return slots.stream()
        .filter(slot -> slot.used() && slot.unit().type() == bin)
        .mapToInt(slot -> slot.unit().count())
        .sum();
  }
}
