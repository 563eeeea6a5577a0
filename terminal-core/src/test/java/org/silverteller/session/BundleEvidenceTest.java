package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.event.DeviceName;
import org.silverteller.host.CardEntry;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/** What a dispenser's memory proves, and what it does not. The transaction's id is 7. */
class BundleEvidenceTest {

  @ParameterizedTest
  @CsvSource({
    "STACKING,   NOT_PRESENTED, 7, INSIDE",
    "STACKING,   TAKEN,         6, INSIDE",
    "STACKING,   NOT_PRESENTED, 0, INSIDE",
    "COUNTED,    NOT_PRESENTED, 7, INSIDE",
    "PRESENTING, NOT_PRESENTED, 7, INSIDE",
    "PRESENTING, TAKEN,         7, GONE",
    "PRESENTED,  TAKEN,         7, GONE",
    "PRESENTED,  PRESENTED,     7, GONE",
    "PRESENTED,  RETRACTED,     7, RETRACTED"
  })
  void the_memory_of_this_bundle_decides(
      TransactionState record, PresentStatus.State status, long reference, String verdict)
      throws Exception {
    assertThat(verdict(record, status, reference)).hasToString(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "COUNTED,    TAKEN,         6",
    "PRESENTING, TAKEN,         6",
    "PRESENTING, NOT_PRESENTED, 6",
    "PRESENTING, NOT_PRESENTED, 0",
    "PRESENTED,  TAKEN,         6",
    "PRESENTED,  NOT_PRESENTED, 6",
    "PRESENTED,  NOT_PRESENTED, 0",
    "PRESENTED,  NOT_PRESENTED, 7",
    "PRESENTED,  UNKNOWN,       7"
  })
  void a_memory_of_another_bundle_or_one_that_contradicts_the_record_proves_nothing(
      TransactionState record, PresentStatus.State status, long reference) throws Exception {
    assertThat(verdict(record, status, reference)).isEqualTo(BundleEvidence.Verdict.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "STACKING,   NOT_PRESENTED, 6, NOT_EMPTY, UNKNOWN",
    "STACKING,   NOT_PRESENTED, 6, UNKNOWN,   INSIDE",
    "COUNTED,    NOT_PRESENTED, 6, EMPTY,     INSIDE",
    "STACKING,   TAKEN,         0, EMPTY,     UNKNOWN",
    "COUNTED,    NOT_PRESENTED, 7, NOT_EMPTY, UNKNOWN",
    "COUNTED,    NOT_PRESENTED, 7, UNKNOWN,   INSIDE",
    "PRESENTED,  PRESENTED,     7, NOT_EMPTY, AT_EXIT",
    "PRESENTED,  PRESENTED,     7, UNKNOWN,   AT_EXIT"
  })
  void notes_at_the_exit_contradict_a_memory_of_nothing_presented(
      TransactionState record,
      PresentStatus.State status,
      long reference,
      Position exit,
      String verdict)
      throws Exception {
    assertThat(evidence(record, status, reference, exit, true).verdict()).hasToString(verdict);
  }

  @Test
  void what_cannot_be_seen_and_not_be_drawn_back_is_the_customer_s() throws Exception {
    assertThat(
            evidence(
                    TransactionState.PRESENTED,
                    PresentStatus.State.PRESENTED,
                    7,
                    Position.UNKNOWN,
                    false)
                .verdict())
        .isEqualTo(BundleEvidence.Verdict.GONE);
  }

  @Test
  void a_device_that_tells_nothing_proves_nothing() throws Exception {
    CashDispenser dispenser = mock(CashDispenser.class);
    when(dispenser.exit()).thenReturn(Position.EMPTY);
    when(dispenser.presentStatus())
        .thenThrow(Booth.fault(DeviceName.CASH_DISPENSER, DeviceFault.Kind.OFFLINE));

    assertThat(BundleEvidence.of(dispenser, approved()))
        .isEqualTo(
            new BundleEvidence(
                BundleEvidence.Verdict.UNKNOWN,
                NoteMix.EMPTY,
                List.of("no present status: CASH_DISPENSER OFFLINE", "exit EMPTY")));
  }

  @Test
  void the_evidence_is_kept_in_words() throws Exception {
    BundleEvidence evidence =
        evidence(
            TransactionState.COUNTED, PresentStatus.State.PRESENTED, 7, Position.NOT_EMPTY, true);

    assertThat(evidence.lines())
        .containsExactly(
            "record COUNTED counted  presented ",
            "present status PRESENTED reference 7 bundle 100x5",
            "transport EMPTY exit NOT_EMPTY");
    assertThat(evidence.bundle()).isEqualTo(Booth.mix("CASS1:100x5"));
  }

  private static BundleEvidence.Verdict verdict(
      TransactionState state, PresentStatus.State status, long reference) throws Exception {
    return evidence(state, status, reference, Position.EMPTY, true).verdict();
  }

  private static BundleEvidence evidence(
      TransactionState state,
      PresentStatus.State status,
      long reference,
      Position exit,
      boolean retracts)
      throws Exception {
    CashDispenser dispenser = mock(CashDispenser.class);
    when(dispenser.capabilities())
        .thenReturn(new CashDispenser.Capabilities(true, true, retracts, true, 40));
    when(dispenser.exit()).thenReturn(exit);
    when(dispenser.transport()).thenReturn(Position.EMPTY);
    when(dispenser.presentStatus())
        .thenReturn(new PresentStatus(status, new Counted(Booth.mix("CASS1:100x5"), 0), reference));
    return BundleEvidence.of(dispenser, approved().in(state));
  }

  /** A withdrawal of 500 yuan. */
  static TransactionRecord approved() {
    return TransactionRecord.requested(
            7,
            Service.WITHDRAWAL,
            new Stan(17),
            "616909000017",
            LocalDateTime.of(2026, 6, 18, 9, 0),
            Booth.track2().pan(),
            CardEntry.STRIPE,
            Money.ofYuan(500))
        .in(TransactionState.APPROVED);
  }
}
