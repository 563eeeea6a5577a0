package org.silverteller.maintenance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.silverteller.device.ProbedDevice;
import org.silverteller.device.ProbedValue;
import org.silverteller.device.ProbedValue.Constant;
import org.silverteller.device.ProbedValue.Part;

/** What was found out about the devices, for a person: a line for each field, in columns. */
final class ProbeText {

  private static final int INDENT = 10;
  private static final int GAP = 2;

  /** A field, and the lines that say what it holds. */
  private record Row(String field, List<String> lines) {
    Row(String field, String line) {
      this(field, List.of(line));
    }
  }

  private ProbeText() {}

  static String of(List<ProbedDevice> devices, boolean verbose) {
    if (devices.isEmpty()) {
      return "the driver tells nothing of its devices\n";
    }
    Map<ProbedDevice, Map<String, List<Row>>> sections = new LinkedHashMap<>();
    devices.forEach(device -> sections.put(device, sections(device, verbose)));
    int names = widest(devices.stream().map(ProbedDevice::name));
    int kinds = widest(devices.stream().map(ProbedDevice::kind));
    int fields =
        widest(
            sections.values().stream()
                .flatMap(section -> section.values().stream())
                .flatMap(List::stream)
                .filter(row -> !row.lines().isEmpty())
                .map(Row::field));
    var text = new StringBuilder();
    sections.forEach(
        (device, section) -> {
          text.append(text.length() == 0 ? "" : "\n");
          text.append(padded(device.name(), names))
              .append(padded(device.kind(), kinds))
              .append(answer(device))
              .append('\n');
          section.forEach((label, rows) -> print(text, label, rows, fields));
        });
    return text.toString();
  }

  private static String answer(ProbedDevice device) {
    return device
        .fault()
        .map(Columns::bad)
        .orElse(Columns.plain(device.version()) + "  " + Columns.good("answers"));
  }

  private static Map<String, List<Row>> sections(ProbedDevice device, boolean verbose) {
    Map<String, List<Row>> sections = new LinkedHashMap<>();
    sections.put("state", rows(device.status()));
    sections.put("can", verbose ? rows(device.capabilities()) : List.of());
    sections.put(
        "vendor",
        device.extras().entrySet().stream()
            .map(extra -> new Row(extra.getKey(), extra.getValue()))
            .toList());
    return sections;
  }

  private static void print(StringBuilder text, String label, List<Row> rows, int fields) {
    String margin = "  " + label;
    int value = INDENT + fields + GAP;
    for (Row row : rows) {
      String head = padded(row.field(), fields);
      for (String line : row.lines()) {
        for (String part : Columns.broken(line, value)) {
          text.append(Columns.padded(margin, INDENT)).append(head).append(Columns.plain(part));
          text.append('\n');
          margin = "";
          head = " ".repeat(fields + GAP);
        }
      }
    }
  }

  // ---- what a field says

  private static List<Row> rows(Map<String, ProbedValue> fields) {
    return fields.entrySet().stream()
        .map(field -> new Row(field.getKey(), lines(field.getValue())))
        .toList();
  }

  private static List<String> lines(ProbedValue value) {
    if (value instanceof ProbedValue.Parts parts) {
      return lines(parts);
    }
    if (value instanceof ProbedValue.Items list) {
      return lines(list);
    }
    return List.of(words(value));
  }

  private static List<String> lines(ProbedValue.Parts parts) {
    int width = widest(parts.parts().stream().map(Part::word));
    return parts.parts().stream()
        .flatMap(
            part -> lines(part.value()).stream().map(line -> padded(part.word(), width) + line))
        .toList();
  }

  private static List<String> lines(ProbedValue.Items list) {
    List<String> lines = new ArrayList<>();
    for (ProbedValue.Parts item : list.items()) {
      lines(item).forEach(lines::add);
    }
    return lines;
  }

  private static String words(ProbedValue value) {
    if (value instanceof ProbedValue.Plain number) {
      return Long.toString(number.value());
    }
    if (value instanceof ProbedValue.Truth truth) {
      return truth.value() ? "yes" : "no";
    }
    if (value instanceof ProbedValue.State state) {
      return state
          .constant()
          .map(constant -> constant.word() + " (" + state.value() + ")")
          .orElse(state.value() + " (unknown)");
    }
    return value instanceof ProbedValue.Flags flags ? words(flags) : "";
  }

  private static String words(ProbedValue.Flags flags) {
    List<String> words = new ArrayList<>(flags.set().stream().map(Constant::word).toList());
    if (flags.unnamed() != 0) {
      words.add(flags.unnamed() + " (unknown)");
    }
    String all = words.isEmpty() ? "none" : String.join(" | ", words);
    return flags.set().isEmpty() && !words.isEmpty() ? all : all + " (" + flags.value() + ")";
  }

  // ---- columns

  private static int widest(Stream<String> texts) {
    return texts.mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length() + GAP);
  }
}
