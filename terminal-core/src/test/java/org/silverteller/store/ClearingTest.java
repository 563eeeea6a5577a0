package org.silverteller.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silverteller.store.StoreSamples.NOON;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.card.BookAccount;
import org.silverteller.card.CardFormatException;
import org.silverteller.host.Advice;
import org.silverteller.money.Money;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What closes a suspense case, and where it is kept. */
class ClearingTest {

  private static final Proposal PROPOSAL =
      new Proposal(7, new Finding.Paid(Money.ofYuan(500)), "wang", NOON, NOON.plusMinutes(30));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"wang", "", " "})
  void takes_a_second_person(String approvedBy) {
    assertThatThrownBy(() -> new Clearing(PROPOSAL, approvedBy, NOON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("approvedBy '" + approvedBy + "': expected another person than wang");
    assertThat(new Clearing(PROPOSAL, "li", NOON).finding()).hasToString("PAID 500.00");
  }

  @Test
  void begins_with_a_person_who_has_a_name() {
    assertThatThrownBy(() -> new Proposal(7, PROPOSAL.finding(), " ", NOON, NOON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("by ' ': expected the name of a local account");
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "29, true", "30, false"})
  void a_proposal_counts_from_when_it_was_made_until_it_expires(long minutes, boolean counts) {
    assertThat(PROPOSAL.counts(NOON.plusMinutes(minutes))).isEqualTo(counts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-7", "a b", "12345678901234567890123456789012345678901"})
  void a_reference_of_the_bank_is_forty_letters_and_digits_at_most(String reference) {
    assertThatThrownBy(() -> new Finding.ByHand(reference))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 1 … 40 letters, digits");
    assertThat(new Finding.ByHand("银-2026/17")).hasToString("BY HAND 银-2026/17");
  }

  @Test
  void a_reference_of_the_bank_is_no_card_number() {
    assertThatThrownBy(() -> new Finding.ByHand(StoreSamples.DIGITS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected no card number in it")
        .hasMessageNotContaining(StoreSamples.DIGITS);
  }

  @Test
  void a_store_from_before_there_were_clearings_gets_a_place_for_them() throws SQLException {
    ofVersion(1);
    try (var store = SqliteStore.open(folder)) {
      assertThat(store.transaction(1)).contains(StoreSamples.requested(1));
      assertThat(store.cleared(10)).isEmpty();
      store.commit(new Entry.Opened(new SuspenseCase(7, NOON, List.of("two notes are missing"))));
      store.commit(new Entry.Proposed(PROPOSAL));
      assertThat(store.proposal(7)).contains(PROPOSAL);
      store.commit(new Entry.Cleared(new Clearing(PROPOSAL, "li", NOON.plusMinutes(5))));
    }
    try (var store = SqliteStore.open(folder)) {
      assertThat(store.suspense()).isEmpty();
      assertThat(store.cleared(10)).hasSize(1);
    }
  }

  @Test
  void a_store_from_before_there_were_deposits_keeps_what_it_owes() throws SQLException {
    Advice owed = StoreSamples.reversalOf(StoreSamples.requested(1));
    try (var store = SqliteStore.open(folder)) {
      store.commit(new Entry.Owed(owed));
    }
    ofVersion(2);
    try (var store = SqliteStore.open(folder)) {
      assertThat(store.owed()).extracting(OwedAdvice::advice).containsExactly(owed);
      assertThat(store.transaction(1)).contains(StoreSamples.requested(1));
    }
  }

  @Test
  void an_account_of_a_passbook_is_sealed_and_opened_as_one() throws CardFormatException {
    BookAccount account = BookAccount.of("310066120018000412345");
    Advice plain = StoreSamples.reversalOf(StoreSamples.requested(1));
    Advice advice =
        new Advice(
            plain.kind(),
            plain.stan(),
            plain.time(),
            plain.original(),
            account,
            plain.entry(),
            plain.requested(),
            plain.dispensed(),
            plain.reason(),
            plain.authCode(),
            "VN0812345678",
            plain.attempts());
    try (var store = SqliteStore.open(folder)) {
      store.commit(new Entry.Owed(advice));
    }
    try (var store = SqliteStore.open(folder)) {
      assertThat(store.owed()).extracting(OwedAdvice::advice).containsExactly(advice);
      assertThat(advice.toString()).doesNotContain("3100661200180004");
    }
  }

  @Test
  void a_finding_by_hand_keeps_nothing_of_a_sum_found_before() {
    Proposal byHand =
        new Proposal(7, new Finding.ByHand("2026-17"), "li", NOON, NOON.plusMinutes(30));
    try (var store = SqliteStore.open(folder)) {
      store.commit(new Entry.Saved(StoreSamples.requested(1)));
      store.commit(new Entry.Opened(new SuspenseCase(7, NOON, List.of("two notes are missing"))));
      store.commit(new Entry.Proposed(PROPOSAL));
      store.commit(new Entry.Proposed(byHand));
      assertThat(store.proposal(7)).contains(byHand);
    }
  }

  @Test
  void a_store_of_a_version_that_never_was_is_refused() throws SQLException {
    ofVersion(-1);
    assertThatThrownBy(() -> SqliteStore.open(folder))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("is of version -1, expected 3");
  }

  private void ofVersion(int version) throws SQLException {
    try (var store = SqliteStore.open(folder)) {
      store.commit(new Entry.Saved(StoreSamples.requested(1)));
    }
    try (var raw = new RawStore(folder)) {
      if (version < 2) {
        for (String table : List.of("noted", "proposed", "cleared")) {
          raw.change("DROP TABLE " + table);
        }
      }
      raw.change("ALTER TABLE transactions DROP COLUMN stored");
      raw.change("ALTER TABLE transactions DROP COLUMN counterpart");
      raw.change("ALTER TABLE owed DROP COLUMN data");
      raw.change("PRAGMA user_version = " + version);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SQLITE_FULL, true",
    "SQLITE_IOERR, true",
    "SQLITE_IOERR_FSYNC, true",
    "SQLITE_BUSY, false",
    "SQLITE_CORRUPT, false"
  })
  void a_full_or_failing_disk_is_told_from_other_trouble(SQLiteErrorCode code, boolean ofDisk) {
    assertThat(StoreTrouble.ofDisk(new SQLiteException("said SQLite", code))).isEqualTo(ofDisk);
  }
}
