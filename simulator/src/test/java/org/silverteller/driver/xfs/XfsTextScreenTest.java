package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.silverteller.card.CardScheme;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.Screen;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.event.TerminalEvent.Touched;
import org.silverteller.money.Denomination;
import org.silverteller.money.MixOffer;
import org.silverteller.money.MixPolicy;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.page.CashPage;
import org.silverteller.page.Frame;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Page;
import org.silverteller.page.Painter;
import org.silverteller.page.ProfileId;
import org.silverteller.page.Wish;
import org.silverteller.simulator.xfs.LayoutTable;
import org.silverteller.simulator.xfs.OneStation;
import org.silverteller.ui.PlainPainter;

class XfsTextScreenTest {

  private static final Screen.Geometry GEOMETRY = new Screen.Geometry(640, 480, 10.4);
  private static final Painter PAINTER = Paintings.painter(GEOMETRY);
  private static final Look CHINESE = new Look(ProfileId.STANDARD, Language.CHINESE);
  private static final Look ENGLISH = new Look(ProfileId.STANDARD, Language.ENGLISH);

  private static final Page MENU = new Page.Menu(List.of(Wish.WITHDRAW, Wish.BALANCE), false);
  private static final Page AMOUNTS =
      new CashPage.AmountMenu(
          List.of(
              Money.ofYuan(100),
              Money.ofYuan(200),
              Money.ofYuan(300),
              Money.ofYuan(500),
              Money.ofYuan(1000),
              Money.ofYuan(2000),
              Money.ofYuan(3000)),
          Money.ofYuan(3000),
          false);

  private OnTheBench bench;
  private XfsTextScreen screen;

  @BeforeEach
  void fitted() throws Exception {
    fit(OneStation.Text.STANDARD, LayoutTable.V3_30);
  }

  private void fit(OneStation.Text text, LayoutTable newest) throws Exception {
    bench = new OnTheBench(OneStation.text(text, newest));
    screen = XfsTextScreen.open(bench.open(), bench.events::add, GEOMETRY);
  }

  @AfterEach
  void everything_the_manager_gave_was_freed_once() {
    bench.settle();
    assertThat(bench.unfreed()).isZero();
    assertThat(bench.station.manager().freedTwice()).isZero();
  }

  private Frame shown(Page page, Look look, long number) throws DeviceFault {
    Frame frame = PAINTER.paint(page, look);
    screen.show(frame, number);
    bench.settle();
    bench.posted();
    return frame;
  }

  private Optional<String> touched(Frame frame, long number, Consumer<OneStation> hand) {
    hand.accept(bench.station);
    bench.settle();
    List<TerminalEvent> posted = bench.posted();
    if (posted.isEmpty()) {
      return Optional.empty();
    }
    assertThat(posted).hasSize(1);
    Touched touch = (Touched) posted.get(0);
    assertThat(touch.shown()).isEqualTo(number);
    return frame.optionAt(touch.x(), touch.y());
  }

  @Test
  void has_the_geometry_that_frames_are_painted_for() {
    assertThat(screen.geometry()).isEqualTo(GEOMETRY);
    assertThat(screen.columns()).isEqualTo(40);
    assertThat(screen.rows()).isEqualTo(16);
  }

  @Test
  void shows_title_amounts_and_what_ends_the_service() throws Exception {
    shown(AMOUNTS, CHINESE, 1);
    assertThat(bench.station.rows())
        .containsExactly(
            "请选择金额",
            "",
            "一次最多取 ￥3,000",
            "",
            "1 ￥100 壹佰元",
            "2 ￥200 贰佰元",
            "3 ￥300 叁佰元",
            "4 ￥500 伍佰元",
            "5 ￥1,000 壹仟元",
            "6 ￥2,000 贰仟元",
            "7 ￥3,000 叁仟元",
            "8 其他金额",
            "",
            "",
            "9 返回  0 退出  [帮助] 求助",
            "[确认] 下一页");
  }

  @Test
  void shows_notes_below_their_choice_where_a_row_is_too_short() throws Exception {
    shown(
        new CashPage.MixChoice(
            Money.ofYuan(1000),
            List.of(
                new MixOffer(MixPolicy.LARGE_NOTES, mix(100, 10)),
                new MixOffer(MixPolicy.SMALL_ONLY, mix(50, 16, 20, 5, 10, 8, 5, 4)))),
        CHINESE,
        1);
    assertThat(bench.station.rows().subList(0, 8))
        .containsExactly(
            "请选择纸币",
            "",
            "￥1,000  壹仟元",
            "",
            "1 全部百元 共 10 张 ￥100 × 10",
            "2 只要零钱 共 33 张",
            "  ￥50 × 16  ￥20 × 5  ￥10 × 8",
            "  ￥5 × 4");
  }

