package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.silverteller.card.Pan;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Lights;
import org.silverteller.device.PinBlock;
import org.silverteller.device.PinPad.PinFormat;
import org.silverteller.event.DeviceName;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.page.Page;

class PinQuestionTest {

  private static final Pan PAN = Booth.track2().pan();

  private final Booth booth = new Booth();
  private final PinQuestion question =
      new PinQuestion(booth.dialogue, Booth.rules(new PinRules(4, 6, 3, false)));

  @Test
  void lights_the_way_to_the_pad_while_the_pin_is_typed() throws Exception {
    booth.typesPin();

    question.ask(PAN, Optional.empty());

    var order = inOrder(booth.pinPad, booth.lights);
    order.verify(booth.pinPad).openPin(4, 6);
    order.verify(booth.lights).set(Lights.Place.PIN_PAD, Lights.Rate.MEDIUM);
    order.verify(booth.lights).set(Lights.Place.PIN_PAD, Lights.Rate.OFF);
    order.verify(booth.pinPad).pinBlock(PAN, PinFormat.ISO_0_TDES);
    order.verify(booth.pinPad).openKeys();
  }

  @Test
  void takes_enter_only_after_enough_digits_and_shows_no_more_than_there_may_be() throws Exception {
    booth
        .press(Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.ENTER)
        .press(Key.CLEAR, Key.HIDDEN, Key.ENTER)
        .press(Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.D5)
        .press(Key.ENTER);

    question.ask(PAN, Optional.of(2));

    assertThat(booth.allDone()).isTrue();
    assertThat(booth.shown)
        .extracting(page -> ((Page.PinEntry) page).typed())
        .containsExactly(0, 1, 2, 3, 3, 0, 1, 1, 2, 3, 4, 5, 6, 6, 6);
    assertThat(booth.shown)
        .allSatisfy(page -> assertThat(((Page.PinEntry) page).triesLeft()).contains(2));
  }

  @Test
  void gives_a_block_that_is_held_once_and_asks_anew_for_the_next() throws Exception {
    booth.typesPin();
    question.ask(PAN, Optional.empty());
    PinBlock first = question.take(PAN);
    booth.typesPin();

    PinBlock second = question.take(PAN);

    assertThat(booth.blocks).containsExactly(first, second);
    assertThat(booth.allDone()).isTrue();
  }

  @Test
  void erases_a_block_that_nobody_took() throws Exception {
    booth.typesPin();
    question.ask(PAN, Optional.empty());

    question.forget();

    assertThat(booth.blocks.get(0).reveal()).containsOnly(0);
    booth.typesPin();
    assertThat(question.take(PAN)).isSameAs(booth.blocks.get(1));
    question.forget();
    assertThat(booth.blocks.get(1).reveal()).doesNotContain(0);
  }

  @Test
  void ends_when_the_pad_fails() throws Exception {
    booth.typesPin();
    when(booth.pinPad.pinBlock(any(), any()))
        .thenThrow(Booth.fault(DeviceName.PIN_PAD, DeviceFault.Kind.KEY));

    assertThatThrownBy(() -> question.ask(PAN, Optional.empty()))
        .isInstanceOfSatisfying(
            Cancelled.class,
            end -> assertThat(end.reason()).isEqualTo(Cancelled.Reason.MACHINE_FAULT));
    assertThat(booth.aside).containsExactly(new TerminalEvent.DeviceChanged(DeviceName.PIN_PAD));
  }
}
