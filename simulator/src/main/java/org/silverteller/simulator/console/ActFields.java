package org.silverteller.simulator.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The object's fields, each asked for once; what nobody asked for is an error. */
final class ActFields {
  private final JsonNode object;
  private final Set<String> asked = new HashSet<>();

  ActFields(JsonNode object) {
    this.object = object;
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name, "a string"));
  }

  Optional<String> optionalText(String name) {
    return value(name)
        .map(
            value -> {
              if (!value.isTextual()) {
                throw missing(name, "a string");
              }
              return value.textValue();
            });
  }

  int number(String name) {
    return optionalNumber(name).orElseThrow(() -> missing(name, "a whole number"));
  }

  Optional<Integer> optionalNumber(String name) {
    return value(name)
        .map(
            value -> {
              if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                throw missing(name, "a whole number");
              }
              return value.intValue();
            });
  }

  boolean truth(String name) {
    return value(name)
        .filter(JsonNode::isBoolean)
        .orElseThrow(() -> missing(name, "true or false"))
        .booleanValue();
  }

  /** One of the constants, in lower case with hyphens. */
  <E extends Enum<E>> E word(String name, Class<E> of) {
    String found = text(name);
    return Arrays.stream(of.getEnumConstants())
        .filter(constant -> ConsoleJson.word(constant).equals(found))
        .findFirst()
        .orElseThrow(
            () ->
                missing(
                    name,
                    "one of "
                        + Arrays.stream(of.getEnumConstants())
                            .map(ConsoleJson::word)
                            .collect(Collectors.joining(", "))));
  }

  /** The objects of a list that holds at least one. */
  List<ActFields> objects(String name) {
    JsonNode list = value(name).orElseThrow(() -> missing(name, "a list of objects"));
    List<ActFields> objects = new ArrayList<>();
    for (JsonNode item : list) {
      if (!list.isArray() || !item.isObject()) {
        throw missing(name, "a list of objects");
      }
      objects.add(new ActFields(item));
    }
    if (objects.isEmpty()) {
      throw missing(name, "a list of objects");
    }
    return objects;
  }

  void nothingElse() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                throw new IllegalArgumentException("'" + name + "' does not belong to this action");
              }
            });
  }

  private Optional<JsonNode> value(String name) {
    asked.add(name);
    return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
  }

  private IllegalArgumentException missing(String name, String expected) {
    JsonNode found = object.get(name);
    return new IllegalArgumentException(
        "'"
            + name
            + "' is "
            + (found == null ? "missing" : found.toString())
            + ": expected "
            + expected);
  }
}
