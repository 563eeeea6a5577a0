package org.silverteller.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class JournalChainTest {

  /** The links are computed with another implementation of SHA-256, as an auditor would. */
  @Test
  void ties_a_line_to_its_number_its_time_and_all_lines_before_it() {
    var chain = new JournalChain();

    byte[] first = chain.next(JournalChain.start(), 1, "2026-06-18T12:00", "HELLO");
    byte[] second = chain.next(first, 258, "2026-06-18T12:01", "再见");

    assertThat(hex(first))
        .isEqualTo("cb5c487b2b66163dd9467263e84f6e80412cb6ffaff252a1880b0edc5ac52ba6");
    assertThat(hex(second))
        .isEqualTo("79f23527f41a0c881feaf207b213ae7c08438eb73934cfebfa82645e1d7f3959");
  }

  private static String hex(byte[] link) {
    return HexFormat.of().formatHex(link);
  }
}
