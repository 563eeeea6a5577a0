package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.event.DeviceName;
import org.silverteller.host.Action;
import org.silverteller.host.Details;
import org.silverteller.host.Reply;
import org.silverteller.money.Money;
import org.silverteller.page.AccountPage;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Refusal.Account;
import org.silverteller.page.Page.Refusal.Reason;
import org.silverteller.page.Wish;
import org.silverteller.store.TransactionState;

class BalanceInquiryTest {

  private static final Reply NINE_HUNDRED =
      new Reply.Answered(
          "00",
          Action.APPROVE,
          Money.ZERO,
          "",
          "",
          "",
          Optional.of(new Reply.Balances(Money.ofYuan(900), Money.ofYuan(800))),
          Reply.AgeBand.UNKNOWN,
          Details.NONE);

  private final Booth booth = new Booth();
  private final BalanceInquiry inquiry = new BalanceInquiry(booth.desk(), Booth.ownCustomer());

  @Test
  void shows_what_may_be_drawn_and_what_is_on_the_account() throws Exception {
    when(booth.host.authorise(any())).thenReturn(NINE_HUNDRED);
    booth.typesPin().touch(Wish.BACK);

    assertThat(inquiry.run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.shown)
        .last()
        .isEqualTo(new AccountPage.Balance(Money.ofYuan(800), Money.ofYuan(900), true));
    assertThat(booth.states()).endsWith(TransactionState.ANSWERED);
  }

  @Test
  void prints_the_balance_on_wish_with_a_masked_card_number_and_once_only() throws Exception {
    when(booth.host.authorise(any())).thenReturn(NINE_HUNDRED);
    booth.typesPin().touch(Wish.PRINT).touch(Wish.BACK);

    inquiry.run();

    verify(booth.printer)
        .print(
            argThat(
                lines ->
                    lines.contains("可用余额: 800.00")
                        && lines.contains("账面余额: 900.00")
                        && lines.stream()
                            .noneMatch(
                                line -> line.contains(Booth.ownCustomer().account().reveal()))));
    assertThat(booth.shown)
        .last()
        .isEqualTo(new AccountPage.Balance(Money.ofYuan(800), Money.ofYuan(900), false));
  }

  @Test
  void offers_no_slip_without_paper() throws Exception {
    when(booth.host.authorise(any())).thenReturn(NINE_HUNDRED);
    when(booth.printer.paper()).thenReturn(ReceiptPrinter.Paper.OUT);
    booth.typesPin().touch(Wish.BACK);

    inquiry.run();

    assertThat(booth.shown)
        .last()
        .isEqualTo(new AccountPage.Balance(Money.ofYuan(800), Money.ofYuan(900), false));
  }

  @Test
  void says_that_no_slip_came_out_and_shows_the_balance_again() throws Exception {
    when(booth.host.authorise(any())).thenReturn(NINE_HUNDRED);
    doThrow(new DeviceFault(DeviceName.RECEIPT_PRINTER, DeviceFault.Kind.JAMMED, "jam"))
        .when(booth.printer)
        .print(any());
    booth.typesPin().touch(Wish.PRINT).waits(6).touch(Wish.BACK);

    inquiry.run();

    assertThat(booth.shown)
        .contains(new Page.Notice(Page.Notice.Kind.SLIP_FAILED, Optional.empty()))
        .last()
        .isEqualTo(new AccountPage.Balance(Money.ofYuan(800), Money.ofYuan(900), false));
  }

  @Test
  void tells_that_the_bank_said_yes_and_no_balance() throws Exception {
    when(booth.host.authorise(any())).thenReturn(Booth.answered("00", Action.APPROVE, Money.ZERO));
    booth.typesPin();

    assertThat(inquiry.run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Refusal(Reason.BANK_UNREACHABLE, Account.NOT_DEBITED, "00"));
  }

  @Test
  void gives_the_card_back_after_a_refusal() throws Exception {
    when(booth.host.authorise(any()))
        .thenReturn(Booth.answered("05", Action.RETURN_CARD, Money.ZERO));
    booth.typesPin();

    assertThat(inquiry.run()).isEqualTo(Transaction.Next.RETURN_CARD);

    assertThat(booth.pages()).endsWith("refusal call-your-bank");
  }
}
