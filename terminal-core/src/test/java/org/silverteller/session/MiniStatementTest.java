package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.host.Action;
import org.silverteller.host.Details;
import org.silverteller.host.Reply;
import org.silverteller.money.Money;
import org.silverteller.money.Movement;
import org.silverteller.page.AccountPage;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Refusal.Account;
import org.silverteller.page.Page.Refusal.Reason;
import org.silverteller.page.ProfileId;
import org.silverteller.page.Wish;
import org.silverteller.store.TransactionState;

class MiniStatementTest {

  private final Booth booth = new Booth();
  private final MiniStatement statement = new MiniStatement(booth.desk(), Booth.ownCustomer());

  @Test
  void shows_ten_movements_evenly_on_as_many_pages_as_the_profile_needs() throws Exception {
    tells(movements(10));
    booth.typesPin().touch(Wish.MORE).touch(Wish.MORE).touch(Wish.BACK).touch(Wish.BACK);
    booth.touch(Wish.BACK);

    assertThat(statement.run()).isEqualTo(Transaction.Next.MENU);

    assertThat(rowsShown()).containsExactly(4, 4, 2, 4, 4);
    assertThat(booth.states()).endsWith(TransactionState.ANSWERED);
  }

  @Test
  void shows_fewer_at_once_in_big_print() throws Exception {
    booth.dialogue.glass().use(ProfileId.ELDER);
    tells(movements(10));
    booth.typesPin().touch(Wish.BACK);

    statement.run();

    assertThat(rowsShown()).containsExactly(3);
  }

  @Test
  void prints_all_movements_on_wish_with_signs_and_balances() throws Exception {
    tells(movements(2));
    booth.typesPin().touch(Wish.PRINT).touch(Wish.BACK);

    statement.run();

    verify(booth.printer)
        .print(
            argThat(
                lines ->
                    lines.contains("2026-06-18  pay")
                        && lines.stream().anyMatch(line -> line.matches(" +\\+1\\.00 +1000\\.00"))
                        && lines.stream().allMatch(line -> line.length() <= 40)));
    assertThat(booth.shown).last().isEqualTo(new AccountPage.Statement(movements(2), false, false));
  }

  @Test
  void offers_no_slip_without_paper_or_movements() throws Exception {
    when(booth.printer.paper()).thenReturn(ReceiptPrinter.Paper.OUT);
    tells(movements(1));
    booth.typesPin().touch(Wish.BACK);
    statement.run();
    assertThat(booth.shown).last().isEqualTo(new AccountPage.Statement(movements(1), false, false));

    when(booth.printer.paper()).thenReturn(ReceiptPrinter.Paper.FULL);
    tells(List.of());
    booth.typesPin().touch(Wish.BACK);
    statement.run();
    assertThat(booth.shown).last().isEqualTo(new AccountPage.Statement(List.of(), false, false));
  }

  @Test
  void untrusted_rows_are_refused_and_owe_nothing() throws Exception {
    when(booth.host.authorise(any())).thenReturn(new Reply.Unknown(Reply.Unknown.Cause.UNTRUSTED));
    booth.typesPin();

    assertThat(statement.run()).isEqualTo(Transaction.Next.RETURN_CARD);

    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Refusal(Reason.NO_ANSWER, Account.NOT_DEBITED, ""));
    assertThat(booth.owed()).isEmpty();
    verify(booth.printer, never()).print(any());
  }

  private List<Integer> rowsShown() {
    return booth.shown.stream()
        .filter(AccountPage.Statement.class::isInstance)
        .map(page -> ((AccountPage.Statement) page).movements().size())
        .toList();
  }

  private void tells(List<Movement> movements) {
    when(booth.host.authorise(any()))
        .thenReturn(
            new Reply.Answered(
                "00",
                Action.APPROVE,
                Money.ZERO,
                "",
                "",
                "",
                Optional.empty(),
                Reply.AgeBand.UNKNOWN,
                new Details.Statement(movements)));
  }

  private static List<Movement> movements(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Movement(
                    LocalDate.of(2026, 6, 18).minusDays(i),
                    "pay",
                    true,
                    Money.ofYuan(1),
                    Money.ofYuan(1_000 - i),
                    false))
        .toList();
  }
}
