package org.silverteller.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A YAML file as texts, lists and sections, each with its line. Texts are as written: what {@code
 * 0010} or {@code yes} means is told by the key, not by YAML.
 */
sealed interface ConfigNode {

  int line();

  /** A single value. */
  record Text(int line, String text) implements ConfigNode {}

  /** A key with nothing after it. */
  record Nothing(int line) implements ConfigNode {}

  /** Values in order. */
  record Items(int line, List<ConfigNode> items) implements ConfigNode {}

  /** Values by key, in the order of the file. */
  record Section(int line, Map<String, ConfigNode> entries) implements ConfigNode {}

  /** How an error names what was found. */
  default String described() {
    if (this instanceof Text text) {
      return "'" + text.text() + "'";
    }
    if (this instanceof Items) {
      return "a list";
    }
    return this instanceof Section ? "a section" : "nothing";
  }

  /**
   * @throws ConfigError when the file cannot be read or is not YAML with a section at its root
   */
  static Section of(Path file) {
    try (YAMLParser yaml = new YAMLFactory().createParser(textOf(file))) {
      if (yaml.nextToken() == null) {
        return new Section(1, Map.of());
      }
      ConfigNode root = node(yaml, file);
      if (!(root instanceof Section section)) {
        throw new ConfigError(file, root.line(), "", root.described(), "keys with values");
      }
      if (yaml.nextToken() != null) {
        throw new ConfigError(file, lineOf(yaml), "", "a second document", "one");
      }
      return section;
    } catch (JsonProcessingException notYaml) {
      int line = notYaml.getLocation() == null ? 0 : notYaml.getLocation().getLineNr();
      String said = notYaml.getOriginalMessage().lines().findFirst().orElse("");
      throw new ConfigError(file, line, "", "broken YAML (" + said + ")", "YAML");
    } catch (NoSuchFileException missing) {
      throw new ConfigError(file, 0, "", "no such file", "a readable file");
    } catch (CharacterCodingException otherCharset) {
      throw new ConfigError(file, 0, "", "bytes that are not UTF-8", "a file in UTF-8");
    } catch (IOException unreadable) {
      throw new ConfigError(file, 0, "", unreadable.toString(), "a readable file");
    }
  }

  private static String textOf(Path file) throws IOException {
    String text = Files.readString(file);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static ConfigNode node(YAMLParser yaml, Path file) throws IOException {
    int line = lineOf(yaml);
    if (yaml.isCurrentAlias()) {
      throw new ConfigError(file, line, "", "alias *" + yaml.getText(), "the value itself");
    }
    return switch (yaml.currentToken()) {
      case START_OBJECT -> section(yaml, file, line);
      case START_ARRAY -> {
        var items = new ArrayList<ConfigNode>();
        while (yaml.nextToken() != JsonToken.END_ARRAY) {
          items.add(node(yaml, file));
        }
        yield new Items(line, items);
      }
      case VALUE_NULL -> new Nothing(line);
      default -> new Text(line, yaml.getText());
    };
  }

  private static Section section(YAMLParser yaml, Path file, int line) throws IOException {
    var entries = new LinkedHashMap<String, ConfigNode>();
    while (yaml.nextToken() != JsonToken.END_OBJECT) {
      String key = yaml.currentName();
      int keyLine = lineOf(yaml);
      yaml.nextToken();
      ConfigNode before = entries.put(key, node(yaml, file));
      if (before != null) {
        throw new ConfigError(
            file, keyLine, key, "the key again", "it once; it stands in line " + before.line());
      }
    }
    return new Section(line, entries);
  }

  private static int lineOf(YAMLParser yaml) {
    return yaml.currentTokenLocation().getLineNr();
  }
}
