package org.silverteller.terminal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silverteller.card.CardTable;
import org.silverteller.card.CardTableException;
import org.silverteller.card.CsvCardTable;

/**
 * Reads a YAML file into a record; its keys are the names of the components. Strict: a key that is
 * unknown or stands twice, a key that is missing, a value of another type, and a value that the
 * record's constructor refuses are each a {@link ConfigError}.
 *
 * <ul>
 *   <li>A component may be a text, a whole number, a number, true or false, a {@link
 *       java.time.Duration} ({@code 250ms}, {@code 30s}, {@code 5min}, {@code 2h}), a {@link
 *       org.silverteller.money.Money} in yuan, a {@link Path}, an enum constant (lower case with
 *       hyphens), a record, or a list, a map by text or an {@link Optional} of these.
 *   <li>A record with a constant {@code DEFAULT} of its own type gives a missing key the value
 *       there. Without one every key must stand, except those of optional values, of maps, and of
 *       records that have a {@code DEFAULT} themselves. A key with nothing after it is missing.
 *   <li>A record of one component may be written as that component's text.
 *   <li>A relative path starts at the folder of the file; an empty one stands for none.
 * </ul>
 */
public final class ConfigReader {

  private final Path file;

  private ConfigReader(Path file) {
    this.file = file;
  }

  /**
   * @throws ConfigError naming file, line, key, what was found, what was expected
   */
  public static <T extends Record> T read(Path file, Class<T> type) {
    ConfigNode.Section root = ConfigNode.of(file);
    return type.cast(new ConfigReader(file).record(root, type, defaultOf(type), ""));
  }

  /**
   * Reads the bank's card ranges.
   *
   * @throws ConfigError naming file, line, column, what was found, what was expected
   */
  public static CardTable cards(Path file) {
    try {
      return CsvCardTable.read(file);
    } catch (CardTableException wrong) {
      throw new ConfigError(file, wrong.line(), wrong.column(), wrong.found(), wrong.expected());
    }
  }

  private Object value(ConfigNode node, Type type, Optional<Object> fallback, String key) {
    Class<?> raw = raw(type);
    if (raw == List.class) {
      return list(node, argument(type, 0), key);
    }
    if (raw == Map.class) {
      return map(node, argument(type, 1), key);
    }
    if (raw == Optional.class) {
      return Optional.of(value(node, argument(type, 0), Optional.empty(), key));
    }
    if (ConfigText.holds(raw)) {
      return single(node, raw, key);
    }
    if (node instanceof ConfigNode.Text && raw.getRecordComponents().length == 1) {
      RecordComponent only = raw.getRecordComponents()[0];
      Object part = value(node, only.getGenericType(), Optional.empty(), key);
      return made(raw, new Object[] {part}, Map.of(), node.line(), key);
    }
    if (node instanceof ConfigNode.Section section) {
      return record(section, raw, fallback.or(() -> defaultOf(raw)), key);
    }
    throw wrong(node, key, keysOf(raw));
  }

  private Object single(ConfigNode node, Class<?> type, String key) {
    if (!(node instanceof ConfigNode.Text text)) {
      throw wrong(node, key, ConfigText.expected(type));
    }
    return ConfigText.meaning(text.text(), type)
        .map(this::fromFolder)
        .orElseThrow(() -> wrong(node, key, ConfigText.expected(type)));
  }

  private List<Object> list(ConfigNode node, Type type, String key) {
    if (!(node instanceof ConfigNode.Items items)) {
      throw wrong(node, key, "a list");
    }
    var values = new ArrayList<Object>();
    for (ConfigNode item : items.items()) {
      String place = key + "[" + (values.size() + 1) + "]";
      values.add(value(item, type, Optional.empty(), place));
    }
    return List.copyOf(values);
  }

