package org.silverteller.simulator.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.card.BookAccount;
import org.silverteller.host.BookRow;
import org.silverteller.money.Money;

/**
 * A passbook as its bank knows it: where the next row is due, and what became of every row. Rows
 * handed out to be printed are handed to nobody else until it is told what became of them.
 */
public final class BookOnFile {

  private static final String TELLER = "ATM";

  private final BookSpec spec;
  private final List<Row> rows = new ArrayList<>();
  private final Map<TransactionId, Outcome> told = new LinkedHashMap<>();
  private Optional<TransactionId> printing = Optional.empty();
  private int page;
  private int line;
  private final long openingFen;
  private long printedFen;
  private boolean verified;

  /** What is known of a row on paper. */
  public enum RowState {
    UNPRINTED,
    HANDED_OUT,
    /** Proven on paper. */
    PRINTED,
    /** Perhaps on paper, perhaps in part: never printed again by a machine. */
    DOUBTFUL,
    /** Reversed before anybody saw it. */
    WITHDRAWN
  }

  /**
   * A row, for those who look.
   *
   * @param by the transaction it tells of
   * @param balance in the book behind it; meaningless before it was handed out
   */
  public record RowView(
      Optional<TransactionId> by,
      RowState state,
      int page,
      int line,
      LocalDate date,
      boolean debit,
      Money amount,
      Money balance,
      String teller,
      String summary) {}

  /**
   * A book, for those who look.
   *
   * @param opening the balance in the book before the first of these rows
   * @param page where the next row is due; behind the last one of a book that is full
   * @param line on that page
   */
  public record View(
      String name, String account, Money opening, int page, int line, List<RowView> rows) {

    /** How many rows wait to be printed. */
    public long unprinted() {
      return rows.stream().filter(row -> row.state() == RowState.UNPRINTED).count();
    }
  }

  /** What a terminal told of the rows that it was handed. */
  record Outcome(int proven, boolean doubt) {}

  private static final class Row {
    private final Optional<TransactionId> by;
    private final LocalDate date;
    private final boolean debit;
    private final Money amount;
    private final String summary;
    private RowState state = RowState.UNPRINTED;
    private int page;
    private int line;
    private Money balance = Money.ZERO;

    Row(Optional<TransactionId> by, LocalDate date, boolean debit, Money amount, String summary) {
      this.by = by;
      this.date = date;
      this.debit = debit;
      this.amount = amount;
      this.summary = summary;
    }

    long fen() {
      return debit ? -amount.fen() : amount.fen();
    }
  }

  BookOnFile(BookSpec spec, LocalDate today) {
    this.spec = spec;
    this.page = spec.page();
    this.line = spec.line();
    openingFen = spec.balance().fen() - fen(spec);
    printedFen = openingFen;
    spec.printed().forEach(this::stands);
    for (BookSpec.Waiting waiting : spec.waiting()) {
      rows.add(
          new Row(Optional.empty(), today, waiting.debit(), waiting.amount(), waiting.summary()));
    }
  }

  /** A row that a counter has printed. */
  private void stands(BookSpec.Printed printed) {
    Row row =
        new Row(
            Optional.empty(), printed.date(), printed.debit(), printed.amount(), printed.summary());
    printedFen += row.fen();
    row.state = RowState.PRINTED;
    row.page = 1 + rows.size() / spec.linesPerPage();
    row.line = 1 + rows.size() % spec.linesPerPage();
    row.balance = Money.ofFen(printedFen);
    rows.add(row);
  }

  /** What the rows come to that the book opens with. */
  private static long fen(BookSpec spec) {
    long fen = 0;
    for (BookSpec.Printed row : spec.printed()) {
      fen += row.debit() ? -row.amount().fen() : row.amount().fen();
    }
    for (BookSpec.Waiting row : spec.waiting()) {
      fen += row.debit() ? -row.amount().fen() : row.amount().fen();
    }
    return fen;
  }

  String voucher() {
    return spec.voucher();
  }

  String layout() {
    return spec.layout();
  }

