package org.silverteller.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.Pan;
import org.silverteller.host.Advice;
import org.silverteller.host.CardEntry;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.Denomination;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.store.ClearedCase;
import org.silverteller.store.Clearing;
import org.silverteller.store.Entry;
import org.silverteller.store.Finding;
import org.silverteller.store.JournalLine;
import org.silverteller.store.OwedAdvice;
import org.silverteller.store.Proposal;
import org.silverteller.store.Store;
import org.silverteller.store.StoreFailure;
import org.silverteller.store.SuspenseCase;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/** What every store promises. */
abstract class StoreContract {

  static final LocalDateTime NOON = LocalDateTime.of(2026, 6, 18, 12, 0, 30, 123_000_000);
  static final NoteMix MIX =
      new NoteMix(
          List.of(
              new NoteMix.Part(UnitId.of("CASS1"), Denomination.of(100), 4),
              new NoteMix.Part(UnitId.of("CASS2"), Denomination.of(50), 2)));

  private Store store;

  abstract Store open();

  /** Closes the store and opens it on what was durable. */
  abstract Store reopen(Store store);

  @BeforeEach
  void open_an_empty_store() {
    store = open();
  }

  @AfterEach
  void close_it() {
    store.close();
  }

  @Test
  void is_empty_at_first() {
    assertThat(store.nextTransactionId()).isEqualTo(1);
    assertThat(store.unfinished()).isEmpty();
    assertThat(store.transaction(1)).isEmpty();
    assertThat(store.owed()).isEmpty();
    assertThat(store.suspense()).isEmpty();
    assertThat(store.cleared(10)).isEmpty();
    assertThat(store.proposal(1)).isEmpty();
    assertThat(store.counters()).isEmpty();
    assertThat(store.journal(10)).isEmpty();
    assertThat(store.journalLinesSince(LocalDate.MIN)).isZero();
  }

  @Test
  void gives_back_a_transaction_as_it_was_saved_last() {
    TransactionRecord record =
        requested(7)
            .answered(TransactionState.APPROVED, "00", "123456", "0619")
            .stacking(MIX)
            .counted(MIX)
            .presented(MIX)
            .in(TransactionState.PRESENTED);
    store.commit(new Entry.Saved(requested(7)), new Entry.Saved(record));
    again();
    assertThat(store.transaction(7)).contains(record);
    assertThat(store.unfinished()).containsExactly(record);
    assertThat(store.nextTransactionId()).isEqualTo(8);
  }

  @Test
  void lists_what_is_unfinished_oldest_first() {
    store.commit(
        new Entry.Saved(requested(12)),
        new Entry.Saved(requested(3)),
        new Entry.Saved(requested(5).in(TransactionState.DECLINED)));
    again();
    assertThat(store.unfinished()).extracting(TransactionRecord::id).containsExactly(3L, 12L);
  }

  @Test
  void drops_the_pan_of_a_final_transaction_for_which_nothing_is_owed() {
    store.commit(new Entry.Saved(requested(1)));
    store.commit(new Entry.Saved(requested(1).in(TransactionState.DECLINED)));
    again();
    TransactionRecord found = store.transaction(1).orElseThrow();
    assertThat(found.account()).isEmpty();
    assertThat(found.maskedAccount()).isEqualTo("622848*********0018");
    assertThat(found).isEqualTo(requested(1).in(TransactionState.DECLINED).withoutAccount());
  }

  @Test
  void keeps_the_pan_until_the_last_thing_owed_for_the_transaction_is_settled() {
    TransactionRecord record = requested(1).in(TransactionState.UNANSWERED);
    store.commit(new Entry.Saved(record), new Entry.Owed(reversal(1)), new Entry.Owed(reversal(1)));
    again();
    assertThat(store.transaction(1)).contains(record);
    store.commit(new Entry.Settled(1, "00"));
    again();
    assertThat(store.transaction(1)).contains(record);
    store.commit(new Entry.Settled(2, "00"));
    again();
    assertThat(store.transaction(1)).contains(record.withoutAccount());
  }

  @Test
  void keeps_the_pan_of_what_is_unfinished_when_something_else_is_settled() {
    store.commit(new Entry.Saved(requested(1)), new Entry.Owed(reversal(2)));
    store.commit(new Entry.Settled(1, "00"));
    again();
    assertThat(store.transaction(1).orElseThrow().account()).isEqualTo(Optional.of(pan()));
  }

