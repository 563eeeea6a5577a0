package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.silverteller.host.Advice;
import org.silverteller.host.AdviceAnswer;
import org.silverteller.host.Stan;
import org.silverteller.store.Entry;

class AdviceQueueTest {

  private static final AdviceAnswer DONE = new AdviceAnswer(true, "00", false);

  private final Booth booth = new Booth();

  @Test
  void is_empty_when_nothing_is_owed() {
    assertThat(booth.advices.isEmpty()).isTrue();
    assertThat(booth.advices.drain()).isTrue();

    booth.owes(1);

    assertThat(booth.advices.isEmpty()).isFalse();
  }

  @Test
  void counts_the_attempt_before_it_sends_and_settles_with_the_code() {
    booth.owes(2);
    when(booth.host.deliver(any()))
        .thenAnswer(
            call -> {
              assertThat(booth.committed).last().isInstanceOf(Entry.Attempted.class);
              return DONE;
            });

    assertThat(booth.advices.drain()).isTrue();

    assertThat(booth.committed)
        .filteredOn(entry -> !(entry instanceof Entry.Journaled))
        .containsExactly(
            new Entry.Attempted(1),
            new Entry.Settled(1, "00"),
            new Entry.Attempted(2),
            new Entry.Settled(2, "00"));
    assertThat(booth.journal())
        .containsExactly(
            "REVERSAL 0420 STAN 000201 ORIG 000101 REQ 500.00 DISP 0.00 ACK 00",
            "REVERSAL 0420 STAN 000202 ORIG 000102 REQ 500.00 DISP 0.00 ACK 00");
  }

  @Test
  void tells_what_a_person_should_look_at() {
    booth.owes(1);
    when(booth.host.deliver(any())).thenReturn(new AdviceAnswer(true, "25", true));

    assertThat(booth.advices.drain()).isTrue();

    assertThat(booth.journal()).singleElement().asString().endsWith("ACK 25 EXCEPTION");
  }

  @Test
  void stops_at_the_first_that_is_not_answered() {
    booth.owes(2);
    when(booth.host.deliver(any())).thenReturn(AdviceAnswer.SILENCE);

    assertThat(booth.advices.drain()).isFalse();

    verify(booth.host, times(1)).deliver(any());
    assertThat(booth.committed).doesNotHaveAnyElementsOfTypes(Entry.Settled.class);
    assertThat(booth.journal()).singleElement().asString().endsWith("NOT ANSWERED");
  }

  @Test
  void sends_nothing_while_the_host_is_not_ready() {
    booth.owes(1);
    when(booth.host.ready()).thenReturn(false);

    assertThat(booth.advices.drain()).isFalse();

    verify(booth.host, never()).deliver(any());
    assertThat(booth.committed).isEmpty();
  }

  @Test
  void stops_when_the_line_goes_down_in_between() {
    booth.owes(2);
    when(booth.host.ready()).thenReturn(true, false);
    when(booth.host.deliver(any())).thenReturn(DONE);

    assertThat(booth.advices.drain()).isFalse();

    verify(booth.host, times(1)).deliver(any());
  }

  @Test
  void money_does_not_wait_behind_an_alert_that_is_never_answered() {
    booth.owesAnAlertBefore(2);
    when(booth.host.deliver(any()))
        .thenAnswer(
            call -> {
              Advice advice = call.getArgument(0);
              return advice.kind() == Advice.Kind.ALERT ? AdviceAnswer.SILENCE : DONE;
            });

    assertThat(booth.advices.drain()).isTrue();

    assertThat(booth.committed)
        .contains(new Entry.Settled(1, "00"), new Entry.Settled(2, "00"))
        .doesNotContain(new Entry.Settled(300, ""));
  }

  @Test
  void an_alert_alone_holds_up_no_customer() {
    booth.owesAnAlertBefore(0);

    assertThat(booth.advices.isEmpty()).isTrue();
    assertThat(booth.advices.drain()).isTrue();
    verify(booth.host, never()).deliver(any());
  }

  @Test
  void an_alert_is_told_until_the_host_has_taken_it() {
    booth.owesAnAlertBefore(1);
    when(booth.host.deliver(any())).thenReturn(AdviceAnswer.SILENCE, DONE);

    assertThat(booth.advices.hasAlerts()).isTrue();
    assertThat(booth.advices.drainAlerts()).isFalse();
    assertThat(booth.advices.drainAlerts()).isTrue();

    assertThat(booth.committed)
        .filteredOn(entry -> !(entry instanceof Entry.Journaled))
        .containsExactly(
            new Entry.Attempted(300), new Entry.Attempted(300), new Entry.Settled(300, "00"));
    assertThat(booth.journal())
        .containsExactly(
            "ALERT 0220 STAN 000300 ORIG 000100 REQ 9000.00 DISP 0.00 NOT ANSWERED",
            "ALERT 0220 STAN 000300 ORIG 000100 REQ 9000.00 DISP 0.00 ACK 00");
  }

  @Test
  void a_refused_alert_leaves_the_queue_and_staff_are_told() {
    booth.owesAnAlertBefore(0);
    when(booth.host.deliver(any())).thenReturn(new AdviceAnswer(true, "57", true));

    assertThat(booth.advices.drainAlerts()).isTrue();

    assertThat(booth.committed)
        .contains(new Entry.Settled(300, "57"), new Entry.Added("alerts refused", 1));
    assertThat(booth.journal())
        .containsExactly(
            "ALERT 0220 STAN 000300 ORIG 000100 REQ 9000.00 DISP 0.00 ACK 57 EXCEPTION",
            "STAFF MUST TELL THE BANK OF STAN 000100 BY HAND");
  }

  @Test
  void no_alert_is_told_while_the_host_is_not_ready() {
    booth.owesAnAlertBefore(0);
    when(booth.host.ready()).thenReturn(false);

    assertThat(booth.advices.drainAlerts()).isFalse();

    verify(booth.host, never()).deliver(any());
  }

  @Test
  void a_completion_is_waited_for_past_an_alert() {
    booth.owesAnAlertBefore(1);
    when(booth.host.deliver(any())).thenReturn(DONE);

    assertThat(booth.advices.drainTo(new Stan(101))).contains(DONE);

    assertThat(booth.committed).contains(new Entry.Settled(1, "00"));
    assertThat(booth.committed).doesNotContain(new Entry.Attempted(300));
  }
}
