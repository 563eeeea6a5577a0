package org.silverteller.driver.xfs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The standard's names of numbers, for people: of errors, commands, categories and events. */
final class XfsNames {

  private static final String TABLE = "xfs-names.tsv";

  private static final class Names {
    private static final Map<String, Map<Integer, String>> BY_FAMILY = read();

    private static Map<String, Map<Integer, String>> read() {
      Map<String, Map<Integer, String>> names = new HashMap<>();
      try (InputStream table = XfsNames.class.getResourceAsStream(TABLE);
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String[] columns = line.split("\t", -1);
          names
              .computeIfAbsent(family(columns[0]), family -> new HashMap<>())
              .putIfAbsent(Integer.parseInt(columns[1]), columns[0]);
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(TABLE + " in this library", failure);
      }
      return names;
    }

    /** WFS_ERR, WFS_CMD, WFS_INF, and one family of all kinds of events. */
    private static String family(String name) {
      String prefix = name.substring(0, name.indexOf('_', 4));
      return prefix.matches("WFS_(SRVE|USRE|EXEE)") ? "WFS_EVENT" : prefix;
    }
  }

  private XfsNames() {}

  /** An HRESULT, such as {@code WFS_ERR_CDM_NOITEMS (-316)}; a vendor's code as a number. */
  static String error(int code) {
    return code == 0 ? "WFS_SUCCESS" : named("WFS_ERR", code, "error");
  }

  static String command(int code) {
    return named("WFS_CMD", code, "command");
  }

  static String category(int code) {
    return named("WFS_INF", code, "category");
  }

  static String event(int code) {
    return named("WFS_EVENT", code, "event");
  }

  private static String named(String family, int code, String what) {
    return Optional.ofNullable(Names.BY_FAMILY.get(family).get(code))
        .map(name -> name + " (" + code + ")")
        .orElse(what + " " + code);
  }
}
