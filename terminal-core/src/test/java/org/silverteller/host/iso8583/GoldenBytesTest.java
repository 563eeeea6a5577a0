package org.silverteller.host.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silverteller.host.iso8583.Samples.hex;

import org.junit.jupiter.api.Test;

/**
 * Bytes written down by hand, so that a mistake made alike in both directions cannot cancel out.
 */
class GoldenBytesTest {

  private static final String TERMINAL_WITHDRAWAL =
      "0200"
          // 2 3 4 7 | 11 12 13 14 | 18 22 | 25 26 32 | 33 35 37 | 41 42 43 | 49 52 53 | 60 64
          + "723C 44C1 A8E0 9811"
          + "19 6228480402564890018 0"
          + "010000"
          + "000000050000"
          + "1123104512"
          + "000017"
          + "104512"
          + "1123"
          + "3012"
          + "6011"
          + "0210"
          + "02"
          + "12"
          + "08 01025810"
          + "09 010258100 0"
          + "37 6228480402564890018D30122010000000123 0"
          + "313132333130303030303137"
          + "3130303030303031"
          + "313032353831303630313130303031"
          + "D2F8C1E4D6A7D0D02031 2020202020202020202020202020202020202020202020202020202020 20"
          + "313536"
          + "1122334455667788"
          + "2600000000000000"
          + "0008 00000001"
          + "A1A2A3A4A5A6A7A8";

  private static final String TERMINAL_REVERSAL =
      "0420"
          // 1 2 3 4 7 | 11 12 13 | 18 22 | 25 32 | 33 37 38 39 | 41 42 43 | 49 53 | 60 ; 90 95 128
          + "F238 4481 8EE0 8810 0000 0042 0000 0001"
          + "19 6228480402564890018 0"
          + "010000"
          + "000000050000"
          + "1123104612"
          + "000018"
          + "104512"
          + "1123"
          + "6011"
          + "0210"
          + "02"
          + "08 01025810"
          + "09 010258100 0"
          + "313132333130303030303137"
          + "413142324333"
          + "3031"
          + "3130303030303031"
          + "313032353831303630313130303031"
          + "D2F8C1E4D6A7D0D02031 2020202020202020202020202020202020202020202020202020202020 20"
          + "313536"
          + "2600000000000000"
          + "0008 01000001"
          + "020000001711231045120000102581000001025810"
          + "303030303030303230303030"
          + "30".repeat(30)
          + "0102030405060708";

  private final Iso8583Codec terminal = new Iso8583Codec(Dialect.TERMINAL);

  @Test
  void a_withdrawal_of_the_terminal_dialect() throws MalformedMessage {
    assertThat(terminal.encode(Samples.withdrawal())).isEqualTo(hex(TERMINAL_WITHDRAWAL));
    assertThat(terminal.decode(hex(TERMINAL_WITHDRAWAL))).isEqualTo(Samples.withdrawal());
  }

  @Test
  void a_reversal_with_fields_beyond_64() throws MalformedMessage {
    assertThat(terminal.encode(Samples.reversal())).isEqualTo(hex(TERMINAL_REVERSAL));
    assertThat(terminal.decode(hex(TERMINAL_REVERSAL))).isEqualTo(Samples.reversal());
  }

  @Test
  void an_echo_of_the_institution_dialect() throws MalformedMessage {
    Message echo =
        Message.of(Mti.NETWORK_ADVICE)
            .set(Field.TRANSMISSION_TIME, "1123104512")
            .set(Field.STAN, "000017")
            .set(Field.FORWARDER, "010258100")
            .set(Field.NETWORK_CODE, "301")
            .set(Field.MAC_128, hex("FF00FF00FF00FF0D"))
            .build();
    byte[] bytes =
        hex(
            "30383230"
                + "8220 0000 8000 0000 0400 0000 0000 0001"
                + "31313233313034353132"
                + "303030303137"
                + "3039 303130323538313030"
                + "333031"
                + "FF00FF00FF00FF0D");
    Iso8583Codec cups = new Iso8583Codec(Dialect.CUPS);
    assertThat(cups.encode(echo)).isEqualTo(bytes);
    assertThat(cups.decode(bytes)).isEqualTo(echo);
  }

  @Test
  void odd_numbers_stand_where_the_table_says() throws MalformedMessage {
    Message message =
        Message.of(Mti.NETWORK_REQUEST)
            .set(Field.ENTRY_MODE, "801")
            .set(Field.PAN_SEQUENCE, "001")
            .set(Field.NETWORK_CODE, "101")
            .build();
    byte[] bytes = hex("0800 8000 0600 0000 0000 0400 0000 0000 0000 8010 0001 0101");
    assertThat(terminal.encode(message)).isEqualTo(bytes);
    assertThat(terminal.decode(bytes)).isEqualTo(message);
  }
}
