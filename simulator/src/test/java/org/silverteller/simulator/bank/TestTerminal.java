package org.silverteller.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.device.PinPad.PinFormat;
import org.silverteller.host.iso8583.Dialect;
import org.silverteller.host.iso8583.Field;
import org.silverteller.host.iso8583.Iso8583Codec;
import org.silverteller.host.iso8583.MacBlock;
import org.silverteller.host.iso8583.MalformedMessage;
import org.silverteller.host.iso8583.Message;
import org.silverteller.host.iso8583.Mti;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.Outgoing.Sent;
import org.silverteller.simulator.crypto.KeyCipher;
import org.silverteller.simulator.crypto.MacCalculator;
import org.silverteller.simulator.crypto.PinBlockFormat0;
import org.silverteller.simulator.hardware.MasterKey;
import org.silverteller.simulator.hardware.VirtualCard;

/** Speaks to a bank as a terminal does, with real bytes and real keys, and checks what it says. */
final class TestTerminal {

  static final String ID = "SH010001";
  private static final String ACCEPTOR = "102290060110001";

  private final Function<byte[], List<Outgoing>> line;
  private final Iso8583Codec codec;
  private final MacAlgorithm algorithm;
  private final String id;
  private final MasterKey master;
  private byte[] pinKey = new byte[0];
  private byte[] macKey = new byte[0];
  private int stan;

  TestTerminal(VirtualBank bank) {
    this(bank::receive, ID, Dialect.TERMINAL, MacAlgorithm.X9_19, MasterKey.TEST);
  }

  TestTerminal(
      Function<byte[], List<Outgoing>> line,
      String id,
      Dialect dialect,
      MacAlgorithm algorithm,
      MasterKey master) {
    this.line = line;
    this.id = id;
    this.codec = new Iso8583Codec(dialect);
    this.algorithm = algorithm;
    this.master = master;
  }

  static TestTerminal signedOn(VirtualBank bank) {
    TestTerminal terminal = new TestTerminal(bank);
    assertThat(terminal.signOn()).isEqualTo("00");
    return terminal;
  }

  /** Signs on and takes the keys. */
  String signOn() {
    Message reply = open(line.apply(codec.encode(signOnMessage())));
    reply.bytes(Field.KEYS).ifPresent(this::takeKeys);
    return code(reply);
  }

  Message signOnMessage() {
    return Message.of(Mti.NETWORK_REQUEST)
        .set(Field.STAN, nextStan())
        .set(Field.TERMINAL_ID, id)
        .set(Field.ACCEPTOR_ID, ACCEPTOR)
        .set(Field.REASON, "00000001001")
        .build();
  }

  void takeKeys(byte[] field) {
    pinKey = key(field, 0);
    macKey = key(field, 20);
  }

  /** A key of field 62, its check value compared. */
  private byte[] key(byte[] field, int from) {
    KeyCipher cipher = master.cipher();
    byte[] key = cipher.decrypt(master.bytes(), Arrays.copyOfRange(field, from, from + 16));
    assertThat(cipher.checkValue(key)).isEqualTo(Arrays.copyOfRange(field, from + 16, from + 19));
    return key;
  }

  Message withdrawal(VirtualCard card, String pin, long yuan) {
    return request(card, pin, "010000")
        .set(Field.AMOUNT, ReplyWriter.digits(Money.ofYuan(yuan)))
        .build();
  }

  Message withdrawal(VirtualCard card, long yuan) {
    return withdrawal(card, card.pin(), yuan);
  }

  Message deposit(VirtualCard card, long yuan) {
    return request(card, card.pin(), "210000")
        .set(Field.AMOUNT, ReplyWriter.digits(Money.ofYuan(yuan)))
        .build();
  }

  Message inquiry(VirtualCard card) {
    return request(card, card.pin(), "310000").build();
  }

  private Message.Builder request(VirtualCard card, String pin, String processing) {
    String number = nextStan();
    Message.Builder request =
        Message.of(Mti.FINANCIAL_REQUEST)
            .set(Field.PAN, card.pan().reveal())
            .set(Field.PROCESSING_CODE, processing)
            .set(Field.TRANSMISSION_TIME, "1123100000")
            .set(Field.STAN, number)
            .set(Field.LOCAL_TIME, "100000")
            .set(Field.LOCAL_DATE, "1123")
            .set(Field.EXPIRY, card.expiry())
            .set(Field.MERCHANT_TYPE, "6011")
            .set(Field.ENTRY_MODE, "021")
            .set(Field.CONDITION, "02")
            .set(Field.PIN_CAPTURE, "12")
            .set(Field.ACQUIRER, "01022900")
            .set(Field.FORWARDER, "01022900")
            .set(Field.TRACK_2, card.track2().reveal())
            .set(Field.RRN, "112310" + number)
            .set(Field.TERMINAL_ID, id)
            .set(Field.ACCEPTOR_ID, ACCEPTOR)
            .set(Field.ACCEPTOR_NAME, "Nanjing Road East")
            .set(Field.CURRENCY, "156")
            .set(Field.SECURITY_CONTROL, "2600000000000000")
            .set(Field.REASON, "00000001");
    boolean sm4 = master.cipher() == KeyCipher.SM4;
    PinFormat format = sm4 ? PinFormat.ISO_0_SM4 : PinFormat.ISO_0_TDES;
    byte[] block =
        pinKey.length == 0
            ? new byte[sm4 ? 16 : 8]
            : PinBlockFormat0.encrypt(pin.toCharArray(), card.pan(), format, pinKey).reveal();
    return sm4 ? request.set(Field.PRIVATE_63, usage(block)) : request.set(Field.PIN_DATA, block);
  }

