package org.silverteller.maintenance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer of the terminal, read without a data binder: that alone would double the time a command
 * takes.
 *
 * @param value a map, a list, a string, a number or a boolean
 */
record JsonAnswer(Object value) {

  static JsonAnswer parse(String line) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(line)) {
      if (parser.nextToken() == null) {
        throw new IOException("the terminal answered nothing");
      }
      return new JsonAnswer(read(parser));
    }
  }

  private static Object read(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          fields.put(name, read(parser));
        }
        yield fields;
      }
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(read(parser));
        }
        yield items;
      }
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      default -> parser.getText();
    };
  }

  /** The answer itself, where it is a text or a number. */
  String text() {
    return String.valueOf(value);
  }

  /** Empty when there is no such field. */
  String text(String field) {
    return value instanceof Map<?, ?> fields && fields.containsKey(field)
        ? String.valueOf(fields.get(field))
        : "";
  }

  /** Zero when there is no such number. */
  long number(String field) {
    return value instanceof Map<?, ?> fields && fields.get(field) instanceof Long number
        ? number
        : 0;
  }

  /** The items of a list; empty for anything else. */
  List<JsonAnswer> items() {
    return value instanceof List<?> list
        ? list.stream().<JsonAnswer>map(JsonAnswer::new).toList()
        : List.of();
  }

  JsonAnswer field(String name) {
    return value instanceof Map<?, ?> fields && fields.containsKey(name)
        ? new JsonAnswer(fields.get(name))
        : new JsonAnswer(List.of());
  }

  List<String> fieldNames() {
    return value instanceof Map<?, ?> fields
        ? fields.keySet().stream().map(String::valueOf).toList()
        : List.of();
  }
}
