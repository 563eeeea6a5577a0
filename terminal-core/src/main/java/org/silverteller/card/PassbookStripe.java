package org.silverteller.card;

import java.util.List;

/**
 * How a bank writes the magnetic stripe of its passbooks. There is no standard for it: each bank
 * has its own track, lengths, separators and fields (service rules 2.1). Neither a PIN nor a
 * balance is ever taken from a stripe, so there is no kind of part for them.
 *
 * @param track 2 or 3
 * @param least the fewest characters of a valid stripe, without its sentinels
 * @param most the most characters of one
 * @param separators each of these characters may stand where a separator is expected
 * @param parts what stands on it, from its beginning
 */
public record PassbookStripe(int track, int least, int most, String separators, List<Part> parts) {

  private static final int LONGEST_TRACK = 107;
  private static final int MOST_DIGITS = 28;

  /**
   * Track 3, at least 30 characters: account of 19 digits, separator, batch of 2 and number of 8
   * digits, one check digit over the account.
   */
  public static final PassbookStripe DEFAULT =
      new PassbookStripe(
          3,
          30,
          LONGEST_TRACK,
          "=>",
          List.of(
              new Part(Kind.ACCOUNT, 19),
              new Part(Kind.SEPARATOR, 1),
              new Part(Kind.BATCH, 2),
              new Part(Kind.NUMBER, 8),
              new Part(Kind.CHECK_LUHN, 1)));

  /** What a part of the stripe is. */
  public enum Kind {
    /** The account's digits. */
    ACCOUNT,
    SEPARATOR,
    /** The batch of the book's form. */
    BATCH,
    /** The number of the book within its batch. */
    NUMBER,
    /** One digit that completes the account to a right number (ISO/IEC 7812-1, annex B). */
    CHECK_LUHN,
    /** Two digits: the account as a number modulo 97. */
    CHECK_MOD97,
    /** Digits that nobody here needs. */
    SKIP,
    /** Whatever stands from here to the end. */
    REST
  }

  /**
   * One part.
   *
   * @param digits how many characters it has; not looked at for the rest
   */
  public record Part(Kind kind, int digits) {
    public Part {
      if (digits < 1 || digits > MOST_DIGITS) {
        throw new IllegalArgumentException("digits " + digits + ": expected 1 … " + MOST_DIGITS);
      }
    }
  }

  public PassbookStripe {
    parts = List.copyOf(parts);
    if (track != 2 && track != 3) {
      throw new IllegalArgumentException("track " + track + ": expected 2 or 3");
    }
    if (most < 1 || most > LONGEST_TRACK) {
      throw new IllegalArgumentException("most " + most + ": expected 1 … " + LONGEST_TRACK);
    }
    if (least < 1 || least > most) {
      throw new IllegalArgumentException("least " + least + ": expected 1 … " + most);
    }
    long accounts = parts.stream().filter(part -> part.kind() == Kind.ACCOUNT).count();
    if (accounts != 1) {
      throw new IllegalArgumentException(
          "parts: " + accounts + " of them are the account, expected one");
    }
  }

  /**
   * Reads a stripe.
   *
   * @param text what the head read, with or without the sentinels {@code ;} and {@code ?}
   * @throws CardFormatException naming the part that is wrong, never its digits
   */
  public BookIdentity parse(CharSequence text) throws CardFormatException {
    String data = withoutSentinels(text);
    if (data.length() < least || data.length() > most) {
      throw new CardFormatException(
          "stripe of " + data.length() + " characters: expected " + least + "–" + most);
    }
    StringBuilder voucher = new StringBuilder();
    String account = "";
    int at = 0;
    for (Part part : parts) {
      if (part.kind() == Kind.REST) {
        at = data.length();
        break;
      }
      int end = at + part.digits();
      if (end > data.length()) {
        throw new CardFormatException("stripe ends within its " + part.kind());
      }
      String found = data.substring(at, end);
      demand(part, found);
      switch (part.kind()) {
        case ACCOUNT -> account = found;
        case BATCH, NUMBER -> voucher.append(found);
        case CHECK_LUHN -> check(luhnDigit(account).equals(found), part);
        case CHECK_MOD97 -> check(mod97(account).equals(found), part);
        case SEPARATOR, SKIP, REST -> {}
      }
      at = end;
    }
    if (at != data.length()) {
      throw new CardFormatException(
          "stripe with " + (data.length() - at) + " characters too many behind its parts");
    }
    return new BookIdentity(BookAccount.of(account), voucher.toString());
  }

  private void demand(Part part, String found) throws CardFormatException {
    boolean separator = part.kind() == Kind.SEPARATOR;
    boolean right =
        separator
            ? found.chars().allMatch(c -> separators.indexOf(c) >= 0)
            : found.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!right) {
      throw new CardFormatException(
          "stripe's "
              + part.kind()
              + ": expected "
              + (separator ? "one of '" + separators + "'" : part.digits() + " digits"));
    }
  }

  private static void check(boolean right, Part part) throws CardFormatException {
    if (!right) {
      throw new CardFormatException("stripe's " + part.kind() + " does not fit its account");
    }
  }

  /** The digit that completes an account (ISO/IEC 7812-1, annex B). */
  public static String luhnDigit(String account) {
    int sum = 0;
    for (int i = 0; i < account.length(); i++) {
      int digit = account.charAt(account.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return Integer.toString((10 - sum % 10) % 10);
  }

  private static String mod97(String account) {
    int rest = 0;
    for (int i = 0; i < account.length(); i++) {
      rest = (rest * 10 + account.charAt(i) - '0') % 97;
    }
    return rest < 10 ? "0" + rest : Integer.toString(rest);
  }

  private static String withoutSentinels(CharSequence text) {
    int start = text.length() > 0 && text.charAt(0) == ';' ? 1 : 0;
    int end = text.length() > start && text.charAt(text.length() - 1) == '?' ? 1 : 0;
    return text.subSequence(start, text.length() - end).toString();
  }
}
