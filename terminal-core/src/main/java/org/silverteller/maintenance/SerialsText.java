package org.silverteller.maintenance;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.silverteller.money.NoteVerdict;
import org.silverteller.store.NoteArchive;

/** Serial numbers and their files as a person reads them. */
final class SerialsText {

  private static final int NAME = 46;

  private SerialsText() {}

  /**
   * @param answer {@link org.silverteller.terminal.SerialsReport.Files}
   */
  static String files(JsonAnswer answer, LocalDate today) {
    var text = new StringBuilder();
    List<JsonAnswer> files = answer.field("files").items();
    for (JsonAnswer file : files) {
      if (text.isEmpty()) {
        text.append(row("FILE", "NOTES", "BYTES")).append("STATE\n");
      }
      text.append(
              row(
                  Columns.plain(file.text("name")),
                  aside(file) ? "" : Columns.count(file.number("notes")),
                  Columns.count(file.number("bytes"))))
          .append(aside(file) ? Columns.bad("set aside") : Columns.words(file.text("state")))
          .append('\n');
    }
    if (files.isEmpty()) {
      text.append("no serial numbers are kept yet\n");
    } else {
      text.append("kept for ").append(answer.number("keepDays")).append(" days\n");
    }
    if (!answer.text("trouble").isEmpty()) {
      Columns.line(
          text, "trouble", Columns.bad("not kept") + "   " + Columns.plain(answer.text("trouble")));
    }
    return text.toString();
  }

  private static boolean aside(JsonAnswer file) {
    return file.text("state").equals(NoteArchive.File.State.SET_ASIDE.name());
  }

  /**
   * @param report {@link org.silverteller.terminal.SerialsReport}
   */
  static String found(JsonAnswer report, LocalDate today) {
    List<JsonAnswer> batches = report.field("batches").items();
    if (batches.isEmpty()) {
      return "no such notes are on record\n";
    }
    return batches.stream().map(batch -> one(batch, today)).collect(Collectors.joining("\n"))
        + (report.text("more").equals("true")
            ? "\n" + Columns.warning("there are more: ask for a longer number, or a day") + "\n"
            : "");
  }

  private static String one(JsonAnswer batch, LocalDate today) {
    var text = new StringBuilder();
    Columns.line(
        text,
        "STAN " + batch.text("stan"),
        Columns.words(batch.text("move"))
            + "   "
            + Columns.time(batch.text("time"), today)
            + "   terminal "
            + Columns.plain(batch.text("terminal"))
            + "   transaction "
            + Columns.count(batch.number("transaction")));
    Columns.line(text, "file", Columns.plain(batch.text("file")));
    if (!batch.text("trouble").isEmpty()) {
      Columns.line(text, "", Columns.bad("cannot be read: " + batch.text("trouble")));
    }
    List<JsonAnswer> notes = batch.field("notes").items();
    if (!notes.isEmpty()) {
      List<String> lines = notes.stream().map(SerialsText::note).toList();
      Columns.line(text, "notes", Columns.under(lines));
    }
    if (batch.number("missing") > 0) {
      String missing = Columns.count(batch.number("missing")) + " whose numbers were not read";
      Columns.line(text, notes.isEmpty() ? "notes" : "", Columns.warning(missing));
    }
    return text.toString();
  }

  private static String note(JsonAnswer note) {
    String verdict = note.text("verdict");
    List<String> errors = note.field("errors").items().stream().map(JsonAnswer::text).toList();
    return String.format(
            Locale.ROOT,
            "%5s  %-12s  %-7s  %-12s",
            note.text("denomination"),
            Columns.plain(note.text("serial")),
            note.text("edition"),
            Columns.plain(note.text("unit")))
        + (verdict.equals(NoteVerdict.GENUINE.name())
            ? Columns.words(verdict)
            : Columns.warning(Columns.words(verdict)))
        + (errors.isEmpty() ? "" : " (" + String.join(", ", errors) + ")");
  }

  private static String row(String file, String notes, String bytes) {
    return String.format(Locale.ROOT, "%-" + NAME + "s  %7s  %9s  ", file, notes, bytes);
  }
}
