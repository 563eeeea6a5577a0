package org.silverteller.driver.xfs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.silverteller.page.Frame;
import org.silverteller.page.Frame.Area;
import org.silverteller.page.Language;
import org.silverteller.page.Option;
import org.silverteller.page.Wish;

/**
 * A frame as text, on as many sheets as its choices need; most frames need one.
 *
 * <p>The same keys mean the same on every page: 1 … 8 are the page's own choices in their order, 9
 * is back, 0 the end, {@code *} help and {@code #} the other language. Where the unit lacks one of
 * these keys, a key that commands stands in for it, or the choice takes the next free number. What
 * has no key or no row left stands on the next sheet. Big print is left out: such a screen has
 * letters of one size.
 *
 * @param sheets at least one
 */
record TextPage(List<Sheet> sheets) {

  private static final TextAnswer BACK = TextAnswer.number(9);
  private static final TextAnswer EXIT = TextAnswer.number(0);
  private static final TextAnswer STAR = TextAnswer.printing('*');
  private static final TextAnswer HASH = TextAnswer.printing('#');

  private static final Set<String> LEFT_OUT = Set.of(id(Wish.ENLARGE), id(Wish.STANDARD));

  /** In this order at the foot. */
  private static final List<String> BAR =
      List.of(id(Wish.BACK), id(Wish.EXIT), id(Wish.HELP), id(Wish.LANGUAGE));

  /**
   * What is on the screen at once.
   *
   * @param rows exactly those of the screen
   * @param answers what the keys answer
   * @param turning the keys that show the next sheet
   */
  record Sheet(List<String> rows, Map<TextKey, Area> answers, Set<TextKey> turning) {

    /** The area that a key answers. */
    Optional<Area> answer(TextKey key) {
      return Optional.ofNullable(answers.get(key));
    }

    boolean turns(TextKey key) {
      return turning.contains(key);
    }
  }

  /** The frame on a screen with this room and these keys. */
  static TextPage of(Frame frame, TextLayout layout, TextKeys keys) {
    return new Setting(frame, layout, keys.orDigits()).page();
  }

  private static String id(Wish wish) {
    return wish.option().id();
  }

  /** The words of the unit's own keys and sheets, which no frame has. */
  private record Words(
      String enter,
      String cancel,
      String clear,
      String backspace,
      String help,
      String next,
      String first) {
    private static final Words CHINESE = new Words("确认", "取消", "更正", "退格", "帮助", "下一页", "首页");
    private static final Words ENGLISH =
        new Words("Enter", "Cancel", "Clear", "Backspace", "Help", "Next page", "First page");

    static Words in(Language language) {
      return language.equals(Language.CHINESE) ? CHINESE : ENGLISH;
    }
  }

  /** One frame being set. */
  private static final class Setting {
    private final TextLayout layout;
    private final TextKeys keys;
    private final Words words;
    private final Map<String, Area> named = new HashMap<>();
    private final Map<Area, List<String>> labels = new HashMap<>();
    private final List<String> body;
    private final String title;

    /** Without a key of their own, in order; those from {@code own} on stand at the foot. */
    private final List<Area> floating = new ArrayList<>();

    private final int own;

    private final Map<Area, TextAnswer> fixed = new HashMap<>();
    private final List<Area> bar;

    Setting(Frame frame, TextLayout layout, TextKeys keys) {
      this.layout = layout;
      this.keys = keys;
      this.words = Words.in(frame.look().language());
      body = new ArrayList<>(frame.text());
      for (Area area : frame.areas()) {
        named.put(area.optionId(), area);
        labels.put(area, removed(body, area.label()));
      }
      body.removeIf(String::isBlank);
      title = body.isEmpty() ? "" : body.remove(0);
      for (Option option : frame.page().options()) {
        Optional.ofNullable(named.get(option.id())).ifPresent(floating::add);
      }
      own = floating.size();
      bar = bar(frame);
      bar.forEach(area -> key(area).ifPresent(key -> fixed.put(area, key)));
      bar.stream().filter(area -> !fixed.containsKey(area)).forEach(floating::add);
    }

    /** What is no option of the page itself, without what is said there already. */
    private List<Area> bar(Frame frame) {
      List<Area> others = new ArrayList<>(frame.areas());
      others.removeAll(floating);
      others.removeIf(
          area ->
              LEFT_OUT.contains(area.optionId())
                  || floating.stream().anyMatch(said -> said.label().equals(area.label())));
      List<Area> inOrder = new ArrayList<>();
      BAR.forEach(
          id -> others.stream().filter(area -> area.optionId().equals(id)).forEach(inOrder::add));
      others.removeAll(inOrder);
      inOrder.addAll(others);
      return inOrder;
    }

    /** The key that an option of the bar has on every page. */
    private Optional<TextAnswer> key(Area area) {
      Stream<TextAnswer> wanted =
          switch (Wish.ofId(area.optionId()).orElse(Wish.MORE)) {
            case BACK -> Stream.of(BACK, clear(), backspace());
            case EXIT -> Stream.of(EXIT, cancel());
            case HELP -> Stream.of(STAR);
            case LANGUAGE -> Stream.of(HASH);
            default -> Stream.empty();
          };
      return wanted.filter(keys::has).findFirst();
    }

