package org.silverteller.maintenance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operator asks, one line of JSON: {@code {"command":"journal","arguments":["20"]}}.
 *
 * @param arguments may be left out on the line
 */
record ControlRequest(String command, List<String> arguments) {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final String EXPECTED =
      "expected one line such as {\"command\":\"status\",\"arguments\":[]}";

  ControlRequest {
    arguments = List.copyOf(arguments);
  }

  /**
   * @throws IllegalArgumentException telling what was found and what was expected
   */
  static ControlRequest parse(String line) {
    try (JsonParser parser = JSON.createParser(line)) {
      require(parser.nextToken() == JsonToken.START_OBJECT, "no JSON object");
      String command = "";
      List<String> arguments = List.of();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "command" -> command = text(parser, "command");
          case "arguments" -> arguments = texts(parser);
          default -> require(false, "field '" + field + "'");
        }
      }
      require(parser.nextToken() == null, "more than one JSON object");
      require(!command.isEmpty(), "no command");
      return new ControlRequest(command, arguments);
    } catch (IOException malformed) {
      throw new IllegalArgumentException("no JSON: " + EXPECTED, malformed);
    }
  }

  /** One line, with its end. */
  String line() {
    var line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("command", command);
      json.writeArrayFieldStart("arguments");
      for (String argument : arguments) {
        json.writeString(argument);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return line.append('\n').toString();
  }

  private static List<String> texts(JsonParser parser) throws IOException {
    require(parser.currentToken() == JsonToken.START_ARRAY, "arguments that are no array");
    var texts = new ArrayList<String>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      texts.add(text(parser, "argument"));
    }
    return texts;
  }

  private static String text(JsonParser parser, String what) throws IOException {
    require(parser.currentToken() == JsonToken.VALUE_STRING, "a " + what + " that is no string");
    return parser.getText();
  }

  private static void require(boolean holds, String found) {
    if (!holds) {
      throw new IllegalArgumentException("found " + found + ": " + EXPECTED);
    }
  }
}
