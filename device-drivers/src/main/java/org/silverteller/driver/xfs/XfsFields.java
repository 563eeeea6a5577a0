package org.silverteller.driver.xfs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.silverteller.device.ProbedValue;
import org.silverteller.device.ProbedValue.Constant;
import org.silverteller.device.ProbedValue.Part;

/**
 * What the numbers in the fields of status and capabilities say, by the standard's names.
 *
 * <p>The table {@code xfs-fields.tsv} has one row for each field that has names: structure, field,
 * how it is read ({@code one} of them, {@code flags}, or {@code places} of an array), what all the
 * names begin with, and the rest of each with its number. A row {@code field.PLACE} is for that
 * element of an array alone. Numbers that have no name stay numbers.
 */
final class XfsFields {

  private static final String TABLE = "xfs-fields.tsv";
  private static final String PLACES = "places";
  private static final String FLAGS = "flags";

  /** The standard marks a BOOL by the first letter of its name. */
  private static final String BOOL = "b[A-Z].*";

  /** How one field is read. */
  private record Names(boolean flags, List<Constant> constants) {

    Optional<Constant> of(long value) {
      return constants.stream().filter(constant -> constant.value() == value).findFirst();
    }

    ProbedValue read(long value) {
      if (!flags) {
        return new ProbedValue.State(value, of(value));
      }
      Stream<Constant> set =
          value == 0
              ? of(0).stream()
              : constants.stream().filter(flag -> (value & flag.value()) != 0);
      return new ProbedValue.Flags(value, set.toList());
    }
  }

  private static final class Table {
    private static final Map<String, Names> FIELDS = new HashMap<>();
    private static final Map<String, Names> ARRAYS = new HashMap<>();

    static {
      try (InputStream table = XfsFields.class.getResourceAsStream(TABLE);
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
        lines.lines().map(line -> line.split("\t")).forEach(Table::add);
      } catch (IOException failure) {
        throw new UncheckedIOException(TABLE + " in this library", failure);
      }
    }

    private static void add(String[] columns) {
      List<Constant> constants = new ArrayList<>();
      for (String named : columns[4].split(" ", -1)) {
        int equals = named.indexOf('=');
        String word = named.substring(0, equals);
        constants.add(
            new Constant(columns[3] + word, word, Long.parseLong(named.substring(equals + 1))));
      }
      (columns[2].equals(PLACES) ? ARRAYS : FIELDS)
          .put(
              key(columns[0], columns[1]),
              new Names(columns[2].equals(FLAGS), List.copyOf(constants)));
    }
  }

  private XfsFields() {}

  private static String key(String structure, String field) {
    return structure + " " + field;
  }

  /** A single number of a structure. */
  static ProbedValue read(String structure, String field, long value) {
    if (field.matches(BOOL)) {
      return new ProbedValue.Truth(value != 0);
    }
    Names names = Table.FIELDS.get(key(structure, field));
    return names == null ? new ProbedValue.Plain(value) : names.read(value);
  }

  /**
   * An array of a structure: of states the named places, of flags and numbers what is not 0, which
   * says that there is nothing at the place.
   */
  static ProbedValue.Parts read(String structure, String field, long[] values) {
    Optional<Names> places = Optional.ofNullable(Table.ARRAYS.get(key(structure, field)));
    List<Part> parts = new ArrayList<>();
    for (int index = 0; index < values.length; index++) {
      int at = index;
      Optional<Constant> place = places.flatMap(names -> names.of(at));
      ProbedValue value = element(structure, field, place, values[index]);
      boolean told = value instanceof ProbedValue.State ? place.isPresent() : values[index] != 0;
      if (told) {
        String number = Integer.toString(index);
        parts.add(
            new Part(
                place.map(Constant::name).orElse(number),
                place.map(Constant::word).orElse(number),
                value));
      }
    }
    return new ProbedValue.Parts(parts);
  }

  private static ProbedValue element(
      String structure, String field, Optional<Constant> place, long value) {
    Optional<Names> own =
        place.map(there -> Table.FIELDS.get(key(structure, field + "." + there.word())));
    return own.map(names -> names.read(value)).orElseGet(() -> read(structure, field, value));
  }
}
