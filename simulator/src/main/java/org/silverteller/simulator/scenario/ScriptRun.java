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
   * Plays every bundled script, one after the other, and says of each how its audit ended; the
   * transcript of one that does not hold is printed.
   *
   * @return 0 when all audits hold, 1 when one does not
   */
  public static int playAll(Depth depth, Wiring wiring, PrintStream out) throws IOException {
    int failed = 0;
    for (String name : Script.names()) {
      String ended = ended(Script.bundled(name), depth, wiring);
      failed += ended.isEmpty() ? 0 : 1;
      out.printf("%-40s %s%n", name, ended.isEmpty() ? "audit holds" : ended);
    }
    out.printf("%d scripts, %d of them failed%n", Script.names().size(), failed);
    return failed == 0 ? 0 : 1;
  }

  private static String ended(Script script, Depth depth, Wiring wiring) {
    try {
      Stage.Result result = Stage.play(script, depth, wiring, line -> {});
      return result.auditHolds() ? "" : "FAILED\n" + result.transcript().text();
    } catch (IOException | ScriptFault unplayable) {
      return "FAILED: " + unplayable.getMessage();
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
