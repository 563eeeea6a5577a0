package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.silverteller.card.CardProduct;
import org.silverteller.card.CardScheme;
import org.silverteller.card.Track2;
import org.silverteller.device.CardReader;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Lights;
import org.silverteller.event.DeviceName;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.Action;
import org.silverteller.money.Money;
import org.silverteller.page.Language;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Busy.Work;
import org.silverteller.page.Wish;

class CustomerSessionTest {

  private static final CardProduct VISA =
      new CardProduct(CardScheme.VISA, CardProduct.Issuer.FOREIGN, false);

  private final Booth booth = new Booth();
  private final Track2 track2 = Booth.track2();

  @Test
  void gives_a_card_back_that_is_not_accepted_here() throws Exception {
    when(booth.cards.productOf(any())).thenReturn(Optional.empty());
    booth.waits(5).happens(new TerminalEvent.CardTaken());

    serve();

    assertThat(booth.pages())
        .containsExactly(
            "busy reading-card", "refusal card-not-accepted", "take card", "notice goodbye");
    assertThat(booth.journal())
        .containsExactly("CARD INSERTED  PAN 622848*********0421", "CARD TAKEN", "TRANSACTION END");
    assertThat(track2.erased()).isTrue();
  }

  @Test
  void closes_the_slot_before_it_reads() throws Exception {
    booth.press(Key.CANCEL).happens(new TerminalEvent.CardTaken());

    serve();

    var order = inOrder(booth.reader);
    order.verify(booth.reader).accept(false);
    order.verify(booth.reader).readTrack2();
    order.verify(booth.reader).eject();
  }

  @Test
  void forgets_track_and_pin_and_darkens_the_lights_when_the_customer_leaves() throws Exception {
    booth.typesPin().touch(Wish.EXIT).happens(new TerminalEvent.CardTaken());

    serve();

    assertThat(track2.erased()).isTrue();
    assertThat(booth.blocks).singleElement().satisfies(b -> assertThat(b.reveal()).containsOnly(0));
    verify(booth.lights).set(Lights.Place.RECEIPT, Lights.Rate.OFF);
    assertThat(booth.journal())
        .containsExactly(
            "CARD INSERTED  PAN 622848*********0421",
            "PIN ENTERED",
            "CANCELLED BY CUSTOMER",
            "CARD TAKEN",
            "TRANSACTION END");
  }

  @Test
  void darkens_the_light_at_the_pad_when_the_customer_leaves_while_typing() throws Exception {
    booth.press(Key.HIDDEN, Key.CANCEL).happens(new TerminalEvent.CardTaken());

    serve();

    var order = inOrder(booth.lights);
    order.verify(booth.lights).set(Lights.Place.PIN_PAD, Lights.Rate.MEDIUM);
    order.verify(booth.lights).set(Lights.Place.PIN_PAD, Lights.Rate.OFF);
  }

  @Test
  void tells_that_a_device_failed_and_gives_the_card_back() throws Exception {
    doThrow(Booth.fault(DeviceName.PIN_PAD, DeviceFault.Kind.OFFLINE))
        .when(booth.pinPad)
        .openPin(anyInt(), anyInt());
    booth.waits(5).happens(new TerminalEvent.CardTaken());

    serve();

    assertThat(booth.pages())
        .containsExactly(
            "busy reading-card", "refusal machine-fault", "take card", "notice goodbye");
    assertThat(booth.journal()).contains("CANCELLED BY MACHINE FAULT");
  }

  @Test
  void says_nothing_of_a_fault_to_a_customer_who_went_away() throws Exception {
    booth.typesPin().waits(50);

    serve();

    assertThat(booth.pages()).doesNotContain("refusal machine-fault");
    assertThat(booth.journal()).contains("CANCELLED BY TIME OUT");
  }

  @Test
  void opens_the_keys_before_anything_is_asked() throws Exception {
    booth.press(Key.CANCEL);

    serve();

    var order = inOrder(booth.pinPad);
    order.verify(booth.pinPad).openKeys();
    order.verify(booth.pinPad).openPin(4, 12);
  }

