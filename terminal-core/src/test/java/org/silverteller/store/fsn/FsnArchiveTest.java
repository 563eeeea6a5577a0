package org.silverteller.store.fsn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silverteller.host.Stan;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteEdition;
import org.silverteller.money.NoteMove;
import org.silverteller.money.NoteReading;
import org.silverteller.money.NoteSerial;
import org.silverteller.money.UnitId;
import org.silverteller.store.ArchiveFault;
import org.silverteller.store.NoteArchive.File;
import org.silverteller.store.NoteArchive.Found;
import org.silverteller.store.NoteBatch;
import org.silverteller.store.SerialRules;

class FsnArchiveTest {

  private static final LocalDateTime MORNING = LocalDateTime.of(2026, 6, 18, 9, 0, 8);
  private static final LocalDate TODAY = MORNING.toLocalDate();
  private static final String FIRST = "FSN10_CNY_31000017_20260618090008";

  @TempDir private Path store;

  // ---- where notes stand

  @Test
  void one_file_takes_the_notes_of_many_transactions() throws Exception {
    FsnArchive archive = archive(90, 1000);
    archive.add(batch(1, MORNING, 5));
    archive.add(batch(2, MORNING.plusMinutes(3), 2));
    assertThat(names()).containsExactlyInAnyOrder(FIRST + ".FSN.part", FIRST + ".idx");
    assertThat(read(FIRST + ".FSN.part"))
        .extracting(note -> note.serial().characters())
        .containsExactly(
            "AA00000100",
            "AA00000101",
            "AA00000102",
            "AA00000103",
            "AA00000104",
            "AA00000200",
            "AA00000201");
    assertThat(read(FIRST + ".FSN.part")).allMatch(note -> note.machineId().equals("31000017"));
  }

  @Test
  void a_full_file_gets_the_name_under_which_the_bank_fetches_it() throws Exception {
    FsnArchive archive = archive(90, 6);
    archive.add(batch(1, MORNING, 5));
    archive.add(batch(2, MORNING.plusSeconds(60), 2));
    archive.add(batch(3, MORNING.plusSeconds(120), 4));
    assertThat(archive.files())
        .extracting(file -> file.name() + " " + file.state() + " " + file.notes())
        .containsExactly(FIRST + ".FSN CLOSED 5", "FSN10_CNY_31000017_20260618090108.FSN CLOSED 6");
  }

  @Test
  void a_bundle_larger_than_a_file_stays_in_one() throws Exception {
    FsnArchive archive = archive(90, 3);
    archive.add(batch(1, MORNING, 8));
    assertThat(read(FIRST + ".FSN")).hasSize(8);
  }

  @Test
  void files_begun_in_the_same_second_have_names_of_their_own() throws Exception {
    FsnArchive archive = archive(90, 1);
    archive.add(batch(1, MORNING, 1));
    archive.add(batch(2, MORNING, 1));
    assertThat(archive.files())
        .extracting(File::name)
        .containsExactly(FIRST + ".FSN", "FSN10_CNY_31000017_20260618090009.FSN");
  }

  @Test
  void the_file_is_closed_when_its_day_is_over() throws Exception {
    FsnArchive archive = archive(90, 1000);
    archive.add(batch(1, MORNING, 1));
    archive.attend(TODAY);
    assertThat(names()).contains(FIRST + ".FSN.part");
    archive.attend(TODAY.plusDays(1));
    assertThat(names()).contains(FIRST + ".FSN").doesNotContain(FIRST + ".FSN.part");
  }

  @Test
  void notes_of_a_new_day_begin_a_new_file_before_anybody_attends() throws Exception {
    FsnArchive archive = archive(90, 1000);
    archive.add(batch(1, MORNING, 1));
    archive.add(batch(2, MORNING.plusDays(1), 1));
    assertThat(archive.files())
        .extracting(File::state)
        .containsExactly(File.State.CLOSED, File.State.OPEN);
  }

