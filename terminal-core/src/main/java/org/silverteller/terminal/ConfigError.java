package org.silverteller.terminal;

import java.nio.file.Path;

/**
 * A configuration file is not what the terminal needs. The message is one line for whoever edits
 * the file: {@code terminal.yaml:12: pin.tries: found 'many', expected a whole number}. Unchecked,
 * because there is one answer to it: say it and do not start (exit code 2).
 */
public final class ConfigError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final int line;
  private final String key;
  private final String found;
  private final String expected;

  /**
   * @param line from 1; 0 when the fault is the file's as a whole
   * @param key with its sections, {@code pin.tries}; a column's name in a table; empty when the
   *     fault is not in one
   */
  public ConfigError(Path file, int line, String key, String found, String expected) {
    super(
        file
            + (line > 0 ? ":" + line : "")
            + ": "
            + (key.isEmpty() ? "" : key + ": ")
            + "found "
            + found
            + (expected.isEmpty() ? "" : ", expected " + expected));
    this.file = file;
    this.line = line;
    this.key = key;
    this.found = found;
    this.expected = expected;
  }

  public Path file() {
    return file;
  }

  public int line() {
    return line;
  }

  public String key() {
    return key;
  }

  public String found() {
    return found;
  }

  public String expected() {
    return expected;
  }
}
