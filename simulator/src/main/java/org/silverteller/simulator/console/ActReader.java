package org.silverteller.simulator.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.silverteller.event.Key;
import org.silverteller.page.Frame;
import org.silverteller.simulator.console.Bench.ActRefused;
import org.silverteller.simulator.console.Bench.Glass;
import org.silverteller.simulator.console.BenchState.Heap;
import org.silverteller.simulator.hardware.VirtualNote;

/** Reads the body of {@code POST /api/act}; see {@link ConsoleServer} for its shapes. */
final class ActReader {

  private static final List<String> ACTIONS =
      List.of(
          "insert-card",
          "take-card",
          "take-cash",
          "take-receipt",
          "insert-book",
          "take-book",
          "put-notes",
          "take-notes",
          "type-number",
          "press",
          "touch",
          "walk-away",
          "next-customer",
          "fault",
          "post-row",
          "mark-payee",
          "mend",
          "cut-power",
          "restore-power",
          "reboot");

  private static final int MOST_YUAN = 1_000;
  private static final int MOST_NOTES = 500;

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
    var fields = new ActFields(node);
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

  private static Act act(ActFields fields, Optional<Glass> glass) throws ActRefused {
    String action = fields.text("action");
    return switch (action) {
      case "insert-card" -> new Act.InsertCard(fields.text("card"));
      case "take-card" -> new Act.TakeCard();
      case "take-cash" -> new Act.TakeCash();
      case "take-receipt" -> new Act.TakeReceipt();
      case "insert-book" ->
          new Act.InsertBook(
              fields.text("book"), fields.number("page"), fields.truth("upside-down"));
      case "take-book" -> new Act.TakeBook();
      case "put-notes" ->
          new Act.PutNotes(fields.objects("notes").stream().map(ActReader::heap).toList());
      case "take-notes" -> new Act.TakeNotes();
      case "type-number" -> new Act.TypeNumber(fields.text("of"));
      case "post-row" -> new Act.PostRow(fields.text("book"));
      case "mark-payee" ->
          new Act.MarkPayee(
              fields.text("payee"),
              fields.word("mark", Act.MarkPayee.Mark.class),
              fields.truth("on"));
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

  private static Heap heap(ActFields fields) {
    int yuan = fields.number("yuan");
    int count = fields.number("count");
    if (yuan < 1 || yuan > MOST_YUAN || count < 1 || count > MOST_NOTES) {
      throw new IllegalArgumentException(
          count
              + " notes of "
              + yuan
              + " yuan: expected 1 … "
              + MOST_NOTES
              + " of 1 … "
              + MOST_YUAN);
    }
    Heap heap = new Heap(yuan, fields.word("quality", VirtualNote.Quality.class), count);
    fields.nothingElse();
    return heap;
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

  private static Act.Touch touch(ActFields fields, Optional<Glass> glass) throws ActRefused {
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
}
