package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.silverteller.device.PinBlock;
import org.silverteller.event.Key;
import org.silverteller.host.Action;
import org.silverteller.host.Advice;
import org.silverteller.host.Particulars;
import org.silverteller.host.Reply;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Refusal.Account;
import org.silverteller.page.Page.Refusal.Reason;
import org.silverteller.page.Wish;
import org.silverteller.store.TransactionState;

class PinChangeTest {

  private final Booth booth = new Booth();
  private final PinChange change = new PinChange(booth.desk(), Booth.ownCustomer());

  @Test
  void asks_for_the_current_pin_then_twice_for_the_new_one_and_tells_that_it_holds()
      throws Exception {
    answers(Booth.answered("00", Action.APPROVE, Money.ZERO));
    booth.typesPin().typesPin().typesPin().waits(6);

    assertThat(change.run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.pages().stream().distinct())
        .containsExactly(
            "pin-change current",
            "pin-change new",
            "pin-change again",
            "busy asking-bank",
            "notice pin-changed");
    assertThat(booth.states()).containsExactly(TransactionState.REQUESTED, TransactionState.DONE);
    assertThat(booth.owed()).isEmpty();
  }

  @Test
  void sends_the_old_block_and_the_new_one_and_erases_all_of_them_afterwards() throws Exception {
    when(booth.host.authorise(any()))
        .thenAnswer(
            call -> {
              org.silverteller.host.Request request = call.getArgument(0);
              assertThat(request.service()).isEqualTo(Service.PIN_CHANGE);
              assertThat(request.pinBlock()).contains(booth.blocks.get(0));
              assertThat(request.particulars())
                  .isEqualTo(new Particulars.NewPin(booth.blocks.get(1)));
              assertThat(booth.blocks.get(1).reveal()).isNotEqualTo(new byte[8]);
              return Booth.answered("00", Action.APPROVE, Money.ZERO);
            });
    booth.typesPin().typesPin().typesPin().waits(6);

    change.run();

    assertThat(booth.blocks).hasSize(3).allMatch(PinChangeTest::erased);
  }

  @Test
  void asks_nothing_of_the_bank_when_the_new_pins_differ_three_times() throws Exception {
    blocksThatDiffer();
    for (int entries = 0; entries < 7; entries++) {
      booth.typesPin();
    }
    booth.waits(6);

    assertThat(change.run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Refusal(Reason.PINS_DIFFER, Account.PIN_UNCHANGED, ""));
    verify(booth.host, never()).authorise(any());
    assertThat(booth.blocks.subList(2, 8)).allMatch(PinChangeTest::erased);
  }

  @Test
  void goes_back_to_the_menu_before_the_second_entry_and_erases_the_first() throws Exception {
    booth.typesPin().typesPin().touch(Wish.BACK);

    assertThat(change.run()).isEqualTo(Transaction.Next.MENU);

    verify(booth.host, never()).authorise(any());
    assertThat(erased(booth.blocks.get(1))).isTrue();
    verify(booth.pinPad).close();
  }

  @Test
  void erases_the_new_block_of_whom_leaves_in_between() {
    booth.typesPin().typesPin().press(Key.CANCEL);

    assertThatThrownBy(change::run).isInstanceOf(Cancelled.class);

    assertThat(erased(booth.blocks.get(1))).isTrue();
  }

  @Test
  void says_honestly_that_either_pin_may_hold_when_no_answer_comes_and_owes_a_reversal()
      throws Exception {
    answers(new Reply.Unknown(Reply.Unknown.Cause.SILENCE));
    booth.typesPin().typesPin().typesPin().waits(6);

    assertThat(change.run()).isEqualTo(Transaction.Next.RETURN_CARD);

    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Refusal(Reason.NO_ANSWER, Account.PIN_UNKNOWN, ""));
    assertThat(booth.states()).endsWith(TransactionState.UNANSWERED);
    assertThat(booth.owed())
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.kind()).isEqualTo(Advice.Kind.REVERSAL);
              assertThat(advice.original().service()).isEqualTo(Service.PIN_CHANGE);
            });
  }

  @Test
  void a_weak_pin_leaves_the_old_one_and_another_may_be_tried() throws Exception {
    answers(Booth.answered("63", Action.OTHER_PIN, Money.ZERO));
    booth.typesPin().typesPin().typesPin().waits(6);

    assertThat(change.run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Refusal(Reason.WEAK_PIN, Account.PIN_UNCHANGED, "63"));
    assertThat(booth.owed()).isEmpty();
  }

  @Test
  void a_block_under_old_keys_is_not_sent_again_after_new_ones() throws Exception {
    answers(Booth.answered("99", Action.NEW_KEYS_AND_RETRY, Money.ZERO));
    when(booth.host.signOn()).thenReturn(true);
    booth.typesPin().typesPin().typesPin().waits(6);

    assertThat(change.run()).isEqualTo(Transaction.Next.RETURN_CARD);

    verify(booth.host).signOn();
    verify(booth.host).authorise(any());
    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Refusal(Reason.BANK_UNREACHABLE, Account.PIN_UNCHANGED, "99"));
  }

  private void answers(Reply reply) {
    when(booth.host.authorise(any())).thenReturn(reply);
  }

  private void blocksThatDiffer() throws Exception {
    when(booth.pinPad.pinBlock(any(), any()))
        .thenAnswer(
            call -> {
              PinBlock block =
                  new PinBlock(new byte[] {1, 2, 3, 4, 5, 6, 7, (byte) (1 + booth.blocks.size())});
              booth.blocks.add(block);
              return block;
            });
  }

  private static boolean erased(PinBlock block) {
    return block.sameAs(new PinBlock(new byte[8]));
  }
}
