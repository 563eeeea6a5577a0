package org.silverteller.simulator.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.device.PinPad.MacAlgorithm;

class MacCalculatorTest {

  private static final byte[] DOUBLE_KEY = hex("0123456789ABCDEFFEDCBA9876543210");

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  @Test
  void x9_9_gives_the_value_of_fips_113() {
    byte[] mac =
        MacCalculator.mac(
            MacAlgorithm.X9_9,
            hex("0123456789ABCDEF"),
            "7654321 Now is the time for ".getBytes(US_ASCII));
    assertThat(mac).isEqualTo(hex("F1D30F6849312CA4"));
  }

  @Test
  void x9_9_takes_the_left_half_of_a_double_key() {
    byte[] mac =
        MacCalculator.mac(
            MacAlgorithm.X9_9, DOUBLE_KEY, "Now is the time for all ".getBytes(US_ASCII));
    assertThat(mac).isEqualTo(hex("70A30640CC76DD8B"));
  }

  @Test
  void x9_19_gives_the_value_of_iso_9797_1_algorithm_3() {
    byte[] mac =
        MacCalculator.mac(
            MacAlgorithm.X9_19, DOUBLE_KEY, "Now is the time for all ".getBytes(US_ASCII));
    assertThat(mac).isEqualTo(hex("A1C72E74EA3FA9B6"));
  }

  @Test
  void aes_cmac_gives_the_values_of_rfc_4493() {
    byte[] key = hex("2B7E151628AED2A6ABF7158809CF4F3C");
    assertThat(MacCalculator.mac(MacAlgorithm.AES_CMAC, key, new byte[0]))
        .isEqualTo(hex("BB1D6929E9593728"));
    assertThat(
            MacCalculator.mac(MacAlgorithm.AES_CMAC, key, hex("6BC1BEE22E409F96E93D7E117393172A")))
        .isEqualTo(hex("070A16B46B4D4144"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 200})
  void sm4_cmac_follows_rfc_4493_over_the_providers_sm4(int length)
      throws GeneralSecurityException {
    byte[] data = new byte[length];
    for (int i = 0; i < length; i++) {
      data[i] = (byte) (i * 7);
    }
    assertThat(MacCalculator.mac(MacAlgorithm.SM4_CMAC, DOUBLE_KEY, data))
        .isEqualTo(Arrays.copyOf(cmac(data), 8));
  }

  private static byte[] cmac(byte[] data) throws GeneralSecurityException {
    Cipher sm4 = Cipher.getInstance("SM4/ECB/NoPadding", new BouncyCastleProvider());
    sm4.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(DOUBLE_KEY, "SM4"));
    byte[] subkey = doubled(sm4.doFinal(new byte[16]));
    boolean whole = data.length > 0 && data.length % 16 == 0;
    byte[] blocks = Arrays.copyOf(data, Math.max(16, (data.length + 15) / 16 * 16));
    if (!whole) {
      blocks[data.length] = (byte) 0x80;
      subkey = doubled(subkey);
    }
    byte[] state = new byte[16];
    for (int i = 0; i < blocks.length; i++) {
      boolean last = i >= blocks.length - 16;
      state[i % 16] ^= (byte) (blocks[i] ^ (last ? subkey[i % 16] : 0));
      state = i % 16 == 15 ? sm4.doFinal(state) : state;
    }
    return state;
  }

  private static byte[] doubled(byte[] block) {
    byte[] result = new byte[16];
    for (int i = 0; i < 16; i++) {
      result[i] = (byte) (block[i] << 1 | (i < 15 ? (block[i + 1] & 0xff) >> 7 : 0));
    }
    result[15] ^= (byte) (block[0] < 0 ? 0x87 : 0);
    return result;
  }

  @Test
  void unionpay_ecb_follows_its_five_steps() throws GeneralSecurityException {
    byte[] data = hex("0102030405060708" + "1112131415161718" + "FFFF");
    // 01^11^FF 02^12^FF 03^13 …
    byte[] digits = "EFEF101010101010".getBytes(US_ASCII);
    Cipher des = Cipher.getInstance("DESede/ECB/NoPadding");
    des.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(hex("0123456789ABCDEFFEDCBA98765432100123456789ABCDEF"), "DESede"));
    byte[] block = des.doFinal(Arrays.copyOf(digits, 8));
    for (int i = 0; i < 8; i++) {
      block[i] ^= digits[8 + i];
    }
    String result = HexFormat.of().withUpperCase().formatHex(des.doFinal(block));
    assertThat(MacCalculator.mac(MacAlgorithm.UNIONPAY_ECB, DOUBLE_KEY, data))
        .asString(US_ASCII)
        .isEqualTo(result.substring(0, 8));
  }

  @Test
  void refuses_a_retail_key_of_single_length() {
    assertThatThrownBy(() -> MacCalculator.mac(MacAlgorithm.X9_19, new byte[8], new byte[8]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("X9.19 key of 8 bytes: expected 16");
  }
}