  @Test
  void the_bank_s_own_machine_id_stands_in_records_and_names() throws Exception {
    SerialRules rules =
        new SerialRules(
            store.resolve("elsewhere"),
            SerialRules.DEFAULT.denominations(),
            SerialRules.DEFAULT.moves(),
            90,
            1,
            "0102/AB/17",
            "?");
    new FsnArchive(rules, store, "31000017").add(batch(1, MORNING, 1));
    Path file = store.resolve("elsewhere/FSN10_CNY_0102-AB-17_20260618090008.FSN");
    assertThat(new FsnForm('?').read(Files.readAllBytes(file)).get(0).machineId())
        .isEqualTo("0102/AB/17");
  }

  // ---- how long

  @Test
  void files_go_after_so_many_days_with_their_indexes() throws Exception {
    FsnArchive archive = archive(30, 1);
    archive.add(batch(1, MORNING, 1));
    archive.add(batch(2, MORNING.plusDays(1), 1));
    assertThat(archive.attend(TODAY.plusDays(30))).isEmpty();
    assertThat(archive.attend(TODAY.plusDays(31)))
        .containsExactly(FIRST + " IS OLDER THAN 30 DAYS: REMOVED");
    assertThat(names())
        .containsExactlyInAnyOrder(
            "FSN10_CNY_31000017_20260619090008.FSN", "FSN10_CNY_31000017_20260619090008.idx");
    assertThat(archive.attend(TODAY.plusDays(31))).isEmpty();
  }

  @Test
  void the_index_of_a_file_that_the_bank_has_fetched_goes_too() throws Exception {
    FsnArchive archive = archive(30, 1);
    archive.add(batch(1, MORNING, 1));
    Files.delete(folder().resolve(FIRST + ".FSN"));
    assertThat(archive.find(head -> true).get(0).trouble()).startsWith("the file is no longer in");
    archive.attend(TODAY.plusDays(31));
    assertThat(names()).isEmpty();
  }

  @Test
  void files_of_others_in_the_folder_are_left_alone() throws Exception {
    FsnArchive archive = archive(1, 1);
    Files.createDirectories(folder());
    for (String name : List.of("readme.txt", "FSN10_CNY_1_20269999000000.FSN", "FSN10_x.FSN")) {
      Files.writeString(folder().resolve(name), "x");
    }
    assertThat(archive.attend(TODAY.plusYears(1))).isEmpty();
    assertThat(names()).hasSize(3);
  }

  // ---- finding

