package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XfsVersionTest {

  @ParameterizedTest
  @CsvSource({"V3_00, 0x0003", "V3_10, 0x0A03", "V3_20, 0x1403", "V3_30, 0x1E03"})
  void the_minor_number_stands_in_the_high_byte(XfsVersion version, String word) {
    assertThat(version.word()).isEqualTo(Integer.decode(word));
  }

  @Test
  void a_range_has_the_lowest_in_the_high_word() {
    assertThat(XfsVersion.range(XfsVersion.V3_00, XfsVersion.V3_30)).isEqualTo(0x0003_1E03);
    assertThat(XfsVersion.range(XfsVersion.V3_10, XfsVersion.V3_20)).isEqualTo(0x0A03_1403);
  }

  @ParameterizedTest
  @CsvSource({
    "0x0003, V3_00",
    "0x0303, V3_00",
    "0x0903, V3_00",
    "0x0A03, V3_10",
    "0x1303, V3_10",
    "0x1403, V3_20",
    "0x1E03, V3_30",
    "0x2803, V3_30",
    "0x0004, V3_30"
  })
  void a_provider_fills_the_newest_structures_it_knows(String word, XfsVersion filled) {
    assertThat(XfsVersion.filledBy(Integer.decode(word))).contains(filled);
  }

  @Test
  void nothing_below_3_00_is_understood() {
    assertThat(XfsVersion.filledBy(0x1E02)).isEmpty();
    assertThat(XfsVersion.filledBy(0)).isEmpty();
  }

  @Test
  void a_version_is_written_as_people_write_it() {
    assertThat(XfsVersion.text(0x0303)).isEqualTo("3.03");
    assertThat(XfsVersion.V3_30).hasToString("3.30");
  }
}
