package org.silverteller.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.silverteller.page.Frame;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Page;
import org.silverteller.page.ProfileId;
import org.silverteller.page.Wish;

class PlainPainterTest {

  private final PlainPainter plain = new PlainPainter();

  @Test
  void offers_the_same_answers_as_the_painter_of_pixels() {
    JavaPainter pixels = new JavaPainter(1280, 1024, 17, SamplePages.PHRASES);
    for (ProfileId profile : JavaPainter.PROFILES) {
      for (Language language : JavaPainter.LANGUAGES) {
        Look look = new Look(profile, language);
        for (Page page : SamplePages.all(profile)) {
          Frame seen = pixels.paint(page, look);
          Frame unseen = plain.paint(page, look);
          assertThat(unseen.areas())
              .as(page.toString())
              .extracting(Frame.Area::optionId)
              .containsExactlyInAnyOrderElementsOf(
                  seen.areas().stream().map(Frame.Area::optionId).toList());
          assertThat(unseen.text().get(0)).isEqualTo(seen.text().get(0));
        }
      }
      assertThat(plain.pace(profile)).isEqualTo(pixels.pace(profile));
    }
    assertThat(plain.profiles()).isEqualTo(pixels.profiles());
    assertThat(plain.languages()).isEqualTo(pixels.languages());
  }

  @Test
  void an_answer_is_touched_at_its_index() {
    Page page = new Page.Menu(List.of(Wish.WITHDRAW, Wish.BALANCE), false);
    Frame frame = plain.paint(page, new Look(ProfileId.ELDER, Language.CHINESE));
    assertThat(frame.optionAt(0, 0)).contains("withdraw");
    assertThat(frame.optionAt(1, 0)).contains("balance");
    assertThat(frame.optionAt(2, 0)).contains("exit");
    assertThat(frame.optionAt(3, 0)).contains("standard");
    assertThat(frame.optionAt(4, 0)).contains("language");
    assertThat(frame.optionAt(5, 0)).contains("help");
    assertThat(frame.optionAt(6, 0)).isEmpty();
    assertThat(frame.rgb()).isEmpty();
    assertThat(frame.areaOf("withdraw").orElseThrow().label()).isEqualTo("取款");
  }
}
