package org.silverteller.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silverteller.card.CardProduct;
import org.silverteller.card.CardScheme;
import org.silverteller.card.Pan;
import org.silverteller.device.CashDispenser;
import org.silverteller.host.Advice;
import org.silverteller.host.CardEntry;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.Money;
import org.silverteller.session.Ledger;
import org.silverteller.store.Entry;
import org.silverteller.store.SqliteStore;
import org.silverteller.store.SuspenseCase;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

class SuspenseOfficeTest {

  private static final Instant NINE = Instant.parse("2026-06-18T09:00:00Z");
  private static final List<String> PART = List.of("000017", "paid", "300");
  private static final List<String> WHOLE = List.of("000017", "paid", "500");

  @TempDir private Path folder;

  private SqliteStore store;
  private Instant now = NINE;
  private boolean ownBank = true;
  private boolean completions;

  @BeforeEach
  void a_case_is_open() throws Exception {
    store = SqliteStore.open(folder.resolve("store"));
    TransactionRecord record =
        TransactionRecord.requested(
                7,
                Service.WITHDRAWAL,
                new Stan(17),
                "616909000017",
                LocalDateTime.of(2026, 6, 18, 8, 59),
                Pan.of("6228480010020060421"),
                CardEntry.STRIPE,
                Money.ofYuan(500))
            .in(TransactionState.UNKNOWN);
    store.commit(
        new Entry.Saved(record),
        new Entry.Opened(
            new SuspenseCase(7, LocalDateTime.of(2026, 6, 18, 9, 0), List.of("exit EMPTY"))));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void two_persons_who_find_a_part_owe_the_own_bank_a_partial_reversal() {
    office().propose("operator-1", PART);
    assertThat(office().approve("operator-2", List.of("616909000017", "paid", "300")).owed())
        .containsExactly(Advice.Kind.PARTIAL_REVERSAL);

    assertThat(store.suspense()).isEmpty();
    assertThat(store.owed())
        .singleElement()
        .satisfies(
            owed -> {
              assertThat(owed.advice().dispensed()).isEqualTo(Money.ofYuan(300));
              assertThat(owed.advice().reason()).isEqualTo(Advice.Reason.SUSPECT);
            });
    assertThat(store.transaction(7).orElseThrow().state()).isEqualTo(TransactionState.CLEARED);
    assertThat(office().cleared(List.of()))
        .singleElement()
        .satisfies(
            done ->
                assertThat(done.words())
                    .extracting(SuspenseReport.Word::by)
                    .containsExactly("operator-1", "operator-2"));
  }

  @Test
  void tells_the_own_bank_of_the_whole_amount_where_it_wants_to_know() {
    completions = true;
    office().propose("operator-1", WHOLE);
    assertThat(office().approve("operator-2", WHOLE).owed())
        .containsExactly(Advice.Kind.COMPLETION);
  }

  @Test
  void owes_nothing_when_the_customer_has_all_and_drops_the_card_number() {
    office().propose("operator-1", WHOLE);
    assertThat(office().approve("operator-2", WHOLE).owed()).isEmpty();
    assertThat(store.owed()).isEmpty();
    assertThat(store.transaction(7).orElseThrow().account()).isEmpty();
  }

  @Test
  void reverses_the_whole_amount_between_banks_but_never_a_part() {
    ownBank = false;
    refused(() -> office().propose("operator-1", PART), "no partial reversal between banks");
    List<String> nothing = List.of("17", "paid", "0");
    office().propose("operator-1", nothing);
    assertThat(office().approve("operator-2", nothing).owed())
        .containsExactly(Advice.Kind.REVERSAL);
  }

  @Test
  void does_not_believe_one_person_twice() {
    office().propose("operator-1", PART);
    refused(() -> office().approve("operator-1", PART), "expected another person");
    stillOpen();
  }

  @Test
  void does_not_believe_two_persons_who_differ() {
    office().propose("operator-1", PART);
    refused(
        () -> office().approve("operator-2", WHOLE),
        "operator-1 found PAID 300.00, operator-2 found PAID 500.00");
    refused(
        () -> office().approve("operator-2", List.of("17", "by-hand", "CASE-1")),
        "operator-2 found BY HAND CASE-1");
    stillOpen();
  }

  @Test
  void a_proposal_expires_to_the_second() {
    office().propose("operator-1", PART);
    now = NINE.plus(Duration.ofMinutes(15));
    refused(() -> office().approve("operator-2", PART), "expired at 2026-06-18T09:15");
    now = now.minusSeconds(1);
    office().approve("operator-2", PART);
  }

  @Test
  void a_proposal_from_a_time_to_come_does_not_count() {
    office().propose("operator-1", PART);
    now = NINE.minus(Duration.ofHours(1));
    refused(() -> office().approve("operator-2", PART), "expected a new proposal");
    stillOpen();
  }

  @Test
  void a_proposal_counts_only_while_its_person_has_the_role() {
    office().propose("operator-1", PART);
    Operators without = new Operators(Duration.ofMinutes(15), Map.of("operator-2", security()));
    refused(() -> office(without).approve("operator-2", PART), "operator-1 may not settle");
    stillOpen();
  }

  @Test
  void clears_nothing_twice() {
    office().propose("operator-1", PART);
    office().approve("operator-2", PART);
    refused(
        () -> office().approve("operator-2", PART), "cleared already, PAID 300.00, by operator");
    refused(() -> office().propose("operator-1", PART), "cleared already");
    assertThat(store.owed()).hasSize(1);
  }

  @Test
  void settles_by_hand_what_nobody_can_be_told() {
    refused(
        () -> office().propose("operator-1", List.of("17", "paid", "600")), "more than the 500");
    List<String> byHand = List.of("17", "by-hand", "CASE-17/2026");
    office().propose("operator-1", byHand);
    assertThat(office().approve("operator-2", byHand).owed()).isEmpty();
    assertThat(store.owed()).isEmpty();
  }

  @Test
  void says_what_is_wrong_with_the_words() {
    refused(() -> office().propose("a", List.of("17", "paid")), "2 words: expected a STAN");
    refused(() -> office().propose("a", List.of("18", "paid", "1")), "'18' is no open case");
    refused(() -> office().propose("a", List.of("17", "took", "1")), "'took': expected paid");
    refused(() -> office().propose("a", List.of("17", "paid", "-1")), "expected whole yuan");
    refused(() -> office().propose("a", List.of("17", "paid", "3.5")), "expected whole yuan");
    refused(
        () -> office().propose("a", List.of("17", "by-hand", "a b")), "expected 1 … 40 letters");
    refused(
        () -> office().propose("a", List.of("17", "by-hand", "6228480010020060421")),
        "reference '622848*********0421'");
    stillOpen();
  }

  private void stillOpen() {
    assertThat(store.suspense()).hasSize(1);
    assertThat(store.owed()).isEmpty();
    assertThat(store.transaction(7).orElseThrow().state()).isEqualTo(TransactionState.UNKNOWN);
  }

  private static void refused(ThrowingCallable word, String why) {
    assertThatThrownBy(word).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
  }

  private SuspenseOffice office() {
    return office(
        new Operators(
            Duration.ofMinutes(15), Map.of("operator-1", security(), "operator-2", security())));
  }

  private SuspenseOffice office(Operators operators) {
    Ledger ledger =
        new Ledger(
            store,
            () -> now,
            ZoneOffset.UTC,
            pan -> Optional.of(product()),
            mock(CashDispenser.class),
            completions);
    return new SuspenseOffice(store, ledger, operators);
  }

  private static List<Role> security() {
    return List.of(Role.SECURITY);
  }

  private CardProduct product() {
    return new CardProduct(
        CardScheme.UNIONPAY, ownBank ? CardProduct.Issuer.OWN : CardProduct.Issuer.FOREIGN, false);
  }
}
