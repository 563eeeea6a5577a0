package org.silverteller.store.fsn;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an FSN file: {@code FSN10_CNY_machine_yyyyMMddHHmmss.FSN} (service rules 4.10), and
 * of what stands beside it.
 *
 * @param stem the name without its ending
 * @param begun local time of its first note
 */
record FsnName(String stem, LocalDateTime begun) implements Comparable<FsnName> {

  static final String CLOSED = ".FSN";

  /** Takes notes still; nobody fetches it yet. */
  static final String OPEN = ".FSN.part";

  /** Set aside. */
  static final String TORN = ".FSN.torn";

  /** Not yet whole; never read. */
  static final String TEMPORARY = ".tmp";

  static final String INDEX = ".idx";

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final Pattern FORM =
      Pattern.compile(
          "(FSN10_CNY_[A-Za-z0-9._-]+_(\\d{14}))(\\.FSN|\\.FSN\\.part|\\.FSN\\.torn|\\.idx)");

  static FsnName of(String machineId, LocalDateTime begun) {
    String machine = machineId.replace('/', '-');
    return new FsnName("FSN10_CNY_" + machine + "_" + STAMP.format(begun), begun);
  }

  /** Empty for the name of anything else. */
  static Optional<FsnName> parse(Path file) {
    Matcher parts = FORM.matcher(file.getFileName().toString());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new FsnName(parts.group(1), LocalDateTime.parse(parts.group(2), STAMP)));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  LocalDate day() {
    return begun.toLocalDate();
  }

  Path in(Path folder, String ending) {
    return folder.resolve(stem + ending);
  }

  @Override
  public int compareTo(FsnName other) {
    int byTime = begun.compareTo(other.begun);
    return byTime == 0 ? stem.compareTo(other.stem) : byTime;
  }
}
