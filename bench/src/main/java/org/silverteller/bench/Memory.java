package org.silverteller.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What of a process is in memory (Linux).
 *
 * @param residentKib all of it, also what it shares with others (VmRSS)
 * @param shareKib shared pages divided by the number of those who share them (PSS)
 */
record Memory(long residentKib, long shareKib) {

  static Memory of(long pid) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    return new Memory(
        kib(process.resolve("status"), "VmRSS:"), kib(process.resolve("smaps_rollup"), "Pss:"));
  }

  private static long kib(Path file, String name) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow(() -> new IOException(file + " does not tell " + name));
  }
}
