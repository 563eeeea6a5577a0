package org.silverteller.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The branches JaCoCo counted, by package and by class.
 *
 * @param packages by full name of the package
 * @param classes by full name of the outermost class; what is nested in it counts with it
 */
record BranchReport(SortedMap<String, Branches> packages, SortedMap<String, Branches> classes) {

  /**
   * Reads JaCoCo's table: group, package, class, instructions missed and covered, branches missed
   * and covered, and more that is not read; the first row holds the titles.
   */
  static BranchReport read(Path csv) throws IOException {
    List<String[]> rows =
        Files.readAllLines(csv).stream().skip(1).map(row -> row.split(",")).toList();
    return new BranchReport(
        sums(rows, row -> row[1]),
        sums(rows, row -> row[1] + "." + row[2].replaceFirst("\\..*", "")));
  }

  private static SortedMap<String, Branches> sums(
      List<String[]> rows, Function<String[], String> name) {
    SortedMap<String, Branches> sums = new TreeMap<>();
    for (String[] row : rows) {
      Branches found = new Branches(Integer.parseInt(row[6]), Integer.parseInt(row[5]));
      sums.merge(name.apply(row), found, Branches::plus);
    }
    return Collections.unmodifiableSortedMap(sums);
  }
}