  private static NoteMix mix(int... valuesAndNotes) {
    List<NoteMix.Part> parts = new ArrayList<>();
    for (int at = 0; at < valuesAndNotes.length; at += 2) {
      Denomination value = Denomination.of(valuesAndNotes[at]);
      parts.add(new NoteMix.Part(UnitId.of("CASS" + at), value, valuesAndNotes[at + 1]));
    }
    return new NoteMix(parts);
  }

  @Test
  void offers_a_language_once() throws Exception {
    Frame frame =
        shown(new Page.LanguageChoice(List.of(Language.CHINESE, Language.ENGLISH)), CHINESE, 1);
    assertThat(bench.station.rows()).contains("1 中文", "2 English").endsWith("0 退出  3 求助");
    assertThat(touched(frame, 1, hand -> hand.press('2'))).contains("language-en");
  }

  @Test
  void promises_no_big_print_that_it_does_not_have() throws Exception {
    for (ProfileId profile : List.of(ProfileId.STANDARD, ProfileId.ELDER)) {
      shown(MENU, new Look(profile, Language.CHINESE), 1);
      assertThat(String.join("", bench.station.rows())).doesNotContain("字版", "标准");
    }
  }

  @Test
  void tells_the_whole_welcome_page() throws Exception {
    shown(
        new Page.Welcome(
            new TreeSet<>(List.of(Denomination.of(100), Denomination.of(10))),
            List.of(CardScheme.values()),
            false,
            false),
        CHINESE,
        1);
    assertThat(bench.station.rows())
        .containsExactly(
            "请插入银行卡",
            "",
            "东方商业银行",
            "本机现有纸币",
            "￥100  ￥10",
            "可用的卡",
            "银联  Visa  Mastercard  American Express",
            "JCB  Diners Club  Discover",
            "凭条用完，暂不能打印",
            "陌生人要您转账，就是诈骗",
            "反诈专线 96110",
            "服务与投诉 400-800-1234",
            "本机付出的现金已记录冠字号码，仅供涉假举",
            "证查询",
            "",
            "1 求助  2 English");
  }

  @Test
  void shows_the_next_page_without_a_rest_of_the_one_before() throws Exception {
    shown(AMOUNTS, CHINESE, 1);
    shown(MENU, ENGLISH, 2);
    List<String> menu = bench.station.rows();
    fit(OneStation.Text.STANDARD, LayoutTable.V3_30);
    shown(MENU, ENGLISH, 2);
    assertThat(menu).isEqualTo(bench.station.rows());
  }

  @ParameterizedTest
  @CsvSource({"1,amount-100", "7,amount-3000", "8,other_amount", "9,back", "0,exit"})
  void answers_digits_as_touches(char digit, String option) throws Exception {
    Frame frame = shown(AMOUNTS, CHINESE, 17);
    assertThat(touched(frame, 17, hand -> hand.press(digit))).contains(option);
  }

  @Test
  void turns_to_the_choices_that_have_no_digit_and_back() throws Exception {
    fit(OneStation.Text.DIGITS_ALONE, LayoutTable.V3_30);
    Frame frame = shown(AMOUNTS, CHINESE, 4);
    assertThat(bench.station.rows()).contains("7 ￥3,000 叁仟元").doesNotContain("8 其他金额");
    assertThat(touched(frame, 4, hand -> hand.press('8'))).isEmpty();
    assertThat(bench.station.rows()).contains("1 其他金额").doesNotContain("1 ￥100 壹佰元");
    assertThat(touched(frame, 4, hand -> hand.press('1'))).contains("other_amount");
    assertThat(touched(frame, 4, hand -> hand.press('2'))).contains("help");
    assertThat(touched(frame, 4, hand -> hand.press('3'))).contains("language");
    assertThat(touched(frame, 4, hand -> hand.press('9'))).contains("back");
    assertThat(touched(frame, 4, hand -> hand.press('8'))).isEmpty();
    assertThat(touched(frame, 4, hand -> hand.press('1'))).contains("amount-100");
  }

  @Test
  void begins_each_page_at_its_first_choices() throws Exception {
    fit(OneStation.Text.DIGITS_ALONE, LayoutTable.V3_30);
    Frame frame = shown(AMOUNTS, CHINESE, 1);
    assertThat(touched(frame, 1, hand -> hand.press('8'))).isEmpty();
    shown(AMOUNTS, CHINESE, 2);
    assertThat(touched(frame, 2, hand -> hand.press('1'))).contains("amount-100");
  }

