package org.silverteller.host.iso8583;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MacBlockTest {

  @Test
  void the_terminal_form_covers_all_but_the_mac_itself() {
    byte[] encoded = new Iso8583Codec(Dialect.TERMINAL).encode(Samples.reversal());
    byte[] block = MacBlock.of(Dialect.TERMINAL, Samples.reversal(), encoded);
    assertThat(block).isEqualTo(Arrays.copyOf(encoded, encoded.length - 8));
  }

  @Test
  void the_institution_form_is_the_normalised_list_of_fields() {
    Message message =
        Message.of(Mti.REVERSAL_ADVICE)
            .set(Field.PAN, "6228480402564890018")
            .set(Field.AMOUNT, "000000050000")
            .set(Field.RRN, "112310000017")
            .set(Field.AUTH_CODE, "a1-b2")
            .set(Field.TERMINAL_ID, "  T 1 *  1")
            .set(Field.ACCEPTOR_ID, "...,  x")
            .set(Field.ORIGINAL, "020000001711231045120001025810000010258100")
            .set(Field.FROM_ACCOUNT, "银")
            .set(Field.NETWORK_CODE, "301")
            .build();
    assertThat(MacBlock.of(Dialect.CUPS, message, new byte[0]))
        .asString(US_ASCII)
        .isEqualTo("0420 6228480402564890018 000000050000 A1B2 T 1 1 ..., X 02000000171123104512");
  }

  @Test
  void a_key_reset_covers_its_own_fields_too() {
    Message message =
        Message.of(Mti.NETWORK_RESPONSE)
            .set(Field.STAN, "000001")
            .set(Field.SECURITY_CONTROL, "2600000000000000")
            .set(Field.NETWORK_CODE, "101")
            .set(Field.RECEIVER, "10258100")
            .build();
    assertThat(MacBlock.of(Dialect.CUPS, message, new byte[0]))
        .asString(US_ASCII)
        .isEqualTo("0810 000001 2600000000000000 101 10258100");
  }
}
