package org.silverteller.simulator.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyBlockTest {

  private static final byte[] PROTECTION = bytes("DD7515F2BFC17F85CE48F3CA25CB21F6");
  private static final byte[] KEY = bytes("3F419E1CB7079442AA37474C2EFBF8B8");
  private static final String PUBLISHED =
      "B0080P0TE00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E";

  @Test
  void takes_the_key_out_of_the_published_block() {
    assertThat(KeyBlock.key(PROTECTION, PUBLISHED.getBytes(US_ASCII))).contains(KEY);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24})
  void takes_out_what_was_put_in(int length) {
    byte[] key = Arrays.copyOf(bytes("0123456789ABCDEFFEDCBA98765432100011223344556677"), length);
    byte[] block = KeyBlock.of(PROTECTION, "M3TG00E0000", key, new byte[6]);
    assertThat(KeyBlock.key(PROTECTION, block)).contains(key);
    assertThat(KeyBlock.key(KEY, block)).as("under another key").isEmpty();
  }

  @Test
  void a_block_with_one_character_changed_holds_no_key() {
    for (int place = 0; place < PUBLISHED.length(); place++) {
      byte[] block = PUBLISHED.getBytes(US_ASCII);
      block[place] = (byte) (block[place] == '1' ? '2' : '1');
      assertThat(KeyBlock.key(PROTECTION, block)).as("character %d", place).isEmpty();
    }
  }

  @Test
  void what_is_no_block_holds_no_key() {
    for (int length = 0; length < PUBLISHED.length(); length++) {
      byte[] block = PUBLISHED.substring(0, length).getBytes(US_ASCII);
      assertThat(KeyBlock.key(PROTECTION, block)).isEmpty();
    }
    assertThat(KeyBlock.key(PROTECTION, new byte[80])).isEmpty();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
