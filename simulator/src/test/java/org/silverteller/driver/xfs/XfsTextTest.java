package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class XfsTextTest {

  private static final Charset GBK = Charset.forName("GBK");

  @Test
  void counts_a_chinese_character_as_two_columns() {
    assertThat(XfsText.columns("取款 ATM")).isEqualTo(8);
  }

  @Test
  void breaks_at_blanks_and_between_chinese_characters() {
    assertThat(XfsText.wrapped("Take your card, please", 10))
        .isEqualTo(List.of("Take your", "card,", "please"));
    assertThat(XfsText.wrapped("请收好您的卡", 5)).isEqualTo(List.of("请收", "好您", "的卡"));
    assertThat(XfsText.wrapped("abcdefgh", 3)).isEqualTo(List.of("abc", "def", "gh"));
  }

  @Test
  void keeps_together_what_stands_between_two_blanks() {
    assertThat(XfsText.wrapped("100 x 9  50 x 1  20 x 1", 18))
        .isEqualTo(List.of("100 x 9  50 x 1", "20 x 1"));
    assertThat(XfsText.wrapped("ab cd  ef", 7)).isEqualTo(List.of("ab cd", "ef"));
  }

  @Test
  void says_yuan_and_dots_in_gbk_by_their_like() {
    assertThat(XfsText.sayable("¥1 •• 中\t\u001B", GBK)).isEqualTo("￥1 ** 中  ");
    assertThat(XfsText.sayable("¥1 ••", StandardCharsets.UTF_16LE)).isEqualTo("¥1 ••");
    assertThat(XfsText.sayable("—取", StandardCharsets.US_ASCII)).isEqualTo("-?");
  }

  @Test
  void fits_by_cutting_and_filling() {
    assertThat(XfsText.fitted("取款", 3)).isEqualTo("取 ");
    assertThat(XfsText.fitted("", 2)).isEqualTo("  ");
  }

  @Property
  void no_row_is_wider_than_the_screen_and_no_character_is_lost(
      @ForAll
          @StringLength(max = 120)
          @CharRange(from = ' ', to = 'z')
          @CharRange(from = '一', to = '十')
          String text,
      @ForAll @IntRange(min = 2, max = 50) int columns) {
    List<String> broken = XfsText.rows(text, columns);
    assertThat(String.join("", broken)).isEqualTo(text);
    assertThat(broken).allMatch(row -> XfsText.columns(row) <= columns);
    List<String> wrapped = XfsText.wrapped(text, columns);
    assertThat(String.join("", wrapped).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    assertThat(wrapped).allMatch(row -> XfsText.columns(row) <= columns);
  }
}
