package org.silverteller.simulator.bank;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.card.AccountNumber;
import org.silverteller.money.Money;

/**
 * The bank's passbooks: every posting on an account with a book is a row of it. Safe for several
 * threads.
 */
public final class BookShelf {

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final Map<AccountNumber, BookOnFile> byNumber = new LinkedHashMap<>();
  private final Map<String, BookOnFile> byAccount = new LinkedHashMap<>();

  BookShelf(Collection<BookSpec> issued, Instant opening) {
    for (BookSpec spec : issued) {
      BookOnFile book = new BookOnFile(spec, day(opening));
      byNumber.put(spec.number(), book);
      byAccount.put(spec.account(), book);
    }
  }

  synchronized Optional<BookOnFile> find(AccountNumber number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /**
   * A row for money that left or reached the account.
   *
   * @param by empty for what no terminal did
   */
  synchronized void posted(
      String account,
      Optional<TransactionId> by,
      Instant at,
      boolean debit,
      Money amount,
      String summary) {
    Optional.ofNullable(byAccount.get(account))
        .ifPresent(book -> book.post(by, day(at), debit, amount, summary));
  }

  /**
   * What a reversal gives back. A row that nobody has seen goes with its reversal; one that is, or
   * may be, on paper is answered by a credit row.
   *
   * @param whole nothing of it was paid
   */
  synchronized void givenBack(
      String account, TransactionId of, Instant at, Money back, boolean whole) {
    BookOnFile book = byAccount.get(account);
    if (book != null && !(whole && book.withdrawn(of))) {
      book.post(Optional.of(of), day(at), false, back, "冲正");
    }
  }

  /** Every book as it stands. */
  public synchronized List<BookOnFile.View> books() {
    return byNumber.values().stream().map(BookOnFile::view).toList();
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, CHINA);
  }
}
