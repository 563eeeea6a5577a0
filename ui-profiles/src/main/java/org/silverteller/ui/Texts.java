package org.silverteller.ui;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.silverteller.page.Language;

/** What customers read in one language, with the bank's own phrases filled in. */
class Texts {

  private static final Pattern BLANK = Pattern.compile("\\{([a-z.]+)}");

  /** Blanks that a page fills; every other is a phrase of the bank. */
  private static final Set<String> FILLED_BY_PAGES = Set.of("amount", "count", "code", "page");

  private final Language language;
  private final Settings lines;
  private final Map<String, String> phrases;
  private final Map<String, String> filled = new HashMap<>();

  private Texts(Language language, Settings lines, Map<String, String> phrases) {
    this.language = language;
    this.lines = lines;
    this.phrases = Map.copyOf(phrases);
    lines.values().forEach((key, line) -> filled.put(key, filled(line)));
  }

  /** With the phrases left blank, for who shows titles and labels only. */
  Texts(Language language) {
    this(language, Settings.load("texts/" + language + ".properties"), Map.of());
  }

  /**
   * @throws IllegalArgumentException when a text needs a phrase that is not given
   */
  Texts(Language language, Map<String, String> phrases) {
    this(language, Settings.load("texts/" + language + ".properties"), phrases);
    lines.values().forEach(this::checkPhrases);
  }

  private void checkPhrases(String key, String line) {
    Matcher blank = BLANK.matcher(line);
    while (blank.find()) {
      String name = blank.group(1);
      if (!FILLED_BY_PAGES.contains(name) && phrase(name).isEmpty()) {
        throw new IllegalArgumentException(
            "phrase '%s' is missing: %s needs it for '%s'".formatted(name, lines.file(), key));
      }
    }
  }

  Language language() {
    return language;
  }

  boolean chinese() {
    return language.equals(Language.CHINESE);
  }

  Set<String> keys() {
    return lines.values().keySet();
  }

  String get(String key) {
    String line = filled.get(key);
    return line == null ? lines.text(key) : line;
  }

  private String filled(String line) {
    return BLANK
        .matcher(line)
        .replaceAll(
            found -> Matcher.quoteReplacement(phrase(found.group(1)).orElse(found.group())));
  }

  /** In this language if the bank gives it so, {@code bank.name.en}, else {@code bank.name}. */
  private Optional<String> phrase(String name) {
    return Optional.ofNullable(phrases.get(name + "." + language))
        .or(() -> Optional.ofNullable(phrases.get(name)));
  }

  String get(String key, String blank, Object value) {
    return get(key).replace("{" + blank + "}", value.toString());
  }

  /** {@code refusal.} and {@code WRONG_PIN} give the text of {@code refusal.wrong-pin}. */
  String of(String prefix, Enum<?> constant) {
    return get(prefix + hyphened(constant));
  }

  static String hyphened(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
