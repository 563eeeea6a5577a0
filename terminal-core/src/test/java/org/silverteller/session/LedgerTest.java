package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.silverteller.card.CardProduct;
import org.silverteller.card.CardScheme;
import org.silverteller.device.DeviceFault;
import org.silverteller.event.DeviceName;
import org.silverteller.host.Advice;
import org.silverteller.host.Service;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;
import org.silverteller.store.Entry;
import org.silverteller.store.JournalLine;
import org.silverteller.store.SuspenseCase;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

class LedgerTest {

  private static final Money AMOUNT = Money.ofYuan(500);

  private final Booth booth = new Booth();

  @Test
  void counts_the_lines_since_local_midnight() {
    when(booth.store.journalLinesSince(LocalDate.of(2026, 6, 18))).thenReturn(12L);

    assertThat(booth.ledger.linesToday()).isEqualTo(12);
  }

  @Test
  void names_a_request_by_year_day_hour_and_stan() {
    var lateInTheYear = Instant.parse("2029-12-30T15:59:59.9Z");
    var ledger =
        new Ledger(
            booth.store, () -> lateInTheYear, Booth.SHANGHAI, booth.cards, booth.dispenser, false);

    TransactionRecord record = ledger.open(Service.WITHDRAWAL, Booth.ownCustomer(), AMOUNT);

    assertThat(record.rrn()).isEqualTo("936423000001");
    assertThat(record.time()).isEqualTo(LocalDateTime.of(2029, 12, 30, 23, 59, 59));
  }

  @Test
  void tells_the_own_bank_the_amount_paid_where_it_wants_to_know() {
    new Ledger(booth.store, booth::now, Booth.SHANGHAI, booth.cards, booth.dispenser, true)
        .taken(presented("CASS1:100x5"));

    assertThat(booth.owed())
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.kind()).isEqualTo(Advice.Kind.COMPLETION);
              assertThat(advice.dispensed()).isEqualTo(AMOUNT);
              assertThat(advice.reason()).isEqualTo(Advice.Reason.COMPLETED);
            });
  }

  @Test
  void tells_no_other_bank_the_amount_paid() {
    ofAnotherBank();

    new Ledger(booth.store, booth::now, Booth.SHANGHAI, booth.cards, booth.dispenser, true)
        .taken(presented("CASS1:100x5"));

    assertThat(booth.owed()).isEmpty();
    assertThat(booth.states()).containsExactly(TransactionState.TAKEN);
  }

  @Test
  void tells_the_own_bank_nothing_where_it_does_not_want_to_know() {
    booth.ledger.taken(presented("CASS1:100x5"));

    assertThat(booth.owed()).isEmpty();
  }

  @Test
  void leaves_a_short_payment_between_banks_to_a_person() throws Exception {
    ofAnotherBank();
    when(booth.dispenser.presentStatus())
        .thenThrow(new DeviceFault(DeviceName.CASH_DISPENSER, DeviceFault.Kind.OFFLINE, ""));

    booth.ledger.taken(presented("CASS1:100x3"));

    assertThat(booth.owed()).isEmpty();
    assertThat(booth.states()).containsExactly(TransactionState.UNKNOWN);
    assertThat(booth.committed).hasAtLeastOneElementOfType(Entry.Opened.class);
    assertThat(booth.journal())
        .singleElement()
        .asString()
        .startsWith(
            "SUSPENSE STAN 000017 NOTES TAKEN 100x3; paid 300.00 of 500.00; no partial reversal"
                + " between banks; record TAKEN planned ")
        .contains("no present status: CASH_DISPENSER OFFLINE");
  }

  @Test
  void reverses_the_whole_amount_between_banks_when_everything_came_back() {
    ofAnotherBank();

    booth.ledger.retracted(presented("CASS1:100x5"), Booth.mix("CASS1:100x5"));

    assertThat(booth.owed())
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.kind()).isEqualTo(Advice.Kind.REVERSAL);
              assertThat(advice.reason()).isEqualTo(Advice.Reason.TIME_OUT);
              assertThat(advice.dispensed()).isEqualTo(Money.ZERO);
            });
  }

  @Test
  void owes_what_came_back() {
    booth.ledger.retracted(presented("CASS1:100x5"), Booth.mix("CASS1:100x3"));

    assertThat(booth.owed())
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.kind()).isEqualTo(Advice.Kind.PARTIAL_REVERSAL);
              assertThat(advice.dispensed()).isEqualTo(Money.ofYuan(200));
            });
  }

  private void ofAnotherBank() {
    when(booth.cards.productOf(any()))
        .thenReturn(
            Optional.of(new CardProduct(CardScheme.UNIONPAY, CardProduct.Issuer.DOMESTIC, false)));
  }

  private static TransactionRecord presented(String mix) {
    NoteMix notes = Booth.mix(mix);
    return BundleEvidenceTest.approved().counted(notes).presented(notes);
  }
}