  private Map<String, Object> map(ConfigNode node, Type type, String key) {
    if (!(node instanceof ConfigNode.Section section)) {
      throw wrong(node, key, "keys with values");
    }
    var values = new LinkedHashMap<String, Object>();
    section
        .entries()
        .forEach(
            (name, entry) ->
                values.put(name, value(entry, type, Optional.empty(), within(key, name))));
    return Map.copyOf(values);
  }

  private Object record(
      ConfigNode.Section section, Class<?> type, Optional<Object> fallback, String key) {
    RecordComponent[] components = type.getRecordComponents();
    List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
    section
        .entries()
        .forEach(
            (name, node) -> {
              if (!names.contains(name)) {
                throw new ConfigError(
                    file,
                    node.line(),
                    within(key, name),
                    "an unknown key",
                    "one of " + names(type));
              }
            });
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      String name = within(key, component.getName());
      Optional<Object> unless = fallback.map(record -> get(component, record));
      ConfigNode node = section.entries().get(component.getName());
      values[i] =
          node == null || node instanceof ConfigNode.Nothing
              ? missing(component.getGenericType(), unless, section.line(), name)
              : value(node, component.getGenericType(), unless, name);
    }
    return made(type, values, section.entries(), section.line(), key);
  }

  private Object missing(Type type, Optional<Object> unless, int line, String key) {
    Class<?> raw = raw(type);
    Optional<Object> fallback = unless.or(() -> defaultOf(raw));
    if (raw.isRecord() && fallback.isPresent()) {
      return record(new ConfigNode.Section(line, Map.of()), raw, fallback, key);
    }
    if (fallback.isPresent()) {
      return fromFolder(fallback.get());
    }
    if (raw == Optional.class) {
      return Optional.empty();
    }
    if (raw == Map.class) {
      return Map.of();
    }
    String expected =
        raw == List.class
            ? "a list"
            : ConfigText.holds(raw) ? ConfigText.expected(raw) : keysOf(raw);
    throw new ConfigError(file, line, key, "nothing", expected);
  }

  private Object made(
      Class<?> type, Object[] values, Map<String, ConfigNode> entries, int line, String key) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof IllegalArgumentException why) {
        throw refused(why.getMessage(), type, entries, line, key);
      }
      throw new IllegalStateException(type + " cannot be made", refused.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(type + " cannot be made", impossible);
    }
  }

  /** A constructor's "tries 5: expected 1 … 3", at the line of the key that it begins with. */
  private ConfigError refused(
      String why, Class<?> type, Map<String, ConfigNode> entries, int line, String key) {
    String[] halves = why.split("[:;,] expected ", 2);
    String expected = halves.length > 1 ? halves[1] : "";
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      if (why.matches("(?s)" + name + "\\b.*")) {
        int at = entries.containsKey(name) ? entries.get(name).line() : line;
        String found = halves[0].substring(name.length()).replaceFirst("^(:| of)? ", "");
        return new ConfigError(file, at, within(key, name), found, expected);
      }
    }
    return new ConfigError(file, line, key, halves[0], expected);
  }

  private ConfigError wrong(ConfigNode node, String key, String expected) {
    return new ConfigError(file, node.line(), key, node.described(), expected);
  }

  private Object fromFolder(Object value) {
    boolean named = value instanceof Path path && !path.toString().isEmpty();
    return named ? file.toAbsolutePath().resolveSibling((Path) value) : value;
  }

  private static Optional<Object> defaultOf(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> field.getName().equals("DEFAULT") && field.getType() == type)
        .findFirst()
        .map(
            field -> {
              try {
                field.setAccessible(true);
                return field.get(null);
              } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(field.toString(), impossible);
              }
            });
  }

  private static Object get(RecordComponent component, Object record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(component.toString(), impossible);
    }
  }

  private static String keysOf(Class<?> type) {
    return "the keys " + names(type);
  }

  private static String names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.joining(", "));
  }

  private static String within(String key, String name) {
    return key.isEmpty() ? name : key + "." + name;
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType of ? of.getRawType() : type);
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }
}
