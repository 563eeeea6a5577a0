package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.silverteller.event.Key;
import org.silverteller.money.Money;
import org.silverteller.page.CashPage;
import org.silverteller.page.Page;
import org.silverteller.page.Wish;

/** The standard profile has room for three amounts beside the last option, big print for two. */
class AmountQuestionTest {

  private static final Money LIMIT = Money.ofYuan(5000);
  private static final Money STEP = Money.ofYuan(10);

  private final Booth booth = new Booth();
  private final AmountQuestion question = new AmountQuestion(booth.dialogue);

  @Test
  void shows_the_rest_on_further_pages_and_goes_back_to_the_first() throws Exception {
    booth
        .touch(Wish.MORE)
        .touch(Wish.MORE)
        .touch(Wish.BACK)
        .touch(Wish.MORE)
        .touch(Wish.MORE)
        .touch("amount-700");

    assertThat(question.ask(amounts(7), LIMIT, STEP)).contains(Money.ofYuan(700));

    assertThat(booth.shown)
        .extracting(AmountQuestionTest::shownOn)
        .containsExactly(
            "100 200 300 more",
            "400 500 600 more",
            "700 other",
            "100 200 300 more",
            "400 500 600 more",
            "700 other");
  }

  @Test
  void shows_all_amounts_at_once_where_there_is_room() throws Exception {
    booth.touch("amount-300");

    assertThat(question.ask(amounts(3), LIMIT, STEP)).contains(Money.ofYuan(300));

    assertThat(booth.shown)
        .extracting(AmountQuestionTest::shownOn)
        .containsExactly("100 200 300 other");
  }

  @Test
  void fits_the_amounts_to_the_profile_that_is_swapped_in() throws Exception {
    booth.touch(Wish.ENLARGE).touch(Wish.MORE).touch(Wish.MORE).touch("amount-500");

    assertThat(question.ask(amounts(5), LIMIT, STEP)).contains(Money.ofYuan(500));

    assertThat(booth.shown)
        .extracting(AmountQuestionTest::shownOn)
        .containsExactly("100 200 300 more", "100 200 more", "300 400 more", "500 other");
  }

  @Test
  void goes_back_from_the_first_page() throws Exception {
    booth.touch(Wish.BACK);

    assertThat(question.ask(amounts(7), LIMIT, STEP)).isEmpty();
  }

  @Test
  void takes_an_amount_typed_on_the_pad() throws Exception {
    booth.touch(Wish.OTHER_AMOUNT).press(Key.D1, Key.D2, Key.D0, Key.ENTER);

    assertThat(question.ask(amounts(1), LIMIT, STEP)).contains(Money.ofYuan(120));

    assertThat(booth.shown.subList(1, 5))
        .containsExactly(entry(0, false), entry(1, false), entry(12, false), entry(120, false));
  }

  @Test
  void takes_a_touch_for_the_enter_key() throws Exception {
    booth.touch(Wish.OTHER_AMOUNT).press(Key.D5, Key.D0).touch(Wish.CONFIRM);

    assertThat(question.ask(amounts(1), LIMIT, STEP)).contains(Money.ofYuan(50));
  }

  @Test
  void clears_what_was_typed_and_confirms_no_amount_of_nothing() throws Exception {
    booth
        .touch(Wish.OTHER_AMOUNT)
        .press(Key.D9, Key.CLEAR, Key.ENTER, Key.HIDDEN, Key.D7, Key.ENTER);

    assertThat(question.ask(amounts(1), LIMIT, STEP)).contains(Money.ofYuan(7));

    assertThat(booth.shown).contains(entry(9, false)).doesNotContain(entry(97, false));
  }

  @Test
  void confirms_the_limit_and_nothing_above_it() throws Exception {
    booth
        .touch(Wish.OTHER_AMOUNT)
        .press(Key.D5, Key.D0, Key.D0, Key.D1, Key.ENTER, Key.CLEAR)
        .press(Key.D5, Key.D0, Key.D0, Key.D0, Key.ENTER);

    assertThat(question.ask(amounts(1), LIMIT, STEP)).contains(LIMIT);

    assertThat(booth.shown)
        .contains(entry(5001, true), entry(5000, false))
        .doesNotContain(entry(5000, true));
  }

  @Test
  void takes_no_seventh_digit() throws Exception {
    booth
        .touch(Wish.OTHER_AMOUNT)
        .press(Key.D1, Key.D0, Key.D0, Key.D0, Key.D0, Key.D0, Key.D0)
        .touch(Wish.BACK)
        .touch(Wish.BACK);

    assertThat(question.ask(amounts(1), LIMIT, STEP)).isEmpty();

    assertThat(booth.shown).contains(entry(100_000, true)).doesNotContain(entry(1_000_000, true));
  }

  @Test
  void goes_from_typing_back_to_the_amounts() throws Exception {
    booth.touch(Wish.OTHER_AMOUNT).press(Key.D5).touch(Wish.BACK).touch("amount-100");

    assertThat(question.ask(amounts(1), LIMIT, STEP)).contains(Money.ofYuan(100));
  }

  @Test
  void offers_the_nearest_amounts() throws Exception {
    booth.touch("amount-100").touch(Wish.BACK);

    assertThat(question.nearest(Money.ofYuan(110), amounts(2))).contains(Money.ofYuan(100));
    assertThat(question.nearest(Money.ofYuan(110), amounts(2))).isEmpty();
  }

  private static List<Money> amounts(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(n -> Money.ofYuan(n * 100L)).toList();
  }

  private static Page entry(int yuan, boolean tooMuch) {
    return new CashPage.AmountEntry(Money.ofYuan(yuan), LIMIT, STEP, tooMuch);
  }

  private static String shownOn(Page page) {
    var menu = (CashPage.AmountMenu) page;
    var words = new StringBuilder();
    menu.presets().forEach(amount -> words.append(amount.yuan()).append(' '));
    return words + (menu.more() ? "more" : "other");
  }
}