  @Test
  void saves_a_record_whose_pan_was_already_dropped() {
    store.commit(new Entry.Saved(requested(1)));
    store.commit(new Entry.Saved(requested(1).withoutAccount()));
    again();
    assertThat(store.transaction(1)).contains(requested(1).withoutAccount());
  }

  @Test
  void keeps_advices_in_the_order_they_came_and_counts_their_attempts() {
    store.commit(new Entry.Owed(reversal(4)));
    store.commit(new Entry.Owed(reversal(2)), new Entry.Attempted(1));
    store.commit(new Entry.Attempted(1));
    again();
    assertThat(store.owed())
        .containsExactly(
            new OwedAdvice(1, reversal(4).sentOnceMore().sentOnceMore()),
            new OwedAdvice(2, reversal(2)));
  }

  @Test
  void never_gives_the_id_of_a_settled_advice_again() {
    store.commit(new Entry.Owed(reversal(1)));
    store.commit(new Entry.Settled(1, "00"));
    again();
    store.commit(new Entry.Owed(reversal(2)));
    again();
    assertThat(store.owed()).extracting(OwedAdvice::id).containsExactly(2L);
  }

  @Test
  void takes_stans_from_1_and_never_one_twice_across_restarts() {
    assertThat(store.takeStan()).isEqualTo(new Stan(1));
    assertThat(store.takeStan()).isEqualTo(new Stan(2));
    again();
    assertThat(store.takeStan()).isEqualTo(new Stan(3));
  }

  @Test
  void numbers_journal_lines_without_a_gap() {
    store.commit(line(0, "SUPERVISOR MODE ENTRY"), line(1, "CASS2 500>2000"));
    again();
    store.commit(line(2, "已退出管理模式"));
    again();
    assertThat(store.journal(2))
        .containsExactly(
            new JournalLine(2, NOON.plusMinutes(1), "CASS2 500>2000"),
            new JournalLine(3, NOON.plusMinutes(2), "已退出管理模式"));
    assertThat(store.journal(100)).extracting(JournalLine::number).containsExactly(1L, 2L, 3L);
    assertThat(store.journal(0)).isEmpty();
  }

  @Test
  void counts_the_lines_of_today() {
    LocalDate day = NOON.toLocalDate();
    store.commit(
        new Entry.Journaled(day.atStartOfDay().minusNanos(1), "YESTERDAY"),
        new Entry.Journaled(day.atStartOfDay(), "TODAY"),
        line(0, "TODAY"));
    again();
    assertThat(store.journalLinesSince(day)).isEqualTo(2);
    assertThat(store.journalLinesSince(day.plusDays(1))).isZero();
    assertThat(store.journalLinesSince(day.minusDays(1))).isEqualTo(3);
  }

  @Test
  void never_journals_a_full_card_number() {
    store.commit(line(0, "CARD INSERTED  PAN " + pan().reveal()));
    again();
    assertThat(store.journal(1).get(0).text()).isEqualTo("CARD INSERTED  PAN 622848*********0018");
  }

  @Test
  void keeps_a_journal_line_on_one_line() {
    store.commit(line(0, "HOST SAYS\r\nNO\tMORE"));
    again();
    assertThat(store.journal(1).get(0).text()).isEqualTo("HOST SAYS  NO MORE");
  }

  @Test
  void adds_to_counters() {
    store.commit(new Entry.Added("cards retained", 1), new Entry.Added("cards retained", 2));
    store.commit(new Entry.Added("tens", 5), new Entry.Added("tens", -1));
    again();
    assertThat(store.counters()).isEqualTo(Map.of("cards retained", 3L, "tens", 4L));
  }

  @Test
  void joins_what_is_told_of_one_transaction_in_one_case() {
    store.commit(new Entry.Opened(new SuspenseCase(9, NOON, List.of("record PRESENTING"))));
    store.commit(
        new Entry.Opened(new SuspenseCase(4, NOON, List.of())),
        new Entry.Opened(new SuspenseCase(9, NOON.plusDays(1), List.of("exit", "empty"))));
    again();
    assertThat(store.suspense())
        .containsExactly(
            new SuspenseCase(4, NOON, List.of()),
            new SuspenseCase(9, NOON, List.of("record PRESENTING", "exit", "empty")));
  }

