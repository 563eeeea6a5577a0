package org.silverteller.driver.xfs;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Something to choose on a screen of characters.
 *
 * @param key what answers for it
 * @param label its words, line by line
 */
record TextChoice(TextAnswer key, List<String> label) {

  TextChoice saidBy(UnaryOperator<String> sayable) {
    return new TextChoice(key, label.stream().map(sayable).toList());
  }

  String text() {
    return spoken(label);
  }

  String textWithoutLast() {
    return spoken(label.subList(0, label.size() - 1));
  }

  String last() {
    return label.get(label.size() - 1);
  }

  private String spoken(List<String> lines) {
    return String.join(" ", Stream.concat(Stream.of(key.caption()), lines.stream()).toList());
  }
}
