package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.InOrder;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Lights;
import org.silverteller.device.Speaker;
import org.silverteller.event.DeviceName;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.Money;
import org.silverteller.page.CashPage;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.page.Page.Question.Asked;
import org.silverteller.page.ProfileId;
import org.silverteller.page.Wish;

class DialogueTest {

  private static final Page MENU = new Page.Menu(List.of(Wish.WITHDRAW, Wish.BALANCE), false);
  private static final Page NOTICE = new Page.Notice(Kind.GOODBYE, Optional.empty());
  private static final Page REFUSAL =
      new Page.Refusal(Page.Refusal.Reason.MACHINE_FAULT, Page.Refusal.Account.NOT_DEBITED, "");

  private final Booth booth = new Booth();
  private final Dialogue dialogue = booth.dialogue;

  @Test
  void asks_whether_more_time_is_wanted_and_then_shows_the_question_again() throws Exception {
    booth.waits(30).touch(Wish.YES).waits(29).touch(Wish.BALANCE);

    assertThat(dialogue.ask(MENU)).isEqualTo(Wish.BALANCE.option());
    assertThat(booth.pages()).containsExactly("menu", "question more-time", "menu");
    verify(booth.speaker).tone(Speaker.Tone.ATTENTION);
    assertThat(booth.secondsPassed()).isEqualTo(59);
  }

  @Test
  void takes_a_key_for_a_wish_for_more_time() throws Exception {
    booth.waits(30).press(Key.D5).touch(Wish.BALANCE);

    assertThat(dialogue.ask(MENU)).isEqualTo(Wish.BALANCE.option());
  }

  @Test
  void ends_when_no_more_time_is_wanted() {
    booth.waits(30).touch(Wish.NO);

    assertThat(endOf(MENU)).isEqualTo(Cancelled.Reason.TIME_OUT);
    assertThat(booth.secondsPassed()).isEqualTo(30);
  }

  @Test
  void ends_when_nobody_answers_whether_more_time_is_wanted() {
    assertThat(endOf(MENU)).isEqualTo(Cancelled.Reason.TIME_OUT);
    assertThat(booth.secondsPassed()).isEqualTo(50);
  }

  @Test
  void ends_by_the_cancel_key_and_by_the_exit_on_the_page() {
    booth.press(Key.CANCEL);
    assertThat(endOf(MENU)).isEqualTo(Cancelled.Reason.CUSTOMER);
    booth.touch(Wish.EXIT);
    assertThat(endOf(MENU)).isEqualTo(Cancelled.Reason.CUSTOMER);
  }

  @Test
  void takes_enter_for_a_confirmation_only_where_one_is_asked_for() throws Exception {
    Page confirm =
        new CashPage.AmountEntry(Money.ofYuan(100), Money.ofYuan(500), Money.ofYuan(50), false);
    booth.press(Key.ENTER);
    assertThat(dialogue.ask(confirm)).isEqualTo(Wish.CONFIRM.option());

    booth.press(Key.D1, Key.ENTER).touch(Wish.WITHDRAW);
    assertThat(dialogue.ask(MENU)).isEqualTo(Wish.WITHDRAW.option());
  }

  @Test
  void agrees_by_yes_alone() throws Exception {
    booth.touch(Wish.YES).touch(Wish.NO);

    assertThat(dialogue.agrees(Asked.RECEIPT)).isTrue();
    assertThat(dialogue.agrees(Asked.RECEIPT)).isFalse();
  }

  @Test
  void shows_help_and_then_the_question_with_all_its_time() throws Exception {
    booth.waits(25).touch(Wish.HELP).touch(Wish.BACK).waits(29).touch(Wish.BALANCE);

    assertThat(dialogue.ask(MENU)).isEqualTo(Wish.BALANCE.option());
    assertThat(booth.pages()).containsExactly("menu", "notice help", "menu");
  }

