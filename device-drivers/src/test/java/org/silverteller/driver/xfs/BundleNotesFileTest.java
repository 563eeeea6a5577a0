package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;

/** What is written down before a dispense is there after a power cut, or counts as not there. */
class BundleNotesFileTest {

  private static final CashUnit HUNDREDS =
      new CashUnit(
          UnitId.of("CASS1"), UnitType.BILL, Denomination.of(100), 1_995, 5, UnitState.LOW);
  private static final CashUnit REJECT =
      new CashUnit(UnitId.of("REJECT"), UnitType.REJECT, Denomination.MIXED, 3, 0, UnitState.OK);

  private static final BundleNotes.Note NOTE =
      new BundleNotes.Note(
          17,
          16,
          new NoteMix(List.of(new NoteMix.Part(UnitId.of("CASS1"), Denomination.of(100), 3))),
          new CdmUnits(
              List.of(
                  new CdmUnits.Slot(true, HUNDREDS, 2), new CdmUnits.Slot(true, REJECT, 0))));

  @TempDir private Path folder;

  @Test
  void a_note_is_read_again_as_it_was_kept() {
    new BundleNotesFile(folder).keep(NOTE);
    assertThat(new BundleNotesFile(folder).last()).contains(NOTE);
  }

  @Test
  void the_newest_note_takes_the_place_of_the_one_before() {
    BundleNotes notes = new BundleNotesFile(folder);
    notes.keep(NOTE);
    var next = new BundleNotes.Note(18, 17, NoteMix.EMPTY, NOTE.counts());
    notes.keep(next);
    assertThat(notes.last()).contains(next);
    assertThat(new BundleNotesFile(folder).last()).contains(next);
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void before_the_first_dispense_there_is_none() {
    assertThat(new BundleNotesFile(folder.resolve("not/yet")).last()).isEmpty();
  }

  @Test
  void a_torn_note_counts_as_none() throws IOException {
    new BundleNotesFile(folder).keep(NOTE);
    Path file = folder.resolve("xfs-dispense.txt");
    List<String> lines = Files.readAllLines(file);
    for (int kept = 0; kept < lines.size(); kept++) {
      Files.write(file, lines.subList(0, kept));
      assertThat(new BundleNotesFile(folder).last()).as("%s lines", kept).isEmpty();
    }
  }

  @Test
  void a_note_in_other_words_counts_as_none() throws IOException {
    Files.writeString(folder.resolve("xfs-dispense.txt"), "reference seventeen\nend\n");
    assertThat(new BundleNotesFile(folder).last()).isEmpty();
    Files.writeString(folder.resolve("xfs-dispense.txt"), "weather fine\nend\n");
    assertThat(new BundleNotesFile(folder).last()).isEmpty();
  }

  @Test
  void nothing_may_be_dispensed_when_it_cannot_be_kept() throws IOException {
    BundleNotes notes = new BundleNotesFile(folder);
    notes.keep(NOTE);
    Files.createDirectory(folder.resolve("xfs-dispense.txt.new"));
    assertThatThrownBy(() -> notes.keep(NOTE))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("the dispense cannot be noted");
  }
}
