package org.silverteller.host.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessageViewTest {

  @Test
  void shows_numbers_names_and_plain_values() {
    assertThat(MessageView.lines(Samples.withdrawal()))
        .contains(
            new MessageView.Line(4, "amount, transaction", "000000050000"),
            new MessageView.Line(11, "system trace audit number", "000017"),
            new MessageView.Line(43, "card acceptor name and place", "银龄支行 1"));
    assertThat(MessageView.describe(Samples.withdrawal()))
        .startsWith("0200")
        .contains("\n   11  system trace audit number");
  }

  @Test
  void shows_of_a_card_number_the_first_six_and_the_last_four() {
    assertThat(MessageView.lines(Samples.withdrawal()))
        .contains(new MessageView.Line(2, "primary account number", "622848*********0018"));
  }

  @Test
  void shows_the_age_band_and_hides_other_tags() {
    Message reply =
        Samples.approval().toBuilder()
            .set(Field.ADDITIONAL_DATA, "AB0260NP08\u0001\u0002345678".getBytes(Message.GBK))
            .build();
    assertThat(MessageView.lines(reply))
        .contains(
            new MessageView.Line(48, "additional data, private", "AB OVER_60, NP 8 bytes, hidden"));
  }

  @Test
  void never_shows_card_number_track_expiry_pin_mac_or_keys() {
    Message everything =
        Samples.withdrawal().toBuilder()
            .set(Field.FROM_ACCOUNT, "6228480402564890018")
            .set(Field.TO_ACCOUNT, "6228480402564890018")
            .set(Field.ADDITIONAL_DATA, "6228480402564890018".getBytes(Message.GBK))
            .set(Field.ACCEPTOR_NAME, "card 6228480402564890018")
            .set(Field.EMV, HexFormat.of().parseHex("5A0A6228480402564890018F"))
            .set(Field.KEYS, HexFormat.of().parseHex("1122334455667788"))
            .set(Field.MAC_128, HexFormat.of().parseHex("1122334455667788"))
            .build();
    String shown = (MessageView.describe(everything) + everything).toLowerCase(Locale.ROOT);
    assertThat(shown).doesNotContain("6228480402564890018", "3012", "112233", "a1a2a3", "804025");
  }

  @Test
  void shows_nothing_of_a_number_too_short_for_a_card() {
    Message odd = Samples.withdrawal().toBuilder().set(Field.PAN, "62284804025").build();
    assertThat(MessageView.lines(odd))
        .contains(new MessageView.Line(2, "primary account number", "***********"));
  }
}