  @Test
  void a_transaction_finds_its_notes_with_unit_time_and_direction() throws Exception {
    FsnArchive archive = archive(90, 6);
    for (int stan = 1; stan <= 4; stan++) {
      archive.add(batch(stan, MORNING.plusMinutes(stan), 4));
    }
    List<Found> found = archive.find(head -> head.stan().value() == 3);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).batch()).isEqualTo(batch(3, MORNING.plusMinutes(3), 4));
    assertThat(found.get(0).trouble()).isEmpty();
  }

  @Test
  void a_number_finds_its_note_even_where_a_character_was_not_read() throws Exception {
    FsnArchive archive = archive(90, 6);
    archive.add(batch(1, MORNING, 4));
    archive.add(new NoteBatch(head(2, MORNING, 0), List.of(note("AA0000*102"))));
    assertThat(archive.find(NoteSerial.of("AA00000102")))
        .extracting(found -> found.batch().head().stan().value() + " " + serials(found))
        .containsExactly("1 [AA00000102]", "2 [AA0000*102]");
    assertThat(archive.find(NoteSerial.of("AA0000010"))).hasSize(2);
    assertThat(archive.find(NoteSerial.of("BB00000102"))).isEmpty();
  }

  @Test
  void notes_that_nobody_read_are_on_record_as_missing() throws Exception {
    FsnArchive archive = archive(90, 1000);
    archive.add(new NoteBatch(head(1, MORNING, 5), List.of()));
    assertThat(archive.holds(1, NoteMove.DISPENSED)).isTrue();
    assertThat(archive.holds(1, NoteMove.RETRACTED)).isFalse();
    archive.attend(TODAY.plusDays(1));
    assertThat(names()).containsExactly(FIRST + ".idx");
    assertThat(archive.find(head -> true).get(0).batch().head().missing()).isEqualTo(5);
  }

  // ---- power cuts and bad files

  @Test
  void goes_on_in_the_same_file_after_a_start() throws Exception {
    archive(90, 1000).add(batch(1, MORNING, 2));
    FsnArchive again = archive(90, 1000);
    assertThat(again.attend(TODAY)).isEmpty();
    again.add(batch(2, MORNING.plusMinutes(1), 2));
    assertThat(read(FIRST + ".FSN.part")).hasSize(4);
  }

  @Test
  void wherever_the_power_cuts_the_records_short_no_whole_batch_is_lost() throws Exception {
    archive(90, 1000).add(batch(1, MORNING, 2));
    archive(90, 1000).add(batch(2, MORNING.plusMinutes(1), 2));
    byte[] whole = Files.readAllBytes(folder().resolve(FIRST + ".FSN.part"));
    byte[] index = Files.readAllBytes(folder().resolve(FIRST + ".idx"));
    for (int size = 0; size < whole.length; size++) {
      put(Arrays.copyOf(whole, size), index);
      FsnArchive archive = archive(90, 1000);
      assertThat(archive.attend(TODAY)).hasSize(1).allMatch(line -> line.contains("SET ASIDE"));
      int kept = size < 232 ? 0 : 1;
      assertThat(archive.find(head -> true)).as("cut to %d bytes", size).hasSize(kept);
      assertThat(names()).contains(FIRST + ".FSN.torn").doesNotContain(FIRST + ".FSN.part");
      if (kept == 1) {
        assertThat(read(FIRST + ".FSN")).hasSize(2);
      }
      archive.add(batch(3, MORNING, 1));
      assertThat(archive.find(head -> head.stan().value() == 3)).hasSize(1);
    }
  }

  @Test
  void wherever_the_power_cuts_the_index_short_no_whole_line_is_lost() throws Exception {
    archive(90, 1000).add(batch(1, MORNING, 2));
    archive(90, 1000).add(batch(2, MORNING.plusMinutes(1), 2));
    byte[] records = Files.readAllBytes(folder().resolve(FIRST + ".FSN.part"));
    byte[] index = Files.readAllBytes(folder().resolve(FIRST + ".idx"));
    int firstLine = new String(index, StandardCharsets.UTF_8).indexOf('\n') + 1;
    for (int size = 0; size < index.length; size++) {
      put(records, Arrays.copyOf(index, size));
      FsnArchive archive = archive(90, 1000);
      assertThat(archive.attend(TODAY)).hasSize(1);
      assertThat(archive.find(head -> true)).hasSize(size < firstLine ? 0 : 1);
      archive.add(batch(2, MORNING.plusMinutes(1), 2));
      assertThat(archive.find(head -> head.stan().value() == 2)).hasSize(1);
    }
  }

  @Test
  void a_salvage_that_is_itself_cut_short_is_done_again() throws Exception {
    archive(90, 1000).add(batch(1, MORNING, 2));
    Path part = folder().resolve(FIRST + ".FSN.part");
    Files.write(part, new byte[7], StandardOpenOption.APPEND);
    Files.copy(part, store.resolve("kept"));
    archive(90, 1000).attend(TODAY);
    Files.delete(folder().resolve(FIRST + ".FSN.torn"));
    Files.copy(store.resolve("kept"), part);
    FsnArchive archive = archive(90, 1000);
    archive.attend(TODAY);
    assertThat(archive.find(head -> true)).hasSize(1);
    assertThat(read(FIRST + ".FSN")).hasSize(2);
  }

  @Test
  void a_closed_file_of_wrong_size_or_count_is_named_and_set_aside() throws Exception {
    FsnArchive archive = archive(90, 1);
    archive.add(batch(1, MORNING, 1));
    archive.add(batch(2, MORNING.plusSeconds(9), 1));
    Path file = folder().resolve(FIRST + ".FSN");
    byte[] bytes = Files.readAllBytes(file);
    bytes[20] = 7;
    Files.write(file, bytes);
    assertThat(archive(90, 1).attend(TODAY))
        .containsExactly(
            FIRST
                + ".FSN IS DAMAGED (132 bytes and a count of 7 records: expected 32 bytes and 100 a"
                + " record): SET ASIDE");
    assertThat(archive.files())
        .extracting(File::state)
        .containsExactly(File.State.SET_ASIDE, File.State.CLOSED);
    assertThat(archive.find(head -> true))
        .extracting(Found::trouble)
        .satisfiesExactly(
            first -> assertThat(first).contains("count of 7"),
            second -> assertThat(second).isEmpty());
  }

  @Test
  void a_folder_that_cannot_be_used_is_a_fault_and_works_again_once_it_can() throws Exception {
    Files.writeString(folder(), "in the way");
    FsnArchive archive = archive(90, 1000);
    NoteBatch batch = batch(1, MORNING, 2);
    assertThatThrownBy(() -> archive.add(batch))
        .isInstanceOf(ArchiveFault.class)
        .hasMessageContaining(folder().toString());
    assertThatThrownBy(() -> archive.attend(TODAY)).isInstanceOf(ArchiveFault.class);
    Files.delete(folder());
    archive.add(batch);
    assertThat(read(FIRST + ".FSN.part")).hasSize(2);
  }

  @Test
  void a_file_that_vanishes_under_the_terminal_is_a_fault_once() throws Exception {
    FsnArchive archive = archive(90, 1000);
    archive.add(batch(1, MORNING, 2));
    Files.delete(folder().resolve(FIRST + ".FSN.part"));
    NoteBatch batch = batch(2, MORNING, 2);
    assertThatThrownBy(() -> archive.add(batch)).isInstanceOf(ArchiveFault.class);
    archive.add(batch);
    assertThat(archive.find(head -> head.stan().value() == 2)).hasSize(1);
  }

  @Test
  void a_batch_that_was_kept_before_the_failure_was_told_is_not_kept_twice() throws Exception {
    FsnArchive archive = archive(90, 1000);
    archive.add(batch(1, MORNING, 2));
    FsnArchive again = archive(90, 1000);
    again.add(batch(1, MORNING, 2));
    assertThat(read(FIRST + ".FSN.part")).hasSize(2);
  }

  // ---- what is used

  private FsnArchive archive(int days, int notes) {
    SerialRules usual = SerialRules.DEFAULT;
    return new FsnArchive(
        new SerialRules(usual.folder(), usual.denominations(), usual.moves(), days, notes, "", "*"),
        store,
        "31000017");
  }

  private Path folder() {
    return store.resolve("fsn");
  }

  private void put(byte[] records, byte[] index) throws IOException {
    for (String name : names()) {
      Files.delete(folder().resolve(name));
    }
    Files.write(folder().resolve(FIRST + ".FSN.part"), records);
    Files.write(folder().resolve(FIRST + ".idx"), index);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private List<FsnNote> read(String name) throws IOException {
    return new FsnForm('*').read(Files.readAllBytes(folder().resolve(name)));
  }

  private static List<String> serials(Found found) {
    return found.batch().notes().stream().map(note -> note.serial().characters()).toList();
  }

  private static NoteBatch.Head head(int stan, LocalDateTime time, int missing) {
    return new NoteBatch.Head("31000017", stan, new Stan(stan), NoteMove.DISPENSED, time, missing);
  }

  private static NoteBatch batch(int stan, LocalDateTime time, int notes) {
    List<NoteReading> read = new ArrayList<>();
    for (int note = 0; note < notes; note++) {
      read.add(note(String.format("AA%08d", stan * 100 + note)));
    }
    return new NoteBatch(head(stan, time, 0), read);
  }

  private static NoteReading note(String serial) {
    UnitId unit = UnitId.of(serial.endsWith("0") ? "CASS1" : "CASS2");
    return NoteReading.genuine(
        unit, Denomination.of(100), NoteEdition.Y2015, NoteSerial.of(serial));
  }
}