  @Test
  void asks_a_foreign_customer_for_the_language_and_tells_the_limit() throws Exception {
    when(booth.cards.productOf(any())).thenReturn(Optional.of(VISA));
    booth.touch("language-en").waits(5).press(Key.CANCEL);

    serve();

    assertThat(booth.shown)
        .contains(
            new Page.LanguageChoice(List.of(Language.CHINESE, Language.ENGLISH)),
            new Page.Notice(Page.Notice.Kind.FOREIGN_LIMIT, Optional.of(Money.ofYuan(3000))));
    assertThat(booth.look().language()).isEqualTo(Language.ENGLISH);
  }

  @Test
  void says_that_big_print_was_opened_by_the_card() throws Exception {
    when(booth.cards.productOf(any()))
        .thenReturn(
            Optional.of(new CardProduct(CardScheme.UNIONPAY, CardProduct.Issuer.OWN, true)));
    booth.waits(2).press(Key.CANCEL);

    serve();

    assertThat(booth.shown).contains(new Page.Busy(Work.OPENING_BIG_PRINT));
    assertThat(booth.pages()).containsSubsequence("busy opening-big-print", "pin-entry");
  }

  @Test
  void offers_small_notes_while_there_are_some() throws Exception {
    booth.typesPin().press(Key.CANCEL);

    serve();

    assertThat(booth.shown)
        .contains(
            new Page.Menu(
                List.of(Wish.WITHDRAW, Wish.BALANCE, Wish.SMALL_NOTES, Wish.MORE), false));
  }

  @Test
  void offers_no_small_notes_when_there_are_none() throws Exception {
    booth.holds(Booth.unit("CASS1", 100, 100), Booth.unit("CASS2", 50, 0));
    booth.typesPin().press(Key.CANCEL);

    serve();

    assertThat(booth.shown)
        .contains(
            new Page.Menu(List.of(Wish.WITHDRAW, Wish.BALANCE, Wish.TRANSFER, Wish.MORE), false));
  }

  @Test
  void ends_when_the_units_cannot_be_read() throws Exception {
    when(booth.dispenser.cashUnits())
        .thenThrow(Booth.fault(DeviceName.CASH_DISPENSER, DeviceFault.Kind.OFFLINE));
    booth.typesPin();

    serve();

    assertThat(booth.journal()).contains("CANCELLED BY MACHINE FAULT");
    assertThat(booth.aside).contains(new TerminalEvent.DeviceChanged(DeviceName.CASH_DISPENSER));
  }

  @Test
  void keeps_the_card_and_says_good_bye_when_the_bank_wants_it() throws Exception {
    when(booth.host.authorise(any())).thenReturn(Booth.answered("41", Action.CAPTURE, Money.ZERO));
    booth.typesPin().touch(Wish.BALANCE);

    serve();

    verify(booth.reader).retain();
    verify(booth.reader, never()).eject();
    assertThat(booth.pages())
        .endsWith("busy asking-bank", "notice card-retained-by-bank", "notice goodbye");
  }

  @Test
  void gives_an_unreadable_card_back() throws Exception {
    when(booth.reader.readTrack2())
        .thenThrow(Booth.fault(DeviceName.CARD_READER, DeviceFault.Kind.UNREADABLE));
    when(booth.reader.media()).thenReturn(CardReader.Media.INSIDE);
    booth.waits(5).happens(new TerminalEvent.CardTaken());

    new CustomerSession(booth.desk()).run();

    verify(booth.reader).eject();
    assertThat(booth.pages())
        .containsExactly(
            "busy reading-card", "refusal card-unreadable", "take card", "notice goodbye");
    assertThat(booth.journal())
        .containsExactly("DEVICE FAULT CARD_READER UNREADABLE", "CARD TAKEN", "TRANSACTION END");
  }

  @Test
  void ejects_nothing_when_no_card_is_inside() throws Exception {
    when(booth.reader.readTrack2())
        .thenThrow(Booth.fault(DeviceName.CARD_READER, DeviceFault.Kind.NO_MEDIA));
    when(booth.reader.media()).thenReturn(CardReader.Media.NOT_PRESENT);

    new CustomerSession(booth.desk()).run();

    verify(booth.reader, never()).eject();
  }

  private void serve() throws DeviceFault {
    when(booth.reader.readTrack2()).thenReturn(track2);
    new CustomerSession(booth.desk()).run();
  }
}
