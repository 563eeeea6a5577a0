package org.silverteller.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silverteller.money.MixPolicy;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Page;
import org.silverteller.page.ProfileId;
import org.silverteller.page.Wish;

class TextsTest {

  private static final Set<String> JARGON =
      Set.of(
          "冲正",
          "主机",
          "超时",
          "交易",
          "失败",
          "报文",
          "异常",
          "错误码",
          "host",
          "timeout",
          "transaction",
          "failed",
          "error",
          "reversal",
          "invalid",
          "denied");

  static Stream<Language> languages() {
    return JavaPainter.LANGUAGES.stream();
  }

  /** Remembers what was asked for. */
  private static final class Listening extends Texts {
    private final Set<String> asked = new TreeSet<>();

    Listening(Language language) {
      super(language, SamplePages.PHRASES);
    }

    @Override
    String get(String key) {
      asked.add(key);
      return super.get(key);
    }
  }

  @Test
  void every_text_is_shown_on_some_page_and_every_page_finds_its_texts() {
    Map<Language, Texts> texts = new LinkedHashMap<>();
    JavaPainter.LANGUAGES.forEach(language -> texts.put(language, new Listening(language)));
    JavaPainter painter =
        new JavaPainter(
            new Scale(
                1280,
                1024,
                17,
                Typeface.load("fonts/SilvertellerSans-Regular.ttf"),
                Typeface.load("fonts/SilvertellerSans-Bold.ttf")),
            texts);
    for (ProfileId profile : JavaPainter.PROFILES) {
      for (Language language : JavaPainter.LANGUAGES) {
        SamplePages.all(profile).forEach(page -> painter.paint(page, new Look(profile, language)));
      }
    }
    texts
        .values()
        .forEach(
            one -> {
              Set<String> expected = new TreeSet<>(((Listening) one).asked);
              expected.addAll(closedSets());
              assertThat(one.keys()).as(one.language().tag()).isEqualTo(expected);
            });
  }

  /** What the sample pages do not reach by themselves. */
  private static Set<String> closedSets() {
    Set<String> keys = new HashSet<>();
    Stream.of(Wish.values()).map(wish -> "wish." + Texts.hyphened(wish)).forEach(keys::add);
    Stream.of(MixPolicy.values()).map(mix -> "mix." + Texts.hyphened(mix)).forEach(keys::add);
    return keys;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void instructions_are_short(Language language) {
    Texts texts = new Texts(language, SamplePages.PHRASES);
    for (String key : texts.keys()) {
      if (key.equals("welcome.serials")) {
        continue;
      }
      String line = texts.get(key);
      if (language.equals(Language.CHINESE)) {
        long characters = line.codePoints().filter(Character::isIdeographic).count();
        assertThat(characters).as("%s=%s", key, line).isLessThanOrEqualTo(20);
      } else {
        assertThat(line.split(" ").length).as("%s=%s", key, line).isLessThanOrEqualTo(12);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void no_text_speaks_jargon(Language language) {
    Texts texts = new Texts(language, SamplePages.PHRASES);
    for (String key : texts.keys()) {
      String line = " " + texts.get(key).toLowerCase(java.util.Locale.ROOT);
      for (String word : JARGON) {
        assertThat(line).as(key).doesNotContain(word.length() > 2 ? " " + word : word);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void both_typefaces_hold_every_character(Language language) {
    Texts texts = new Texts(language, SamplePages.PHRASES);
    for (String face : List.of("Regular", "Bold")) {
      Typeface typeface = Typeface.load("fonts/SilvertellerSans-" + face + ".ttf");
      for (String key : texts.keys()) {
        texts
            .get(key)
            .codePoints()
            .forEach(
                character ->
                    assertThat(typeface.glyph(character))
                        .as("%s in %s=%s", Character.toString(character), key, texts.get(key))
                        .isPositive());
      }
    }
  }

  @Test
  void every_refusal_says_what_happened_and_what_next_and_whom_to_call() {
    JavaPainter painter = new JavaPainter(1280, 1024, 17, SamplePages.PHRASES);
    Look look = new Look(ProfileId.STANDARD, Language.CHINESE);
    for (Page page : SamplePages.all(ProfileId.STANDARD)) {
      if (page instanceof Page.Refusal refusal) {
        String key = "refusal." + Texts.hyphened(refusal.reason());
        Texts texts = new Texts(Language.CHINESE, SamplePages.PHRASES);
        List<String> text = painter.paint(page, look).text();
        assertThat(text)
            .contains(
                texts.get(key + ".what"),
                texts.of("refusal.account.", refusal.account()),
                texts.get(key + ".next"),
                "客服电话 400-800-1234");
        assertThat(text.contains("代码 51")).isEqualTo(!refusal.code().isEmpty());
      }
    }
  }

  @Test
  void names_the_phrase_that_the_bank_has_not_given() {
    Map<String, String> phrases = new HashMap<>(SamplePages.PHRASES);
    phrases.remove("police.antifraud");
    assertThatThrownBy(() -> new JavaPainterFactory().painter(1280, 1024, 17, phrases))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "phrase 'police.antifraud' is missing: texts/zh.properties needs it for"
                + " 'stopped.phone'");
  }

  @Test
  void a_phrase_may_differ_by_language() {
    assertThat(new Texts(Language.ENGLISH, SamplePages.PHRASES).get("common.bank"))
        .isEqualTo("Orient Commercial Bank");
    assertThat(new Texts(Language.CHINESE, SamplePages.PHRASES).get("common.bank"))
        .isEqualTo("东方商业银行");
  }
}
