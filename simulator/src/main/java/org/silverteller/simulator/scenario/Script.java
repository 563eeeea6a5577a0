package org.silverteller.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A scripted customer: a text file. Lines that begin with {@code #} tell what it is about; lines
 * that begin with {@code >} are done by somebody; every other line is what is expected to happen,
 * and may be left out.
 *
 * @param name for messages
 * @param about the first comment line
 * @param head every line before the first step: comments
 * @param steps in order
 * @param text the whole file
 */
public record Script(String name, String about, List<String> head, List<Step> steps, String text) {

  private static final String FOLDER = "/scenarios/";

  public static Script parse(String name, String text) {
    List<String> head = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (line.startsWith(">")) {
        String done = line.substring(1).strip();
        if (done.isEmpty()) {
          throw new ScriptFault(name, number, "nothing stands behind '>': expected what is done");
        }
        steps.add(new Step(name, number, List.of(done.split("\\s+"))));
      } else if (steps.isEmpty() && line.startsWith("#")) {
        head.add(line);
      }
    }
    if (steps.isEmpty()) {
      throw new ScriptFault(
          name, lines.size(), "no step: expected lines such as '> insert own-0421'");
    }
    String about = head.isEmpty() ? "" : head.get(0).substring(1).strip();
    return new Script(name, about, List.copyOf(head), List.copyOf(steps), text);
  }

  /**
   * A bundled script by its name, or the script in a file.
   *
   * @throws IOException when there is neither
   */
  public static Script find(String nameOrFile) throws IOException {
    if (names().contains(nameOrFile)) {
      return bundled(nameOrFile);
    }
    Path file = Path.of(nameOrFile);
    if (!Files.isReadable(file)) {
      throw new IOException(
          "'"
              + nameOrFile
              + "' is neither a script (--script list shows them) nor a readable file");
    }
    return parse(file.getFileName().toString(), Files.readString(file));
  }

  /** The names of the bundled scripts, in the order in which they are shown. */
  public static List<String> names() throws IOException {
    return resource("index.txt")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  public static Script bundled(String name) throws IOException {
    return parse(name, resource(name + ".txt"));
  }

  private static String resource(String file) throws IOException {
    try (InputStream in = Script.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IOException("the bundled script " + file + " is missing from the installation");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
