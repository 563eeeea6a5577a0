package org.silverteller.simulator.xfs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the fields of each structure lie, as measured by compiling the headers of one version of
 * the standard with 64-bit pointers.
 */
public final class LayoutTable {

  public static final LayoutTable V3_00 = read("layout-300.tsv", 0x0003);
  public static final LayoutTable V3_10 = read("layout-310.tsv", 0x0A03);
  public static final LayoutTable V3_20 = read("layout-320.tsv", 0x1403);
  public static final LayoutTable V3_30 = read("layout-330.tsv", 0x1E03);

  /** Offset and size in bytes. */
  record Slot(int offset, int size) {}

  private static final String WHOLE = "*";

  private final Map<String, Map<String, Slot>> structures;
  private final int version;

  private LayoutTable(Map<String, Map<String, Slot>> structures, int version) {
    this.structures = structures;
    this.version = version;
  }

  private static LayoutTable read(String resource, int version) {
    Map<String, Map<String, Slot>> structures = new HashMap<>();
    try (InputStream table = LayoutTable.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] columns = line.split("\t", -1);
        structures
            .computeIfAbsent(columns[0], name -> new HashMap<>())
            .put(columns[1], new Slot(Integer.parseInt(columns[2]), Integer.parseInt(columns[3])));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(resource + " of the simulator", failure);
    }
    return new LayoutTable(structures, version);
  }

  /** The version word, such as 0x1E03 for 3.30. */
  public int version() {
    return version;
  }

  /** The newest table that a provider of this version word fills. */
  static LayoutTable of(int word) {
    int minor = word >>> 8 & 0xFF;
    return minor < 10 ? V3_00 : minor < 20 ? V3_10 : minor < 30 ? V3_20 : V3_30;
  }

  int size(String structure) {
    return slot(structure, WHOLE).size();
  }

  boolean has(String structure, String field) {
    return structures.getOrDefault(structure, Map.of()).containsKey(field);
  }

  /**
   * @throws IllegalArgumentException when the table does not have it
   */
  Slot slot(String structure, String field) {
    Slot slot = structures.getOrDefault(structure, Map.of()).get(field);
    if (slot == null) {
      throw new IllegalArgumentException(structure + "." + field + " is in no layout table");
    }
    return slot;
  }
}
