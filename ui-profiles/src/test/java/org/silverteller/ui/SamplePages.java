package org.silverteller.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.silverteller.card.CardScheme;
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
import org.silverteller.page.Language;
import org.silverteller.page.Page;
import org.silverteller.page.ProfileId;
import org.silverteller.page.Wish;

/** Every page, with every constant of its closed sets, and with the fullest content it may have. */
final class SamplePages {

  static final Map<String, String> PHRASES =
      Map.of(
          "bank.name", "东方商业银行",
          "bank.name.en", "Orient Commercial Bank",
          "bank.phone", "400-800-1234",
          "machine.number", "31010042",
          "police.antifraud", "96110");

  private static final int ELDER_OPTIONS = 4;

  private SamplePages() {}

  static List<Page> all(ProfileId profile) {
    int most = profile.equals(ProfileId.ELDER) ? ELDER_OPTIONS : 8;
    List<Page> pages = new ArrayList<>(choices(most));
    pages.add(
        new Page.Welcome(notes(100, 50, 20, 10, 5), List.of(CardScheme.values()), true, true));
    pages.add(new Page.Welcome(notes(100), List.of(CardScheme.UNIONPAY), false, false));
    pages.add(new Page.Welcome(notes(), List.of(CardScheme.values()), false, false));
    each(Page.Closed.Reason.values()).map(Page.Closed::new).forEach(pages::add);
    each(Page.Busy.Work.values()).map(Page.Busy::new).forEach(pages::add);
    pages.add(new Page.PinEntry(0, Optional.empty()));
    pages.add(new Page.PinEntry(6, Optional.of(2)));
    pages.add(new Page.PinEntry(12, Optional.of(1)));
    pages.add(new CashPage.AmountEntry(Money.ZERO, Money.ofYuan(3000), Money.ofYuan(10), false));
    pages.add(
        new CashPage.AmountEntry(
            Money.ofYuan(12_345), Money.ofYuan(20_000), Money.ofYuan(5), false));
    pages.add(
        new CashPage.AmountEntry(
            Money.ofYuan(23_450), Money.ofYuan(20_000), Money.ofYuan(100), true));
    pages.add(confirm(true, false));
    pages.add(confirm(false, true));
    pages.add(new AccountPage.Balance(Money.ofFen(12_345_678_90L), Money.ofFen(98_765_432_10L)));
    pages.add(new AccountPage.Balance(Money.ofYuan(1000), Money.ofYuan(1200)));
    pages.add(new DepositPage.InsertNotes(Money.ZERO, 200, Money.ofYuan(20_000)));
    pages.add(new DepositPage.InsertNotes(Money.ofYuan(19_980), 200, Money.ofYuan(20_000)));
    NoteMix many = mix(100, 150, 50, 20, 20, 15, 10, 9, 5, 3, 1, 3);
    pages.add(new DepositPage.DepositCount(mix(100, 10), true, Optional.empty()));
    pages.add(new DepositPage.DepositCount(many, true, Optional.empty()));
    pages.add(new DepositPage.DepositCount(many, false, Optional.empty()));
    pages.add(new DepositPage.DepositCount(many, false, Optional.of(Money.ofYuan(10_000))));
    for (DepositPage.Deposited.Credit credit : DepositPage.Deposited.Credit.values()) {
      pages.add(new DepositPage.Deposited(Money.ofYuan(16_438), credit, Optional.empty()));
      pages.add(
          new DepositPage.Deposited(
              Money.ofYuan(1_000), credit, Optional.of(Money.ofFen(12_345_678_90L))));
    }
    pages.add(
        new AccountPage.Balance(Money.ofFen(12_345_678_90L), Money.ofFen(98_765_432_10L), true));
    for (AccountPage.PinChange.Step step : AccountPage.PinChange.Step.values()) {
      pages.add(new AccountPage.PinChange(step, 0, Optional.empty()));
    }
    pages.add(new AccountPage.PinChange(AccountPage.PinChange.Step.CURRENT, 6, Optional.of(2)));
    pages.add(new AccountPage.PinChange(AccountPage.PinChange.Step.DIFFERED, 12, Optional.empty()));
    pages.add(new AccountPage.Statement(List.of(), false, false));
    pages.add(new AccountPage.Statement(movements(most), true, true));
    pages.add(new AccountPage.Statement(movements(2), false, true));
    pages.add(new AccountPage.Statement(movements(most), false, false));
    for (Page.Take.Thing thing : Page.Take.Thing.values()) {
      for (Page.Take.Next next : Page.Take.Next.values()) {
        pages.add(new Page.Take(thing, next, Optional.empty(), 0));
      }
      for (int reminder = 0; reminder <= 2; reminder++) {
        pages.add(
            new Page.Take(
                thing, Page.Take.Next.RECEIPT, Optional.of(Money.ofYuan(19_990)), reminder));
      }
    }
    for (int reminder = 0; reminder <= 2; reminder++) {
      pages.add(new Page.TurnPage(reminder == 2 ? 12 : 3, reminder));
    }
    each(Page.Question.Asked.values()).map(Page.Question::new).forEach(pages::add);
    for (Page.Notice.Kind kind : Page.Notice.Kind.values()) {
      pages.add(new Page.Notice(kind, Optional.empty()));
      pages.add(new Page.Notice(kind, Optional.of(Money.ofYuan(12_340))));
    }
    for (Page.Refusal.Reason reason : Page.Refusal.Reason.values()) {
      pages.add(new Page.Refusal(reason, Page.Refusal.Account.NOT_DEBITED, "51"));
    }
    for (Page.Refusal.Account account : Page.Refusal.Account.values()) {
      pages.add(new Page.Refusal(Page.Refusal.Reason.NO_ANSWER, account, ""));
    }
    pages.addAll(SampleTransferPages.all(most));
    return pages;
  }

