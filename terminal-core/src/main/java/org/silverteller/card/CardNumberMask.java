package org.silverteller.card;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks card numbers in text of any origin, as the last guard before a log or the journal: at most
 * first six and last four digits stay (requirement 3 of the facts on security).
 *
 * <p>Taken for a card number is
 *
 * <ul>
 *   <li>a run of 13 or more digits; of more than 19 nothing stays, for nobody knows where in it the
 *       number begins;
 *   <li>digits grouped with spaces or dashes as they are embossed: 4-4-4-4, 4-4-4-4-3, 4-6-5,
 *       4-6-4, 6-10 and 6-13;
 *   <li>12 or more digits followed by a track separator ({@code =} or {@code D}) and more digits:
 *       of the track's rest nothing stays.
 * </ul>
 *
 * <p>Whether the check digit fits is not asked: a number mistyped or cut is still somebody's.
 * Twelve digits alone are a retrieval reference number (RRN), never a card in the card table, and
 * stay. Longer numbers that are no card, such as a time written without separators, are masked too:
 * better unreadable than leaked.
 */
public final class CardNumberMask {

  private static final String LONE = "(?<!\\d)";
  private static final String END = "(?!\\d)";

  private static final Pattern TRACK =
      Pattern.compile(LONE + "(\\d{12,19})([=Dd])(\\d{4,})([=Dd?]?\\d*)");

  private static final Pattern NUMBER =
      Pattern.compile(
          LONE
              + "(?:\\d{13,}"
              + "|\\d{4}([ -])\\d{4}\\1\\d{4}(?:\\1\\d{1,4}){1,2}"
              + "|\\d{4}([ -])\\d{6}\\2\\d{4,5}"
              + "|\\d{6}[ -](?:\\d{10}|\\d{13}))"
              + END);

  private static final int SHORTEST = 12;
  private static final int LONGEST = 19;

  private CardNumberMask() {}

  /** The text with every card number masked; the same object when there is none. */
  public static String mask(String text) {
    if (!mayHoldOne(text)) {
      return text;
    }
    String withoutTracks =
        TRACK
            .matcher(text)
            .replaceAll(
                track ->
                    masked(track.group(1))
                        + Matcher.quoteReplacement(
                            track.group(2) + "*".repeat(track.end() - track.start(3))));
    return NUMBER.matcher(withoutTracks).replaceAll(number -> masked(number.group()));
  }

  /**
   * Most lines hold no long run of digits, not even with the separators of embossed groups; they
   * are told from the others without a pattern.
   */
  private static boolean mayHoldOne(String text) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < SHORTEST; i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        digits++;
      } else if (c != ' ' && c != '-') {
        digits = 0;
      }
    }
    return digits >= SHORTEST;
  }

  /** Keeps what separates the groups. */
  private static String masked(String number) {
    int digits = (int) number.chars().filter(c -> isDigit((char) c)).count();
    int shownFirst = digits > LONGEST ? 0 : 6;
    int shownLast = digits > LONGEST ? 0 : 4;
    var masked = new StringBuilder(number);
    int place = 0;
    for (int i = 0; i < number.length(); i++) {
      if (isDigit(number.charAt(i))) {
        if (place >= shownFirst && place < digits - shownLast) {
          masked.setCharAt(i, '*');
        }
        place++;
      }
    }
    return masked.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
