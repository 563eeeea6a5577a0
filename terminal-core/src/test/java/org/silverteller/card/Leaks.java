package org.silverteller.card;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;

/** Looks for card data in what a failure prints. */
final class Leaks {

  private static final int TELLING = 5;

  private Leaks() {}

  /** Every run of five characters of the secret that stands in the failure or its causes. */
  static List<String> in(Throwable failure, String secret) {
    var printed = new StringWriter();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      new PrintWriter(printed, true).println(cause);
    }
    return in(printed.toString(), secret);
  }

  static List<String> in(String printed, String secret) {
    return IntStream.rangeClosed(0, secret.length() - TELLING)
        .mapToObj(start -> secret.substring(start, start + TELLING))
        .filter(printed::contains)
        .toList();
  }
}
