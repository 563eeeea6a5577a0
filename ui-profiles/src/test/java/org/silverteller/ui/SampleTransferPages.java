package org.silverteller.ui;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.silverteller.card.AccountKind;
import org.silverteller.card.PayeeName;
import org.silverteller.money.Money;
import org.silverteller.page.Option;
import org.silverteller.page.Option.Answer.Symbol;
import org.silverteller.page.Page;
import org.silverteller.page.TransferPage;
import org.silverteller.page.TransferPage.AccountEntry;
import org.silverteller.page.TransferPage.Stopped;
import org.silverteller.page.TransferPage.TransferDone;
import org.silverteller.page.TypedAccount;
import org.silverteller.page.Wish;
import org.silverteller.page.Wording;

/** Every page of a transfer, with the fullest content it may have. */
final class SampleTransferPages {

  private static final PayeeName PAYEE = new PayeeName("张**");
  private static final PayeeName LONGEST = new PayeeName("东方建筑工程有限责任公司第二分公司***");
  private static final LocalDateTime UNTIL = LocalDateTime.of(2026, 12, 24, 18, 45);
  private static final Money MUCH = Money.ofYuan(48_765);

  private SampleTransferPages() {}

  /**
   * @param most options that the profile shows
   */
  static List<Page> all(int most) {
    List<Page> pages = new ArrayList<>();
    pages.add(
        new TransferPage.TransferMenu(
            List.of(Wish.TO_OWN_ACCOUNT, Wish.TO_OTHER_ACCOUNT, Wish.PENDING_TRANSFERS)));
    pages.add(new TransferPage.OwnAccounts(accounts(1), false));
    pages.add(new TransferPage.OwnAccounts(accounts(most - 1), true));
    for (AccountEntry.Fault fault : AccountEntry.Fault.values()) {
      pages.add(new AccountEntry(new TypedAccount("6228480010020060421"), fault));
    }
    pages.add(new AccountEntry(TypedAccount.NOTHING, AccountEntry.Fault.NONE));
    pages.add(new AccountEntry(new TypedAccount("1".repeat(28)), AccountEntry.Fault.NONE));
    pages.add(new TransferPage.TransferAmount(Money.ZERO, Money.ofYuan(50_000), false));
    pages.add(new TransferPage.TransferAmount(Money.ofYuan(60_000), Money.ofYuan(50_000), true));
    pages.add(new TransferPage.TransferWhen(List.of(Wish.AT_ONCE, Wish.AFTER_24H)));
    pages.add(new TransferPage.TransferWhen(List.of(Wish.AFTER_24H, Wish.AT_ONCE)));
    pages.add(new TransferPage.PayeeConfirm(PAYEE, "0421", TypedAccount.NOTHING, MUCH, false));
    pages.add(
        new TransferPage.PayeeConfirm(
            new PayeeName("ALEXANDER W*********"),
            "0334",
            new TypedAccount("6228480010020000334"),
            MUCH,
            true));
    pages.add(
        new TransferPage.PayeeConfirm(
            LONGEST, "1111", new TypedAccount("1".repeat(28)), MUCH, true));
    pages.add(question(2));
    pages.add(question(most - 1));
    pages.add(
        new TransferPage.Cooling(
            new Wording(
                "陌生人叫您转账都是诈骗。民警、法院不会让您转账到“安全账户”。",
                "A stranger who tells you to send money is a fraudster. No police or court has a"
                    + " \"safe account\"."),
            15));
    for (Stopped.Cause cause : Stopped.Cause.values()) {
      pages.add(
          new Stopped(
              cause,
              switch (cause) {
                case CASE_ACCOUNT -> List.of();
                case TRANSFER -> List.of(Wish.CALL, Wish.TOMORROW, Wish.COUNTER);
                case CASH -> List.of(Wish.CALL, Wish.COME_TOMORROW, Wish.COUNTER);
              }));
    }
    pages.add(new TransferPage.PendingTransfers(pending(1), false));
    pages.add(new TransferPage.PendingTransfers(pending(most - 1), true));
    pages.add(new TransferPage.CancelConfirm(PAYEE, "0334", MUCH, UNTIL));
    pages.add(new TransferPage.CancelConfirm(LONGEST, "0334", MUCH, UNTIL));
    for (TransferDone.Result result : TransferDone.Result.values()) {
      pages.add(new TransferDone(result, PAYEE, "0334", MUCH, "616909000123"));
      pages.add(new TransferDone(result, LONGEST, "0334", MUCH, "616909000123"));
    }
    return pages;
  }

  private static List<Option.Account> accounts(int count) {
    AccountKind[] kinds = AccountKind.values();
    return IntStream.rangeClosed(1, count)
        .mapToObj(place -> new Option.Account(place, kinds[place % kinds.length], "012" + place))
        .toList();
  }

  private static List<Option.Pending> pending(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            place -> new Option.Pending(place, place == 2 ? LONGEST : PAYEE, "0334", MUCH, UNTIL))
        .toList();
  }

  private static Page question(int answers) {
    Symbol[] symbols = Symbol.values();
    List<Option.Answer> options =
        IntStream.range(0, answers)
            .mapToObj(
                place ->
                    new Option.Answer(
                        "a" + place, new Wording("日常购物", "Rent or home"), symbols[place + 2]))
            .toList();
    return new TransferPage.GuardQuestion(
        "told-by-phone",
        new Wording("有人在电话、微信或视频里教您操作吗？", "Is someone guiding you by phone, chat or video?"),
        options,
        answers > 2);
  }
}
