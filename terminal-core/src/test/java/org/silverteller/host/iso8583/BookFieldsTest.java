package org.silverteller.host.iso8583;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.silverteller.host.BookRow;
import org.silverteller.host.Details;
import org.silverteller.money.Money;

class BookFieldsTest {

  private static final String ROW = "1320260618D000000050000000001184567" + "03ATM" + "04CASH";

  @Test
  void reads_how_a_book_stands() {
    assertThat(BookFields.state(reply("BL01AUP0212FL010", "")))
        .isEqualTo(new Details.BookState("A", 12, false));
    unreadable(BookFields.state(reply("BL01AUP0212", "")), "field 48 without tag FL");
    unreadable(BookFields.state(reply("?", "")), "field 48: expected a list of tags");
    unreadable(BookFields.state(reply("BL01AUP0212FL017", "")), "tag FL is 7: expected 0 … 1");
  }

  @Test
  void reads_rows_for_one_page() {
    assertThat(BookFields.rows(reply("PG012RC011MR011FL010", ROW)))
        .isEqualTo(
            new Details.BookRows(
                2,
                List.of(
                    new BookRow(
                        13,
                        LocalDate.of(2026, 6, 18),
                        true,
                        Money.ofYuan(500),
                        Money.ofFen(1_184_567),
                        "ATM",
                        "CASH")),
                true,
                false));
    assertThat(BookFields.rows(reply("PG012RC010MR010FL011", "")))
        .isEqualTo(new Details.BookRows(2, List.of(), false, true));
  }

  @Test
  void says_exactly_what_cannot_be_read() {
    String tags = "PG012RC011MR010FL010";
    unreadable(rows("PG012RC044000MR010FL010", ROW), "tag RC is 4000: expected 0 … 60");
    unreadable(rows("PG012RC012MR010FL010", ROW), "row 2 in field 62, line: 0 bytes left");
    unreadable(rows(tags, ROW + "!"), "field 62: 1 bytes behind its 1 rows");
    unreadable(rows(tags, ROW.replace("0618D", "0618X")), "row 1 in field 62, sign");
    unreadable(rows(tags, ROW.replace("20260618", "20260631")), "expected a day as YYYYMMDD");
    unreadable(rows(tags, ROW.replace("0000000500", "00000OO500")), "amount: expected 12 digits");
    unreadable(rows("PG012MR010FL010", ROW), "field 48 without tag RC");
  }

  @Property
  void garbage_is_unreadable_or_rows_and_nothing_else(
      @ForAll @Size(min = 1, max = 300) byte[] bytes, @ForAll boolean tagged) {
    String text = new String(bytes, ISO_8859_1);
    Details details = tagged ? rows("PG012RC013MR010FL010", text) : rows(text, ROW);
    assertThat(details).isInstanceOfAny(Details.Unreadable.class, Details.BookRows.class);
  }

  @Property
  void one_changed_byte_never_escapes(@ForAll byte other, @ForAll int place) {
    byte[] row = ROW.getBytes(ISO_8859_1);
    row[Math.floorMod(place, row.length)] = other;
    assertThat(rows("PG012RC011MR010FL010", new String(row, ISO_8859_1))).isNotNull();
  }

  private static Details rows(String tags, String rows) {
    return BookFields.rows(reply(tags, rows));
  }

  private static void unreadable(Details details, String why) {
    assertThat(details).isInstanceOf(Details.Unreadable.class);
    assertThat(((Details.Unreadable) details).why()).contains(why);
  }

  private static Message reply(String tags, String rows) {
    Message.Builder reply =
        Message.of(Mti.FINANCIAL_RESPONSE).set(Field.ADDITIONAL_DATA, tags.getBytes(ISO_8859_1));
    if (!rows.isEmpty()) {
      reply.set(Field.KEYS, rows.getBytes(ISO_8859_1));
    }
    return reply.build();
  }
}
