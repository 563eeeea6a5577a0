package org.silverteller.maintenance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;

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
    NO_ANSWER
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
