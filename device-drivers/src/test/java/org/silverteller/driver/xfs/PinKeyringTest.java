package org.silverteller.driver.xfs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PinKeyringTest {

  private static final String BLOCK =
      "B0080P0TE00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E";

  @Test
  void knows_a_key_block_by_its_form() {
    assertThat(PinKeyring.isKeyBlock(BLOCK.getBytes(US_ASCII))).isTrue();
    assertThat(PinKeyring.isKeyBlock(BLOCK.replace('B', 'E').getBytes(US_ASCII))).isFalse();
    assertThat(PinKeyring.isKeyBlock(BLOCK.substring(1).getBytes(US_ASCII))).isFalse();
    assertThat(PinKeyring.isKeyBlock((BLOCK + "0").getBytes(US_ASCII))).isFalse();
    assertThat(PinKeyring.isKeyBlock(BLOCK.replace('P', '\0').getBytes(US_ASCII))).isFalse();
  }

  @Test
  void no_encrypted_key_is_taken_for_a_key_block() {
    Random random = new Random(8583);
    for (int length : new int[] {0, 1, 8, 15, 16, 24, 32}) {
      for (int round = 0; round < 1_000; round++) {
        byte[] key = new byte[length];
        random.nextBytes(key);
        if (length > 4) {
          System.arraycopy(String.format("B%04d", length).getBytes(US_ASCII), 0, key, 0, 5);
        }
        assertThat(PinKeyring.isKeyBlock(key)).isFalse();
      }
    }
  }
}