  @Test
  void leaves_help_up_for_the_idle_time_when_nobody_touches_it_away() throws Exception {
    booth.touch(Wish.HELP).waits(30).touch(Wish.BALANCE);

    assertThat(dialogue.ask(MENU)).isEqualTo(Wish.BALANCE.option());
    assertThat(booth.pages()).containsExactly("menu", "notice help", "menu");
  }

  @Test
  void answers_nothing_by_a_touch_that_was_meant_for_a_page_that_has_gone() throws Exception {
    dialogue.tell(MENU);
    TerminalEvent late = booth.touchOf("withdraw");
    booth.happens(late).happens(new TerminalEvent.Touched(99, 99, 2)).touch(Wish.BALANCE);

    assertThat(dialogue.ask(MENU)).isEqualTo(Wish.BALANCE.option());
    assertThat(booth.allDone()).isTrue();
  }

  @Test
  void passes_on_what_is_no_part_of_the_conversation() throws Exception {
    var host = new TerminalEvent.HostChanged();
    booth.happens(host).press(Key.D1).touch(Wish.BALANCE);

    dialogue.ask(MENU);

    assertThat(booth.aside).containsExactly(host);
  }

  @Test
  void leaves_a_notice_up_for_its_time() {
    dialogue.tellAwhile(NOTICE);

    assertThat(booth.pages()).containsExactly("notice goodbye");
    assertThat(booth.secondsPassed()).isEqualTo(5);
  }

  @Test
  void takes_a_notice_down_when_it_is_touched_away_or_cancelled() {
    booth.waits(1).touch(Wish.EXIT);
    dialogue.tellAwhile(REFUSAL);
    assertThat(booth.secondsPassed()).isEqualTo(1);

    booth.press(Key.CANCEL);
    dialogue.tellAwhile(NOTICE);
    assertThat(booth.secondsPassed()).isEqualTo(1);
  }

  @Test
  void leaves_a_notice_up_whatever_else_happens() {
    var changed = new TerminalEvent.DeviceChanged(DeviceName.CASH_DISPENSER);
    booth.waits(2).happens(changed).press(Key.D1).touch(Wish.ENLARGE).happens(changed);

    dialogue.tellAwhile(NOTICE);

    assertThat(booth.secondsPassed()).isEqualTo(5);
    assertThat(booth.pages()).containsExactly("notice goodbye", "notice goodbye");
    assertThat(booth.look().profile()).isEqualTo(ProfileId.ELDER);
    assertThat(booth.aside).containsExactly(changed, changed);
  }

  @Test
  void swaps_the_language_round_and_keeps_the_profile_open_to_the_card() {
    dialogue.tell(MENU);

    assertThat(dialogue.swaps(booth.touchOf("language"))).isTrue();
    assertThat(booth.look()).isEqualTo(new Look(ProfileId.STANDARD, Language.ENGLISH));
    assertThat(dialogue.swaps(booth.touchOf("language"))).isTrue();
    assertThat(booth.look().language()).isEqualTo(Language.CHINESE);
    assertThat(dialogue.glass().profileChosen()).isFalse();
    assertThat(dialogue.swaps(booth.touchOf("withdraw"))).isFalse();
    assertThat(dialogue.swaps(new TerminalEvent.HostChanged())).isFalse();
  }

  @Test
  void remembers_that_the_customer_chose_a_profile_until_the_customer_is_forgotten() {
    dialogue.tell(MENU);
    dialogue.swaps(booth.touchOf("enlarge"));
    dialogue.swaps(booth.touchOf("language"));
    assertThat(dialogue.look()).isEqualTo(new Look(ProfileId.ELDER, Language.ENGLISH));
    assertThat(dialogue.glass().profileChosen()).isTrue();

    dialogue.forget();

    assertThat(dialogue.look()).isEqualTo(new Look(ProfileId.STANDARD, Language.CHINESE));
    assertThat(dialogue.glass().profileChosen()).isFalse();
  }

  @Test
  void goes_back_to_standard_by_touch() {
    dialogue.tell(MENU);
    dialogue.swaps(booth.touchOf("enlarge"));

    assertThat(dialogue.swaps(booth.touchOf("standard"))).isTrue();

    assertThat(dialogue.look().profile()).isEqualTo(ProfileId.STANDARD);
    assertThat(dialogue.glass().profileChosen()).isTrue();
  }

