package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.silverteller.card.CardScheme;
import org.silverteller.device.Screen;
import org.silverteller.money.Denomination;
import org.silverteller.money.MixOffer;
import org.silverteller.money.MixPolicy;
import org.silverteller.money.Money;
import org.silverteller.money.Movement;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.page.AccountPage;
import org.silverteller.page.CashPage;
import org.silverteller.page.DepositPage;
import org.silverteller.page.Frame;
import org.silverteller.page.Frame.Area;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Page;
import org.silverteller.page.Painter;
import org.silverteller.page.ProfileId;
import org.silverteller.page.Wish;

/** Whatever keys a text screen has, its customers can reach whatever a page offers. */
class TextPageTest {

  private static final Painter PAINTER = Paintings.painter(new Screen.Geometry(1280, 1024, 17));

  /** Big print is not offered where letters have one size. */
  private static final Set<String> LEFT_OUT =
      Set.of(Wish.ENLARGE.option().id(), Wish.STANDARD.option().id());

  private static final int ELDER_OPTIONS = 4;

  private static final Page EIGHT =
      new CashPage.AmountMenu(amounts(100, 200, 300, 500, 1000, 2000, 3000), yuan(3000), false);

  /** All pages in both profiles and languages; painted once. */
  private static final List<Frame> FRAMES =
      Stream.of(ProfileId.STANDARD, ProfileId.ELDER)
          .flatMap(
              profile ->
                  Stream.of(Language.CHINESE, Language.ENGLISH)
                      .map(language -> new Look(profile, language)))
          .flatMap(
              look ->
                  catalogue(look.profile()).stream()
                      .map(page -> withoutPixels(PAINTER.paint(page, look))))
          .toList();

  private static Frame withoutPixels(Frame frame) {
    return new Frame(
        frame.page(),
        frame.look(),
        frame.width(),
        frame.height(),
        new int[0],
        frame.areas(),
        frame.text(),
        frame.speech());
  }

  /** The keyboards that text terminals have. */
  private enum Keyboard {
    DIGITS("0123456789"),
    STARRED("0123456789*#"),
    WITH_A_STAR("0123456789*"),
    PIN_PAD("0123456789", Ttu.WFS_TTU_CK_ENTER, Ttu.WFS_TTU_CK_CANCEL, Ttu.WFS_TTU_CK_CLEAR),
    WITH_HELP(
        "0123456789",
        Ttu.WFS_TTU_CK_ENTER,
        Ttu.WFS_TTU_CK_CANCEL,
        Ttu.WFS_TTU_CK_CLEAR,
        Ttu.WFS_TTU_CK_HELP),
    FOUR_BESIDE("", beside(4)),
    EIGHT_BESIDE("", beside(8)),
    EIGHT_BESIDE_AND_CANCEL("", with(beside(8), Ttu.WFS_TTU_CK_CANCEL)),
    ALL_BESIDE("0123456789", beside(32)),
    TWO_DIGITS("12");

    private final TextKeys keys;

    Keyboard(String printing, int... commands) {
      keys = new TextKeys(printing, IntStream.of(commands).boxed().toList());
    }

    private static int[] beside(int count) {
      return IntStream.range(0, count).map(key -> Ttu.WFS_TTU_CK_FDK01 + key).toArray();
    }

    private static int[] with(int[] keys, int another) {
      return IntStream.concat(IntStream.of(keys), IntStream.of(another)).toArray();
    }

    /** All that can be pressed. */
    Set<TextKey> all() {
      return Stream.concat(
              keys.printing().chars().mapToObj(key -> TextKey.printing((char) key)),
              keys.commands().stream().map(TextKey::commanding))
          .collect(Collectors.toSet());
    }
  }

  private static TextPage page(Page page, Language language, TextKeys keys, int columns, int rows) {
    Frame frame = PAINTER.paint(page, new Look(ProfileId.STANDARD, language));
    return TextPage.of(frame, new TextLayout(columns, rows, text -> text), keys);
  }

  private static List<String> foot(TextPage page, int sheet, int rows) {
    List<String> all = page.sheets().get(sheet).rows();
    return all.subList(all.size() - rows, all.size());
  }

  @ParameterizedTest
  @EnumSource(Keyboard.class)
  void every_choice_of_every_page_can_be_reached_with_keys_that_there_are(Keyboard keyboard) {
    for (Frame frame : FRAMES) {
      for (int rows : List.of(16, 25, 8)) {
        TextPage text = TextPage.of(frame, new TextLayout(40, rows, said -> said), keyboard.keys);
        assertThat(reached(text, keyboard))
            .as("%s, %s, %s, %d rows", frame.page().name(), frame.look(), keyboard, rows)
            .containsAll(wanted(frame));
      }
    }
  }

