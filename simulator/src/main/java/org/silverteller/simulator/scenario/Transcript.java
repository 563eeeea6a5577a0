package org.silverteller.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What happened, line by line, in the form of a script: what was done stands behind {@code >}, what
 * followed is indented below it.
 */
public final class Transcript {

  private final List<String> lines = new ArrayList<>();
  private final Consumer<String> also;

  /**
   * @param also is given each line as it comes
   */
  Transcript(Consumer<String> also) {
    this.also = also;
  }

  void raw(String line) {
    lines.add(line);
    also.accept(line);
  }

  void done(Step step) {
    raw("> " + step);
  }

  /**
   * @param what screen, device, host, journal, owed, power or audit
   */
  void happened(String what, String text) {
    raw(String.format("  %-8s %s", what, text).stripTrailing());
  }

  /** The whole, ending with a line end. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }
}
