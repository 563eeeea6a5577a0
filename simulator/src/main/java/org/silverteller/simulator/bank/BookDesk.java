package org.silverteller.simulator.bank;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.silverteller.host.BookRow;
import org.silverteller.host.iso8583.AdditionalData;
import org.silverteller.host.iso8583.BookFields;
import org.silverteller.host.iso8583.Field;
import org.silverteller.host.iso8583.Message;
import org.silverteller.simulator.bank.BankLedger.BankException;

/**
 * What the bank says of passbooks: how one stands, which rows are to be printed where, and what it
 * makes of the word of a terminal that has printed.
 */
final class BookDesk {

  /** As many rows as one field 62 holds, and half a page of the usual form. */
  private static final int ROWS_A_MESSAGE = 12;

  private static final String INVALID = "12";
  private static final String NOT_OURS = "14";
  private static final String BUSY = "57";

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");

  private final BookShelf shelf;
  private final BankLedger ledger;
  private final Decisions decisions;
  private final InstantSource clock;

  BookDesk(BookShelf shelf, BankLedger ledger, Decisions decisions, InstantSource clock) {
    this.shelf = shelf;
    this.ledger = ledger;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** Whether the book is the valid one of its account; empty for a card. */
  Optional<String> refusal(Asked asked) {
    return shelf
        .find(asked.number())
        .filter(book -> !asked.voucher().equals(Optional.of(book.voucher())))
        .map(book -> NOT_OURS);
  }

  boolean verified(Asked asked) {
    return shelf.find(asked.number()).filter(BookOnFile::verified).isPresent();
  }

  /** A PIN was right, or the book is looked at anew. */
  void verified(Asked asked, boolean now) {
    shelf.find(asked.number()).ifPresent(book -> book.verified(now));
  }

  Decision check(Asked asked, CardOnFile holder) {
    Optional<BookOnFile> book = shelf.find(asked.number());
    if (book.isEmpty()) {
      return decisions.refuse(asked, holder.account(), NOT_OURS);
    }
    return decisions
        .inform(asked, holder)
        .telling(
            Map.of(
                Field.ADDITIONAL_DATA,
                bytes(
                    tag(BookFields.LAYOUT, book.get().layout())
                        + tag(BookFields.UNPRINTED, book.get().unprinted())
                        + tag(BookFields.FULL, book.get().full() ? 1 : 0))));
  }

  Decision rows(Asked asked, CardOnFile holder) {
    Optional<BookOnFile> found = shelf.find(asked.number());
    if (found.isEmpty()) {
      return decisions.refuse(asked, holder.account(), NOT_OURS);
    }
    BookOnFile book = found.get();
    if (book.beingPrinted()) {
      return decisions.refuse(asked, holder.account(), BUSY);
    }
    List<BookRow> rows = book.handOut(asked.id(), ROWS_A_MESSAGE);
    boolean full = book.fullBehind(rows);
    String tags =
        tag(BookFields.PAGE, book.page())
            + tag(BookFields.ROWS, rows.size())
            + tag(BookFields.MORE, book.unprinted() > 0 && !full ? 1 : 0)
            + tag(BookFields.FULL, full ? 1 : 0);
    return decisions
        .inform(asked, holder)
        .telling(
            rows.isEmpty()
                ? Map.of(Field.ADDITIONAL_DATA, bytes(tags))
                : Map.of(Field.ADDITIONAL_DATA, bytes(tags), Field.KEYS, written(rows)));
  }

  /** Field 39 of the 0230 to what a terminal tells of rows. */
  String told(Printed printed) {
    Optional<BookOnFile> book = shelf.find(printed.number());
    if (book.isEmpty()) {
      return raise(printed, "rows of a book that is not on file");
    }
    BookOnFile.Outcome outcome = new BookOnFile.Outcome(printed.proven(), printed.doubt());
    Optional<BookOnFile.Outcome> before = book.get().told(printed.original());
    ledger.posting(printed.original()).ifPresent(ledger::noteAdvice);
    if (before.isPresent()) {
      return before.get().equals(outcome)
          ? Decisions.APPROVED
          : raise(printed, "rows told " + before.get() + " before, now " + outcome);
    }
    if (ledger.posting(printed.original()).isEmpty()) {
      decisions.tombstone(printed);
    }
    if (!book.get().tell(printed.original(), outcome)) {
      return raise(printed, "more rows told than were handed out: " + outcome);
    }
    if (outcome.doubt()) {
      raise(printed, "row " + (outcome.proven() + 1) + " of these may be printed in part");
    }
    return Decisions.APPROVED;
  }

  /**
   * What became of rows, free of how it was written.
   *
   * @param original the request that they were handed out to
   */
  record Printed(
      TransactionId original,
      String rrn,
      org.silverteller.card.AccountNumber number,
      int proven,
      boolean doubt) {}

  private String raise(Printed printed, String what) {
    ledger.raise(new BankException(clock.instant(), printed.original(), INVALID, what));
    return INVALID;
  }

  private static byte[] written(List<BookRow> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (BookRow row : rows) {
      out.writeBytes(
          bytes(
              String.format(
                  Locale.ROOT,
                  "%02d%s%s%012d%012d",
                  row.line(),
                  row.date().format(DATE),
                  row.debit() ? "D" : "C",
                  row.amount().fen(),
                  row.balance().fen())));
      text(out, row.teller());
      text(out, row.summary());
    }
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(BookFields.TEXT);
    out.writeBytes(bytes(String.format(Locale.ROOT, "%02d", bytes.length)));
    out.writeBytes(bytes);
  }

  private static String tag(String name, int number) {
    return tag(name, Integer.toString(number));
  }

  private static String tag(String name, String value) {
    return AdditionalData.tag(name, value);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * A reply whose fields for the book are lies, as a hostile or broken host tells them; one that
   * hands out no rows stays as it is.
   */
  static Message lying(Message honest, ReplyFault.BookLie.Kind kind) {
    if (!honest.has(Field.KEYS) || !honest.has(Field.ADDITIONAL_DATA)) {
      return honest;
    }
    Message.Builder reply = honest.toBuilder();
    int row = 35;
    String tags = honest.bytes(Field.ADDITIONAL_DATA).map(BookDesk::ascii).orElse("");
    byte[] rows = honest.bytes(Field.KEYS).orElse(new byte[0]);
    switch (kind) {
      case PAGE_0 -> reply.set(Field.ADDITIONAL_DATA, bytes(tags.replaceAll("PG01.", "PG010")));
      case PAGE_99 -> reply.set(Field.ADDITIONAL_DATA, bytes(tags.replaceAll("PG01.", "PG0299")));
      case ROWS_4000 ->
          reply.set(Field.ADDITIONAL_DATA, bytes(tags.replaceAll("RC01.", "RC044000")));
      case NO_TAGS -> reply.set(Field.ADDITIONAL_DATA, bytes("?"));
      case LINE_99 -> reply.set(Field.KEYS, patched(rows, 0, bytes("99")));
      case LINE_0 -> reply.set(Field.KEYS, patched(rows, 0, bytes("00")));
      case CONTROL_CHARACTERS ->
          reply.set(Field.KEYS, patched(rows, row + 2, new byte[] {0x1B, 0x40}));
      case LONG_TEXT -> reply.set(Field.KEYS, longSummary(rows, row));
    }
    return reply.build();
  }

  private static byte[] patched(byte[] rows, int at, byte[] with) {
    byte[] patched = rows.clone();
    for (int i = 0; i < with.length && at + i < patched.length; i++) {
      patched[at + i] = with[i];
    }
    return patched;
  }

  /** The first row with a teller of ninety characters, and no further row. */
  private static byte[] longSummary(byte[] rows, int row) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(rows, 0, Math.min(row, rows.length));
    out.writeBytes(bytes("90" + "X".repeat(90) + "00"));
    return out.toByteArray();
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
