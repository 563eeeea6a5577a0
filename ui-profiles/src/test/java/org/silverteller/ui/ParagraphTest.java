package org.silverteller.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {

  private final Type type = new Type(Typeface.load("fonts/SilvertellerSans-Regular.ttf"), 20);

  @Test
  void lines_of_a_broken_text_are_about_equal() {
    assertThat(Paragraph.of("Take your cash now, or the machine keeps it", type, 300, 1.3).lines())
        .containsExactly("Take your cash now, or", "the machine keeps it");
  }

  @Test
  void no_line_begins_with_a_closing_mark() {
    assertThat(Paragraph.of("请先取卡，再取钱", type, 110, 1.3).lines()).containsExactly("请先取卡，", "再取钱");
  }

  @Test
  void numbers_are_not_broken() {
    assertThat(Paragraph.of("客服电话400-800-1234", type, 130, 1.3).lines())
        .containsExactly("客服电话", "400-800-1234");
  }

  @Test
  void a_text_that_fits_is_one_line() {
    Paragraph paragraph = Paragraph.of("请取卡", type, 60, 1.35);
    assertThat(paragraph.lines()).containsExactly("请取卡");
    assertThat(paragraph.height()).isEqualTo(27);
  }
}
