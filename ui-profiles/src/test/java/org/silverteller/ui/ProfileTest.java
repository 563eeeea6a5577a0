package org.silverteller.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.silverteller.page.Pace;
import org.silverteller.page.ProfileId;

class ProfileTest {

  @Test
  void waits_as_the_service_rules_say() {
    assertThat(Profile.load(ProfileId.STANDARD).pace()).isEqualTo(pace(30, 20, 30, 45, 30, 6, 8));
    assertThat(Profile.load(ProfileId.ELDER).pace()).isEqualTo(pace(90, 30, 60, 60, 45, 12, 4));
  }

  private static Pace pace(
      int idle, int more, int card, int book, int cash, int notice, int options) {
    return new Pace(
        Duration.ofSeconds(idle),
        Duration.ofSeconds(more),
        Duration.ofSeconds(card),
        Duration.ofSeconds(book),
        Duration.ofSeconds(cash),
        Duration.ofSeconds(notice),
        options);
  }

  @Test
  void prints_as_large_as_the_service_rules_say() {
    Profile.Sizes standard = Profile.load(ProfileId.STANDARD).sizes();
    assertThat(standard.body()).isGreaterThanOrEqualTo(6.6);
    assertThat(standard.title()).isGreaterThanOrEqualTo(9);
    assertThat(standard.targetHeight()).isGreaterThanOrEqualTo(13);

    Profile.Sizes elder = Profile.load(ProfileId.ELDER).sizes();
    assertThat(elder.body()).isGreaterThanOrEqualTo(10);
    assertThat(elder.small()).isGreaterThanOrEqualTo(6.6);
    assertThat(elder.title()).isGreaterThanOrEqualTo(14);
    assertThat(elder.amount()).isGreaterThanOrEqualTo(14);
    assertThat(elder.targetHeight()).isGreaterThanOrEqualTo(20);
    assertThat(elder.targetWidth()).isGreaterThanOrEqualTo(50);
    assertThat(elder.gap()).isGreaterThanOrEqualTo(5);
    assertThat(elder.lineSpacing()).isGreaterThanOrEqualTo(1.3);
  }

  @Test
  void millimetres_become_pixels_as_in_the_table_of_the_service_rules() {
    Scale scale = new Scale(1024, 768, 15, null, null);
    assertThat(scale.px(10)).isEqualTo(34);
    assertThat(scale.px(20)).isEqualTo(68);
    assertThat(new Scale(1366, 768, 15.6, null, null).px(10)).isEqualTo(40);
    assertThat(new Scale(1920, 1080, 21.5, null, null).px(25)).isEqualTo(101);
  }

  @Test
  void contrast_is_that_of_wcag() {
    assertThat(Contrast.ratio(0x000000, 0xFFFFFF)).isEqualTo(21);
    assertThat(Contrast.ratio(0x777777, 0xFFFFFF)).isBetween(4.47, 4.49);
    assertThat(Contrast.ratio(0x123456, 0x123456)).isEqualTo(1);
  }

  @Test
  void asks_for_the_contrast_of_the_service_rules() {
    Settings standard = Settings.load("profiles/standard.properties");
    assertThat(standard.number("contrast.text")).isGreaterThanOrEqualTo(4.5);
    assertThat(standard.number("contrast.graphic")).isGreaterThanOrEqualTo(3);
    Settings elder = Settings.load("profiles/elder.properties");
    assertThat(elder.number("contrast.text")).isGreaterThanOrEqualTo(7);
    assertThat(elder.number("contrast.graphic")).isGreaterThanOrEqualTo(4.5);
  }

  @Test
  void refuses_colours_that_are_too_alike() {
    assertThatThrownBy(() -> Palette.of(elderWith("colour.quiet", "8a979d")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("elder: contrast of quiet on background is 3.00; expected at least 7.0");
  }

  @Test
  void names_a_key_whose_value_is_wrong_or_missing() {
    Settings settings = new Settings("file", Map.of("size", "large", "colour", "#fff"));
    assertThatThrownBy(() -> settings.number("size"))
        .hasMessage("file: size is 'large'; expected a number");
    assertThatThrownBy(() -> settings.count("size"))
        .hasMessage("file: size is 'large'; expected a whole number");
    assertThatThrownBy(() -> settings.colour("colour"))
        .hasMessage("file: colour is '#fff'; expected a colour of six hexadecimal digits");
    assertThatThrownBy(() -> settings.text("shape")).hasMessage("file: key 'shape' is missing");
  }

  @Test
  void notes_carry_their_figures_in_readable_ink() {
    for (int yuan : new int[] {1, 2, 5, 10, 20, 50, 100}) {
      assertThat(
              Contrast.ratio(
                  NotePictures.ink(org.silverteller.money.Denomination.of(yuan)),
                  NotePictures.tint(org.silverteller.money.Denomination.of(yuan))))
          .as("note of %d", yuan)
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  @Test
  void the_drawn_card_stands_out_from_its_ground() {
    for (ProfileId id : JavaPainter.PROFILES) {
      assertThat(Contrast.ratio(Drawings.CARD, Profile.load(id).palette().calm()))
          .as(id.name())
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  private static Settings elderWith(String key, String value) {
    Map<String, String> values = new HashMap<>(Settings.load("profiles/elder.properties").values());
    values.put(key, value);
    return new Settings("elder", values);
  }
}
