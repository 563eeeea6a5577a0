package org.silverteller.simulator.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.Pan;
import org.silverteller.device.PinPad.PinFormat;

class PinBlockFormat0Test {

  private static final byte[] KEY = HexFormat.of().parseHex("0123456789ABCDEFFEDCBA9876543210");

  @ParameterizedTest
  @CsvSource({
    "1234,         43219876543210987,   ISO_0_TDES, 0412AC89ABCDEF67",
    "92389,        4000001234562,       ISO_0_TDES, 0592789FFFEDCBA9",
    "123456,       6228480402564890018, ISO_0_SM4,  06123456FFFFFFFFFFFFFBFDA9B76FFE",
  })
  void joins_pin_and_pan_as_the_standard_says(
      String pin, String pan, PinFormat format, String clear) throws CardFormatException {
    byte[] encrypted =
        PinBlockFormat0.encrypt(pin.toCharArray(), Pan.of(pan), format, KEY).reveal();
    KeyCipher cipher = format == PinFormat.ISO_0_SM4 ? KeyCipher.SM4 : KeyCipher.TDES;
    assertThat(HexFormat.of().withUpperCase().formatHex(cipher.decrypt(KEY, encrypted)))
        .isEqualTo(clear);
  }

  @ParameterizedTest
  @CsvSource({"1234, ISO_0_TDES", "123456789012, ISO_0_TDES", "123456, ISO_0_SM4"})
  void the_issuer_reads_back_what_was_typed(String pin, PinFormat format)
      throws CardFormatException {
    Pan pan = Pan.of("6228480402564890018");
    byte[] encrypted = PinBlockFormat0.encrypt(pin.toCharArray(), pan, format, KEY).reveal();
    assertThat(PinBlockFormat0.decrypt(encrypted, pan, format, KEY).map(String::new)).hasValue(pin);
  }

  @Test
  void a_block_of_another_card_or_key_holds_no_pin() throws CardFormatException {
    byte[] block =
        PinBlockFormat0.encrypt(
                "1234".toCharArray(), Pan.of("4321987654321098"), PinFormat.ISO_0_TDES, KEY)
            .reveal();
    byte[] otherKey = HexFormat.of().parseHex("00112233445566778899AABBCCDDEEFF");
    assertThat(
            PinBlockFormat0.decrypt(
                block, Pan.of("4321987654321098"), PinFormat.ISO_0_TDES, otherKey))
        .isEmpty();
    assertThat(
            PinBlockFormat0.decrypt(block, Pan.of("4999999999999998"), PinFormat.ISO_0_TDES, KEY))
        .isEmpty();
    assertThat(PinBlockFormat0.decrypt(block, Pan.of("4321987654321098"), PinFormat.ISO_0_SM4, KEY))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"123", "1234567890123", "12a4"})
  void refuses_what_is_no_pin_without_telling_it(String pin) {
    assertThatThrownBy(
            () ->
                PinBlockFormat0.encrypt(
                    pin.toCharArray(), Pan.of("4321987654321098"), PinFormat.ISO_0_TDES, KEY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(pin);
  }

  @Test
  void the_check_value_of_a_key_is_three_bytes_of_encrypted_zeros() {
    assertThat(KeyCipher.TDES.checkValue(KEY)).isEqualTo(HexFormat.of().parseHex("08D7B4"));
  }

  @Test
  void sm4_encrypts_the_example_of_its_standard() {
    byte[] block = HexFormat.of().parseHex("0123456789ABCDEFFEDCBA9876543210");
    assertThat(KeyCipher.SM4.encrypt(KEY, block))
        .isEqualTo(HexFormat.of().parseHex("681EDF34D206965E86B3E94F536E4246"));
  }
}
