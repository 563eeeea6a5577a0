package org.silverteller.driver.xfs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What was measured by compiling the standard's headers, and what the bridge claims of them. */
final class Tables {

  private static final String WHOLE = "*";

  /** Offset and size in bytes. */
  record Measured(int offset, int size) {}

  private Tables() {}

  /** A structure's fields in the order of the header, without the line of the whole. */
  static Map<String, Measured> fields(String table, String structure) {
    Map<String, Measured> fields = new LinkedHashMap<>(all(table, structure));
    fields.remove(WHOLE);
    return fields;
  }

  static int size(String table, String structure) {
    return all(table, structure).get(WHOLE).size();
  }

  static boolean has(String table, String structure) {
    return !all(table, structure).isEmpty();
  }

  private static Map<String, Measured> all(String table, String structure) {
    Map<String, Measured> fields = new LinkedHashMap<>();
    lines(table).stream()
        .map(line -> line.split("\t"))
        .filter(columns -> columns[0].equals(structure))
        .forEach(
            columns ->
                fields.put(
                    columns[1],
                    new Measured(Integer.parseInt(columns[2]), Integer.parseInt(columns[3]))));
    return fields;
  }

  /** The lines of a resource beside the bridge's classes. */
  static List<String> lines(String name) {
    try (InputStream table = Tables.class.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(name, failure);
    }
  }

  /** Every static field of the bridge's classes that fits, whatever class was added last. */
  static List<Field> constants(Predicate<Field> wanted) {
    return classes().stream()
        .flatMap(known -> Stream.of(known.getDeclaredFields()))
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .filter(wanted)
        .toList();
  }

  static Object value(Field constant) {
    try {
      constant.setAccessible(true);
      return constant.get(null);
    } catch (IllegalAccessException refused) {
      throw new IllegalStateException(constant.toString(), refused);
    }
  }

  private static List<Class<?>> classes() {
    String folder = XfsStructure.class.getPackageName();
    try {
      Path root =
          Path.of(XfsStructure.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.list(root.resolve(folder.replace('.', '/')))) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(".class"))
            .sorted()
            .<Class<?>>map(file -> named(folder + "." + file.replace(".class", "")))
            .toList();
      }
    } catch (URISyntaxException | IOException failure) {
      throw new IllegalStateException("the bridge's classes are not found", failure);
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name, false, Tables.class.getClassLoader());
    } catch (ClassNotFoundException failure) {
      throw new IllegalStateException(name, failure);
    }
  }
}
