package org.silverteller.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silverteller.card.CardTable;
import org.silverteller.card.Pan;
import org.silverteller.device.CashDispenser;
import org.silverteller.host.Advice;
import org.silverteller.host.AdviceAnswer;
import org.silverteller.host.CardEntry;
import org.silverteller.host.HostLink;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.Money;
import org.silverteller.session.AdviceQueue;
import org.silverteller.session.Ledger;
import org.silverteller.store.Entry;
import org.silverteller.store.OwedAdvice;
import org.silverteller.store.Store;

/** What is told to the host while nobody is served, above all alerts beside money. */
class HostDutyTest {

  private static final AdviceAnswer DONE = new AdviceAnswer(true, "00", false);
  private static final Instant NINE = Instant.parse("2026-06-18T01:00:00Z");
  private static final Duration ECHO_EVERY = Duration.ofSeconds(60);

  private final HostLink host = mock(HostLink.class);
  private final Store store =
      mock(Store.class, withSettings().defaultAnswer(CALLS_REAL_METHODS).lenient());
  private final List<OwedAdvice> owed = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private final HostDuty duty = duty();

  private HostDuty duty() {
    var ledger =
        new Ledger(
            store,
            () -> NINE.plus(now),
            ZoneId.of("Asia/Shanghai"),
            mock(CardTable.class),
            mock(CashDispenser.class),
            false);
    return new HostDuty(host, new AdviceQueue(store, host, ledger), ledger, () -> now, ECHO_EVERY);
  }

  @BeforeEach
  void signedOn() throws Exception {
    when(host.connected()).thenReturn(true);
    when(host.ready()).thenReturn(true);
    when(host.echo()).thenReturn(true);
    when(store.owed()).thenAnswer(call -> List.copyOf(owed));
    doAnswer(
            call -> {
              List<Entry> entries = call.getArgument(0);
              for (Entry entry : entries) {
                if (entry instanceof Entry.Settled settled) {
                  owed.removeIf(one -> one.id() == settled.adviceId());
                }
              }
              return null;
            })
        .when(store)
        .commit(anyList());
  }

  @Test
  void an_unanswered_alert_keeps_no_customer_away_and_no_reversal_waiting() throws Exception {
    owes(Advice.Kind.ALERT, 1);
    owes(Advice.Kind.REVERSAL, 2);
    when(host.deliver(any())).thenReturn(AdviceAnswer.SILENCE);
    when(host.deliver(argThat(one -> one != null && one.kind() == Advice.Kind.REVERSAL)))
        .thenReturn(DONE);
    assertThat(duty.clear()).isFalse();

    duty.attend();

    assertThat(duty.clear()).isTrue();
    assertThat(owed).extracting(OwedAdvice::id).containsExactly(1L);
  }

  @Test
  void an_unanswered_alert_is_told_again_ever_later_and_the_line_is_still_looked_at()
      throws Exception {
    owes(Advice.Kind.ALERT, 1);
    when(host.deliver(any())).thenReturn(AdviceAnswer.SILENCE);
    Duration end = Duration.ofHours(1);
    int rounds = 0;
    while (now.compareTo(end) < 0 && rounds < 1_000) {
      duty.attend();
      Duration due = duty.untilDue();
      now = now.plus(due.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : due);
      rounds++;
    }
    // 0, 5, 15, 35, 75, 155, 315 s and then every five minutes
    verify(host, times(17)).deliver(any());
    verify(host, times(60)).echo();
    assertThat(owed).hasSize(1);
  }

  @Test
  void an_alert_is_tried_at_once_after_a_conversation_and_when_the_line_is_up_again()
      throws Exception {
    owes(Advice.Kind.ALERT, 1);
    when(host.deliver(any())).thenReturn(AdviceAnswer.SILENCE);
    duty.attend();
    duty.attend();
    verify(host, times(1)).deliver(any());

    duty.afterConversation();
    duty.attend();
    verify(host, times(2)).deliver(any());

    when(host.connected()).thenReturn(false);
    duty.attend();
    when(host.connected()).thenReturn(true);
    duty.attend();
    verify(host, times(3)).deliver(any());
  }

  @Test
  void a_refused_alert_is_told_once() throws Exception {
    owes(Advice.Kind.ALERT, 1);
    when(host.deliver(any())).thenReturn(new AdviceAnswer(true, "57", true));
    duty.attend();
    now = now.plusMinutes(30);
    duty.attend();
    verify(host, times(1)).deliver(any());
    assertThat(owed).isEmpty();
  }

  @Test
  void an_alert_waits_for_money_that_cannot_be_told() throws Exception {
    owes(Advice.Kind.REVERSAL, 1);
    owes(Advice.Kind.ALERT, 2);
    when(host.deliver(any())).thenReturn(AdviceAnswer.SILENCE);
    duty.attend();
    now = now.plusMinutes(10);
    duty.attend();
    verify(host, never()).deliver(argThat(one -> one != null && one.kind() == Advice.Kind.ALERT));
  }

  private void owes(Advice.Kind kind, int id) throws Exception {
    var time = LocalDateTime.of(2026, 6, 18, 8, 0);
    Service service = kind == Advice.Kind.ALERT ? Service.CASE_ALERT : Service.WITHDRAWAL;
    owed.add(
        new OwedAdvice(
            id,
            new Advice(
                kind,
                new Stan(200 + id),
                time,
                new Advice.Original(service, new Stan(100 + id), "616908000101", time),
                Pan.of("6228480010020060421"),
                CardEntry.STRIPE,
                Money.ofYuan(500),
                Money.ZERO,
                Advice.Reason.TIME_OUT,
                "",
                "",
                0)));
  }
}
