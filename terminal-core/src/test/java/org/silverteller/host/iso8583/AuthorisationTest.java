package org.silverteller.host.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.card.CardFormatException;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.PinBlock;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.device.PinPad.PinFormat;
import org.silverteller.event.DeviceName;
import org.silverteller.host.Action;
import org.silverteller.host.Advice.Kind;
import org.silverteller.host.Advice.Reason;
import org.silverteller.host.Details;
import org.silverteller.host.HostFault;
import org.silverteller.host.Particulars;
import org.silverteller.host.Reply;
import org.silverteller.host.Reply.AgeBand;
import org.silverteller.host.Reply.Unknown.Cause;
import org.silverteller.host.Request;
import org.silverteller.host.Service;
import org.silverteller.host.iso8583.HostConfig.ReversalStyle;
import org.silverteller.host.iso8583.HostConfig.Rules;
import org.silverteller.host.iso8583.HostConfig.Security;
import org.silverteller.money.Money;

class AuthorisationTest extends LinkBench {

  @BeforeEach
  void signedOn() throws HostFault {
    signOn();
  }

  @Test
  void sends_every_mandatory_field_of_a_withdrawal() throws CardFormatException {
    hostAnswers("00", reply -> reply);
    link.authorise(withdrawal());
    assertThat(wire.last().fields())
        .containsExactly(
            2, 3, 4, 7, 11, 12, 13, 14, 18, 22, 25, 26, 32, 33, 35, 37, 41, 42, 43, 49, 52, 53, 60,
            64);
    assertThat(wire.last().text(4)).hasValue("000000050000");
    assertThat(wire.last().text(7)).hasValue("1123104512");
    assertThat(wire.last().text(53)).hasValue("2600000000000000");
    byte[] bytes = codec.encode(wire.last());
    assertThat(wire.last().bytes(64)).hasValue(mac(Arrays.copyOf(bytes, bytes.length - 8)));
  }

  @Test
  void a_pin_block_of_sixteen_bytes_goes_into_field_63() throws CardFormatException {
    Request request = withdrawal();
    hostAnswers("00", reply -> reply);
    link.authorise(
        new Request(
            request.service(),
            request.stan(),
            request.rrn(),
            request.time(),
            request.access(),
            Optional.of(new PinBlock(new byte[16])),
            request.amount(),
            Particulars.NONE));
    assertThat(wire.last().has(Field.PIN_DATA)).isFalse();
    assertThat(wire.last().bytes(Field.PRIVATE_63).orElseThrow()).hasSize(18).startsWith('S', 'M');
  }

  @Test
  void an_approval_tells_everything_the_session_needs() throws CardFormatException {
    hostAnswers(
        "00",
        reply ->
            reply
                .set(Field.AUTH_CODE, "A1B2C3")
                .set(Field.ADDITIONAL_DATA, AdditionalData.of(AgeBand.OVER_60).orElseThrow())
                .set(Field.BALANCES, "0001156C0000001000000002156C000000095000"));
    assertThat(link.authorise(withdrawal()))
        .isEqualTo(
            new Reply.Answered(
                "00",
                Action.APPROVE,
                Money.ofYuan(500),
                "A1B2C3",
                "112310000017",
                "1124",
                Optional.of(new Reply.Balances(Money.ofYuan(1000), Money.ofYuan(950))),
                AgeBand.OVER_60,
                Details.NONE));
  }

  @Test
  void a_balance_inquiry_has_no_amount() throws CardFormatException {
    Request asked = withdrawal();
    hostAnswers("00", reply -> reply.set(Field.BALANCES, "0002156D000000000100"));
    Reply reply =
        link.authorise(
            new Request(
                Service.BALANCE,
                asked.stan(),
                asked.rrn(),
                asked.time(),
                asked.access(),
                asked.pinBlock(),
                Money.ZERO,
                Particulars.NONE));
    assertThat(wire.last().has(Field.AMOUNT)).isFalse();
    assertThat(wire.last().text(Field.PROCESSING_CODE)).hasValue("310000");
    assertThat(((Reply.Answered) reply).balance())
        .hasValue(new Reply.Balances(Money.ZERO, Money.ZERO));
  }

