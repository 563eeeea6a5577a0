package org.silverteller.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class TypefaceTest {

  private final Typeface regular = Typeface.load("fonts/SilvertellerSans-Regular.ttf");

  @Test
  void a_chinese_character_is_one_em_wide() {
    assertThat(regular.advance(regular.glyph('银'))).isEqualTo(1);
  }

  @Test
  void figures_are_all_as_wide_so_that_amounts_stand_still_while_typed() {
    double width = regular.advance(regular.glyph('0'));
    for (char c = '1'; c <= '9'; c++) {
      assertThat(regular.advance(regular.glyph(c))).isEqualTo(width);
    }
  }

  @Test
  void kerns_letters_that_lean_towards_each_other() {
    assertThat(regular.kern(regular.glyph('A'), regular.glyph('V'))).isNegative();
    assertThat(regular.kern(regular.glyph('H'), regular.glyph('H'))).isZero();
  }

  @Test
  void a_capital_h_stands_on_the_base_line_as_high_as_its_cap_height() {
    Rectangle2D box = regular.outline(regular.glyph('H'), 1000).getBounds2D();
    assertThat(box.getMaxY()).isCloseTo(0, within(1.0));
    assertThat(-box.getMinY()).isCloseTo(733, within(3.0));
  }

  @Test
  void outlines_have_holes_where_letters_have() {
    Path2D o = regular.outline(regular.glyph('O'), 100);
    Rectangle2D box = o.getBounds2D();
    assertThat(o.contains(box.getCenterX(), box.getCenterY())).isFalse();
    assertThat(o.contains(box.getMinX() + 4, box.getCenterY())).isTrue();
  }

  @Test
  void holds_the_common_characters_that_a_bank_may_write() {
    "工商农业建设中国交通储蓄所路支行区街道大厦客服热线欢迎您"
        .codePoints()
        .forEach(c -> assertThat(regular.glyph(c)).as(Character.toString(c)).isPositive());
  }

  @Test
  void shows_an_empty_box_for_a_character_it_does_not_hold() {
    assertThat(regular.glyph(0x1F600)).isZero();
    assertThat(regular.glyph(0x0E01)).isZero();
    assertThat(regular.outline(0, 100).getBounds2D().isEmpty()).isFalse();
  }

  @Test
  void names_a_file_that_is_missing() {
    assertThatThrownBy(() -> Typeface.load("fonts/None.ttf"))
        .hasMessage("typeface fonts/None.ttf is not on the class path");
  }
}
