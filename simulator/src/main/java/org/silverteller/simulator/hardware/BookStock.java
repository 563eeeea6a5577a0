package org.silverteller.simulator.hardware;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.card.BookAccount;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.PassbookStripe;

/**
 * The passbooks that people of the simulation carry. All numbers are test numbers. A book of paper
 * is made new for each world, for what is printed in it stays.
 */
public final class BookStock {

  private static final String PIN = "123456";
  private static final int TRACK = 3;

  /**
   * A kind of book.
   *
   * @param account 19 digits
   * @param voucher batch and number that its stripe tells: ten digits
   * @param stripe what is written on track 3
   */
  public record Issue(String name, String account, String voucher, String pin, String stripe) {

    public BookAccount number() {
      try {
        return BookAccount.of(account);
      } catch (CardFormatException wrong) {
        throw new IllegalStateException(name, wrong);
      }
    }

    /** A book of paper with so many pages. */
    public VirtualBook onPaper(int pages) {
      return new VirtualBook(name, Map.of(TRACK, stripe), pages);
    }

    /** Never the PIN, never the whole account. */
    @Override
    public String toString() {
      return name;
    }
  }

  /** Account in good order. */
  public static final Issue GOOD = issue("book-0717", "1001200300040000717", "0112345678");

  /** A book whose voucher the bank has replaced by a newer one. */
  public static final Issue REPLACED = issue("book-0825", "1001200300040000825", "0100000825");

  /** Reported stolen: the bank wants it kept. */
  public static final Issue STOLEN = issue("book-0933", "1001200300040000933", "0100000933");

  /** Restricted by the bank: refused and given back. */
  public static final Issue BLOCKED = issue("book-0141", "1001200300040000141", "0100000141");

  /** Its stripe is another bank's. */
  public static final Issue GARBAGE =
      new Issue(
          "book-garbage", "1001200300040000258", "0100000258", PIN, ";9=8=7?<<>>1234567890123456?");

  /** Its stripe is longer than any track. */
  public static final Issue OVER_LONG =
      new Issue(
          "book-over-long",
          "1001200300040000366",
          "0100000366",
          PIN,
          ";" + "1".repeat(4_000) + "?");

  /** Good, but a check digit is wrong. */
  public static final Issue WRONG_CHECK =
      new Issue(
          "book-wrong-check",
          "1001200300040000474",
          "0100000474",
          PIN,
          ";1001200300040000474=0100000474"
              + (9 - Integer.parseInt(PassbookStripe.luhnDigit("1001200300040000474")))
              + "?");

  private static final List<Issue> BOOKS =
      List.of(GOOD, REPLACED, STOLEN, BLOCKED, GARBAGE, OVER_LONG, WRONG_CHECK);

  private BookStock() {}

  public static List<Issue> books() {
    return BOOKS;
  }

  public static Optional<Issue> book(String name) {
    return BOOKS.stream().filter(book -> book.name().equals(name)).findFirst();
  }

  /** A book with the usual stripe. */
  public static Issue issue(String name, String account, String voucher) {
    return new Issue(
        name,
        account,
        voucher,
        PIN,
        ";" + account + "=" + voucher + PassbookStripe.luhnDigit(account) + "?");
  }
}