  private static List<Page> choices(int most) {
    List<Page> pages = new ArrayList<>();
    pages.add(new Page.LanguageChoice(List.of(Language.CHINESE, Language.ENGLISH)));
    pages.add(new Page.Menu(List.of(Wish.WITHDRAW, Wish.BALANCE), false));
    pages.add(new Page.Menu(List.of(Wish.STATEMENT, Wish.PIN_CHANGE), true));
    pages.add(new Page.Menu(List.of(Wish.WITHDRAW, Wish.UPDATE_BOOK, Wish.BALANCE), false));
    pages.add(new Page.Menu(List.of(Wish.WITHDRAW, Wish.SMALL_NOTES, Wish.BALANCE), false));
    pages.add(
        new Page.Menu(
            List.of(Wish.WITHDRAW, Wish.SMALL_NOTES, Wish.BALANCE, Wish.OTHER_AMOUNT), false));
    pages.add(new CashPage.AmountMenu(amounts(200, 500, 1000), Money.ofYuan(3000), false));
    pages.add(new CashPage.AmountMenu(amounts(2000, 10_000, 20_000), Money.ofYuan(20_000), true));
    pages.add(
        new CashPage.AmountMenu(
            List.of(mix(10, 10), mix(20, 5)), amounts(20), Money.ofYuan(200), true));
    pages.add(
        new CashPage.AmountMenu(
            List.of(mix(20, 2, 10, 3, 5, 6)), amounts(50, 100), Money.ofYuan(200), false));
    pages.add(new CashPage.NearestAmounts(Money.ofYuan(1235), amounts(1230, 1240)));
    if (most >= 8) {
      pages.add(
          new Page.Menu(
              List.of(
                  Wish.WITHDRAW, Wish.SMALL_NOTES, Wish.BALANCE, Wish.STATEMENT, Wish.PIN_CHANGE),
              false));
      pages.add(
          new CashPage.AmountMenu(
              amounts(100, 200, 500, 1000, 2000, 3000, 5000), Money.ofYuan(5000), false));
      pages.add(new CashPage.AmountMenu(amounts(200, 500, 1000, 2000), Money.ofYuan(5000), false));
      pages.add(
          new CashPage.AmountMenu(
              List.of(mix(10, 10), mix(20, 5)),
              amounts(20, 50, 100, 200),
              Money.ofYuan(200),
              false));
    }
    pages.add(
        new CashPage.MixChoice(
            Money.ofYuan(1000),
            List.of(
                new MixOffer(MixPolicy.LARGE_NOTES, mix(100, 10)),
                new MixOffer(MixPolicy.WITH_CHANGE, mix(100, 9, 50, 1, 20, 1, 10, 3)),
                new MixOffer(MixPolicy.SMALL_ONLY, mix(50, 16, 20, 5, 10, 8, 5, 4)))));
    pages.add(
        new CashPage.MixChoice(
            Money.ofYuan(60),
            List.of(
                new MixOffer(MixPolicy.LARGE_NOTES, mix(50, 1, 10, 1)),
                new MixOffer(MixPolicy.SMALL_ONLY, mix(20, 3)))));
    pages.add(
        new CashPage.MixChoice(
            Money.ofYuan(50), List.of(new MixOffer(MixPolicy.WITH_CHANGE, mix(50, 1)))));
    return pages;
  }

  private static List<Movement> movements(int count) {
    List<Movement> movements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean widest = i == 0;
      movements.add(
          new Movement(
              LocalDate.of(2026, 6, 18).minusDays(3L * i),
              widest ? "跨行转账手续费用" : i % 2 == 0 ? "ATM取款" : "养老金",
              i % 2 == 1,
              Money.ofFen(widest ? 12_345_678 : 215_000),
              Money.ofFen(widest ? 123_456_789 : 1_234_567),
              i == 2));
    }
    return movements;
  }

  private static Page confirm(boolean receipt, boolean foreign) {
    NoteMix mix = foreign ? mix(100, 20) : mix(100, 8, 50, 2, 20, 3, 10, 4);
    return new CashPage.Confirm("1234", mix.total(), mix, Money.ZERO, receipt, foreign);
  }

  static NoteMix mix(int... valuesAndCounts) {
    List<NoteMix.Part> parts = new ArrayList<>();
    for (int i = 0; i < valuesAndCounts.length; i += 2) {
      parts.add(
          new NoteMix.Part(
              UnitId.of("CASS" + (i / 2 + 1)),
              Denomination.of(valuesAndCounts[i]),
              valuesAndCounts[i + 1]));
    }
    return new NoteMix(parts);
  }

  private static List<Money> amounts(int... yuan) {
    return java.util.Arrays.stream(yuan).mapToObj(Money::ofYuan).toList();
  }

  private static TreeSet<Denomination> notes(int... yuan) {
    TreeSet<Denomination> notes = new TreeSet<>();
    java.util.Arrays.stream(yuan).mapToObj(Denomination::of).forEach(notes::add);
    return notes;
  }

  private static <E> Stream<E> each(E[] values) {
    return Stream.of(values);
  }
}
