package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.silverteller.device.CardReader;
import org.silverteller.device.DeviceFault;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.page.Page.Take.Next;
import org.silverteller.store.Entry;

class SlotReturnTest {

  private static final String MASKED = "622848*********0421";

  private final Booth booth = new Booth();
  private final SlotReturn cardReturn = booth.desk().cardReturn();

  @Test
  void gives_the_card_back() {
    booth.waits(3).happens(new TerminalEvent.CardTaken());

    assertThat(cardReturn.giveBack(MASKED, Next.CASH)).isTrue();

    assertThat(booth.journal()).containsExactly("CARD TAKEN");
    assertThat(booth.pages()).containsExactly("take card then cash");
    assertThat(booth.secondsPassed()).isEqualTo(3);
  }

  @Test
  void keeps_a_card_that_is_not_taken() throws Exception {
    assertThat(cardReturn.giveBack(MASKED, Next.NOTHING)).isFalse();

    verify(booth.reader).retain();
    assertThat(booth.committed).contains(new Entry.Added("cards retained", 1));
    assertThat(booth.journal())
        .containsExactly(
            "CARD RETAINING 622848*********0421", "CARD RETAINED 622848*********0421 NOT TAKEN");
    assertThat(booth.pages()).endsWith("notice card-retained-forgotten");
    assertThat(booth.secondsPassed()).isEqualTo(45 + 5);
  }

  @Test
  void believes_the_reader_that_the_card_is_gone_though_nobody_told() throws Exception {
    when(booth.reader.media()).thenReturn(CardReader.Media.NOT_PRESENT);

    assertThat(cardReturn.giveBack(MASKED, Next.NOTHING)).isTrue();

    verify(booth.reader, never()).retain();
    assertThat(booth.journal()).containsExactly("CARD TAKEN");
  }

  @Test
  void finds_the_card_gone_when_it_is_to_be_kept() throws Exception {
    doThrow(Booth.fault(DeviceName.CARD_READER, DeviceFault.Kind.NO_MEDIA))
        .when(booth.reader)
        .retain();

    cardReturn.keep(MASKED, Kind.CARD_RETAINED_BY_BANK, "BY HOST");

    assertThat(booth.journal()).containsExactly("CARD RETAINING 622848*********0421", "CARD TAKEN");
    assertThat(booth.shown).isEmpty();
  }

  @Test
  void journals_a_card_that_the_reader_cannot_keep() throws Exception {
    doThrow(Booth.fault(DeviceName.CARD_READER, DeviceFault.Kind.UNSUPPORTED))
        .when(booth.reader)
        .retain();

    cardReturn.keep(MASKED, Kind.CARD_RETAINED_BY_BANK, "BY HOST");

    assertThat(booth.journal())
        .containsExactly(
            "CARD RETAINING 622848*********0421",
            "CARD NOT RETAINED 622848*********0421 CARD_READER UNSUPPORTED");
    assertThat(booth.shown).isEmpty();
  }

  @Test
  void tells_of_a_card_that_is_stuck() throws Exception {
    doThrow(Booth.fault(DeviceName.CARD_READER, DeviceFault.Kind.JAMMED))
        .when(booth.reader)
        .eject();

    assertThat(cardReturn.giveBack(MASKED, Next.CASH)).isFalse();

    assertThat(booth.journal()).containsExactly("DEVICE FAULT CARD_READER JAMMED");
    assertThat(booth.pages()).containsExactly("refusal machine-fault");
  }

  @Test
  void gives_back_a_card_that_was_inside_at_the_start() throws Exception {
    booth.happens(new TerminalEvent.CardTaken());

    booth.desk().returnCardFoundInside();

    verify(booth.reader).eject();
    assertThat(booth.journal()).containsExactly("CARD TAKEN");
  }
}