  @Test
  void keeps_the_pan_of_a_transaction_until_its_case_is_cleared() {
    TransactionRecord record = requested(1).in(TransactionState.UNKNOWN);
    store.commit(new Entry.Saved(record), new Entry.Opened(suspense(1)));
    store.commit(new Entry.Saved(requested(2).in(TransactionState.DECLINED)));
    again();
    assertThat(store.transaction(1)).contains(record);
    assertThat(store.unfinished()).isEmpty();
    store.commit(
        new Entry.Saved(record.in(TransactionState.CLEARED)), new Entry.Cleared(cleared(1)));
    again();
    assertThat(store.transaction(1)).contains(record.in(TransactionState.CLEARED).withoutAccount());
  }

  @Test
  void keeps_the_pan_of_a_cleared_transaction_until_what_is_owed_for_it_is_settled() {
    TransactionRecord record = requested(1).in(TransactionState.CLEARED);
    store.commit(new Entry.Saved(record), new Entry.Opened(suspense(1)));
    store.commit(new Entry.Cleared(cleared(1)), new Entry.Owed(reversal(1)));
    again();
    assertThat(store.transaction(1)).contains(record);
    store.commit(new Entry.Settled(1, "00"));
    assertThat(store.transaction(1)).contains(record.withoutAccount());
  }

  @Test
  void joins_what_was_noted_of_a_transaction_to_its_case() {
    store.commit(
        new Entry.Saved(requested(1)),
        new Entry.Noted(1, "before stacking: units CASS1 2000"),
        new Entry.Noted(1, "card 6228480000000000018"));
    again();
    assertThat(store.suspense()).isEmpty();
    store.commit(
        new Entry.Saved(requested(1).in(TransactionState.UNKNOWN)), new Entry.Opened(suspense(1)));
    again();
    assertThat(store.suspense().get(0).evidence())
        .containsExactly(
            "before stacking: units CASS1 2000",
            "card 622848*********0018",
            "record PRESENTING",
            "exit EMPTY");
  }

  @Test
  void drops_what_was_noted_of_a_transaction_that_ends_without_a_case() {
    store.commit(new Entry.Saved(requested(1)), new Entry.Noted(1, "before stacking"));
    store.commit(new Entry.Saved(requested(1).in(TransactionState.TAKEN)));
    again();
    store.commit(new Entry.Opened(suspense(1)));
    assertThat(store.suspense()).containsExactly(suspense(1));
  }

  @Test
  void gives_back_what_was_proposed_last_for_an_open_case() {
    var byHand =
        new Proposal(
            7, new Finding.ByHand("CASE-17/2026"), "operator-2", NOON, NOON.plusMinutes(15));
    store.commit(new Entry.Opened(suspense(7)), new Entry.Proposed(byHand));
    again();
    assertThat(store.proposal(7)).contains(byHand);
    assertThat(store.proposal(8)).isEmpty();
    store.commit(new Entry.Proposed(proposed(7)));
    again();
    assertThat(store.proposal(7)).contains(proposed(7));
    assertThat(store.suspense()).containsExactly(suspense(7));
  }

  @Test
  void moves_a_cleared_case_from_the_open_ones_to_the_cleared_ones() {
    store.commit(new Entry.Opened(suspense(7)), new Entry.Opened(suspense(8)));
    store.commit(new Entry.Opened(suspense(9)), new Entry.Proposed(proposed(8)));
    store.commit(new Entry.Cleared(cleared(8)));
    store.commit(new Entry.Cleared(cleared(7)));
    again();
    assertThat(store.suspense()).containsExactly(suspense(9));
    assertThat(store.proposal(8)).isEmpty();
    assertThat(store.cleared(5))
        .containsExactly(
            new ClearedCase(suspense(8), cleared(8)), new ClearedCase(suspense(7), cleared(7)));
    assertThat(store.cleared(1)).containsExactly(new ClearedCase(suspense(7), cleared(7)));
    assertThat(store.cleared(0)).isEmpty();
  }

