package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silverteller.driver.xfs.DispenserBench.HUNDREDS;
import static org.silverteller.driver.xfs.DispenserBench.REJECT;
import static org.silverteller.driver.xfs.DispenserBench.hundreds;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.money.Denomination;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.simulator.xfs.LayoutTable;

/** What a CDM service says of a plan, and of an amount. */
class XfsDenominateTest {

  private final DispenserBench bench = new DispenserBench(LayoutTable.V3_30);

  @AfterEach
  void nothing_has_moved_and_nothing_is_left_unfreed() {
    assertThat(bench.seen).noneMatch(line -> line.startsWith("dispenser stack"));
    bench.machine.ledger().demandBalance();
    assertThat(bench.leaked()).isZero();
  }

  private static void faults(Kind kind, ThrowingCallable command) {
    assertThatThrownBy(command)
        .isInstanceOfSatisfying(
            DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }

  private CdmDenominations asked() {
    return bench.dispenser().denominations();
  }

  @Test
  void a_plan_that_can_be_given_is_confirmed() throws DeviceFault {
    assertThat(asked().verify(hundreds(7))).isEqualTo(hundreds(7));
  }

  @Test
  void an_amount_is_made_of_the_fewest_notes() throws DeviceFault {
    NoteMix mix = asked().fewestNotes(Money.ofYuan(370));
    assertThat(mix.total()).isEqualTo(Money.ofYuan(370));
    assertThat(mix.toString()).isEqualTo("100x3 50x1 20x1");
  }

  @Test
  void what_cannot_be_given_is_refused() throws DeviceFault {
    faults(Kind.UNIT_EMPTY, () -> asked().fewestNotes(Money.ofYuan(375)));
    faults(Kind.FULL, () -> asked().verify(hundreds(400)));
    faults(Kind.UNIT_MISSING, () -> asked().verify(mix("CASS9", 100)));
    faults(Kind.UNSUPPORTED, () -> asked().verify(mix(REJECT.name(), 100)));

    bench.dispenser().setCounts(Map.of(HUNDREDS, 3));
    faults(Kind.UNIT_EMPTY, () -> asked().verify(hundreds(4)));
    assertThat(asked().verify(hundreds(3))).isEqualTo(hundreds(3));
    bench.dispenser().setCounts(Map.of(HUNDREDS, 2_000));

    bench.machine.operator().removeUnit(HUNDREDS);
    faults(Kind.UNIT_EMPTY, () -> asked().verify(hundreds(1)));
  }

  private static NoteMix mix(String unit, int yuan) {
    return new NoteMix(List.of(new NoteMix.Part(UnitId.of(unit), Denomination.of(yuan), 1)));
  }

  @Test
  void nothing_is_said_during_an_exchange() throws Exception {
    bench.startExchange(1);
    faults(Kind.SEQUENCE, () -> asked().verify(hundreds(1)));
    bench.endExchange(0);
    assertThat(asked().verify(hundreds(1))).isEqualTo(hundreds(1));
  }
}
