package org.silverteller.host.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.Pan;
import org.silverteller.card.Track2;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.PinBlock;
import org.silverteller.device.PinPad;
import org.silverteller.host.Access;
import org.silverteller.host.Advice;
import org.silverteller.host.Advice.Kind;
import org.silverteller.host.Advice.Reason;
import org.silverteller.host.CardEntry;
import org.silverteller.host.HostFault;
import org.silverteller.host.Particulars;
import org.silverteller.host.Request;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.host.iso8583.HostConfig.Rules;
import org.silverteller.money.Money;

/** A link, signed on or not, between a scripted host and a mocked PIN pad. */
abstract class LinkBench {

  static final String CARD = "6228480402564890018";
  static final LocalDateTime TEN_FORTY_FIVE = LocalDateTime.of(2026, 11, 23, 10, 45, 12);
  static final int[] ECHO = {2, 3, 4, 7, 11, 12, 13, 18, 25, 32, 33, 37, 41, 42, 49, 60, 90};

  final ScriptedWire wire = new ScriptedWire();
  Iso8583Codec codec = new Iso8583Codec(Dialect.TERMINAL);
  final PinPad pad = mock(PinPad.class);
  final List<String> notes = new ArrayList<>();
  final List<Message> received = new ArrayList<>();
  final AtomicInteger stan = new AtomicInteger(900);
  Iso8583Link link;

  final LineWatch watch =
      new LineWatch() {
        @Override
        public void sent(Message message) {}

        @Override
        public void received(Message message) {
          received.add(message);
        }

        @Override
        public void noted(String what) {
          notes.add(what);
        }
      };

  @BeforeEach
  void padAndLink() throws DeviceFault {
    when(pad.mac(any(), any())).thenAnswer(call -> mac(call.getArgument(1)));
    when(pad.importKey(any(), any()))
        .thenAnswer(call -> Arrays.copyOf(call.<byte[]>getArgument(1), 3));
    link = link(Rules.DEFAULT);
  }

  Iso8583Link link(Rules rules) {
    HostConfig plain = HostConfig.simulation(8583);
    HostConfig config =
        new HostConfig(
            plain.line(), plain.framing(), plain.timing(), plain.security(), plain.codes(), rules);
    return link(config);
  }

  /** Both ends speak another dialect. */
  void speak(Dialect dialect) {
    HostConfig plain = HostConfig.simulation(8583);
    codec = new Iso8583Codec(dialect);
    wire.speak(dialect);
    link =
        link(
            new HostConfig(
                plain.line(),
                new HostConfig.Framing(dialect, "", "", 4_096),
                plain.timing(),
                plain.security(),
                plain.codes(),
                plain.rules()));
  }

  Iso8583Link link(HostConfig config) {
    return new Iso8583Link(
        config,
        new TerminalIdentity("10000001", "102581060110001", "银龄支行 1"),
        wire,
        pad,
        () -> new Stan(stan.incrementAndGet()),
        wire,
        ZoneId.of("Asia/Shanghai"),
        watch);
  }

  static byte[] mac(byte[] data) {
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(data), 8);
    } catch (GeneralSecurityException absent) {
      throw new AssertionError(absent);
    }
  }

  byte[] sealed(Message message) {
    int field = Dialect.TERMINAL.macField(message);
    byte[] bytes = codec.encode(message.toBuilder().set(field, new byte[8]).build());
    byte[] mac = mac(Arrays.copyOf(bytes, bytes.length - 8));
    System.arraycopy(mac, 0, bytes, bytes.length - 8, 8);
    return bytes;
  }

  /** Two double-length keys; the mocked pad takes the first bytes of a key for its check value. */
  static byte[] keys(int wrongAt) {
    byte[] keys = new byte[40];
    for (int i = 0; i < 16; i++) {
      keys[i] = (byte) (i + 1);
      keys[20 + i] = (byte) (i + 101);
    }
    System.arraycopy(keys, 0, keys, 16, 3);
    System.arraycopy(keys, 20, keys, 36, 3);
    if (wrongAt >= 0) {
      keys[wrongAt] ^= 1;
    }
    return keys;
  }

  Message.Builder signOnAnswer(Message asked, String code) {
    return Message.of(Mti.NETWORK_RESPONSE)
        .echo(asked, 11, 41, 42, 60)
        .set(Field.RESPONSE_CODE, code);
  }

  void signOn() throws HostFault {
    wire.host(
        (asked, line) ->
            line.arrive(codec.encode(signOnAnswer(asked, "00").set(Field.KEYS, keys(-1)).build())));
    assertThat(link.signOn()).isTrue();
  }

  Message.Builder answer(Message asked, String code) {
    return Message.of(asked.mti().response())
        .echo(asked, ECHO)
        .set(Field.SETTLEMENT_DATE, "1124")
        .set(Field.RESPONSE_CODE, code);
  }

  void hostAnswers(String code, UnaryOperator<Message.Builder> changed) {
    wire.host((asked, line) -> line.arrive(sealed(changed.apply(answer(asked, code)).build())));
  }

  static Request withdrawal() throws CardFormatException {
    return new Request(
        Service.WITHDRAWAL,
        new Stan(17),
        "112310000017",
        TEN_FORTY_FIVE,
        new Access.Card(Track2.parse(CARD + "=30122010000000123"), CardEntry.STRIPE),
        Optional.of(new PinBlock(new byte[] {1, 2, 3, 4, 5, 6, 7, 8})),
        Money.ofYuan(500),
        Particulars.NONE);
  }

  static Advice advice(Kind kind, Money dispensed, Reason reason, int attempts)
      throws CardFormatException {
    return new Advice(
        kind,
        new Stan(18),
        TEN_FORTY_FIVE.plusMinutes(1),
        new Advice.Original(Service.WITHDRAWAL, new Stan(17), "112310000017", TEN_FORTY_FIVE),
        Pan.of(CARD),
        CardEntry.STRIPE,
        Money.ofYuan(500),
        dispensed,
        reason,
        "A1B2C3",
        "",
        attempts);
  }
}
