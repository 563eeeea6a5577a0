package org.silverteller.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.silverteller.card.PayeeName;
import org.silverteller.money.Money;
import org.silverteller.page.CashPage;
import org.silverteller.page.Frame;
import org.silverteller.page.Frame.Area;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Option;
import org.silverteller.page.Page;
import org.silverteller.page.ProfileId;
import org.silverteller.page.TransferPage;
import org.silverteller.page.TypedAccount;
import org.silverteller.page.Wish;

/** The rules of the service page, measured on painted frames of every screen, profile, language. */
class PaintedPagesTest {

  private static final Pattern AMOUNT = Pattern.compile("[¥0-9壹贰叁肆伍陆柒捌玖]");

  /**
   * Figures that anybody may overhear: telephone numbers that hang on the wall, the length a PIN
   * may have, and the hours that the law gives a transfer. Every other figure is the customer's.
   */
  private static final List<String> PUBLIC_FIGURES =
      List.of(
          SamplePages.PHRASES.get("bank.phone"),
          SamplePages.PHRASES.get("police.antifraud"),
          "4–12",
          "24小时",
          "24 hours");

  /** Nobody has a finger for these beside a yes. */
  private static final Set<String> UNDOING = Set.of("back", "exit", "no");

  record Screen(int widthPx, int heightPx, double diagonalInch) {}

  record Painted(Screen screen, Look look, Frame frame, List<String> shrunk) {
    double pxPerMm() {
      return Math.hypot(screen.widthPx(), screen.heightPx()) / (25.4 * screen.diagonalInch());
    }

    boolean elder() {
      return look.profile().equals(ProfileId.ELDER);
    }

    @Override
    public String toString() {
      return screen + " " + look.profile() + " " + look.language() + " " + frame.page();
    }
  }

  static Stream<Screen> screens() {
    return Stream.of(
        new Screen(1024, 768, 15),
        new Screen(1366, 768, 15.6),
        new Screen(1280, 1024, 17),
        new Screen(1280, 1024, 19),
        new Screen(1440, 900, 19),
        new Screen(1366, 768, 18.5),
        new Screen(1600, 900, 19.5),
        new Screen(1920, 1080, 21.5));
  }

  @ParameterizedTest
  @MethodSource("screens")
  void every_page_keeps_the_rules_of_service(Screen screen) {
    JavaPainter painter =
        new JavaPainter(
            screen.widthPx(), screen.heightPx(), screen.diagonalInch(), SamplePages.PHRASES);
    SoftAssertions rules = new SoftAssertions();
    for (ProfileId profile : JavaPainter.PROFILES) {
      for (Language language : JavaPainter.LANGUAGES) {
        Look look = new Look(profile, language);
        for (Page page : SamplePages.all(profile)) {
          Frame frame = painter.paint(page, look);
          Painted painted = new Painted(screen, look, frame, painter.shrunk());
          check(rules, painted);
        }
      }
    }
    rules.assertAll();
  }

  private static void check(SoftAssertions rules, Painted painted) {
    textFits(rules, painted);
    marginsStayClean(rules, painted);
    everyAnswerHasItsPlace(rules, painted);
    targetsAreLargeEnough(rules, painted);
    targetsStandApart(rules, painted);
    yesIsFarFromNo(rules, painted);
    textMirrorsThePage(rules, painted);
    speechIsDiscreet(rules, painted);
  }

  private static void textFits(SoftAssertions rules, Painted painted) {
    rules.assertThat(painted.shrunk()).as("%s: text that does not fit", painted).isEmpty();
  }

  /** Nothing runs over the edges of the content, seen in the pixels. */
  private static void marginsStayClean(SoftAssertions rules, Painted painted) {
    Frame frame = painted.frame();
    int band = (int) Math.ceil((painted.elder() ? 30 : 23) * painted.pxPerMm()) + 4;
    int strip = (int) (6 * painted.pxPerMm());
    int background = frame.rgb()[band * frame.width()];
    int spilt = 0;
    for (int y = band; y < frame.height() - band; y++) {
      for (int x = 0; x < strip; x++) {
        spilt += frame.rgb()[y * frame.width() + x] == background ? 0 : 1;
        spilt += frame.rgb()[(y + 1) * frame.width() - 1 - x] == background ? 0 : 1;
      }
    }
    rules.assertThat(spilt).as("%s: pixels in the margins", painted).isZero();
  }

