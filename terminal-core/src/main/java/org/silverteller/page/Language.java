package org.silverteller.page;

/**
 * A language the terminal can speak.
 *
 * @param tag BCP 47, for instance {@code zh}, {@code en}
 */
public record Language(String tag) {

  public static final Language CHINESE = new Language("zh");
  public static final Language ENGLISH = new Language("en");

  @Override
  public String toString() {
    return tag;
  }
}
