package org.silverteller.driver.xfs;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.silverteller.card.AccountKind;
import org.silverteller.card.PayeeName;
import org.silverteller.money.Money;
import org.silverteller.page.Option;
import org.silverteller.page.Page;
import org.silverteller.page.TransferPage;
import org.silverteller.page.TransferPage.AccountEntry.Fault;
import org.silverteller.page.TransferPage.TransferDone.Result;
import org.silverteller.page.TypedAccount;
import org.silverteller.page.Wish;
import org.silverteller.page.Wording;

/** Every kind of page of a transfer, for a screen of text. */
final class TransferSamples {

  private static final PayeeName PAYEE = new PayeeName("张**");
  private static final LocalDateTime UNTIL = LocalDateTime.of(2026, 12, 24, 18, 45);
  private static final Money MUCH = Money.ofYuan(48_765);
  private static final Wording WORDS = new Wording("有人教您操作吗？", "Is someone guiding you?");

  private TransferSamples() {}

  static List<Page> all() {
    return Stream.of(
            new TransferPage.TransferMenu(
                List.of(Wish.TO_OWN_ACCOUNT, Wish.TO_OTHER_ACCOUNT, Wish.PENDING_TRANSFERS)),
            new TransferPage.OwnAccounts(
                List.of(new Option.Account(1, AccountKind.SAVINGS, "0121")), true),
            new TransferPage.AccountEntry(new TypedAccount("6228480010020060421"), Fault.NONE),
            new TransferPage.TransferAmount(Money.ofYuan(60_000), Money.ofYuan(50_000), true),
            new TransferPage.TransferWhen(List.of(Wish.AT_ONCE, Wish.AFTER_24H)),
            new TransferPage.PayeeConfirm(
                PAYEE, "0334", new TypedAccount("6228480010020000334"), MUCH, false),
            new TransferPage.GuardQuestion("told-by-phone", WORDS, answers(), true),
            new TransferPage.Cooling(WORDS, 15),
            new TransferPage.Stopped(
                TransferPage.Stopped.Cause.values()[0],
                List.of(Wish.CALL, Wish.TOMORROW, Wish.COUNTER)),
            new TransferPage.PendingTransfers(
                List.of(new Option.Pending(1, PAYEE, "0334", MUCH, UNTIL)), true),
            new TransferPage.CancelConfirm(PAYEE, "0334", MUCH, UNTIL),
            new TransferPage.TransferDone(Result.values()[0], PAYEE, "0334", MUCH, "616909000123"))
        .<Page>map(page -> page)
        .toList();
  }

  private static List<Option.Answer> answers() {
    return Stream.of(Option.Answer.Symbol.values())
        .limit(2)
        .map(symbol -> new Option.Answer("a" + symbol.ordinal(), new Wording("是", "Yes"), symbol))
        .toList();
  }
}