  private static void everyAnswerHasItsPlace(SoftAssertions rules, Painted painted) {
    Page page = painted.frame().page();
    List<String> expected = new ArrayList<>();
    page.options().stream().map(Option::id).forEach(expected::add);
    page.bar().stream().map(wish -> wish.option().id()).forEach(expected::add);
    expected.add(Wish.HELP.option().id());
    expected.add(Wish.LANGUAGE.option().id());
    expected.add((painted.elder() ? Wish.STANDARD : Wish.ENLARGE).option().id());
    rules
        .assertThat(painted.frame().areas())
        .as("%s: what can be touched", painted)
        .extracting(Area::optionId)
        .containsExactlyInAnyOrderElementsOf(expected);

    Screen screen = painted.screen();
    part(painted, "help", rules, screen.widthPx() * 2 / 3, 0);
    part(painted, "confirm", rules, screen.widthPx() * 2 / 3, screen.heightPx() * 3 / 4);
    part(painted, "yes", rules, screen.widthPx() / 2, screen.heightPx() / 2);
    painted
        .frame()
        .areaOf("back")
        .ifPresent(
            area -> {
              rules.assertThat(area.x()).as("%s: back", painted).isLessThan(screen.widthPx() / 6);
              rules.assertThat(area.y()).isGreaterThan(screen.heightPx() * 3 / 4);
            });
  }

  private static void part(Painted painted, String id, SoftAssertions rules, int left, int top) {
    Optional<Area> area = painted.frame().areaOf(id);
    area.ifPresent(
        found -> {
          rules.assertThat(found.x()).as("%s: %s", painted, id).isGreaterThanOrEqualTo(left);
          rules.assertThat(found.y()).as("%s: %s", painted, id).isGreaterThanOrEqualTo(top);
        });
  }

  private static void targetsAreLargeEnough(SoftAssertions rules, Painted painted) {
    double leastHeight = painted.elder() ? 20 : 13;
    double leastWidth = painted.elder() ? 50 : 13;
    Rect screen = new Rect(0, 0, painted.screen().widthPx(), painted.screen().heightPx());
    for (Area area : painted.frame().areas()) {
      rules
          .assertThat(area.height() / painted.pxPerMm())
          .as("%s: height of %s in mm", painted, area)
          .isGreaterThanOrEqualTo(leastHeight);
      rules
          .assertThat(area.width() / painted.pxPerMm())
          .as("%s: width of %s in mm", painted, area)
          .isGreaterThanOrEqualTo(leastWidth);
      rules.assertThat(screen.holds(rect(area))).as("%s: %s on screen", painted, area).isTrue();
    }
  }

  private static void targetsStandApart(SoftAssertions rules, Painted painted) {
    double least = painted.elder() ? 5 : 2.5;
    eachPair(
        painted,
        (one, other) ->
            rules
                .assertThat(distance(one, other) / painted.pxPerMm())
                .as("%s: mm between %s and %s", painted, one, other)
                .isGreaterThanOrEqualTo(least));
  }

  private static void yesIsFarFromNo(SoftAssertions rules, Painted painted) {
    eachPair(
        painted,
        (one, other) -> {
          boolean yes = one.optionId().equals("confirm") || one.optionId().equals("yes");
          if (yes && UNDOING.contains(other.optionId())) {
            rules
                .assertThat(distance(one, other) / painted.pxPerMm())
                .as("%s: mm between %s and %s", painted, one, other)
                .isGreaterThanOrEqualTo(25);
          }
        });
  }

  private static void textMirrorsThePage(SoftAssertions rules, Painted painted) {
    List<String> text = painted.frame().text();
    Texts texts = new Texts(painted.look().language(), SamplePages.PHRASES);
    rules
        .assertThat(text.get(0))
        .as("%s: first line", painted)
        .isEqualTo(Titles.of(painted.frame().page(), texts));
    String all = String.join(" ", text);
    for (Area area : painted.frame().areas()) {
      rules.assertThat(area.label()).as("%s: label of %s", painted, area.optionId()).isNotBlank();
      for (String word : area.label().split(" ")) {
        rules.assertThat(all).as("%s: mirrored", painted).contains(word);
      }
    }
    rules.assertThat(all).as("%s: blanks", painted).doesNotContain("{", "}");
  }

  private static void speechIsDiscreet(SoftAssertions rules, Painted painted) {
    rules.assertThat(painted.frame().speech()).as("%s: speech", painted).isNotEmpty();
    boolean pageNumber = painted.frame().page() instanceof Page.TurnPage;
    for (String line : painted.frame().speech()) {
      String rest = pageNumber ? "" : line;
      for (String figure : PUBLIC_FIGURES) {
        rest = rest.replace(figure, "");
      }
      rules.assertThat(rest).as("%s: spoken '%s'", painted, line).doesNotContainPattern(AMOUNT);
    }
  }

  private interface Pairs {
    void accept(Area one, Area other);
  }

  private static void eachPair(Painted painted, Pairs pairs) {
    for (Area one : painted.frame().areas()) {
      for (Area other : painted.frame().areas()) {
        if (one != other) {
          pairs.accept(one, other);
        }
      }
    }
  }

