package org.silverteller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of conditions and what follows from them. A condition is a word, several joined by {@code
 * /}, or {@code *} for any; the last column is the outcome. Rows do not lean on their order: each
 * case is met by exactly one.
 */
public final class DecisionTable {

  private final List<List<String>> rows = new ArrayList<>();

  private DecisionTable() {}

  /**
   * @param text a row a line, columns parted by {@code |}
   */
  public static DecisionTable of(String text) {
    DecisionTable table = new DecisionTable();
    text.lines()
        .filter(line -> !line.isBlank())
        .forEach(
            line -> table.rows.add(Arrays.stream(line.split("\\|")).map(String::strip).toList()));
    return table;
  }

  /** The outcome of the one row that is met. */
  public String outcome(Object... conditions) {
    List<String> found = Arrays.stream(conditions).map(Object::toString).toList();
    List<List<String>> met = rows.stream().filter(row -> meets(row, found)).toList();
    assertThat(met).as("rows of the table for " + found).hasSize(1);
    return met.get(0).get(found.size());
  }

  private static boolean meets(List<String> row, List<String> found) {
    assertThat(row).as("a row with a condition for each column").hasSize(found.size() + 1);
    for (int column = 0; column < found.size(); column++) {
      List<String> allowed = Arrays.asList(row.get(column).split("/"));
      if (!allowed.contains("*") && !allowed.contains(found.get(column))) {
        return false;
      }
    }
    return true;
  }
}
