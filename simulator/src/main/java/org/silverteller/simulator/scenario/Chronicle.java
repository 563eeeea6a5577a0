package org.silverteller.simulator.scenario;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.silverteller.host.iso8583.MessageView.Line;
import org.silverteller.page.Frame;
import org.silverteller.page.Painter;
import org.silverteller.simulator.bank.Traffic;
import org.silverteller.store.Entry;

/** Writes down what screen, devices, line and journal do. */
final class Chronicle {

  private static final Set<Integer> TOLD_FIELDS = Set.of(3, 4, 11, 39, 70, 90, 95);

  private final Transcript transcript;
  private String lastScreen = "";

  Chronicle(Transcript transcript) {
    this.transcript = transcript;
  }

  /** The same painter, watched. */
  Painter watched(Painter painter) {
    return new WatchedPainter(painter, this::screen);
  }

  /** A page shown again with another digit typed or another reminder is told once. */
  private void screen(Frame frame) {
    String headline = frame.text().isEmpty() ? "" : frame.text().get(0);
    String shown =
        frame.look().profile()
            + " "
            + frame.look().language()
            + " / "
            + frame.page().name()
            + "  "
            + headline;
    if (!shown.equals(lastScreen)) {
      transcript.happened("screen", shown);
    }
    lastScreen = shown;
  }

  /** What the machine's devices do; people's own doings stand in the script. */
  void device(String line) {
    boolean told =
        line.startsWith("dispenser")
            || line.startsWith("acceptor")
            || line.startsWith("reader")
            || line.startsWith("printer")
            || line.startsWith("passbook");
    if (told && !line.contains(" slot ")) {
      transcript.happened("device", line);
    }
  }

  void host(Traffic.Entry entry) {
    String arrow = entry.direction() == Traffic.Direction.IN ? "→" : "←";
    String fields =
        entry.fields().stream()
            .filter(line -> TOLD_FIELDS.contains(line.field()))
            .map(Chronicle::told)
            .collect(Collectors.joining(" "));
    transcript.happened(
        "host",
        arrow
            + " "
            + entry.mti()
            + " "
            + fields
            + (entry.note().isEmpty() ? "" : " (" + entry.note() + ")"));
  }

  private static String told(Line line) {
    return line.field() + "=" + line.value();
  }

  void durable(List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry instanceof Entry.Journaled line) {
        transcript.happened("journal", line.text());
      } else if (entry instanceof Entry.Owed owed) {
        transcript.happened(
            "owed",
            owed.advice().kind()
                + " STAN "
                + owed.advice().stan()
                + " ORIG "
                + owed.advice().original().stan());
      }
    }
  }
}
