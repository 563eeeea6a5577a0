package org.silverteller.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.PassbookUnit;
import org.silverteller.host.BookRow;
import org.silverteller.host.Details;
import org.silverteller.host.Reply;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.store.TransactionRecord;

/**
 * Prints into the book inside what the bank has not yet printed: the bank says which rows, and
 * where; it is told what became of them. Money never waits for it: whatever fails here ends the
 * printing and nothing else.
 */
final class BookPrinting {

  /** More messages than the fullest visit needs are not asked for. */
  private static final int MOST_MESSAGES = 40;

  private final Desk desk;
  private final Bookholder holder;
  private final PassbookUnit unit;
  private final BookLayout layout;
  private final PrintLedger prints;
  private final BookPages pages;

  /**
   * How the printing ended.
   *
   * @param notice what the customer is told of it; empty when the book was kept, which was told
   * @param where the book is
   * @param balance of the account, where the bank told it
   * @param unprinted rows that were to be printed and are not proven, as they would read
   * @param refusal the bank handed out nothing, and why
   */
  record Result(
      Optional<Kind> notice,
      BookPages.Found where,
      Optional<Money> balance,
      List<String> unprinted,
      Optional<Authorisation.Verdict> refusal) {

    boolean failed() {
      return notice.filter(Kind.BOOK_NOT_PRINTED::equals).isPresent();
    }

    /** Every row that waited is in the book. */
    boolean complete() {
      return notice
          .filter(kind -> kind == Kind.BOOK_UPDATED || kind == Kind.BOOK_UP_TO_DATE)
          .isPresent();
    }

    /** What the customer is told of it. */
    Optional<Page> page() {
      return notice.map(
          kind -> new Page.Notice(kind, kind == Kind.BOOK_FULL ? balance : Optional.empty()));
    }
  }

  BookPrinting(Desk desk, Bookholder holder) {
    this.desk = desk;
    this.holder = holder;
    this.unit = desk.hardware().passbookUnit().orElseThrow();
    this.layout = holder.layout().orElseThrow();
    this.prints = desk.ledger().prints();
    this.pages = new BookPages(desk, unit, holder);
  }

  Result print() {
    Optional<Money> balance = Optional.empty();
    int lastPage = 0;
    int lastLine = 0;
    int pagesPrinted = 0;
    for (int message = 0; message < MOST_MESSAGES; message++) {
      Optional<Authorisation.Verdict> verdict = ask();
      if (!(verdict.orElse(null) instanceof Authorisation.Verdict.Granted granted)) {
        return failed(BookPages.Found.OPEN, List.of(), verdict);
      }
      balance = granted.reply().balance().map(Reply.Balances::ledger);
      Details details = granted.reply().details();
      if (!(details instanceof Details.BookRows rows)) {
        String why = details instanceof Details.Unreadable odd ? odd.why() : "no rows told";
        prints.refused(granted.record(), granted.reply(), why);
        return failed(BookPages.Found.OPEN, List.of(), Optional.empty());
      }
      if (rows.rows().isEmpty()) {
        desk.ledger().answered(granted.record(), granted.reply());
        Kind none = lastPage == 0 ? Kind.BOOK_UP_TO_DATE : Kind.BOOK_UPDATED;
        return done(rows.full() ? Kind.BOOK_FULL : none, balance);
      }
      Optional<String> objection = objection(rows, lastPage, lastLine);
      if (objection.isPresent()) {
        prints.refused(granted.record(), granted.reply(), objection.get());
        return failed(BookPages.Found.OPEN, List.of(), Optional.empty());
      }
      pagesPrinted += rows.page() == lastPage ? 0 : 1;
      TransactionRecord record = prints.handedOut(granted.record(), granted.reply(), rows);
      BookPages.Found found = pages.open(rows.page());
      if (found != BookPages.Found.OPEN) {
        prints.ended(record, false);
        return failed(found, texts(rows, 0), Optional.empty());
      }
      int proven = print(record, rows);
      if (proven < rows.rows().size()) {
        return failed(BookPages.Found.OPEN, texts(rows, proven), Optional.empty());
      }
      lastPage = rows.page();
      lastLine = rows.rows().get(rows.rows().size() - 1).line();
      if (rows.full()) {
        return done(Kind.BOOK_FULL, balance);
      }
      if (!rows.more()) {
        return done(Kind.BOOK_UPDATED, balance);
      }
      if (lastLine == layout.linesPerPage() && pagesPrinted >= desk.rules().books().pagesAtOnce()) {
        return done(Kind.BOOK_ROWS_LEFT, balance);
      }
    }
    return done(Kind.BOOK_ROWS_LEFT, balance);
  }

