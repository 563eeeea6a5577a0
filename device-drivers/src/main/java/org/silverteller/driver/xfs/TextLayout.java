package org.silverteller.driver.xfs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where the parts of a page stand on a screen of characters.
 *
 * @param columns of the screen; a Chinese character takes two
 * @param height rows of the screen
 * @param sayable a text as the screen can show it
 */
record TextLayout(int columns, int height, UnaryOperator<String> sayable) {

  private static final String GAP = "  ";

  /** Whether all of the choices can be seen, at the cost of the text between them and the title. */
  boolean fits(String title, List<TextChoice> own, List<TextChoice> bar) {
    return wrapped(List.of(title)).size() + flowing(own).size() + flowing(bar).size() <= height;
  }

  /** The whole screen: title, text and the page's own choices from the top, the bar at the foot. */
  List<String> rows(String title, List<String> body, List<TextChoice> own, List<TextChoice> bar) {
    List<String> head = wrapped(List.of(title));
    List<String> middle = wrapped(body);
    List<String> foot = flowing(bar);
    List<String> options = listed(own);
    if (head.size() + middle.size() + options.size() + foot.size() > height) {
      options = flowing(own);
    }
    int room = Math.max(0, height - head.size() - options.size() - foot.size());
    middle = middle.subList(0, Math.min(middle.size(), room));
    return spaced(List.of(head, middle, options), foot);
  }

  private List<String> wrapped(List<String> lines) {
    List<String> rows = new ArrayList<>();
    lines.forEach(line -> rows.addAll(XfsText.wrapped(sayable.apply(line), columns)));
    return rows;
  }

  /** One under the other; the last line of a label that is too wide stands in rows of its own. */
  private List<String> listed(List<TextChoice> choices) {
    List<String> rows = new ArrayList<>();
    for (TextChoice choice : choices) {
      TextChoice said = choice.saidBy(sayable);
      if (said.label().size() == 1 || XfsText.columns(said.text()) <= columns) {
        hang(rows, said.text());
      } else {
        hang(rows, said.textWithoutLast());
        XfsText.wrapped(said.last(), columns - GAP.length()).forEach(row -> rows.add(GAP + row));
      }
    }
    return rows;
  }

  /** Adds a text whose further rows stand below its words, not below its number. */
  private void hang(List<String> rows, String text) {
    String indent = text.substring(0, GAP.length());
    for (String row : XfsText.wrapped(text.substring(GAP.length()), columns - GAP.length())) {
      rows.add(indent + row);
      indent = GAP;
    }
  }

  /** One beside the other. */
  private List<String> flowing(List<TextChoice> choices) {
    List<String> rows = new ArrayList<>();
    for (TextChoice choice : choices) {
      String text = choice.saidBy(sayable).text();
      int last = rows.size() - 1;
      String beside = last < 0 ? text : rows.get(last) + GAP + text;
      if (last >= 0 && XfsText.columns(beside) <= columns) {
        rows.set(last, beside);
      } else {
        rows.addAll(XfsText.wrapped(text, columns));
      }
    }
    return rows;
  }

  /** Blank rows between the parts as long as there are any; the foot stands at the bottom. */
  private List<String> spaced(List<List<String>> parts, List<String> foot) {
    int used = foot.size() + parts.stream().mapToInt(List::size).sum();
    int spare = height - used;
    List<String> rows = new ArrayList<>();
    for (List<String> part : parts) {
      if (!rows.isEmpty() && !part.isEmpty() && spare > 0) {
        rows.add("");
        spare--;
      }
      rows.addAll(part);
    }
    int top = Math.max(0, height - foot.size());
    while (rows.size() > top) {
      rows.remove(rows.size() - 1);
    }
    String[] blanks = new String[top - rows.size()];
    Arrays.fill(blanks, "");
    rows.addAll(Arrays.asList(blanks));
    rows.addAll(foot);
    return List.copyOf(rows.subList(0, height));
  }
}
