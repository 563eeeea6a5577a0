package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every number with a name of the standard is the standard's. */
class NumbersTest {

  /** Errors of the manager and of the classes that a terminal has. */
  private static final String NAMED_FOR_PEOPLE =
      "xfs(api|idc|cdm|cim|pin|ptr|ttu|siu).h\tWFS_(ERR(?!_ACT)|CMD|INF|SRVE|USRE|EXEE)_.*";

  private static final Map<String, Integer> STANDARD = standard();

  private static Map<String, Integer> standard() {
    Map<String, Integer> numbers = new HashMap<>();
    rows("").forEach(columns -> numbers.put(columns[1], (int) Long.parseLong(columns[2])));
    return numbers;
  }

  private static Stream<String[]> rows(String wanted) {
    return Tables.lines("constants.tsv").stream()
        .skip(1)
        .filter(line -> wanted.isEmpty() || line.matches(wanted))
        .map(line -> line.split("\t"));
  }

  private static List<Field> numbers() {
    return Tables.constants(
        field -> field.getType() == int.class && field.getName().startsWith("WFS_"));
  }

  @Test
  void every_constant_has_the_number_of_the_headers() {
    Map<String, String> wrong = new TreeMap<>();
    for (Field field : numbers()) {
      Integer expected = STANDARD.get(field.getName());
      if (!Tables.value(field).equals(expected)) {
        wrong.put(field.getName(), Tables.value(field) + ", expected " + expected);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(numbers()).hasSizeGreaterThan(100);
  }

  @Test
  void the_names_for_people_are_those_of_the_headers_and_all_of_them() {
    Map<String, Integer> named = new TreeMap<>();
    Tables.lines("xfs-names.tsv").stream()
        .map(line -> line.split("\t"))
        .forEach(columns -> named.put(columns[0], Integer.parseInt(columns[1])));
    Map<String, Integer> expected = new TreeMap<>();
    rows(NAMED_FOR_PEOPLE)
        .forEach(columns -> expected.put(columns[1], Integer.parseInt(columns[2])));

    assertThat(named).containsExactlyEntriesOf(expected);
  }

  @Test
  void a_number_is_told_by_its_name_and_a_vendors_as_it_came() {
    assertThat(XfsNames.error(Xfs.WFS_ERR_CONNECTION_LOST))
        .isEqualTo("WFS_ERR_CONNECTION_LOST (-54)");
    assertThat(XfsNames.error(0)).isEqualTo("WFS_SUCCESS");
    assertThat(XfsNames.error(-9_001)).isEqualTo("error -9001");
    assertThat(XfsNames.command(Cdm.WFS_CMD_CDM_DISPENSE)).isEqualTo("WFS_CMD_CDM_DISPENSE (302)");
    assertThat(XfsNames.category(Cdm.WFS_INF_CDM_STATUS)).isEqualTo("WFS_INF_CDM_STATUS (301)");
    assertThat(XfsNames.event(4_711)).isEqualTo("event 4711");
  }
}
