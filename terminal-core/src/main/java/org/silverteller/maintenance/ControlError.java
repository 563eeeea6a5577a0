package org.silverteller.maintenance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;

/**
 * An answer that is no answer, one line of JSON: {@code {"error":"…","kind":"REFUSED"}}.
 *
 * @param text for the operator
 */
record ControlError(Kind kind, String text) {

  /** Why there is no answer. */
  enum Kind {
    /** The line was no request. */
    BAD_REQUEST,
    /** This user may not ask. */
    NOT_PERMITTED,
    /** Too many are asking. */
    BUSY,
    /** The terminal does not do this, or not so. */
    REFUSED,
    /** The terminal did not answer in time. */
    NO_ANSWER,
    /** Nobody is there to ask; the client says so by itself. */
    NOT_RUNNING;

    /** {@link #REFUSED} for a name of another version. */
    static Kind named(String name) {
      return Arrays.stream(values())
          .filter(kind -> kind.name().equals(name))
          .findFirst()
          .orElse(REFUSED);
    }
  }

  String json() {
    var line = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("error", text);
      json.writeStringField("kind", kind.name());
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return line.toString();
  }
}
