package org.silverteller.simulator.scenario;

import java.io.IOException;
import java.io.PrintStream;

/** {@code demo --script}: plays a script and prints its transcript as it comes. */
public final class ScriptRun {

  private ScriptRun() {}

  /** Every bundled script: its name and what it is about. */
  public static void list(PrintStream out) throws IOException {
    for (String name : Script.names()) {
      out.printf("%-22s %s%n", name, Script.bundled(name).about());
    }
  }

  /**
   * @return 0 when the audit holds, 1 when it does not, 2 when the script cannot be played
   */
  public static int play(
      String nameOrFile, Depth depth, Wiring wiring, PrintStream out, PrintStream err) {
    try {
      Stage.Result result = Stage.play(Script.find(nameOrFile), depth, wiring, out::println);
      return result.auditHolds() ? 0 : 1;
    } catch (IOException | ScriptFault unplayable) {
      err.println(unplayable.getMessage());
      return 2;
    }
  }
}