  private static Set<String> wanted(Frame frame) {
    Set<String> said =
        frame.areas().stream()
            .filter(area -> isOwn(frame, area))
            .map(Area::label)
            .collect(Collectors.toSet());
    return frame.areas().stream()
        .filter(area -> !LEFT_OUT.contains(area.optionId()))
        .filter(area -> isOwn(frame, area) || !said.contains(area.label()))
        .map(Area::optionId)
        .collect(Collectors.toSet());
  }

  private static boolean isOwn(Frame frame, Area area) {
    return frame.page().options().stream().anyMatch(own -> own.id().equals(area.optionId()));
  }

  /** Presses every key on every sheet, going on by those that turn. */
  private static Set<String> reached(TextPage text, Keyboard keyboard) {
    Set<String> reached = new LinkedHashSet<>();
    for (TextPage.Sheet sheet : text.sheets()) {
      keyboard.all().forEach(key -> sheet.answer(key).map(Area::optionId).ifPresent(reached::add));
      assertThat(keyboard.all().stream().filter(sheet::turns))
          .hasSizeGreaterThanOrEqualTo(text.sheets().size() == 1 ? 0 : 1)
          .allSatisfy(key -> assertThat(sheet.answer(key)).isEmpty());
    }
    return reached;
  }

  @ParameterizedTest
  @EnumSource(Keyboard.class)
  void every_choice_that_a_key_answers_is_seen_with_its_words(Keyboard keyboard) {
    for (Frame frame : FRAMES) {
      TextPage text = TextPage.of(frame, new TextLayout(40, 16, said -> said), keyboard.keys);
      for (TextPage.Sheet sheet : text.sheets()) {
        String seen = String.join(" ", sheet.rows()).replaceAll(" +", " ");
        keyboard.all().stream()
            .flatMap(key -> sheet.answer(key).stream())
            .map(area -> area.label().replaceAll(" +", " "))
            .forEach(
                label ->
                    assertThat(seen).as("%s, %s", frame.page().name(), keyboard).contains(label));
        assertThat(sheet.rows()).hasSize(16);
        assertThat(sheet.rows())
            .allSatisfy(row -> assertThat(XfsText.columns(row)).isLessThanOrEqualTo(40));
      }
    }
  }

