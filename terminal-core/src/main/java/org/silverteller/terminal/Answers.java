package org.silverteller.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.LocalDateTime;

/** Writes answers to operators as JSON. Loaded when an operator first asks. */
final class Answers {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(
              new SimpleModule().addSerializer(LocalDateTime.class, ToStringSerializer.instance))
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

  private Answers() {}

  /**
   * @param answer a record or a map; local times are written in ISO 8601
   */
  static String json(Object answer) {
    try {
      return MAPPER.writeValueAsString(answer);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(
          "an answer that cannot be written: " + answer.getClass(), broken);
    }
  }
}
