package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;

/** Whose bundle a dispenser tells of, when its units are filled by an acceptor too. */
class CdmBundleTest {

  private static final UnitId SHARED = UnitId.of("RECYC1");
  private static final NoteMix THREE =
      new NoteMix(List.of(new NoteMix.Part(SHARED, Denomination.of(100), 3)));
  private static final BundleNotes.Note NOTE = new BundleNotes.Note(17, 16, THREE, units(40));
  private static final CdmBundle.Told TOLD =
      new CdmBundle.Told(Cdm.WFS_CDM_PRESENTED, new int[] {3});

  private static CdmUnits units(int count) {
    return new CdmUnits(
        List.of(
            new CdmUnits.Slot(
                true,
                new CashUnit(
                    SHARED, UnitType.RECYCLE, Denomination.of(100), count, 5, UnitState.OK),
                0)));
  }

  private static long reference(BundleNotes.Note note, int count) {
    return new CdmBundle(
            Optional.of(note), units(count), new CdmPlaces(Position.EMPTY, Position.EMPTY), true)
        .status(TOLD)
        .reference();
  }

  @Test
  void the_counts_tell_it_until_a_deposit_fills_the_unit() {
    assertThat(reference(NOTE, 37)).isEqualTo(17);
    assertThat(reference(NOTE, 40)).isEqualTo(16);
    assertThat(reference(NOTE, 47)).isZero();
  }

  @Test
  void what_was_settled_before_a_deposit_stays_known() {
    assertThat(reference(NOTE.settled(17), 47)).isEqualTo(17);
    assertThat(reference(NOTE.settled(16), 47)).isEqualTo(16);
    assertThat(reference(NOTE.settled(0), 47)).isZero();
  }

  /** A dispenser without a stacker goes on with the same bundle: only counts tell how far. */
  @Test
  void a_bundle_that_goes_on_is_not_taken_for_settled() {
    assertThat(new BundleNotes.Note(17, 17, THREE, units(40)).isSettled()).isFalse();
    assertThat(new BundleNotes.Note(18, 17, NoteMix.EMPTY, units(40)).isSettled()).isFalse();
    assertThat(NOTE.settled(17).isSettled()).isTrue();
  }
}