  @Test
  void the_catalogue_has_every_kind_of_page() {
    assertThat(catalogue().stream().map(Object::getClass).distinct().map(Class::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(kinds(Page.class).map(Class::getSimpleName).toList());
  }

  private static Stream<Class<?>> kinds(Class<?> page) {
    return page.isSealed()
        ? Arrays.stream(page.getPermittedSubclasses()).flatMap(TextPageTest::kinds)
        : Stream.of(page);
  }

  @Test
  void star_is_help_and_hash_the_other_language_on_every_page() {
    TextKeys keys = Keyboard.STARRED.keys;
    assertThat(foot(page(EIGHT, Language.CHINESE, keys, 40, 16), 0, 1))
        .containsExactly("9 返回  0 退出  * 求助  # English");
    assertThat(
            foot(
                page(new Page.Menu(List.of(Wish.BALANCE), false), Language.CHINESE, keys, 40, 16),
                0,
                1))
        .containsExactly("0 退出  * 求助  # English");
  }

  @Test
  void the_keys_of_a_pin_pad_help_and_go_on_where_all_digits_are_taken() {
    TextPage page = page(EIGHT, Language.CHINESE, Keyboard.WITH_HELP.keys, 40, 16);
    assertThat(page.sheets()).hasSize(2);
    assertThat(page.sheets().get(0).rows()).contains("1 ¥100 壹佰元", "8 其他金额");
    assertThat(foot(page, 0, 2)).containsExactly("9 返回  0 退出  [帮助] 求助", "[确认] 下一页");
    assertThat(foot(page, 1, 2)).containsExactly("9 返回  0 退出  [帮助] 求助  1 English", "[确认] 首页");
  }

  @Test
  void a_digit_turns_where_there_are_digits_alone() {
    TextPage page = page(EIGHT, Language.ENGLISH, Keyboard.DIGITS.keys, 40, 16);
    assertThat(page.sheets()).hasSize(2);
    assertThat(page.sheets().get(0).rows()).contains("7 ¥3,000");
    assertThat(foot(page, 0, 1).get(0)).endsWith("8 Next page");
    assertThat(page.sheets().get(1).rows()).contains("1 Other amount");
    assertThat(foot(page, 1, 2)).containsExactly("9 Back  0 Exit  2 Help  3 中文", "8 First page");
  }

  @Test
  void a_screen_of_few_rows_shows_its_choices_on_several_sheets() {
    TextPage page = page(EIGHT, Language.ENGLISH, Keyboard.STARRED.keys, 20, 4);
    assertThat(page.sheets()).hasSizeGreaterThan(1);
    assertThat(page.sheets()).allSatisfy(sheet -> assertThat(sheet.rows()).hasSize(4));
  }

  @Test
  void numbers_stand_there_though_a_unit_has_no_keys() {
    TextPage page = page(EIGHT, Language.CHINESE, new TextKeys("", List.of()), 40, 16);
    assertThat(page.sheets().get(0).rows()).contains("1 ¥100 壹佰元");
  }

  // ---- pages

  private static List<Page> catalogue(ProfileId profile) {
    return profile.equals(ProfileId.ELDER)
        ? catalogue().stream().filter(page -> page.options().size() <= ELDER_OPTIONS).toList()
        : catalogue();
  }

  /** Each kind of page, with the most choices that it may have. */
  private static List<Page> catalogue() {
    List<Page> pages = new ArrayList<>();
    pages.add(
        new Page.Welcome(
            new TreeSet<>(List.of(Denomination.of(100), Denomination.of(10))),
            List.of(CardScheme.values()),
            true,
            false));
    Stream.of(Page.Closed.Reason.values()).map(Page.Closed::new).forEach(pages::add);
    Stream.of(Page.Busy.Work.values()).map(Page.Busy::new).forEach(pages::add);
    pages.add(new Page.LanguageChoice(List.of(Language.CHINESE, Language.ENGLISH)));
    pages.add(new Page.PinEntry(6, Optional.of(2)));
    pages.add(
        new Page.Menu(
            List.of(Wish.WITHDRAW, Wish.SMALL_NOTES, Wish.BALANCE, Wish.OTHER_AMOUNT), false));
    pages.add(EIGHT);
    pages.add(new CashPage.AmountMenu(amounts(100, 200, 300), yuan(20_000), true));
    pages.add(new CashPage.AmountEntry(yuan(200), yuan(3000), yuan(10), true));
    pages.add(new CashPage.NearestAmounts(yuan(1235), amounts(1230, 1240)));
    pages.add(
        new CashPage.MixChoice(
            yuan(1000),
            List.of(
                new MixOffer(MixPolicy.LARGE_NOTES, mix(100, 10)),
                new MixOffer(MixPolicy.WITH_CHANGE, mix(100, 9, 50, 1, 20, 1, 10, 3)),
                new MixOffer(MixPolicy.SMALL_ONLY, mix(50, 16, 20, 5, 10, 8, 5, 4)))));
    NoteMix notes = mix(100, 20);
    pages.add(new CashPage.Confirm("1234", notes.total(), notes, Money.ZERO, true, true));
    pages.add(new AccountPage.Balance(yuan(1000), yuan(1200), true));
    Movement movement =
        new Movement(LocalDate.of(2026, 6, 18), "ATM取款", false, yuan(500), yuan(1200), false);
    pages.add(new AccountPage.Statement(Collections.nCopies(4, movement), true, true));
    pages.add(new AccountPage.PinChange(AccountPage.PinChange.Step.CURRENT, 3, Optional.of(2)));
    pages.add(new DepositPage.InsertNotes(yuan(1000), 200, yuan(20_000)));
    pages.add(new DepositPage.DepositCount(notes, true, Optional.empty()));
    pages.add(
        new DepositPage.Deposited(
            yuan(1000), DepositPage.Deposited.Credit.ON_ITS_WAY, Optional.of(yuan(12_340))));
    for (Page.Take.Thing thing : Page.Take.Thing.values()) {
      pages.add(new Page.Take(thing, Page.Take.Next.RECEIPT, Optional.of(yuan(19_990)), 2));
    }
    pages.add(new Page.TurnPage(5, 1));
    pages.addAll(TransferSamples.all());
    Stream.of(Page.Question.Asked.values()).map(Page.Question::new).forEach(pages::add);
    Stream.of(Page.Notice.Kind.values())
        .map(kind -> new Page.Notice(kind, Optional.of(yuan(12_340))))
        .forEach(pages::add);
    Stream.of(Page.Refusal.Reason.values())
        .map(reason -> new Page.Refusal(reason, Page.Refusal.Account.NOT_DEBITED, "51"))
        .forEach(pages::add);
    return pages;
  }

  private static NoteMix mix(int... valuesAndNotes) {
    List<NoteMix.Part> parts = new ArrayList<>();
    for (int at = 0; at < valuesAndNotes.length; at += 2) {
      parts.add(
          new NoteMix.Part(
              UnitId.of("CASS" + at), Denomination.of(valuesAndNotes[at]), valuesAndNotes[at + 1]));
    }
    return new NoteMix(parts);
  }

  private static List<Money> amounts(int... yuan) {
    return IntStream.of(yuan).mapToObj(TextPageTest::yuan).toList();
  }

  private static Money yuan(int yuan) {
    return Money.ofYuan(yuan);
  }
}
