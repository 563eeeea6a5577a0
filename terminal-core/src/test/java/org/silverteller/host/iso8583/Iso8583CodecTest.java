package org.silverteller.host.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silverteller.host.iso8583.Samples.hex;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class Iso8583CodecTest {

  private static final int MUTATIONS = 100_000;

  private final Iso8583Codec codec = new Iso8583Codec(Dialect.TERMINAL);

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_hundred_thousand_damaged_messages_raise_nothing_but_its_own_exception(Dialect dialect) {
    Iso8583Codec any = new Iso8583Codec(dialect);
    List<byte[]> whole =
        List.of(
            any.encode(Samples.withdrawal()),
            any.encode(Samples.reversal()),
            any.encode(Samples.approval()),
            any.encode(Samples.keys()));
    SplittableRandom random = new SplittableRandom(8583);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] damaged = damaged(whole.get(i % whole.size()), random);
      try {
        Message message = any.decode(damaged);
        assertThat(any.encode(message)).isEqualTo(damaged);
      } catch (MalformedMessage expected) {
        refused++;
      }
    }
    assertThat(refused).isBetween(MUTATIONS / 4, MUTATIONS);
  }

  private static byte[] damaged(byte[] whole, SplittableRandom random) {
    byte[] bytes =
        switch (random.nextInt(4)) {
          case 0 -> Arrays.copyOf(whole, random.nextInt(whole.length + 1));
          case 1 -> Arrays.copyOf(whole, whole.length + random.nextInt(1, 40));
          default -> whole.clone();
        };
    int flips = random.nextInt(4);
    for (int i = 0; i < flips && bytes.length > 0; i++) {
      int area = random.nextInt(3) == 0 ? Math.min(20, bytes.length) : bytes.length;
      bytes[random.nextInt(area)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  @Property
  void whatever_is_encoded_comes_back(@ForAll("messages") Message message) throws MalformedMessage {
    for (Dialect dialect : Dialect.values()) {
      Iso8583Codec any = new Iso8583Codec(dialect);
      assertThat(any.decode(any.encode(message))).isEqualTo(message);
    }
  }

  @Provide
  Arbitrary<Message> messages() {
    return Arbitraries.of(Mti.values())
        .flatMap(
            mti ->
                Arbitraries.integers()
                    .between(2, 128)
                    .filter(number -> Dialect.TERMINAL.format(number).isPresent())
                    .set()
                    .ofMinSize(1)
                    .ofMaxSize(12)
                    .flatMap(
                        numbers ->
                            Arbitraries.longs()
                                .map(
                                    seed -> {
                                      SplittableRandom random = new SplittableRandom(seed);
                                      Message.Builder message = Message.of(mti);
                                      numbers.forEach(
                                          number ->
                                              put(
                                                  message,
                                                  Dialect.TERMINAL.format(number).orElseThrow(),
                                                  random));
                                      return message.build();
                                    })));
  }

  private static void put(Message.Builder message, FieldFormat format, SplittableRandom random) {
    int length = format.fixed() ? format.length() : random.nextInt(1, format.length() + 1);
    switch (format.content()) {
      case BYTES -> {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        message.set(format.number(), bytes);
      }
      case TEXT ->
          message.set(
              format.number(), pick("AZ az09.,-银行龄", Math.max(1, length / 2), random).strip());
      case TRACK -> message.set(format.number(), pick("0123456789=", length, random));
      case DIGITS -> message.set(format.number(), pick("0123456789", length, random));
    }
    if (message.build().text(format.number()).orElseThrow().isEmpty()) {
      message.set(format.number(), "x");
    }
  }

  private static String pick(String alphabet, int length, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a digit that is none,         0800 0020 0000 0000 0000 00001A,                                field 11",
    "a separator in a PAN,         0800 4000 0000 0000 0000 13 622848040256D0,                     field 2",
    "a filling that is not zero,   0800 4000 0000 0000 0000 13 62284804025645,                     field 2",
    "a length that is no number,   0800 4000 0000 0000 0000 0D 62284804025640,                     field 2",
    "a length too long,            0800 4000 0000 0000 0000 21 6228480402564000000000,             field 2",
    "an empty variable field,      0800 4000 0000 0000 0000 00,                                    field 2",
    "an unknown type,              0300 0020 0000 0000 0000 000017,                                MTI 0300",
    "a field of no dialect,        0800 0100 0000 0000 0000 000000000000,                          field 8",
    "a second bitmap with nothing, 0800 8020 0000 0000 0000 0000 0000 0000 0000 000017,            bitmap",
    "bytes left over,              0800 0020 0000 0000 0000 000017 00,                             1 bytes left over",
    "a field cut off,              0800 0020 0000 0000 0000 0000,                                  cut off",
    "a control character,          0800 0000 0000 0200 0000 310A,                                  field 39",
    "half a Chinese character,     0800 0000 0000 0200 0000 31D2,                                  field 39",
  })
  void refuses(String what, String hex, String place) {
    assertThatThrownBy(() -> codec.decode(hex(hex)))
        .as(what)
        .isInstanceOf(MalformedMessage.class)
        .hasMessageContaining(place);
  }

  @ParameterizedTest
  @CsvSource({
    "2,62284804025648900181",
    "2,''",
    "3,01000",
    "4,-00000050000",
    "35,6228=1A",
    "39,001",
    "43,a\u0007b",
    "43,\uD83D\uDE00",
    "8,1"
  })
  void refuses_to_encode_what_does_not_fit_and_names_the_field(int field, String value) {
    Message message = Message.of(Mti.FINANCIAL_REQUEST).set(field, value).build();
    assertThatThrownBy(() -> codec.encode(message))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("field " + field + " ");
  }

  @Test
  void refuses_text_where_bytes_belong_and_the_other_way_round() {
    assertThatThrownBy(
            () ->
                codec.encode(
                    Message.of(Mti.FINANCIAL_REQUEST).set(Field.PIN_DATA, "12345678").build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found text, expected bytes");
    assertThatThrownBy(
            () ->
                codec.encode(
                    Message.of(Mti.FINANCIAL_REQUEST)
                        .set(Field.RESPONSE_CODE, new byte[2])
                        .build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found bytes, expected text");
  }

  @Test
  void a_message_never_changes_through_what_it_hands_out() {
    byte[] pin = hex("1122334455667788");
    Message message = Message.of(Mti.FINANCIAL_REQUEST).set(Field.PIN_DATA, pin).build();
    pin[0] = 0;
    message.bytes(Field.PIN_DATA).orElseThrow()[1] = 0;
    assertThat(message.bytes(Field.PIN_DATA)).hasValue(hex("1122334455667788"));
  }

  @Test
  void a_missing_field_is_named() {
    assertThatThrownBy(() -> Samples.keys().required(Field.AMOUNT))
        .isInstanceOf(MalformedMessage.class)
        .hasMessage("0810 without field 4 (amount, transaction)");
  }

  @Test
  void every_request_has_its_response() {
    assertThat(Mti.FINANCIAL_REQUEST.response()).isEqualTo(Mti.FINANCIAL_RESPONSE);
    assertThat(Mti.REVERSAL_ADVICE_REPEAT.response()).isEqualTo(Mti.REVERSAL_ADVICE_RESPONSE);
    assertThat(Mti.FINANCIAL_ADVICE_REPEAT.response()).isEqualTo(Mti.FINANCIAL_ADVICE_RESPONSE);
    assertThat(Mti.NETWORK_ADVICE.response()).isEqualTo(Mti.NETWORK_ADVICE_RESPONSE);
    assertThatThrownBy(Mti.FINANCIAL_RESPONSE::response).isInstanceOf(IllegalStateException.class);
  }
}
