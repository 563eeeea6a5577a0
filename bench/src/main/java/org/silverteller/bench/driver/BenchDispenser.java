package org.silverteller.bench.driver;

import java.util.List;
import java.util.Map;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.CashDispenser.PresentStatus.State;
import org.silverteller.device.Counted;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;

/** A dispenser with a stacker, four cassettes that never run dry, and two bins. */
final class BenchDispenser extends WorkingDevice implements CashDispenser {

  private static final int NOTES = 2_000;

  private static final List<CashUnit> UNITS =
      List.of(
          unit("CASS1", UnitType.BILL, Denomination.of(100), NOTES),
          unit("CASS2", UnitType.BILL, Denomination.of(50), NOTES),
          unit("CASS3", UnitType.BILL, Denomination.of(20), NOTES),
          unit("CASS4", UnitType.BILL, Denomination.of(10), NOTES),
          unit("REJECT", UnitType.REJECT, Denomination.MIXED, 0),
          unit("RETRACT", UnitType.RETRACT, Denomination.MIXED, 0));

  private PresentStatus bundle = new PresentStatus(State.NOT_PRESENTED, Counted.NOTHING, 0);
  private Position stacker = Position.EMPTY;

  private static CashUnit unit(String id, UnitType type, Denomination denomination, int notes) {
    return new CashUnit(UnitId.of(id), type, denomination, notes, 0, UnitState.OK);
  }

  void take() {
    bundleIs(State.TAKEN);
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(true, true, true, true, 40);
  }

  @Override
  public List<CashUnit> cashUnits() {
    return UNITS;
  }

  @Override
  public Counted stack(NoteMix mix, long reference) {
    stacker = Position.NOT_EMPTY;
    bundle = new PresentStatus(State.NOT_PRESENTED, new Counted(mix, 0), reference);
    return bundle.bundle();
  }

  @Override
  public Counted present() {
    stacker = Position.EMPTY;
    bundleIs(State.PRESENTED);
    return bundle.bundle();
  }

  @Override
  public Counted retract() {
    bundleIs(State.RETRACTED);
    return bundle.bundle();
  }

  @Override
  public Counted rejectAll() {
    stacker = Position.EMPTY;
    return Counted.NOTHING;
  }

  /** Its cassettes never run dry. */
  @Override
  public void setCounts(Map<UnitId, Integer> counts) {}

  @Override
  public Counted testUnits() {
    return Counted.NOTHING;
  }

  @Override
  public PresentStatus presentStatus() {
    return bundle;
  }

  @Override
  public Position transport() {
    return stacker;
  }

  @Override
  public Position exit() {
    return bundle.state() == State.PRESENTED ? Position.NOT_EMPTY : Position.EMPTY;
  }

  private void bundleIs(State state) {
    bundle = new PresentStatus(state, bundle.bundle(), bundle.reference());
  }
}
