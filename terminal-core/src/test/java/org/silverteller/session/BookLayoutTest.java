package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.silverteller.host.BookRow;
import org.silverteller.money.Money;

class BookLayoutTest {

  private static final BookLayout LAYOUT = BookLayout.DEFAULT;

  @Test
  void puts_two_rows_of_fold_before_line_13() {
    assertThat(LAYOUT.paperRow(1)).isEqualTo(1);
    assertThat(LAYOUT.paperRow(12)).isEqualTo(12);
    assertThat(LAYOUT.paperRow(13)).isEqualTo(15);
    assertThat(LAYOUT.paperRow(24)).isEqualTo(26);
    assertThat(LAYOUT.paperRows()).isEqualTo(26);
  }

  @Property
  void no_two_lines_lie_on_one_row_and_none_in_the_fold(
      @ForAll @IntRange(min = 1, max = 23) int line) {
    assertThat(LAYOUT.paperRow(line + 1)).isGreaterThan(LAYOUT.paperRow(line));
    assertThat(LAYOUT.paperRow(line)).isNotIn(13, 14);
  }

  @Test
  void writes_a_row_in_its_columns_a_chinese_character_two_cells_wide() {
    String text = LAYOUT.text(row("现金支取", "ATM"));
    assertThat(text)
        .isEqualTo("2026-06-18 现金支取                  -500.00           11845.67 ATM       ");
    assertThat(text.chars().map(c -> c < 0x80 ? 1 : 2).sum()).isEqualTo(LAYOUT.cells());
  }

  @Test
  void refuses_what_does_not_fit_or_cannot_be_printed() {
    assertThatThrownBy(() -> LAYOUT.text(row("现金支取", "X".repeat(90))))
        .hasMessage("TELLER of 90 cells: expected at most 10");
    assertThatThrownBy(() -> LAYOUT.text(row("九个字就太宽了放不", "ATM")))
        .hasMessage("SUMMARY of 18 cells: expected at most 16");
    for (String odd : List.of("\u001b@", "a\nb", "\u0000", "\u202e", "\ud83d\ude00")) {
      assertThatThrownBy(() -> LAYOUT.text(row(odd, "ATM")))
          .hasMessageMatching("SUMMARY with \\d+ characters that cannot be printed");
    }
  }

  @Test
  void prints_what_stands_at_the_edges_of_its_signs_and_nothing_beyond_them() {
    for (String good :
        List.of(" ", "~", "\u4e00", "\u9fa5", "\u3001", "\u301e", "\uff01", "\uff5e")) {
      assertThat(LAYOUT.text(row("x" + good, "ATM"))).contains("x" + good);
    }
    for (String odd :
        List.of("\u007f", "\u00a5", "\u3000", "\u301f", "\u4dff", "\u9fa6", "\uff00", "\uff5f")) {
      assertThatThrownBy(() -> LAYOUT.text(row(odd, "ATM")))
          .hasMessage("SUMMARY with 1 characters that cannot be printed");
    }
  }

  @Test
  void shows_money_that_came_with_a_plus_sign() {
    BookRow in =
        new BookRow(1, LocalDate.of(2026, 6, 18), false, Money.ofYuan(500), Money.ZERO, "ATM", "x");
    assertThat(LAYOUT.text(in)).contains(" +500.00 ");
  }

  @Test
  void refuses_pages_and_columns_that_cannot_be() {
    List<BookLayout.Column> columns = LAYOUT.columns();
    for (int lines : new int[] {0, 61}) {
      assertThatThrownBy(() -> new BookLayout("B", lines, 0, 2, 6, columns))
          .hasMessage("linesPerPage " + lines + ": expected 1 … 60");
    }
    assertThatThrownBy(() -> new BookLayout("B", 24, -1, 2, 6, columns))
        .hasMessage("foldAfter -1: expected 0 … 24");
    assertThatThrownBy(() -> new BookLayout("B", 24, 12, 11, 6, columns))
        .hasMessage("foldRows 11: expected 0 … 10");
    assertThatThrownBy(() -> new BookLayout("B", 24, 12, 2, 100, columns))
        .hasMessage("pages 100: expected 1 … 99");
    for (int width : new int[] {0, 121}) {
      assertThatThrownBy(() -> new BookLayout.Column(BookLayout.Content.DATE, width))
          .hasMessage("width " + width + ": expected 1 … 120");
    }
  }

  @Test
  void refuses_forms_that_cannot_be() {
    assertThatThrownBy(() -> new BookLayout("B", 24, 25, 2, 6, LAYOUT.columns()))
        .hasMessage("foldAfter 25: expected 0 … 24");
    assertThatThrownBy(() -> new BookLayout("B", 24, 12, 2, 6, List.of()))
        .hasMessage("columns: none, expected at least one");
  }

  @Test
  void progress_is_read_as_it_was_written() {
    PrintProgress progress = new PrintProgress(2, 13, 4, 1);
    assertThat(PrintProgress.of(progress.toString())).isEqualTo(progress);
    assertThat(progress.oneMore().proven()).isEqualTo(2);
    assertThatThrownBy(() -> PrintProgress.of("page 2")).hasMessageContaining("'page 2'");
    assertThatThrownBy(() -> new PrintProgress(1, 1, 1, 2))
        .hasMessage("2 rows proven: expected 0 … 1");
    assertThatThrownBy(() -> new PrintProgress(1, 1, 1, -1))
        .hasMessage("-1 rows proven: expected 0 … 1");
  }

  private static BookRow row(String summary, String teller) {
    return new BookRow(
        1,
        LocalDate.of(2026, 6, 18),
        true,
        Money.ofYuan(500),
        Money.ofFen(1_184_567),
        teller,
        summary);
  }
}