  /** Between the nearest points; negative when they overlap. */
  private static int distance(Area one, Area other) {
    int dx = Math.max(one.x() - other.x() - other.width(), other.x() - one.x() - one.width());
    int dy = Math.max(one.y() - other.y() - other.height(), other.y() - one.y() - one.height());
    return Math.max(dx, dy);
  }

  private static Rect rect(Area area) {
    return new Rect(area.x(), area.y(), area.width(), area.height());
  }

  @Test
  void the_swaps_of_profile_and_language_stand_where_they_stood_on_every_page() {
    JavaPainter painter = new JavaPainter(1280, 1024, 17, SamplePages.PHRASES);
    for (ProfileId profile : JavaPainter.PROFILES) {
      for (String id : List.of("language", "help")) {
        assertThat(SamplePages.all(profile))
            .extracting(
                page -> {
                  Frame frame = painter.paint(page, new Look(profile, Language.CHINESE));
                  return frame.areaOf(id).orElseThrow();
                })
            .as(profile + " " + id)
            .containsOnly(
                painter
                    .paint(SamplePages.all(profile).get(0), new Look(profile, Language.CHINESE))
                    .areaOf(id)
                    .orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 24小时后到账", "false, 实时到账"})
  void payee_account_amount_and_when_stand_in_chinese_whatever_the_language(
      boolean later, String when) {
    JavaPainter painter = new JavaPainter(1024, 768, 15, SamplePages.PHRASES);
    Page page =
        new TransferPage.PayeeConfirm(
            new PayeeName("张**"), "0334", TypedAccount.NOTHING, Money.ofYuan(1200), later);
    for (ProfileId profile : JavaPainter.PROFILES) {
      for (Language language : JavaPainter.LANGUAGES) {
        List<String> text = painter.paint(page, new Look(profile, language)).text();
        assertThat(String.join(" ", text))
            .as("%s %s", profile, language)
            .containsSubsequence("收款人", "张**", "收款账号", "尾号 0334", "转账金额", "¥1,200", "壹仟贰佰元", when);
      }
    }
  }

  @Test
  void the_payees_whole_number_is_painted_for_the_customer_and_told_to_nobody_else() {
    JavaPainter painter = new JavaPainter(1024, 768, 15, SamplePages.PHRASES);
    for (ProfileId profile : JavaPainter.PROFILES) {
      Look look = new Look(profile, Language.CHINESE);
      Frame right = painter.paint(confirm("6227000010080020334"), look);
      Frame wrong = painter.paint(confirm("6227000010080920334"), look);
      assertThat(right.rgb()).as(profile.name()).isNotEqualTo(wrong.rgb());
      assertThat(right.text()).as(profile.name()).isEqualTo(wrong.text());
      assertThat(String.join(" ", right.text())).contains("尾号 0334").doesNotContain("6227");
    }
  }

  private static Page confirm(String typed) {
    return new TransferPage.PayeeConfirm(
        new PayeeName("张**"), "0334", new TypedAccount(typed), Money.ofYuan(1200), false);
  }

  @Test
  void a_returned_frame_does_not_change_when_the_next_page_is_painted() {
    JavaPainter painter = new JavaPainter(1024, 768, 15, SamplePages.PHRASES);
    Look look = new Look(ProfileId.ELDER, Language.CHINESE);
    Frame first = painter.paint(SamplePages.all(ProfileId.ELDER).get(0), look);
    int[] before = first.rgb().clone();
    SamplePages.all(ProfileId.ELDER).forEach(page -> painter.paint(page, look));
    assertThat(first.rgb()).isEqualTo(before);
  }

  @Test
  void refuses_more_options_than_the_profile_shows() {
    JavaPainter painter = new JavaPainter(1280, 1024, 17, SamplePages.PHRASES);
    Page menu =
        new CashPage.AmountMenu(
            Stream.of(100, 200, 300, 400).map(Money::ofYuan).toList(), Money.ofYuan(500), false);
    assertThatThrownBy(() -> painter.paint(menu, new Look(ProfileId.ELDER, Language.ENGLISH)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amount-menu: 5 options; profile elder shows at most 4");
  }

  @Test
  void names_the_profile_or_language_it_does_not_know() {
    JavaPainter painter = new JavaPainter(1280, 1024, 17, SamplePages.PHRASES);
    Page page = new Page.Busy(Page.Busy.Work.PRINTING);
    assertThatThrownBy(() -> painter.paint(page, new Look(new ProfileId("tiny"), Language.CHINESE)))
        .hasMessageContaining("no profile 'tiny'");
    assertThatThrownBy(() -> painter.paint(page, new Look(ProfileId.ELDER, new Language("xx"))))
        .hasMessageContaining("no language 'xx'");
    assertThatThrownBy(() -> painter.pace(new ProfileId("tiny")))
        .hasMessageContaining("no profile 'tiny'");
  }
}