  private static byte[] usage(byte[] block) {
    byte[] field = new byte[block.length + 2];
    field[0] = 'S';
    field[1] = 'M';
    System.arraycopy(block, 0, field, 2, block.length);
    return field;
  }

  Message reversal(Message original) {
    return advice(Mti.REVERSAL_ADVICE, original, "01");
  }

  Message repeat(Message reversal) {
    Message.Builder again = Message.of(Mti.REVERSAL_ADVICE_REPEAT);
    reversal.fields().forEach(field -> again.echo(reversal, field));
    return again.build();
  }

  Message partialReversal(Message original, long paidYuan) {
    return advice(Mti.REVERSAL_ADVICE, original, "10").toBuilder()
        .set(Field.REPLACEMENT_AMOUNTS, ReplyWriter.digits(Money.ofYuan(paidYuan)) + "0".repeat(30))
        .build();
  }

  Message completion(Message original, long paidYuan) {
    return advice(Mti.FINANCIAL_ADVICE, original, "00").toBuilder()
        .set(Field.AMOUNT, ReplyWriter.digits(Money.ofYuan(paidYuan)))
        .build();
  }

  Message unknownOutcome(Message original) {
    return advice(Mti.FINANCIAL_ADVICE, original, "20");
  }

  private Message advice(Mti mti, Message original, String reason) {
    return Message.of(mti)
        .echo(original, 2, 3, 4, 12, 13, 18, 22, 25, 32, 33, 37, 41, 42, 43, 49)
        .set(Field.TRANSMISSION_TIME, "1123100130")
        .set(Field.STAN, nextStan())
        .set(Field.REASON, reason + "000001")
        .set(
            Field.ORIGINAL,
            "0200"
                + original.text(Field.STAN).orElseThrow()
                + original.text(Field.TRANSMISSION_TIME).orElseThrow()
                + "00001022900"
                + "00001022900")
        .build();
  }

  byte[] sealed(Message message) {
    int field = codec.dialect().macField(message);
    Message roomy = message.toBuilder().set(field, new byte[8]).build();
    byte[] block = MacBlock.of(codec.dialect(), roomy, codec.encode(roomy));
    return codec.encode(
        roomy.toBuilder().set(field, MacCalculator.mac(algorithm, macKey, block)).build());
  }

  List<Outgoing> send(Message message) {
    return line.apply(sealed(message));
  }

  /** Sends it under its MAC; the only reply, whose MAC and echo are right. */
  Message ask(Message message) {
    List<Outgoing> outgoing = send(message);
    Message reply = open(outgoing);
    assertThat(macHolds(outgoing)).as("MAC of the reply").isTrue();
    assertThat(reply.mti()).isEqualTo(message.mti().response());
    for (int field : new int[] {Field.STAN, Field.TERMINAL_ID, Field.RRN}) {
      assertThat(reply.text(field)).as(Field.name(field)).isEqualTo(message.text(field));
    }
    assertThat(reply.has(Field.PIN_DATA) || reply.has(Field.TRACK_2)).isFalse();
    return reply;
  }

  /** The response code of the reply. */
  String answer(Message message) {
    return code(ask(message));
  }

  Message open(List<Outgoing> outgoing) {
    assertThat(outgoing).hasSize(1);
    return open(outgoing.get(0));
  }

  Message open(Outgoing outgoing) {
    try {
      return codec.decode(((Sent) outgoing).message());
    } catch (MalformedMessage broken) {
      throw new AssertionError(broken);
    }
  }

  boolean macHolds(List<Outgoing> outgoing) {
    byte[] bytes = ((Sent) outgoing.get(0)).message();
    Message message = open(outgoing.get(0));
    Optional<byte[]> mac = message.bytes(codec.dialect().macField(message));
    byte[] block = MacBlock.of(codec.dialect(), message, bytes);
    return mac.isPresent() && Arrays.equals(mac.get(), MacCalculator.mac(algorithm, macKey, block));
  }

  Iso8583Codec codec() {
    return codec;
  }

  static String code(Message reply) {
    return reply.text(Field.RESPONSE_CODE).orElse("");
  }

  TransactionId id(Message request) {
    return new TransactionId(
        id,
        Integer.parseInt(request.text(Field.STAN).orElseThrow()),
        Long.parseLong(request.text(Field.TRANSMISSION_TIME).orElseThrow()));
  }

  private String nextStan() {
    stan++;
    return String.format(Locale.ROOT, "%06d", stan);
  }
}