  @Test
  void silence_is_unknown_after_the_reply_time_out() throws CardFormatException {
    var before = wire.instant();
    wire.host((asked, line) -> {});
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.Unknown(Cause.SILENCE));
    assertThat(Duration.between(before, wire.instant())).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void a_wrong_mac_is_unknown_and_asks_for_new_keys() throws CardFormatException {
    wire.host(
        (asked, line) -> {
          byte[] bytes = sealed(answer(asked, "00").build());
          bytes[bytes.length - 1] ^= 1;
          line.arrive(bytes);
        });
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.Unknown(Cause.WRONG_MAC));
    assertThat(link.ready()).isFalse();
  }

  @Test
  void a_reply_without_a_mac_is_not_trusted_even_when_it_declines() throws CardFormatException {
    wire.host((asked, line) -> line.arrive(codec.encode(answer(asked, "51").build())));
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.Unknown(Cause.WRONG_MAC));
  }

  @Test
  void an_amount_that_was_not_asked_for_is_not_trusted() throws CardFormatException {
    hostAnswers("00", reply -> reply.set(Field.AMOUNT, "000000500000"));
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.Unknown(Cause.UNTRUSTED));
    hostAnswers("00", reply -> reply.remove(Field.AMOUNT));
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.Unknown(Cause.UNTRUSTED));
    hostAnswers("00", reply -> reply.set(Field.CURRENCY, "840"));
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.Unknown(Cause.UNTRUSTED));
    hostAnswers("00", reply -> reply.remove(Field.RESPONSE_CODE));
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.Unknown(Cause.UNTRUSTED));
  }

  @Test
  void a_partial_approval_counts_only_where_it_is_agreed() throws CardFormatException, HostFault {
    hostAnswers("10", reply -> reply.set(Field.AMOUNT, "000000020000"));
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.Unknown(Cause.UNTRUSTED));
    hostAnswers("10", reply -> reply);
    assertThat(((Reply.Answered) link.authorise(withdrawal())).action()).isEqualTo(Action.UNKNOWN);

    link = link(new Rules(true, false, ReversalStyle.PARTIAL_95));
    signOn();
    hostAnswers("10", reply -> reply.set(Field.AMOUNT, "000000020000"));
    Reply.Answered partly = (Reply.Answered) link.authorise(withdrawal());
    assertThat(partly.approved()).isTrue();
    assertThat(partly.amount()).isEqualTo(Money.ofYuan(200));
    for (String wrong : List.of("000000000000", "000000060000")) {
      hostAnswers("10", reply -> reply.set(Field.AMOUNT, wrong));
      assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.Unknown(Cause.UNTRUSTED));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "11, 000018",
    "41, 10000002",
    "2, 6228480402564890026",
    "7, 1122104512",
    "12, 104513"
  })
  void a_reply_to_another_request_is_dropped_and_the_right_one_still_waited_for(
      int field, String other) throws CardFormatException {
    wire.host(
        (asked, line) -> {
          line.arrive(sealed(answer(asked, "51").set(field, other).build()));
          line.arrive(sealed(answer(asked, "00").build()));
        });
    assertThat(link.authorise(withdrawal()).approved()).isTrue();
    assertThat(notes)
        .anyMatch(note -> note.startsWith("0210 STAN") && note.endsWith("LATE, DROPPED"));
  }

  @Test
  void a_late_reply_does_not_answer_the_next_request() throws CardFormatException {
    wire.host(
        (asked, line) -> line.arrive(Duration.ofSeconds(31), sealed(answer(asked, "00").build())));
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.Unknown(Cause.SILENCE));
    wire.pass(Duration.ofSeconds(2));
    hostAnswers("00", reply -> reply);
    assertThat(link.deliver(advice(Kind.REVERSAL, Money.ZERO, Reason.TIME_OUT, 0)).settled())
        .isTrue();
    assertThat(notes).contains("0210 STAN 000017 LATE, DROPPED");
    assertThat(received).extracting(message -> message.mti().toString()).endsWith("0210", "0430");
  }

  @Test
  void a_replayed_reply_of_another_day_is_refused() throws CardFormatException {
    wire.host(
        (asked, line) ->
            line.arrive(
                sealed(
                    answer(asked, "00")
                        .set(Field.TRANSMISSION_TIME, "1122104512")
                        .set(Field.LOCAL_DATE, "1122")
                        .build())));
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.Unknown(Cause.SILENCE));
  }

  @Test
  void a_reply_that_does_not_say_when_is_refused() throws CardFormatException {
    hostAnswers("00", reply -> reply.remove(7).remove(12).remove(13));
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.Unknown(Cause.SILENCE));
  }

  @Test
  void a_line_that_breaks_tells_whether_anything_left() throws CardFormatException, HostFault {
    wire.breakWhenSending(false);
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.NotSent());
    assertThat(link.ready()).isFalse();
  }

  @Test
  void a_line_that_breaks_half_way_leaves_the_outcome_open() throws CardFormatException {
    wire.breakWhenSending(true);
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.Unknown(Cause.LINE_LOST));
    assertThat(link.ready()).isFalse();
  }

  @Test
  void a_line_that_breaks_while_waiting_leaves_the_outcome_open() throws CardFormatException {
    wire.host((asked, line) -> line.blink());
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.Unknown(Cause.LINE_LOST));
    assertThat(link.ready()).isFalse();
  }

  @Test
  void a_pad_that_makes_no_mac_sends_nothing() throws CardFormatException, DeviceFault {
    doThrow(new DeviceFault(DeviceName.PIN_PAD, DeviceFault.Kind.KEY, "no MAC key"))
        .when(pad)
        .mac(any(), any());
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.NotSent());
    assertThat(link.ready()).isFalse();
    assertThat(notes)
        .containsExactly("0200 STAN 000017 NOT SENT SECURITY: PIN_PAD KEY: no MAC key");
  }

  @Test
  void ten_thousand_damaged_replies_never_move_money_and_never_stop_the_link()
      throws CardFormatException, HostFault {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 10_000; i++) {
      wire.host(
          (asked, line) -> {
            byte[] bytes = sealed(answer(asked, "00").build());
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) random.nextInt(1, 256);
            line.arrive(random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes);
          });
      assertThat(link.authorise(withdrawal())).isInstanceOf(Reply.Unknown.class);
      if (!link.ready()) {
        signOn();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"97, SIGN_ON", "A0, NEW_KEYS_AND_REVERSE", "99, NEW_KEYS_AND_RETRY"})
  void codes_that_speak_of_keys_ask_for_a_new_sign_on(String code, Action action)
      throws CardFormatException {
    hostAnswers(code, reply -> reply);
    assertThat(((Reply.Answered) link.authorise(withdrawal())).action()).isEqualTo(action);
    assertThat(link.ready()).isFalse();
  }

  @Test
  void a_cut_over_is_waited_out() throws CardFormatException, HostFault {
    hostAnswers("90", reply -> reply);
    assertThat(((Reply.Answered) link.authorise(withdrawal())).action()).isEqualTo(Action.WAIT);
    assertThat(link.ready()).isFalse();
    assertThat(link.signOn()).isFalse();
    wire.pass(Duration.ofSeconds(60));
    assertThat(link.ready()).isTrue();
  }

  @Test
  void a_refusal_need_not_tell_the_amount() throws CardFormatException {
    hostAnswers("51", reply -> reply.remove(Field.AMOUNT));
    Reply.Answered reply = (Reply.Answered) link.authorise(withdrawal());
    assertThat(reply.action()).isEqualTo(Action.LOWER_BALANCE);
    assertThat(reply.amount()).isEqualTo(Money.ofYuan(500));
  }

  /** Account type, amount type, currency, C or D, twelve digits. */
  @ParameterizedTest
  @CsvSource({
    "0001156C0000001000000002156C000000095000, 1000.00 950.00",
    "0001156C000000100000,                     1000.00 1000.00",
    "0002156C000000095000,                     950.00 950.00",
    "0001156D0000001000000002156C000000000000, 0.00 0.00",
    "0040156C0000001000000002156C000000095000, 950.00 950.00",
    "0001840C0000001000000002156C000000095000, 950.00 950.00",
    "0001156X0000001000000002156C000000095000, 950.00 950.00",
    "0001156C0000001000000002156C00000009,     1000.00 1000.00",
    "0001156C00000010000:0002156C000000095000, 950.00 950.00",
    "0001156C00000010000/0002156C000000095000, 950.00 950.00",
    "x001156C0000001000000002156C000000095000, 950.00 950.00",
    "0040156C000000100000,                     none",
    "0001840C000000100000,                     none"
  })
  void balances_are_told_as_far_as_they_can_be_read(String field, String told)
      throws CardFormatException {
    hostAnswers("00", reply -> reply.set(Field.BALANCES, field));
    Reply.Answered reply = (Reply.Answered) link.authorise(withdrawal());
    assertThat(
            reply.balance().map(found -> found.ledger() + " " + found.available()).orElse("none"))
        .isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "AB0260,     OVER_60",
    "AB0200,     UNDER_60",
    "AB0299,     UNKNOWN",
    "XY02ZZ,     UNKNOWN",
    "XY02ZZAB0260, OVER_60",
    "AB,         UNKNOWN",
    "AB0260A,    UNKNOWN",
    "AB0360,     UNKNOWN",
    "ab0260,     UNKNOWN",
    "A10260,     UNKNOWN",
    "ABx260,     UNKNOWN",
    "AB0x60,     UNKNOWN"
  })
  void an_age_band_is_told_only_in_a_field_that_reads_as_a_list_of_tags(String field, AgeBand band)
      throws CardFormatException {
    hostAnswers("00", reply -> reply.set(Field.ADDITIONAL_DATA, field.getBytes(Message.GBK)));
    assertThat(((Reply.Answered) link.authorise(withdrawal())).ageBand()).isEqualTo(band);
  }

  @ParameterizedTest
  @CsvSource({"12 13, true", "7, true", "7 13, false", "7 12, false", "41, false"})
  void an_approval_must_say_when_it_was_asked_and_by_which_terminal(String missing, boolean trusted)
      throws CardFormatException {
    hostAnswers(
        "00",
        reply -> {
          for (String field : missing.split(" ")) {
            reply.remove(Integer.parseInt(field));
          }
          return reply;
        });
    assertThat(link.authorise(withdrawal()).approved()).isEqualTo(trusted);
  }

  @Test
  void a_request_that_cannot_be_built_is_not_sent_and_the_keys_stay_good()
      throws CardFormatException {
    Request asked = withdrawal();
    hostAnswers("00", reply -> reply);
    Reply reply =
        link.authorise(
            new Request(
                asked.service(),
                asked.stan(),
                "no twelve characters",
                asked.time(),
                asked.access(),
                asked.pinBlock(),
                asked.amount(),
                Particulars.NONE));
    assertThat(reply).isEqualTo(new Reply.NotSent());
    assertThat(link.ready()).isTrue();
    assertThat(link.authorise(withdrawal()).approved()).isTrue();
  }

  @Test
  void a_clock_that_is_set_back_does_not_make_the_wait_longer() throws CardFormatException {
    wire.host(
        (asked, line) -> {
          line.arrive(sealed(answer(asked, "00").set(Field.STAN, "000018").build()));
          line.clockSetWhenReceiving(Duration.ofHours(-1));
        });
    Duration waited = wire.waited();
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.Unknown(Cause.SILENCE));
    assertThat(wire.waited().minus(waited))
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
  }

  @Test
  void a_pad_that_fails_while_the_reply_is_checked_proves_nothing()
      throws CardFormatException, DeviceFault {
    hostAnswers("00", reply -> reply);
    doAnswer(call -> mac(call.getArgument(1)))
        .doThrow(new DeviceFault(DeviceName.PIN_PAD, DeviceFault.Kind.OFFLINE, ""))
        .when(pad)
        .mac(any(), any());
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.Unknown(Cause.WRONG_MAC));
    assertThat(notes).contains("0210 STAN 000017 MAC NOT CHECKED SECURITY: PIN_PAD OFFLINE");
  }

  @Test
  void sm4_is_told_in_the_field_of_security_control() throws CardFormatException, HostFault {
    HostConfig plain = HostConfig.simulation(8583);
    link =
        link(
            new HostConfig(
                plain.line(),
                plain.framing(),
                plain.timing(),
                new Security(MacAlgorithm.SM4_CMAC, PinFormat.ISO_0_SM4),
                plain.codes(),
                plain.rules()));
    signOn();
    hostAnswers("00", reply -> reply);
    link.authorise(withdrawal());
    assertThat(wire.last().text(Field.SECURITY_CONTROL)).hasValue("2000000000000000");
  }
}
