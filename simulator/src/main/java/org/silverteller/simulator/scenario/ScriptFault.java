package org.silverteller.simulator.scenario;

/**
 * A script that cannot be played: names the script, the line, what was found and what was expected.
 */
public final class ScriptFault extends Error {
  private static final long serialVersionUID = 1L;

  ScriptFault(String script, int line, String message) {
    super(script + ", line " + line + ": " + message);
  }
}
