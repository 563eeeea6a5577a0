package org.silverteller.simulator.console;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * How the console's records become JSON: constants in lower case with hyphens, times as ISO 8601,
 * what is absent as null.
 */
final class ConsoleJson {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  private final ObjectMapper mapper = new ObjectMapper().registerModule(shapes());

  /** On one line, as an event's data must be. */
  String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  ObjectMapper mapper() {
    return mapper;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static SimpleModule shapes() {
    var module = new SimpleModule();
    module.addSerializer(Enum.class, written((constant, json) -> json.writeString(word(constant))));
    module.addKeySerializer(
        Enum.class, written((constant, json) -> json.writeFieldName(word(constant))));
    module.addSerializer(
        LocalDateTime.class, written((time, json) -> json.writeString(TIME.format(time))));
    module.addSerializer(
        Optional.class,
        written((value, json) -> json.writePOJO(((Optional<?>) value).orElse(null))));
    return module;
  }

  private interface Writing<T> {
    void write(T value, JsonGenerator json) throws IOException;
  }

  private static <T> JsonSerializer<T> written(Writing<T> writing) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializerProvider provider)
          throws IOException {
        writing.write(value, json);
      }
    };
  }
}