    // ---- sheets

    TextPage page() {
      List<Integer> numbers = keys.numbers();
      if (floating.size() > numbers.size() && keys.has(help())) {
        Optional.ofNullable(named.get(id(Wish.HELP)))
            .filter(floating::remove)
            .ifPresent(area -> fixed.put(area, help()));
      }
      List<TextChoice> all = numbered(0, numbers, numbers.size());
      if (all.size() == floating.size() && fits(all, 0, List.of())) {
        return new TextPage(List.of(sheet(all, 0, List.of())));
      }
      return new TextPage(several(numbers));
    }

    private List<Sheet> several(List<Integer> numbers) {
      TextAnswer turn =
          Stream.of(enter(), HASH)
              .filter(keys::has)
              .filter(key -> !fixed.containsValue(key) && !named.containsKey(id(Wish.CONFIRM)))
              .findFirst()
              .orElseGet(() -> TextAnswer.number(numbers.get(numbers.size() - 1)));
      int most = numbers.size();
      if (turn.equals(TextAnswer.number(numbers.get(most - 1)))) {
        most--;
      }
      List<Sheet> sheets = new ArrayList<>();
      for (int from = 0; from < floating.size() || sheets.isEmpty(); ) {
        int count = most;
        List<TextChoice> next = List.of(new TextChoice(turn, List.of(words.next())));
        List<TextChoice> choices = numbered(from, numbers, count);
        while (count > 1 && !fits(choices, from, next)) {
          choices = numbered(from, numbers, --count);
        }
        boolean last = from + choices.size() >= floating.size();
        sheets.add(
            sheet(
                choices,
                from,
                last ? List.of(new TextChoice(turn, List.of(words.first()))) : next));
        from += Math.max(1, choices.size());
      }
      return sheets;
    }

    /** The floating ones from there on, by numbers from the first. */
    private List<TextChoice> numbered(int from, List<Integer> numbers, int most) {
      List<TextChoice> choices = new ArrayList<>();
      for (int at = from; at < floating.size() && at - from < most; at++) {
        choices.add(choice(floating.get(at), TextAnswer.number(numbers.get(at - from))));
      }
      return choices;
    }

    private TextChoice choice(Area area, TextAnswer key) {
      return new TextChoice(key, labels.get(area));
    }

    private boolean fits(List<TextChoice> numbered, int from, List<TextChoice> turn) {
      return layout.fits(title, upper(numbered, from), foot(numbered, from, turn));
    }

    private Sheet sheet(List<TextChoice> numbered, int from, List<TextChoice> turn) {
      Map<TextKey, Area> answers = standing();
      for (int at = 0; at < numbered.size(); at++) {
        Area area = floating.get(from + at);
        numbered.get(at).key().keys().forEach(key -> answers.put(key, area));
      }
      Set<TextKey> turning = new HashSet<>();
      turn.forEach(choice -> turning.addAll(choice.key().keys()));
      List<String> rows =
          layout.rows(title, body, upper(numbered, from), foot(numbered, from, turn));
      return new Sheet(rows, Map.copyOf(answers), Set.copyOf(turning));
    }

    private List<TextChoice> upper(List<TextChoice> numbered, int from) {
      return numbered.subList(0, Math.max(0, Math.min(numbered.size(), own - from)));
    }

    /** The bar in its order, as far as it stands on this sheet. */
    private List<TextChoice> foot(List<TextChoice> numbered, int from, List<TextChoice> turn) {
      List<TextChoice> foot = new ArrayList<>();
      for (Area area : bar) {
        int at = floating.indexOf(area) - from;
        if (fixed.containsKey(area)) {
          foot.add(choice(area, fixed.get(area)));
        } else if (at >= 0 && at < numbered.size()) {
          foot.add(numbered.get(at));
        }
      }
      foot.addAll(turn);
      return foot;
    }

    /** What keys answer on every sheet: those of the bar, and those that command by their names. */
    private Map<TextKey, Area> standing() {
      Map<TextKey, Area> answers = new HashMap<>();
      Map.of(
              enter(), Wish.CONFIRM,
              cancel(), Wish.EXIT,
              clear(), Wish.BACK,
              backspace(), Wish.BACK,
              help(), Wish.HELP)
          .forEach(
              (answer, wish) ->
                  Optional.ofNullable(named.get(id(wish)))
                      .ifPresent(area -> answers.put(answer.keys().get(0), area)));
      fixed.forEach((area, answer) -> answer.keys().forEach(key -> answers.put(key, area)));
      return answers;
    }

    // ---- keys that command

    private TextAnswer enter() {
      return TextAnswer.commanding(Ttu.WFS_TTU_CK_ENTER, words.enter());
    }

    private TextAnswer cancel() {
      return TextAnswer.commanding(Ttu.WFS_TTU_CK_CANCEL, words.cancel());
    }

    private TextAnswer clear() {
      return TextAnswer.commanding(Ttu.WFS_TTU_CK_CLEAR, words.clear());
    }

    private TextAnswer backspace() {
      return TextAnswer.commanding(Ttu.WFS_TTU_CK_BACKSPACE, words.backspace());
    }

    private TextAnswer help() {
      return TextAnswer.commanding(Ttu.WFS_TTU_CK_HELP, words.help());
    }
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
}
