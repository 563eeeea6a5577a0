package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.card.Pan;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.Counted;
import org.silverteller.host.CardEntry;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.Money;
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

  private static BundleEvidence.Verdict verdict(
      TransactionState state, PresentStatus.State status, long reference) throws Exception {
    CashDispenser dispenser = mock(CashDispenser.class);
    when(dispenser.capabilities())
        .thenReturn(new CashDispenser.Capabilities(true, true, true, true, 40));
    when(dispenser.exit()).thenReturn(Position.EMPTY);
    when(dispenser.transport()).thenReturn(Position.EMPTY);
    when(dispenser.presentStatus())
        .thenReturn(new PresentStatus(status, Counted.NOTHING, reference));
    return BundleEvidence.of(dispenser, record(state)).verdict();
  }

  private static TransactionRecord record(TransactionState state) throws Exception {
    return TransactionRecord.requested(
            7,
            Service.WITHDRAWAL,
            new Stan(17),
            "616909000017",
            LocalDateTime.of(2026, 6, 18, 9, 0),
            Pan.of("6228480010020060421"),
            CardEntry.STRIPE,
            Money.ofYuan(500))
        .in(state);
  }
}
