package org.silverteller.host.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.card.CardFormatException;
import org.silverteller.host.Advice.Kind;
import org.silverteller.host.Advice.Reason;
import org.silverteller.host.AdviceAnswer;
import org.silverteller.host.HostFault;
import org.silverteller.host.iso8583.HostConfig.ReversalStyle;
import org.silverteller.host.iso8583.HostConfig.Rules;
import org.silverteller.money.Money;

class AdviceDeliveryTest extends LinkBench {

  @BeforeEach
  void signedOn() throws HostFault {
    signOn();
  }

  @Test
  void a_reversal_speaks_of_the_original_and_holds_neither_track_nor_pin()
      throws CardFormatException {
    hostAnswers("00", reply -> reply);
    assertThat(link.deliver(advice(Kind.REVERSAL, Money.ZERO, Reason.TIME_OUT, 0)))
        .isEqualTo(new AdviceAnswer(true, "00", false));
    Message sent = wire.last();
    assertThat(sent.mti()).isEqualTo(Mti.REVERSAL_ADVICE);
    assertThat(sent.fields())
        .containsExactly(
            2, 3, 4, 7, 11, 12, 13, 18, 22, 25, 32, 33, 37, 38, 39, 41, 42, 43, 49, 53, 60, 90,
            128);
    assertThat(sent.text(4)).hasValue("000000050000");
    assertThat(sent.text(7)).hasValue("1123104612");
    assertThat(sent.text(12)).hasValue("104512");
    assertThat(sent.text(11)).hasValue("000018");
    assertThat(sent.text(38)).hasValue("A1B2C3");
    assertThat(sent.text(39)).hasValue("01");
    assertThat(sent.text(60)).hasValue("01000001");
    assertThat(sent.text(90))
        .hasValue("0200" + "000017" + "1123104512" + "00000000000" + "00000000000");
  }

  @Test
  void a_repeat_differs_in_its_type_alone() throws CardFormatException {
    hostAnswers("00", reply -> reply);
    link.deliver(advice(Kind.REVERSAL, Money.ZERO, Reason.TIME_OUT, 0));
    Message first = wire.last();
    wire.pass(Duration.ofMinutes(5));
    link.deliver(advice(Kind.REVERSAL, Money.ZERO, Reason.TIME_OUT, 3));
    Message repeat = wire.last();
    assertThat(repeat.mti()).isEqualTo(Mti.REVERSAL_ADVICE_REPEAT);
    assertThat(repeat.fields()).containsExactlyElementsOf(first.fields().boxed().toList());
    first
        .fields()
        .filter(field -> field != 128)
        .forEach(field -> assertThat(repeat.text(field)).isEqualTo(first.text(field)));
  }

  @Test
  void a_short_payment_tells_the_own_bank_the_actual_amount_in_field_95()
      throws CardFormatException {
    hostAnswers("00", reply -> reply);
    link.deliver(advice(Kind.PARTIAL_REVERSAL, Money.ofYuan(200), Reason.AMOUNT_INCORRECT, 0));
    assertThat(wire.last().mti()).isEqualTo(Mti.REVERSAL_ADVICE);
    assertThat(wire.last().text(4)).hasValue("000000050000");
    assertThat(wire.last().text(95)).hasValue("000000020000" + "0".repeat(30));
  }

  @Test
  void a_short_payment_is_a_completion_where_reversals_are_full_only()
      throws CardFormatException, HostFault {
    link = link(new Rules(false, false, ReversalStyle.FULL_ONLY));
    signOn();
    hostAnswers("00", reply -> reply);
    link.deliver(advice(Kind.PARTIAL_REVERSAL, Money.ofYuan(200), Reason.AMOUNT_INCORRECT, 0));
    assertThat(wire.last().mti()).isEqualTo(Mti.FINANCIAL_ADVICE);
    assertThat(wire.last().text(4)).hasValue("000000020000");
    assertThat(wire.last().has(95)).isFalse();
  }

  @Test
  void a_completion_tells_the_actual_amount() throws CardFormatException {
    hostAnswers("00", reply -> reply);
    link.deliver(advice(Kind.COMPLETION, Money.ofYuan(500), Reason.COMPLETED, 0));
    assertThat(wire.last().fields())
        .containsExactly(
            2, 3, 4, 7, 11, 12, 13, 18, 22, 25, 32, 33, 37, 38, 41, 42, 43, 49, 60, 90, 128);
    link.deliver(advice(Kind.COMPLETION, Money.ofYuan(500), Reason.COMPLETED, 1));
    assertThat(wire.last().mti()).isEqualTo(Mti.FINANCIAL_ADVICE_REPEAT);
  }

  @ParameterizedTest
  @CsvSource({
    "00,true,false",
    "12,true,true",
    "22,true,false",
    "25,true,true",
    "94,true,false",
    "96,false,false",
    "05,false,false"
  })
  void settles_on_five_codes_alone(String code, boolean settled, boolean exceptional)
      throws CardFormatException {
    hostAnswers(code, reply -> reply);
    assertThat(link.deliver(advice(Kind.REVERSAL, Money.ZERO, Reason.TIME_OUT, 1)))
        .isEqualTo(new AdviceAnswer(settled, code, exceptional));
  }

  @ParameterizedTest
  @CsvSource({"00,true,false", "57,true,true", "12,true,true", "91,false,false"})
  void a_refused_alert_is_not_told_again(String code, boolean settled, boolean exceptional)
      throws CardFormatException {
    hostAnswers(code, reply -> reply);
    assertThat(link.deliver(advice(Kind.ALERT, Money.ZERO, Reason.SUSPECT, 0)))
        .isEqualTo(new AdviceAnswer(settled, code, exceptional));
  }

  @Test
  void silence_a_wrong_mac_and_another_original_settle_nothing() throws CardFormatException {
    wire.host((asked, line) -> {});
    assertThat(link.deliver(advice(Kind.REVERSAL, Money.ZERO, Reason.TIME_OUT, 1)))
        .isEqualTo(AdviceAnswer.SILENCE);
    hostAnswers("00", reply -> reply.set(90, "0".repeat(42)));
    assertThat(link.deliver(advice(Kind.REVERSAL, Money.ZERO, Reason.TIME_OUT, 1)))
        .isEqualTo(AdviceAnswer.SILENCE);
    wire.host(
        (asked, line) ->
            line.arrive(codec.encode(answer(asked, "00").set(128, new byte[8]).build())));
    assertThat(link.deliver(advice(Kind.REVERSAL, Money.ZERO, Reason.TIME_OUT, 1)))
        .isEqualTo(AdviceAnswer.SILENCE);
  }
}