  private static Result done(Kind notice, Optional<Money> balance) {
    return new Result(
        Optional.of(notice), BookPages.Found.OPEN, balance, List.of(), Optional.empty());
  }

  private static Result failed(
      BookPages.Found where, List<String> unprinted, Optional<Authorisation.Verdict> refusal) {
    Optional<Kind> notice =
        where == BookPages.Found.KEPT ? Optional.empty() : Optional.of(Kind.BOOK_NOT_PRINTED);
    return new Result(notice, where, Optional.empty(), unprinted, refusal);
  }

  /** Empty when the customer does not type the PIN that the bank asks for. */
  private Optional<Authorisation.Verdict> ask() {
    try {
      return Optional.of(desk.authorisation().ask(Service.BOOK_ROWS, holder, Money.ZERO));
    } catch (Cancelled cancelled) {
      desk.ledger().journal("ROWS NOT ASKED FOR, " + cancelled.reason());
      return Optional.empty();
    }
  }

  /**
   * What is wrong with rows that can be read, if anything is: the bank's word moves no print head.
   */
  private Optional<String> objection(Details.BookRows rows, int lastPage, int lastLine) {
    if (rows.page() < 1 || rows.page() > layout.pages()) {
      return Optional.of("page " + rows.page() + ": expected 1 … " + layout.pages());
    }
    if (layout.cells() > unit.capabilities().columns()
        || layout.paperRows() > unit.capabilities().rows()) {
      return Optional.of(
          "layout "
              + layout.id()
              + " of "
              + layout.cells()
              + " cells and "
              + layout.paperRows()
              + " rows: the unit prints "
              + unit.capabilities().columns()
              + " and "
              + unit.capabilities().rows());
    }
    int before = rows.page() == lastPage ? lastLine : 0;
    if (rows.page() < lastPage) {
      return Optional.of("page " + rows.page() + " after page " + lastPage);
    }
    boolean first = true;
    for (BookRow row : rows.rows()) {
      boolean next = first || row.line() == before + 1;
      if (row.line() < 1 || row.line() > layout.linesPerPage() || row.line() <= before || !next) {
        return Optional.of(
            "line "
                + row.line()
                + " behind line "
                + before
                + ": expected the next one, at most "
                + layout.linesPerPage());
      }
      try {
        layout.text(row);
      } catch (IllegalArgumentException wrong) {
        return Optional.of("line " + row.line() + ", " + wrong.getMessage());
      }
      before = row.line();
      first = false;
    }
    return Optional.empty();
  }

  /** How many are proven on paper; the bank is told. */
  private int print(TransactionRecord handedOut, Details.BookRows rows) {
    desk.dialogue().tell(new Page.Busy(Page.Busy.Work.PRINTING_BOOK));
    TransactionRecord record = handedOut;
    int proven = 0;
    for (BookRow row : rows.rows()) {
      record = prints.printing(record);
      Printed printed = print(row);
      if (printed != Printed.PROVEN) {
        prints.ended(record, printed == Printed.DOUBTFUL);
        return proven;
      }
      record = prints.proven(record);
      proven++;
    }
    prints.ended(record, false);
    return proven;
  }

  private enum Printed {
    PROVEN,
    /** Not a dot of it is on paper. */
    NOTHING,
    DOUBTFUL
  }

  private Printed print(BookRow row) {
    try {
      int line = layout.paperRow(row.line());
      return unit.print(List.of(new PassbookUnit.Row(line, layout.text(row)))) == 1
          ? Printed.PROVEN
          : Printed.DOUBTFUL;
    } catch (DeviceFault fault) {
      desk.ledger().deviceFault(fault);
      return switch (fault.kind()) {
        case NO_MEDIA, UNSUPPORTED, SEQUENCE -> Printed.NOTHING;
        default -> Printed.DOUBTFUL;
      };
    }
  }

  private List<String> texts(Details.BookRows rows, int from) {
    List<String> texts = new ArrayList<>();
    for (BookRow row : rows.rows().subList(from, rows.rows().size())) {
      texts.add(layout.text(row));
    }
    return texts;
  }
}
