package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.silverteller.device.ProbedValue;
import org.silverteller.device.ProbedValue.Constant;
import org.silverteller.device.ProbedValue.Flags;
import org.silverteller.device.ProbedValue.Part;
import org.silverteller.device.ProbedValue.Parts;
import org.silverteller.device.ProbedValue.Plain;
import org.silverteller.device.ProbedValue.State;
import org.silverteller.device.ProbedValue.Truth;

/** The words for the numbers that services answer. */
class XfsFieldsTest {

  private static final int STRUCTURE = 0;
  private static final int FIELD = 1;
  private static final int READING = 2;
  private static final int PREFIX = 3;
  private static final int WORDS = 4;

  /** The structures that a probe shows, and the kinds of field that have names in the standard. */
  private static final String SHOWN = "WFS(IDC|CDM|CIM|PIN|PTR|SIU|TTU)(STATUS|CAPS)";

  private static final String NAMED = "fw[A-Z].*|wClass|wDevicePosition|wAntiFraudModule";

  private static List<String[]> rows() {
    return Tables.lines("xfs-fields.tsv").stream().map(line -> line.split("\t")).toList();
  }

  private static Map<String, Long> standard() {
    Map<String, Long> numbers = new HashMap<>();
    Tables.lines("constants.tsv").stream()
        .skip(1)
        .map(line -> line.split("\t"))
        .forEach(columns -> numbers.put(columns[1], Long.parseLong(columns[2])));
    return numbers;
  }

  @Test
  void every_name_is_one_of_the_headers_and_has_its_number() {
    Map<String, Long> standard = standard();
    Map<String, String> wrong = new TreeMap<>();
    int seen = 0;
    for (String[] row : rows()) {
      for (String named : row[WORDS].split(" ", -1)) {
        String[] word = named.split("=", -1);
        String name = row[PREFIX] + word[0];
        seen++;
        if (!Long.valueOf(word[1]).equals(standard.get(name))) {
          wrong.put(name, word[1] + ", expected " + standard.get(name));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(seen).isGreaterThan(1_000);
  }

  @Test
  void every_row_is_of_a_field_or_a_named_element_and_none_stands_twice() {
    Map<String, XfsStructure> structures = structures();
    Set<String> places = new HashSet<>();
    Set<String> once = new HashSet<>();
    for (String[] row : rows()) {
      String key = row[STRUCTURE] + "." + row[FIELD];
      assertThat(once.add(key + " " + row[READING].equals("places"))).as(key).isTrue();
      assertThat(row[READING]).as(key).isIn("one", "flags", "places");
      String field = row[FIELD].replaceAll("\\..*", "");
      assertThat(structures.get(row[STRUCTURE]).layout(XfsVersion.V3_30, Long.BYTES).has(field))
          .as(key)
          .isTrue();
      if (row[READING].equals("places")) {
        Stream.of(row[WORDS].split(" ", -1)).forEach(word -> places.add(key + "." + word));
      }
    }
    assertThat(once)
        .filteredOn(key -> key.indexOf('.') != key.lastIndexOf('.'))
        .allSatisfy(
            key ->
                assertThat(places)
                    .anyMatch(place -> key.startsWith(place.split("=", -1)[0] + " ")));
  }

  /** What has no row is a number, a count or a size: a field that is forgotten shows here. */
  @Test
  void every_field_of_states_and_flags_has_words() {
    Set<String> known =
        rows().stream().map(row -> row[STRUCTURE] + "." + row[FIELD]).collect(Collectors.toSet());
    Set<String> bare = new TreeSet<>();
    structures()
        .forEach(
            (name, structure) -> {
              if (name.matches(SHOWN)) {
                structure.layout(XfsVersion.V3_30, Long.BYTES).slots().keySet().stream()
                    .filter(field -> field.matches(NAMED))
                    .filter(field -> !known.contains(name + "." + field))
                    .forEach(field -> bare.add(name + "." + field));
              }
            });
    assertThat(bare).isEqualTo(BARE);
  }

  /** A count by its name in the header, whatever it begins with. */
  private static final Set<String> BARE = new TreeSet<>(Set.of("WFSCIMCAPS.fwIntermediateStacker"));

  private static Map<String, XfsStructure> structures() {
    Map<String, XfsStructure> structures = new TreeMap<>();
    Tables.constants(field -> field.getType() == XfsStructure.class)
        .forEach(field -> structures.put(field.getName(), (XfsStructure) Tables.value(field)));
    return structures;
  }

  @Test
  void a_state_is_told_by_its_name_and_an_unknown_one_stays_a_number() {
    assertThat(XfsFields.read("WFSCDMSTATUS", "fwDevice", 4))
        .isEqualTo(new State(4, Optional.of(constant("WFS_CDM_DEV", "HWERROR", 4))));
    assertThat(XfsFields.read("WFSCDMSTATUS", "fwDevice", 17))
        .isEqualTo(new State(17, Optional.empty()));
    assertThat(XfsFields.read("WFSCDMCAPS", "bShutter", 1)).isEqualTo(new Truth(true));
    assertThat(XfsFields.read("WFSCDMCAPS", "wMaxDispenseItems", 40)).isEqualTo(new Plain(40));
  }

  @Test
  void flags_are_told_one_by_one_with_what_is_left_of_the_number() {
    Flags tracks = (Flags) XfsFields.read("WFSIDCCAPS", "fwReadTracks", 2 + 4 + 4_096);
    assertThat(tracks.set())
        .extracting(Constant::name)
        .containsExactly("WFS_IDC_TRACK2", "WFS_IDC_TRACK3");
    assertThat(tracks.unnamed()).isEqualTo(4_096);
    assertThat(((Flags) XfsFields.read("WFSIDCCAPS", "fwReadTracks", 0)).set())
        .extracting(Constant::word)
        .containsExactly("NOTSUPP");
    assertThat(((Flags) XfsFields.read("WFSCDMCAPS", "fwMoveItems", 0)).set()).isEmpty();
  }

  @Test
  void an_array_is_told_by_the_places_of_the_standard() {
    long[] doors = new long[16];
    doors[1] = 1;
    doors[15] = 3;
    Parts told = XfsFields.read("WFSSIUSTATUS", "fwDoors", doors);
    assertThat(told.parts()).extracting(Part::name).containsExactly("WFS_SIU_SAFE", "15");
    assertThat(told.parts().get(0).value())
        .isEqualTo(new Flags(1, List.of(constant("WFS_SIU_", "CLOSED", 1))));
    assertThat(told.parts().get(1).value()).isEqualTo(new Plain(3));
  }

  @Test
  void a_place_whose_state_is_nought_is_told_where_nought_is_a_state() {
    List<ProbedValue> paper =
        XfsFields.read("WFSPTRSTATUS", "fwPaper", new long[16]).parts().stream()
            .map(Part::value)
            .toList();
    assertThat(paper)
        .hasSize(6)
        .containsOnly(new State(0, Optional.of(constant("WFS_PTR_PAPER", "FULL", 0))));
  }

  private static Constant constant(String prefix, String word, long value) {
    return new Constant(prefix + word, word, value);
  }
}