  @Test
  void turns_no_page_that_has_gone() throws Exception {
    fit(OneStation.Text.DIGITS_ALONE, LayoutTable.V3_30);
    shown(AMOUNTS, CHINESE, 1);
    bench.station.press('8');
    Frame menu = shown(MENU, CHINESE, 2);
    assertThat(bench.station.rows()).contains("1 取款");
    assertThat(touched(menu, 2, hand -> hand.press('1'))).contains("withdraw");
  }

  @Test
  void helps_with_a_star_and_changes_language_with_a_hash() throws Exception {
    fit(OneStation.Text.STARRED, LayoutTable.V3_30);
    Frame frame = shown(AMOUNTS, CHINESE, 6);
    assertThat(bench.station.rows()).endsWith("9 返回  0 退出  * 求助  # English");
    assertThat(touched(frame, 6, hand -> hand.press('*'))).contains("help");
    assertThat(touched(frame, 6, hand -> hand.press('#'))).contains("language");
  }

  @Test
  void reaches_back_and_end_with_keys_beside_the_screen_alone() throws Exception {
    fit(OneStation.Text.BESIDE, LayoutTable.V3_30);
    Frame frame = shown(AMOUNTS, CHINESE, 6);
    assertThat(bench.station.rows().get(15)).isEqualTo("[取消] 退出  8 下一页");
    assertThat(touched(frame, 6, hand -> hand.press(Ttu.WFS_TTU_CK_CANCEL))).contains("exit");
    assertThat(touched(frame, 6, hand -> hand.press(Ttu.WFS_TTU_CK_FDK01 + 7))).isEmpty();
    assertThat(bench.station.rows())
        .contains("1 其他金额")
        .endsWith("2 返回  [取消] 退出  3 求助  4 English", "8 首页");
    assertThat(touched(frame, 6, hand -> hand.press(Ttu.WFS_TTU_CK_FDK01 + 1))).contains("back");
  }

  @Test
  void answers_key_after_key_on_the_same_page() throws Exception {
    Frame frame = shown(MENU, CHINESE, 3);
    assertThat(touched(frame, 3, hand -> hand.press('1'))).contains("withdraw");
    assertThat(touched(frame, 3, hand -> hand.press('2'))).contains("balance");
    assertThat(touched(frame, 3, hand -> hand.press('3'))).contains("help");
    assertThat(touched(frame, 3, hand -> hand.press('4'))).contains("language");
  }

