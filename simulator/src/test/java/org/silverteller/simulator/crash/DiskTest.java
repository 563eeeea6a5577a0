package org.silverteller.simulator.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silverteller.simulator.crash.Disk.Fate;

class DiskTest {

  private static final Path FOLDER = Path.of("/machine/record");
  private static final Path FILE = FOLDER.resolve("store.db");

  private final Disk disk = new Disk();

  @BeforeEach
  void a_file_with_a_certain_name() {
    disk.tell(new DiskCall.FolderMade(FOLDER));
    disk.tell(new DiskCall.Forced(FOLDER.getParent()));
    disk.tell(new DiskCall.Made(FILE));
    disk.tell(new DiskCall.Forced(FOLDER));
  }

  private Map<String, byte[]> image(Fate fate, long seed) {
    return disk.image(FOLDER, fate, new Random(seed));
  }

  private void write(long offset, int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    disk.tell(new DiskCall.Written(FILE, offset, bytes));
  }

  @Test
  void what_was_forced_survives_and_what_was_not_may_be_lost() {
    write(0, 3, 7);
    disk.tell(new DiskCall.Forced(FILE));
    write(3, 2, 8);

    assertThat(image(Fate.LOST, 1).get("store.db")).containsExactly(7, 7, 7);
    assertThat(image(Fate.KEPT, 1).get("store.db")).containsExactly(7, 7, 7, 8, 8);
  }

  @Test
  void a_write_is_torn_at_sectors_and_nowhere_else() {
    write(0, 2048, 1);
    disk.tell(new DiskCall.Forced(FILE));
    write(256, 1024, 2);
    Set<String> parts = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      byte[] bytes = image(Fate.TORN, seed).get("store.db");
      parts.add("" + bytes[256] + bytes[511] + " " + bytes[512] + bytes[1023] + " " + bytes[1024]);
    }

    assertThat(parts)
        .containsExactlyInAnyOrder(
            "11 11 1", "22 11 1", "11 22 1", "11 11 2", "22 22 1", "22 11 2", "11 22 2", "22 22 2");
  }

  @Test
  void a_later_write_may_survive_an_earlier_one_that_is_lost() {
    write(0, 1, 1);
    write(512, 1, 2);
    Set<String> found = new HashSet<>();
    for (long seed = 0; seed < 100; seed++) {
      found.add(Arrays.toString(firstOfSectors(image(Fate.SHUFFLED, seed).get("store.db"))));
    }

    assertThat(found).contains("[0, 2]", "[1, 2]");
  }

  private static int[] firstOfSectors(byte[] bytes) {
    return new int[] {bytes.length > 0 ? bytes[0] : -1, bytes.length > 512 ? bytes[512] : -1};
  }

  @Test
  void a_name_is_certain_only_when_its_folder_was_forced() {
    Path renamed = FOLDER.resolve("data.key");
    write(0, 1, 1);
    disk.tell(new DiskCall.Forced(FILE));
    disk.tell(new DiskCall.Renamed(FILE, renamed));

    assertThat(image(Fate.LOST, 1)).containsOnlyKeys("store.db");
    assertThat(image(Fate.KEPT, 1)).containsOnlyKeys("data.key");
    disk.tell(new DiskCall.Forced(FOLDER));
    assertThat(image(Fate.LOST, 1)).containsOnlyKeys("data.key");
    assertThat(disk.uncertain()).isFalse();
  }

  @Test
  void a_folder_that_was_never_forced_takes_its_files_along() {
    Disk fresh = new Disk();
    fresh.tell(new DiskCall.FolderMade(FOLDER));
    fresh.tell(new DiskCall.Made(FILE));
    fresh.tell(new DiskCall.Forced(FILE));
    fresh.tell(new DiskCall.Forced(FOLDER));

    assertThat(fresh.image(FOLDER, Fate.LOST, new Random(1))).isEmpty();
    assertThat(fresh.image(FOLDER, Fate.KEPT, new Random(1))).containsOnlyKeys("store.db");
  }
}
