package org.silverteller.ui;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.money.Money;

class AmountsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 零元",
    "1000, 拾元",
    "6000, 陆拾元",
    "100000, 壹仟元",
    "123400, 壹仟贰佰叁拾肆元",
    "105000, 壹仟零伍拾元",
    "100500, 壹仟零伍元",
    "2000000, 贰万元",
    "2005000, 贰万零伍拾元",
    "10000000, 拾万元",
    "1010000000, 壹仟零壹拾万元",
    "10000000000, 壹亿元",
    "10000010000, 壹亿零壹佰元",
    "5, 伍分",
    "50, 伍角",
    "105, 壹元零伍分",
    "12345, 壹佰贰拾叁元肆角伍分"
  })
  void writes_amounts_as_bankers_do(long fen, String words) {
    assertThat(Amounts.words(Money.ofFen(fen)).replaceFirst("^壹拾", "拾")).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"0;¥0", "6000;¥60", "100000;¥1,000", "1234567890;¥12,345,678.90", "5;¥0.05"})
  void writes_figures_in_groups_of_three(long fen, String figures) {
    assertThat(Amounts.figures(Money.ofFen(fen))).isEqualTo(figures);
  }

  @Property
  void words_read_back_give_the_amount(
      @ForAll @LongRange(min = 0, max = 999_999_999_999L) long fen) {
    assertThat(read(Amounts.words(Money.ofFen(fen)))).isEqualTo(fen);
  }

  private static long read(String words) {
    long fen = 0;
    long section = 0;
    long yuan = 0;
    long digit = 0;
    for (char c : words.toCharArray()) {
      int value = "零壹贰叁肆伍陆柒捌玖".indexOf(c);
      if (value >= 0) {
        digit = value;
        continue;
      }
      switch (c) {
        case '拾' -> section += digit * 10;
        case '佰' -> section += digit * 100;
        case '仟' -> section += digit * 1000;
        case '万' -> yuan += (section + digit) * 10_000;
        case '亿' -> yuan = (yuan + section + digit) * 100_000_000;
        case '元' -> fen += (yuan + section + digit) * 100;
        case '角' -> fen += digit * 10;
        case '分' -> fen += digit;
        default -> throw new AssertionError(c + " in " + words);
      }
      if (c == '万' || c == '亿') {
        section = 0;
      }
      digit = 0;
    }
    return fen;
  }
}