  BookAccount number() {
    return spec.number();
  }

  int page() {
    return page;
  }

  boolean full() {
    return page > spec.pages();
  }

  int unprinted() {
    return (int) rows.stream().filter(row -> row.state == RowState.UNPRINTED).count();
  }

  /** Whether its holder has typed the right PIN since the book was last looked at. */
  boolean verified() {
    return verified;
  }

  void verified(boolean now) {
    verified = now;
  }

  void post(
      Optional<TransactionId> by, LocalDate date, boolean debit, Money amount, String summary) {
    rows.add(new Row(by, date, debit, amount, summary));
  }

  /** Whether the row of that transaction was withdrawn, which nobody has seen. */
  boolean withdrawn(TransactionId of) {
    Optional<Row> unseen =
        rows.stream()
            .filter(row -> row.by.equals(Optional.of(of)) && row.debit)
            .filter(row -> row.state == RowState.UNPRINTED)
            .findFirst();
    unseen.ifPresent(row -> row.state = RowState.WITHDRAWN);
    return unseen.isPresent();
  }

  /** Rows are at a printer now, and nobody has told what became of them. */
  boolean beingPrinted() {
    return printing.isPresent();
  }

  /** The next rows for the page that is due: none when there is nothing, or the book is full. */
  List<BookRow> handOut(TransactionId request, int most) {
    List<BookRow> out = new ArrayList<>();
    int at = line;
    long fen = printedFen;
    for (Row row : rows) {
      if (row.state != RowState.UNPRINTED || full()) {
        continue;
      }
      if (out.size() == most || at > spec.linesPerPage()) {
        break;
      }
      fen += row.fen();
      row.state = RowState.HANDED_OUT;
      row.page = page;
      row.line = at++;
      row.balance = Money.ofFen(fen);
      out.add(
          new BookRow(row.line, row.date, row.debit, row.amount, row.balance, TELLER, row.summary));
    }
    printing = out.isEmpty() ? Optional.empty() : Optional.of(request);
    return out;
  }

  /** Whether the book is full once these rows are printed. */
  boolean fullBehind(List<BookRow> out) {
    return full()
        || page == spec.pages()
            && !out.isEmpty()
            && out.get(out.size() - 1).line() == spec.linesPerPage();
  }

  /** What was told of these rows before, if anything was. */
  Optional<Outcome> told(TransactionId request) {
    return Optional.ofNullable(told.get(request));
  }

  /**
   * Takes what a terminal tells of the rows it was handed.
   *
   * @return false when it tells more than it was handed; nothing has changed then
   */
  boolean tell(TransactionId request, Outcome outcome) {
    List<Row> out =
        printing.equals(Optional.of(request))
            ? rows.stream().filter(row -> row.state == RowState.HANDED_OUT).toList()
            : List.of();
    int used = outcome.proven() + (outcome.doubt() ? 1 : 0);
    if (used > out.size()) {
      return false;
    }
    told.put(request, outcome);
    for (int i = 0; i < out.size(); i++) {
      Row row = out.get(i);
      row.state =
          i < outcome.proven()
              ? RowState.PRINTED
              : i < used ? RowState.DOUBTFUL : RowState.UNPRINTED;
      if (i < used) {
        printedFen += row.fen();
        goOnBehind(row);
      }
    }
    if (!out.isEmpty()) {
      printing = Optional.empty();
    }
    return true;
  }

  /** Next position: the next line, or the first of the next page (service rules 2.2). */
  private void goOnBehind(Row row) {
    boolean last = row.line == spec.linesPerPage();
    page = last ? row.page + 1 : row.page;
    line = last ? 1 : row.line + 1;
  }

  View view() {
    return new View(
        spec.name(),
        spec.account(),
        Money.ofFen(openingFen),
        page,
        line,
        rows.stream()
            .map(
                row ->
                    new RowView(
                        row.by,
                        row.state,
                        row.page,
                        row.line,
                        row.date,
                        row.debit,
                        row.amount,
                        row.balance,
                        TELLER,
                        row.summary))
            .toList());
  }
}
