package org.silverteller.store.fsn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteEdition;
import org.silverteller.money.NoteSerial;
import org.silverteller.money.NoteVerdict;

class FsnFormTest {

  private static final FsnForm FORM = new FsnForm('*');

  /** Byte for byte from the table of service rules 4.10. */
  private static final String GOLDEN =
      // header: 20, 10, 7, 26 | 0, 1, 0x2D, 'S', 'N', 'o' | two records | 0, 1, 2, 3
      "1400 0a00 0700 1a00  0000 0100 2d00 5300 4e00 6f00  02000000  0000 0100 0200 0300"
          // 2026-06-18 is (46 << 9) + (6 << 5) + 18; 09:00:21 is (9 << 11) + (0 << 5) + 10
          + "d25c 0a48 0100 0000 0000 0000  4300 4e00 5900 0000  0300 6400  0a00"
          + "4400 4100 3500 3300 3000 3700 3400 2a00 3400 3800 0000 0000"
          + "3300 3100 3000 3000 3000 3000 3100 3700"
          + "0000".repeat(16)
          + "0000"
          // a suspect of 10 yuan, reasons 1 and 12, no serial number read, full machine id
          + "217a 7dbf 0000 0100 0c00 0000  4300 4e00 5900 0000  0400 0a00  0000"
          + "0000".repeat(12)
          + "4100".repeat(24)
          + "0000";

  private static final List<FsnNote> NOTES =
      List.of(
          new FsnNote(
              LocalDateTime.of(2026, 6, 18, 9, 0, 20),
              Denomination.of(100),
              NoteEdition.Y2015,
              NoteSerial.of("DA53074*48"),
              NoteVerdict.GENUINE,
              List.of(),
              "31000017"),
          new FsnNote(
              LocalDateTime.of(2041, 1, 1, 23, 59, 58),
              Denomination.of(10),
              NoteEdition.Y2019,
              NoteSerial.of(""),
              NoteVerdict.SUSPECT,
              List.of(1, 12),
              "A".repeat(24)));

  @Test
  void writes_each_byte_where_the_table_has_it() {
    assertThat(hex(FORM.write(NOTES))).isEqualTo(GOLDEN.replace(" ", ""));
  }

  @Test
  void reads_what_the_table_says() throws MalformedFsn {
    assertThat(FORM.read(golden())).isEqualTo(NOTES);
  }

  @Test
  void writes_an_odd_second_as_the_even_one_before() throws MalformedFsn {
    FsnNote odd = at(LocalDateTime.of(2026, 6, 18, 9, 0, 21));
    assertThat(FORM.read(FORM.write(List.of(odd)))).containsExactly(NOTES.get(0));
  }

  @Test
  void writes_a_question_mark_for_what_was_not_read_where_the_bank_wants_it() throws MalformedFsn {
    byte[] file = new FsnForm('?').write(NOTES);
    assertThat(file[32 + 26 + 2 * 7]).isEqualTo((byte) '?');
    assertThat(FORM.read(file)).isEqualTo(NOTES);
  }

  @Test
  void writes_the_first_moment_of_the_form_when_the_clock_has_lost_its_time() throws MalformedFsn {
    byte[] file = FORM.write(List.of(at(LocalDateTime.of(1970, 1, 1, 0, 3))));
    assertThat(FORM.read(file).get(0).time()).isEqualTo("1980-01-01T00:00:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0  | 21   | byte 0 holds 21: expected 20
          12 | 0x2E | a file with images (0x2E): expected one without (0x2D)
          18 | 0x4F | byte 18 holds 79: expected 111
          20 | 3    | 232 bytes and a count of 3 records: expected 32 bytes and 100 a record
          23 | 0xFF | 232 bytes and a count of 4278190082 records: expected 32 bytes and 100 a record
          30 | 4    | byte 30 holds 4: expected 3
          32 | 0    | record 1: date 0x0000 and time 0x480a: expected those of a day
          36 | 4    | record 1: verdict 4: expected 0 … 3
          38 | 13   | record 1: errors [13]: expected at most 3 of 1 … 12
          44 | 0x55 | record 1: byte 44 holds 85: expected 67
          56 | 13   | record 1: a serial number of 13 characters: expected at most 12
          58 | 0x20 | record 1: serial number ' A53074*48'
          """)
  void names_the_byte_that_is_wrong(int at, String value, String told) {
    byte[] file = golden();
    file[at] = Integer.decode(value).byteValue();
    if (at == 32) {
      file[33] = 0;
    }
    assertThatThrownBy(() -> FORM.read(file))
        .isInstanceOf(MalformedFsn.class)
        .hasMessageContaining(told);
  }

  @Test
  void a_file_of_any_other_length_is_none() {
    for (int length = 0; length < golden().length; length++) {
      byte[] torn = Arrays.copyOf(golden(), length);
      assertThatThrownBy(() -> FORM.read(torn)).isInstanceOf(MalformedFsn.class);
    }
  }

  @Property
  void what_is_written_is_read_again(@ForAll("files") List<FsnNote> notes) throws MalformedFsn {
    byte[] file = FORM.write(notes);
    assertThat(file).hasSize(32 + 100 * notes.size());
    assertThat(FORM.read(file)).isEqualTo(notes);
  }

  @Property
  void whatever_the_bytes_are_the_answer_is_notes_or_why_not(
      @ForAll("files") List<FsnNote> notes, @ForAll int at, @ForAll byte value) {
    byte[] file = FORM.write(notes);
    file[Math.floorMod(at, file.length)] = value;
    try {
      assertThat(FORM.read(file)).hasSize(notes.size());
    } catch (MalformedFsn told) {
      assertThat(told).hasMessageContaining("expected");
    }
  }

  @Provide
  Arbitrary<List<FsnNote>> files() {
    Arbitrary<LocalDateTime> times =
        DateTimes.dateTimes()
            .between(LocalDateTime.of(1980, 1, 1, 0, 0), LocalDateTime.of(2107, 12, 31, 23, 59, 59))
            .map(time -> time.withNano(0).withSecond(time.getSecond() / 2 * 2));
    Arbitrary<String> serials =
        Arbitraries.strings().withChars("ABCXYZ0189*").ofMaxLength(NoteSerial.LONGEST);
    Arbitrary<String> machines = Arbitraries.strings().withChars("AZaz09/-._").ofMaxLength(24);
    return Combinators.combine(
            times,
            Arbitraries.of(1, 5, 10, 20, 50, 100).map(Denomination::of),
            Arbitraries.of(NoteEdition.class),
            serials.map(NoteSerial::of),
            Arbitraries.of(NoteVerdict.class),
            Arbitraries.integers().between(1, 12).list().ofMaxSize(3),
            machines)
        .as(FsnNote::new)
        .list()
        .ofMaxSize(20);
  }

  private static FsnNote at(LocalDateTime time) {
    FsnNote note = NOTES.get(0);
    return new FsnNote(
        time,
        note.denomination(),
        note.edition(),
        note.serial(),
        note.verdict(),
        note.errors(),
        note.machineId());
  }

  private static byte[] golden() {
    return HexFormat.of().parseHex(GOLDEN.replace(" ", ""));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