  @Test
  void reminds_at_one_and_two_thirds_of_the_time_and_then_gives_up() throws Exception {
    assertThat(awaitCash()).isFalse();

    assertThat(booth.secondsPassed()).isEqualTo(60);
    assertThat(booth.shown)
        .extracting(page -> ((Page.Take) page).reminder())
        .containsExactly(0, 1, 2);
    InOrder order = inOrder(booth.lights, booth.speaker);
    order.verify(booth.lights).set(Lights.Place.CASH_EXIT, Lights.Rate.MEDIUM);
    order.verify(booth.speaker).tone(Speaker.Tone.ATTENTION);
    order.verify(booth.speaker, times(2)).tone(Speaker.Tone.WARNING);
    order.verify(booth.lights).set(Lights.Place.CASH_EXIT, Lights.Rate.OFF);
  }

  @Test
  void waits_through_everything_else_until_it_is_taken() {
    var host = new TerminalEvent.HostChanged();
    booth
        .happens(host)
        .happens(new TerminalEvent.CardTaken())
        .touch(Wish.ENLARGE)
        .press(Key.CANCEL)
        .waits(25)
        .happens(new TerminalEvent.NotesTaken());

    assertThat(awaitCash()).isTrue();

    assertThat(booth.secondsPassed()).isEqualTo(25);
    assertThat(booth.aside).containsExactly(host, new TerminalEvent.CardTaken());
    assertThat(booth.look().profile()).isEqualTo(ProfileId.ELDER);
  }

  private boolean awaitCash() {
    return dialogue.awaitTaken(
        new TerminalEvent.NotesTaken(),
        Lights.Place.CASH_EXIT,
        Duration.ofSeconds(60),
        reminder ->
            new Page.Take(
                Page.Take.Thing.CASH, Page.Take.Next.NOTHING, Optional.empty(), reminder));
  }

  @ParameterizedTest
  @EnumSource(names = {"SPEAKER", "SCREEN", "LIGHTS"})
  void goes_on_when_a_device_fails_that_it_can_do_without_and_tells_so(DeviceName device)
      throws Exception {
    var fault = Booth.fault(device, DeviceFault.Kind.OFFLINE);
    switch (device) {
      case SPEAKER -> doThrow(fault).when(booth.speaker).tone(any());
      case SCREEN -> doThrow(fault).when(booth.screen).show(any(), anyLong());
      default -> doThrow(fault).when(booth.lights).set(any(), any());
    }
    booth.happens(new TerminalEvent.NotesTaken());

    assertThat(awaitCash()).isTrue();

    assertThat(booth.aside).isNotEmpty().containsOnly(new TerminalEvent.DeviceChanged(device));
  }

  @Test
  void needs_neither_speaker_nor_lights() {
    when(booth.hardware.speaker()).thenReturn(Optional.empty());
    new GuideLights(Optional.empty(), booth.aside::add).on(Lights.Place.CASH_EXIT);
    booth.happens(new TerminalEvent.NotesTaken());

    assertThat(awaitCash()).isTrue();
    assertThat(booth.aside).isEmpty();
  }

  @Test
  void ends_when_the_keys_cannot_be_opened() throws Exception {
    doThrow(Booth.fault(DeviceName.PIN_PAD, DeviceFault.Kind.OFFLINE))
        .when(booth.pinPad)
        .openKeys();

    assertThatThrownBy(dialogue::openKeys)
        .isInstanceOfSatisfying(
            Cancelled.class,
            end -> assertThat(end.reason()).isEqualTo(Cancelled.Reason.MACHINE_FAULT));
    assertThat(booth.aside).containsExactly(new TerminalEvent.DeviceChanged(DeviceName.PIN_PAD));
  }

  private Cancelled.Reason endOf(Page page) {
    try {
      dialogue.ask(page);
    } catch (Cancelled end) {
      return end.reason();
    }
    throw new AssertionError("an answer came");
  }
}
