package org.silverteller.simulator.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.silverteller.event.Key;
import org.silverteller.page.Frame;
import org.silverteller.simulator.console.Bench.ActRefused;
import org.silverteller.simulator.console.Bench.Glass;

/** Reads the body of {@code POST /api/act}; see {@link ConsoleServer} for its shapes. */
final class ActReader {

  private static final List<String> ACTIONS =
      List.of(
          "insert-card",
          "take-card",
          "take-cash",
          "take-receipt",
          "press",
          "touch",
          "walk-away",
          "next-customer",
          "fault",
          "mend",
          "cut-power",
          "restore-power",
          "reboot");

  private final ObjectReader reader;

  ActReader(ConsoleJson json) {
    this.reader =
        json.mapper()
            .reader()
            .with(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /**
   * @param glass what is being touched, should this be a touch
   * @throws IllegalArgumentException naming what was found and what was expected
   * @throws ActRefused for a touch on an option or a picture that is no longer on the glass
   */
  Act read(byte[] body, Optional<Glass> glass) throws ActRefused {
    JsonNode node = parsed(body);
    if (!node.isObject()) {
      throw new IllegalArgumentException("the body is no JSON object; expected {\"action\": …}");
    }
    var fields = new Fields(node);
    Act act = act(fields, glass);
    fields.nothingElse();
    return act;
  }

  private JsonNode parsed(byte[] body) {
    try {
      return reader.readTree(body);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("the body is no JSON: " + malformed.getOriginalMessage());
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("the body cannot be read: " + unreadable.getMessage());
    }
  }

  private static Act act(Fields fields, Optional<Glass> glass) throws ActRefused {
    String action = fields.text("action");
    return switch (action) {
      case "insert-card" -> new Act.InsertCard(fields.text("card"));
      case "take-card" -> new Act.TakeCard();
      case "take-cash" -> new Act.TakeCash();
      case "take-receipt" -> new Act.TakeReceipt();
      case "press" -> new Act.Press(key(fields.text("key")));
      case "touch" -> touch(fields, glass);
      case "walk-away" -> new Act.WalkAway();
      case "next-customer" -> new Act.NextCustomer();
      case "fault" ->
          new Act.Sabotage(fields.text("fault"), fields.truth("on"), fields.optionalText("choice"));
      case "mend" -> new Act.Mend();
      case "cut-power" -> new Act.CutPower();
      case "restore-power" -> new Act.RestorePower();
      case "reboot" -> new Act.Reboot();
      default ->
          throw new IllegalArgumentException(
              "action '" + action + "': expected one of " + String.join(", ", ACTIONS));
    };
  }

  private static Key key(String name) {
    return switch (name) {
      case "enter" -> Key.ENTER;
      case "clear" -> Key.CLEAR;
      case "cancel" -> Key.CANCEL;
      default -> {
        if (!name.matches("[0-9]")) {
          throw new IllegalArgumentException(
              "key '" + name + "': expected 0 … 9, enter, clear or cancel");
        }
        yield Key.ofDigit(Integer.parseInt(name));
      }
    };
  }

  private static Act.Touch touch(Fields fields, Optional<Glass> glass) throws ActRefused {
    Glass touched = glass.orElseThrow(() -> new ActRefused("the screen is dark"));
    Frame frame = touched.frame();
    Optional<Integer> number = fields.optionalNumber("frame");
    if (number.isPresent() && number.get() != touched.number()) {
      throw new ActRefused("picture " + number.get() + " is no longer on the glass");
    }
    Optional<String> option = fields.optionalText("option");
    if (option.isPresent()) {
      Frame.Area area =
          frame
              .areaOf(option.get())
              .orElseThrow(() -> new ActRefused("'" + option.get() + "' is not on the glass"));
      return new Act.Touch(area.x() + area.width() / 2, area.y() + area.height() / 2);
    }
    int x = fields.number("x");
    int y = fields.number("y");
    if (x < 0 || y < 0 || x >= frame.width() || y >= frame.height()) {
      throw new IllegalArgumentException(
          "point " + x + "," + y + " is off the glass of " + frame.width() + "×" + frame.height());
    }
    return new Act.Touch(x, y);
  }

  /** The object's fields, each asked for once; what nobody asked for is an error. */
  private static final class Fields {
    private final JsonNode object;
    private final Set<String> asked = new HashSet<>();

    Fields(JsonNode object) {
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

    void nothingElse() {
      object
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!asked.contains(name)) {
                  throw new IllegalArgumentException(
                      "'" + name + "' does not belong to this action");
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
}
