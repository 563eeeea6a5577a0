package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silverteller.driver.xfs.Tables.Measured;
import org.silverteller.driver.xfs.XfsStructure.Layout;

/** Every mapped field lies where the compiler of the standard's headers has put it. */
class LayoutTest {

  private static final String NARROW = "win32.tsv";

  /** A structure constant, and where it is declared. */
  record Mapped(XfsStructure structure, String where) {
    @Override
    public String toString() {
      return where + "." + structure;
    }
  }

  static List<Mapped> mapped() {
    return Tables.constants(field -> field.getType() == XfsStructure.class).stream()
        .map(
            field ->
                new Mapped(
                    (XfsStructure) Tables.value(field), field.getDeclaringClass().getSimpleName()))
        .toList();
  }

  private static String wideTable(XfsVersion version) {
    return switch (version) {
      case V3_00 -> "win64-300.tsv";
      case V3_10 -> "win64-310.tsv";
      case V3_20 -> "win64-320.tsv";
      case V3_30 -> "win64.tsv";
    };
  }

  @Test
  void finds_the_mapped_structures() {
    assertThat(mapped())
        .extracting(Mapped::structure)
        .contains(ApiStructures.WFSRESULT, Cdm.WFSCDMSTATUS);
  }

  @ParameterizedTest
  @MethodSource("mapped")
  void every_field_lies_where_64_bit_headers_have_it(Mapped mapped) {
    String name = mapped.structure().name();
    for (XfsVersion version : XfsVersion.values()) {
      String table = wideTable(version);
      if (!Tables.has(table, name)) {
        assertThatThrownBy(() -> mapped.structure().layout(version, Long.BYTES))
            .as("%s of %s", name, version)
            .isInstanceOf(XfsFault.Malformed.class)
            .hasMessageContaining(name);
        continue;
      }
      Layout layout = mapped.structure().layout(version, Long.BYTES);
      assertThat(placed(layout, Long.BYTES))
          .as("%s of %s, 64 bits", name, version)
          .containsExactlyEntriesOf(Tables.fields(table, name));
      assertThat(layout.size())
          .as("size of %s of %s, 64 bits", name, version)
          .isEqualTo(Tables.size(table, name));
    }
  }

  @ParameterizedTest
  @MethodSource("mapped")
  void every_field_lies_where_32_bit_headers_have_it(Mapped mapped) {
    String name = mapped.structure().name();
    for (XfsVersion version : XfsVersion.values()) {
      if (!Tables.has(wideTable(version), name)) {
        continue;
      }
      Layout layout = mapped.structure().layout(version, Integer.BYTES);
      Map<String, Measured> expected = narrow(name, version);
      assertThat(placed(layout, Integer.BYTES))
          .as("%s of %s, 32 bits", name, version)
          .containsExactlyEntriesOf(expected);
      assertThat(layout.size())
          .as("size of %s of %s, 32 bits", name, version)
          .isEqualTo(version == XfsVersion.V3_30 ? Tables.size(NARROW, name) : end(expected));
    }
  }

  /** Only 3.30 was measured with 32 bits: older versions are as many of its first fields. */
  private static Map<String, Measured> narrow(String name, XfsVersion version) {
    int count = Tables.fields(wideTable(version), name).size();
    Map<String, Measured> first = new LinkedHashMap<>();
    Tables.fields(NARROW, name).entrySet().stream()
        .limit(count)
        .forEach(entry -> first.put(entry.getKey(), entry.getValue()));
    return first;
  }

  private static int end(Map<String, Measured> fields) {
    return fields.values().stream()
        .mapToInt(field -> field.offset() + field.size())
        .max()
        .orElseThrow();
  }

  private static Map<String, Measured> placed(Layout layout, int pointerBytes) {
    Map<String, Measured> placed = new LinkedHashMap<>();
    layout
        .slots()
        .forEach(
            (field, slot) ->
                placed.put(
                    field,
                    new Measured(slot.offset(), slot.type().bytes(pointerBytes) * slot.count())));
    return placed;
  }

  @Test
  void a_structure_says_which_version_brought_it() {
    List<String> wrong = new ArrayList<>();
    for (Mapped mapped : mapped()) {
      XfsVersion first =
          List.of(XfsVersion.values()).stream()
              .filter(version -> Tables.has(wideTable(version), mapped.structure().name()))
              .findFirst()
              .orElseThrow();
      if (mapped.structure().since() != first) {
        wrong.add(mapped + ": since " + mapped.structure().since() + ", expected " + first);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_field_asked_by_another_type_is_refused() {
    Layout layout = ApiStructures.WFSRESULT.layout(XfsVersion.V3_00, Long.BYTES);

    assertThatThrownBy(() -> layout.slot("hService", XfsStructure.Type.DWORD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("WFSRESULT.hService: expected a DWORD");
  }
}
