package org.silverteller.page;

import java.util.Locale;

/** The names of the kinds of page, read from their types once. */
final class PageKind {

  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> kind) {
          return hyphened(kind.getSimpleName());
        }
      };

  private PageKind() {}

  static String of(Page page) {
    return NAMES.get(page.getClass());
  }

  /** As the names of pages tell a constant: {@code given-back}. */
  static String hyphened(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String hyphened(String camel) {
    StringBuilder words = new StringBuilder(camel.length() + 2);
    for (int i = 0; i < camel.length(); i++) {
      char letter = camel.charAt(i);
      if (Character.isUpperCase(letter) && i > 0) {
        words.append('-');
      }
      words.append(Character.toLowerCase(letter));
    }
    return words.toString();
  }
}