  @Test
  void clears_no_case_twice_and_none_that_is_not_open() {
    store.commit(line(0, "BEFORE"), new Entry.Opened(suspense(7)));
    for (List<Entry> wrong :
        List.<List<Entry>>of(
            List.of(new Entry.Cleared(cleared(8))),
            List.of(new Entry.Proposed(proposed(8))),
            List.of(new Entry.Cleared(cleared(7)), new Entry.Cleared(cleared(7))),
            List.of(new Entry.Cleared(cleared(7)), new Entry.Proposed(proposed(7))))) {
      var commit = new ArrayList<Entry>(List.of(line(1, "NEVER"), new Entry.Owed(reversal(7))));
      commit.addAll(wrong);
      assertThatThrownBy(() -> store.commit(commit))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching("transaction [78] is no open case");
    }
    store.commit(new Entry.Cleared(cleared(7)));
    again();
    assertThatThrownBy(() -> store.commit(new Entry.Cleared(cleared(7))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.cleared(9)).hasSize(1);
    assertThat(store.owed()).isEmpty();
    assertThat(store.journal(9)).extracting(JournalLine::text).containsExactly("BEFORE");
  }

  @Test
  void writes_nothing_of_a_commit_that_speaks_of_an_advice_that_is_not_owed() {
    store.commit(line(0, "BEFORE"), new Entry.Owed(reversal(1)));
    for (Entry wrong : List.of(new Entry.Settled(2, "00"), new Entry.Attempted(7))) {
      assertThatThrownBy(() -> store.commit(line(1, "NEVER"), new Entry.Settled(1, "00"), wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching("advice [27] is not owed");
    }
    store.commit(line(2, "AFTER"));
    again();
    assertThat(store.journal(10)).extracting(JournalLine::text).containsExactly("BEFORE", "AFTER");
    assertThat(store.owed()).hasSize(1);
  }

  @Test
  void refuses_to_settle_an_advice_twice_in_one_commit() {
    store.commit(new Entry.Owed(reversal(1)));
    assertThatThrownBy(() -> store.commit(new Entry.Settled(1, "00"), new Entry.Settled(1, "00")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.owed()).hasSize(1);
  }

  @Test
  void settles_an_advice_in_the_commit_that_made_it() {
    store.commit(new Entry.Owed(reversal(1)), new Entry.Attempted(1), new Entry.Settled(1, "00"));
    assertThat(store.owed()).isEmpty();
  }

  @Test
  void does_nothing_for_a_commit_of_nothing() {
    store.commit(List.of());
    assertThat(store.journal(1)).isEmpty();
  }

  @Test
  void refuses_everything_once_closed() {
    store.close();
    assertThatThrownBy(() -> store.commit(line(0, "LATE"))).isInstanceOf(StoreFailure.class);
    assertThatThrownBy(store::takeStan).isInstanceOf(StoreFailure.class);
    assertThatThrownBy(store::unfinished).isInstanceOf(StoreFailure.class);
    assertThatThrownBy(() -> store.journal(1)).isInstanceOf(StoreFailure.class);
    assertThatThrownBy(() -> store.commit(List.of())).isInstanceOf(StoreFailure.class);
    store = reopen(store);
  }

  private void again() {
    store = reopen(store);
  }

  static Entry line(int minute, String text) {
    return new Entry.Journaled(NOON.plusMinutes(minute), text);
  }

  static SuspenseCase suspense(long id) {
    return new SuspenseCase(id, NOON, List.of("record PRESENTING", "exit EMPTY"));
  }

  static Proposal proposed(long id) {
    return new Proposal(
        id, new Finding.Paid(Money.ofYuan(300)), "operator-1", NOON, NOON.plusMinutes(15));
  }

  static Clearing cleared(long id) {
    return new Clearing(proposed(id), "operator-2", NOON.plusMinutes(3));
  }

  static TransactionRecord requested(int id) {
    return TransactionRecord.requested(
        id,
        Service.WITHDRAWAL,
        new Stan(100 + id),
        "061812000501",
        NOON,
        pan(),
        CardEntry.CHIP,
        Money.ofYuan(500));
  }

  static Advice reversal(int transaction) {
    return new Advice(
        Advice.Kind.REVERSAL,
        new Stan(200 + transaction),
        NOON.plusMinutes(1),
        new Advice.Original(Service.WITHDRAWAL, new Stan(100 + transaction), "061812000501", NOON),
        pan(),
        CardEntry.CHIP,
        Money.ofYuan(500),
        Money.ZERO,
        Advice.Reason.TIME_OUT,
        "",
        "",
        0);
  }

  static Pan pan() {
    try {
      return Pan.of("6228480402564890018");
    } catch (CardFormatException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