  @Test
  void answers_nothing_where_a_number_has_no_option() throws Exception {
    Frame frame = shown(MENU, CHINESE, 3);
    assertThat(touched(frame, 3, hand -> hand.press('5'))).isEmpty();
    assertThat(touched(frame, 3, hand -> hand.press('9'))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1,confirm", "2,exit", "3,back", "5,help"})
  void answers_the_keys_that_command(int key, String option) throws Exception {
    Frame frame =
        shown(
            new CashPage.AmountEntry(
                Money.ofYuan(200), Money.ofYuan(3000), Money.ofYuan(10), false),
            CHINESE,
            5);
    assertThat(touched(frame, 5, hand -> hand.press(key))).contains(option);
  }

  @Test
  void answers_the_keys_beside_the_screen_by_their_place() throws Exception {
    fit(OneStation.Text.UNICODE, LayoutTable.V3_30);
    Frame frame = shown(MENU, CHINESE, 5);
    assertThat(touched(frame, 5, hand -> hand.press(Ttu.WFS_TTU_CK_FDK01 + 1))).contains("balance");
  }

  @Test
  void answers_frames_without_pixels_too() throws Exception {
    Frame frame = new PlainPainter().paint(MENU, CHINESE);
    screen.show(frame, 9);
    bench.settle();
    assertThat(touched(frame, 9, hand -> hand.press('2'))).contains("balance");
  }

  @Test
  void never_answers_for_a_page_that_has_gone() throws Exception {
    shown(AMOUNTS, CHINESE, 1);
    bench.station.press('1');
    shown(MENU, CHINESE, 2);
    bench.settle();
    assertThat(bench.posted()).isEmpty();
  }

  @Test
  void shows_yuan_as_they_are_where_unicode_is_taken() throws Exception {
    fit(OneStation.Text.UNICODE, LayoutTable.V3_30);
    shown(AMOUNTS, CHINESE, 1);
    assertThat(bench.station.rows()).contains("1 ¥100 壹佰元");
  }

  @Test
  void sets_the_largest_resolution() throws Exception {
    fit(OneStation.Text.OF_TWO_SIZES, LayoutTable.V3_30);
    shown(AMOUNTS, CHINESE, 1);
    assertThat(bench.station.rows()).hasSize(16).contains("7 ￥3,000 叁仟元");
  }

  @Test
  void keeps_the_choices_where_the_screen_is_too_small_for_all() throws Exception {
    fit(OneStation.Text.SMALL, LayoutTable.V3_30);
    Frame frame = shown(MENU, CHINESE, 1);
    assertThat(bench.station.rows())
        .containsExactly("请选择服务", "", "1 取款", "2 查余额", "0 退出  3 求助", "4 English");
    assertThat(touched(frame, 1, hand -> hand.press('2'))).contains("balance");
  }

  @Test
  void shows_pages_where_there_are_no_keys() throws Exception {
    fit(OneStation.Text.KEYLESS, LayoutTable.V3_30);
    shown(MENU, CHINESE, 1);
    assertThat(bench.station.rows()).contains("1 取款");
  }

  @ParameterizedTest
  @EnumSource(XfsVersion.class)
  void shows_pages_at_a_provider_of_any_version(XfsVersion version) throws Exception {
    fit(
        OneStation.Text.STANDARD,
        switch (version) {
          case V3_00 -> LayoutTable.V3_00;
          case V3_10 -> LayoutTable.V3_10;
          case V3_20 -> LayoutTable.V3_20;
          case V3_30 -> LayoutTable.V3_30;
        });
    shown(MENU, CHINESE, 1);
    assertThat(bench.station.rows().get(0)).isEqualTo("请选择服务");
    assertThat(screen.status()).isEqualTo(DeviceStatus.ONLINE);
  }

  @Test
  void says_that_it_is_off_the_line_and_shows_all_of_the_page_after() throws Exception {
    shown(MENU, CHINESE, 1);
    bench.station.offline(true);
    assertThat(screen.status()).isEqualTo(DeviceStatus.OFFLINE);
    assertThatThrownBy(() -> screen.show(PAINTER.paint(AMOUNTS, CHINESE), 2))
        .isInstanceOfSatisfying(
            DeviceFault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(Kind.OFFLINE);
              assertThat(fault.device()).isEqualTo(DeviceName.SCREEN);
            });
    bench.station.offline(false);
    Frame frame = shown(AMOUNTS, CHINESE, 3);
    assertThat(bench.station.rows()).contains("1 ￥100 壹佰元").doesNotContain("1 取款");
    assertThat(touched(frame, 3, hand -> hand.press('1'))).contains("amount-100");
  }

  @Test
  void shows_its_page_again_when_the_service_was_lost() throws Exception {
    Frame frame = shown(MENU, CHINESE, 1);
    bench
        .station
        .manager()
        .mischief()
        .armInfo(
            OneStation.NAME,
            Ttu.WFS_INF_TTU_STATUS,
            org.silverteller.simulator.xfs.XfsFault.CONNECTION_LOST);
    assertThat(screen.status()).isEqualTo(DeviceStatus.OFFLINE);
    bench.station.manager().mischief().disarm();
    assertThat(screen.status()).isEqualTo(DeviceStatus.ONLINE);
    assertThat(bench.posted()).contains(new TerminalEvent.DeviceChanged(DeviceName.SCREEN));
    bench.settle();
    assertThat(bench.station.rows()).contains("1 取款");
    assertThat(touched(frame, 1, hand -> hand.press('1'))).contains("withdraw");
  }

  @Test
  void goes_on_when_a_read_never_ends() throws Exception {
    bench
        .station
        .manager()
        .mischief()
        .arm(
            OneStation.NAME,
            Ttu.WFS_CMD_TTU_READ,
            org.silverteller.simulator.xfs.XfsFault.NO_COMPLETION);
    shown(MENU, CHINESE, 1);
    Frame frame = shown(AMOUNTS, CHINESE, 2);
    assertThat(touched(frame, 2, hand -> hand.press('3'))).contains("amount-300");
  }

  @Test
  void answers_again_with_the_next_page_when_a_read_has_failed() throws Exception {
    bench
        .station
        .manager()
        .mischief()
        .arm(
            OneStation.NAME,
            Ttu.WFS_CMD_TTU_READ,
            org.silverteller.simulator.xfs.XfsFault.VENDOR_ERROR);
    screen.show(PAINTER.paint(MENU, CHINESE), 1);
    bench.settle();
    assertThat(bench.posted()).containsExactly(new TerminalEvent.DeviceChanged(DeviceName.SCREEN));
    Frame frame = shown(MENU, CHINESE, 2);
    assertThat(touched(frame, 2, hand -> hand.press('1'))).contains("withdraw");
  }

  @Test
  void is_dark_after_a_reset() throws Exception {
    shown(MENU, CHINESE, 1);
    screen.reset();
    assertThat(bench.station.rows()).allMatch(String::isEmpty);
    shown(MENU, CHINESE, 2);
    assertThat(bench.station.rows()).contains("1 取款");
  }
}
