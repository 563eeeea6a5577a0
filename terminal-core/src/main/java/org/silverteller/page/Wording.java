package org.silverteller.page;

/**
 * Words that the bank has set down itself, in the languages of the machine.
 *
 * @param zh shown to whoever reads Chinese
 * @param en shown to everybody else
 */
public record Wording(String zh, String en) {

  private static final int LONGEST = 120;

  public Wording {
    refuseUnlessWords("zh", zh);
    refuseUnlessWords("en", en);
  }

  private static void refuseUnlessWords(String key, String words) {
    if (words.isBlank() || words.length() > LONGEST) {
      throw new IllegalArgumentException(
          key + " of " + words.length() + " characters: expected 1 … " + LONGEST);
    }
    if (words.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(key + " with a control character: expected plain words");
    }
  }

  public String in(Language language) {
    return language.equals(Language.CHINESE) ? zh : en;
  }
}
