package org.silverteller.driver.xfs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silverteller.page.Frame;
import org.silverteller.page.Frame.Area;
import org.silverteller.page.Option;
import org.silverteller.page.Wish;

/**
 * A frame as rows of text. The page's own options are numbered 1 … 8 in their order; 9 is always
 * back and 0 always the end, so that the same keys mean the same on every page; language and help
 * take the next free numbers. Big print is left out: such a screen has letters of one size.
 *
 * @param rows exactly those of the screen
 */
record TextPage(List<String> rows, Map<Integer, Area> numbered, Map<String, Area> named) {

  private static final int OWN_NUMBERS = 8;
  private static final int BACK_NUMBER = 9;
  private static final int EXIT_NUMBER = 0;
  private static final String GAP = "  ";

  private static final Set<String> LEFT_OUT = Set.of(id(Wish.ENLARGE), id(Wish.STANDARD));

  /** An area, the key that answers for it, and the lines of its label. */
  private record Choice(int number, Area area, List<String> label) {
    Choice saidBy(Sayable sayable) {
      return new Choice(number, area, label.stream().map(sayable::said).toList());
    }

    String text() {
      return number + " " + String.join(" ", label);
    }

    String textWithoutLast() {
      return number + " " + String.join(" ", label.subList(0, label.size() - 1));
    }

    String last() {
      return label.get(label.size() - 1);
    }
  }

  /** How a screen says a text. */
  @FunctionalInterface
  interface Sayable {
    String said(String text);
  }

  /** The frame on a screen of so many characters. */
  static TextPage of(Frame frame, int columns, int height, Sayable sayable) {
    Map<String, Area> named = new HashMap<>();
    Map<Area, List<String>> labels = new HashMap<>();
    List<String> body = new ArrayList<>(frame.text());
    for (Area area : frame.areas()) {
      named.put(area.optionId(), area);
      labels.put(area, removed(body, area.label()));
    }
    body.removeIf(String::isBlank);
    String title = body.isEmpty() ? "" : body.remove(0);
    List<Choice> own = own(frame, named, labels);
    List<Choice> bar = bar(frame, named, labels, own);
    Map<Integer, Area> numbered = new HashMap<>();
    own.forEach(choice -> numbered.put(choice.number(), choice.area()));
    bar.forEach(choice -> numbered.put(choice.number(), choice.area()));
    Layout layout = new Layout(columns, height, sayable);
    return new TextPage(layout.rows(title, body, own, bar), numbered, named);
  }

  /**
   * Takes a label out of the lines: it stands there as one line or as several, with a blank between
   * them in the label.
   *
   * @return its lines; where it does not stand there, the label itself
   */
  private static List<String> removed(List<String> lines, String label) {
    for (int from = 1; from < lines.size(); from++) {
      StringBuilder joined = new StringBuilder();
      for (int to = from; to < lines.size() && joined.length() < label.length(); to++) {
        joined.append(to == from ? "" : " ").append(lines.get(to));
        if (label.contentEquals(joined)) {
          List<String> found = lines.subList(from, to + 1);
          List<String> parts = List.copyOf(found);
          found.clear();
          return parts;
        }
      }
    }
    return List.of(label);
  }

  private static List<Choice> own(
      Frame frame, Map<String, Area> named, Map<Area, List<String>> labels) {
    List<Choice> own = new ArrayList<>();
    for (Option option : frame.page().options()) {
      Area area = named.get(option.id());
      if (area != null && own.size() < OWN_NUMBERS) {
        own.add(new Choice(own.size() + 1, area, labels.get(area)));
      }
    }
    return own;
  }

  private static List<Choice> bar(
      Frame frame, Map<String, Area> named, Map<Area, List<String>> labels, List<Choice> own) {
    List<Choice> bar = new ArrayList<>();
    List<Area> others = new ArrayList<>(frame.areas());
    own.forEach(choice -> others.remove(choice.area()));
    Map<Wish, Integer> fixed = Map.of(Wish.BACK, BACK_NUMBER, Wish.EXIT, EXIT_NUMBER);
    for (Wish wish : List.of(Wish.BACK, Wish.EXIT)) {
      Area area = named.get(id(wish));
      if (area != null) {
        bar.add(new Choice(fixed.get(wish), area, labels.get(area)));
        others.remove(area);
      }
    }
    others.removeIf(area -> LEFT_OUT.contains(area.optionId()) || isAmong(own, area.label()));
    others.sort((one, other) -> Boolean.compare(isHelp(other), isHelp(one)));
    int next = own.size() + 1;
    for (Area area : others) {
      if (next <= OWN_NUMBERS) {
        bar.add(new Choice(next++, area, labels.get(area)));
      }
    }
    return bar;
  }

  private static boolean isAmong(List<Choice> choices, String label) {
    return choices.stream().anyMatch(choice -> choice.area().label().equals(label));
  }

  private static String id(Wish wish) {
    return wish.option().id();
  }

  private static boolean isHelp(Area area) {
    return area.optionId().equals(id(Wish.HELP));
  }

  /** The area that a key answers. */
  Optional<Area> answer(TextKey key) {
    Area area =
        switch (key.command()) {
          case Ttu.WFS_TTU_CK_ENTER -> named.get(id(Wish.CONFIRM));
          case Ttu.WFS_TTU_CK_CANCEL -> named.get(id(Wish.EXIT));
          case Ttu.WFS_TTU_CK_CLEAR, Ttu.WFS_TTU_CK_BACKSPACE -> named.get(id(Wish.BACK));
          case Ttu.WFS_TTU_CK_HELP -> named.get(id(Wish.HELP));
          default -> numbered.get(key.number());
        };
    return Optional.ofNullable(area);
  }

  /** Where the parts of a page stand on a screen. */
  private record Layout(int columns, int height, Sayable sayable) {

    List<String> rows(String title, List<String> body, List<Choice> own, List<Choice> bar) {
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
      lines.forEach(line -> rows.addAll(XfsText.wrapped(sayable.said(line), columns)));
      return rows;
    }

    /** One under the other; the last line of a label that is too wide stands in rows of its own. */
    private List<String> listed(List<Choice> choices) {
      List<String> rows = new ArrayList<>();
      for (Choice choice : choices) {
        Choice said = choice.saidBy(sayable);
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
    private List<String> flowing(List<Choice> choices) {
      List<String> rows = new ArrayList<>();
      for (Choice choice : choices) {
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
}
