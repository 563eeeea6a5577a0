package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silverteller.card.CardProduct;
import org.silverteller.card.CardScheme;
import org.silverteller.device.CashDispenser.Capabilities;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.Lights;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.event.DeviceName;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.Action;
import org.silverteller.host.Advice;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.page.CashPage;
import org.silverteller.page.Language;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Refusal.Account;
import org.silverteller.page.Page.Refusal.Reason;
import org.silverteller.page.ProfileId;
import org.silverteller.page.Wish;
import org.silverteller.store.TransactionState;

/** Five hundred yuan, from the amount to the end, as the customer meets it. */
class WithdrawalTest {

  private static final Money AMOUNT = Money.ofYuan(500);
  private static final NoteMix MIX = Booth.mix("CASS1:100x5");

  private final Booth booth = new Booth();
  private Cardholder holder = Booth.ownCustomer();

  @BeforeEach
  void the_bank_says_yes() throws Exception {
    when(booth.host.authorise(any())).thenReturn(Booth.answered("00", Action.APPROVE, AMOUNT));
    when(booth.dispenser.present()).thenReturn(new Counted(MIX, 0));
  }

  @Test
  void pays_and_prints_a_slip() throws Exception {
    orders(Wish.YES).takesCard().takesCash();

    assertThat(run()).isEqualTo(Transaction.Next.GOODBYE);

    assertThat(booth.states()).endsWith(TransactionState.TAKEN);
    verify(booth.printer)
        .print(
            List.of(
                "HEAD",
                "机器编号: 31000017",
                "时间: 2026-06-18 09:00:00",
                "卡号: 622848*********0421 UNIONPAY",
                "取款金额: 500.00",
                "实付金额: 500.00",
                "券别: 100x5",
                "结果: 交易成功",
                "STAN 000001  RRN 616909000001",
                "FOOT"));
    verify(booth.lights).set(Lights.Place.RECEIPT, Lights.Rate.MEDIUM);
    assertThat(booth.journal()).endsWith("RECEIPT PRINTED");
    assertThat(booth.pages()).containsSubsequence("take cash", "busy printing");
  }

  @Test
  void prints_both_languages_and_the_fee_for_a_foreign_card() throws Exception {
    holder = Booth.holder(CardScheme.VISA, CardProduct.Issuer.FOREIGN);
    booth.dialogue.glass().use(Language.ENGLISH);
    orders(Wish.YES).takesCard().takesCash();

    run();

    verify(booth.printer)
        .print(
            List.of(
                "HEAD",
                "机器编号 Machine: 31000017",
                "时间 Time: 2026-06-18 09:00:00",
                "卡号 Card: 622848*********0421 VISA",
                "取款金额 Amount: 500.00",
                "实付金额 Paid out: 500.00",
                "券别 Notes: 100x5",
                "手续费 Fee: 0.00",
                "汇率由发卡行决定 Conversion by your bank",
                "结果 Result: 交易成功 Paid",
                "STAN 000001  RRN 616909000001",
                "FOOT"));
  }

  @Test
  void prints_no_slip_that_nobody_wants() throws Exception {
    orders(Wish.NO).takesCard().takesCash();

    assertThat(run()).isEqualTo(Transaction.Next.GOODBYE);

    verify(booth.printer, never()).print(anyList());
    assertThat(booth.pages()).endsWith("take cash");
  }

  @Test
  void says_that_the_slip_failed() throws Exception {
    doThrow(Booth.fault(DeviceName.RECEIPT_PRINTER, DeviceFault.Kind.JAMMED))
        .when(booth.printer)
        .print(anyList());
    orders(Wish.YES).takesCard().takesCash();

    run();

    verify(booth.lights, never()).set(Lights.Place.RECEIPT, Lights.Rate.MEDIUM);
    assertThat(booth.pages()).endsWith("busy printing", "notice receipt-failed");
    assertThat(booth.journal()).endsWith("DEVICE FAULT RECEIPT_PRINTER JAMMED");
  }

  @Test
  void reverses_an_approval_of_another_amount() throws Exception {
    when(booth.host.authorise(any()))
        .thenReturn(Booth.answered("10", Action.APPROVE, Money.ofYuan(400)));
    orders(Wish.NO);

    assertThat(run()).isEqualTo(Transaction.Next.RETURN_CARD);

    verify(booth.dispenser, never()).stack(any(), anyLong());
    assertThat(booth.states()).endsWith(TransactionState.UNPAID);
    assertThat(booth.journal()).endsWith("STAN 000001 APPROVED FOR 400.00 NOT 500.00");
    assertThat(booth.owed())
        .extracting(Advice::reason)
        .containsExactly(Advice.Reason.AMOUNT_INCORRECT);
    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Refusal(Reason.NO_ANSWER, Account.GIVEN_BACK, "10"));
  }

  @Test
  void presents_nothing_while_the_card_is_in_the_slot() throws Exception {
    orders(Wish.NO);

    assertThat(run()).isEqualTo(Transaction.Next.GOODBYE);

    verify(booth.reader).retain();
    verify(booth.dispenser, never()).present();
    verify(booth.dispenser).rejectAll();
    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Refusal(Reason.CANNOT_COUNT_NOTES, Account.GIVEN_BACK, ""));
  }

  @Test
  void delivers_nothing_while_the_card_is_in_the_slot() throws Exception {
    booth.can(new Capabilities(false, true, true, true, 40));
    orders(Wish.NO);

    assertThat(run()).isEqualTo(Transaction.Next.GOODBYE);

    verify(booth.dispenser, never()).stack(any(), anyLong());
    assertThat(booth.states()).endsWith(TransactionState.UNPAID);
  }

  @Test
  void delivers_at_once_where_there_is_no_stacker() throws Exception {
    booth.can(new Capabilities(false, true, true, true, 40));
    orders(Wish.NO).takesCard().takesCash();

    assertThat(run()).isEqualTo(Transaction.Next.GOODBYE);

    verify(booth.dispenser, never()).present();
    assertThat(booth.states()).endsWith(TransactionState.TAKEN);
  }

  @Test
  void tells_how_much_came_out_when_it_was_too_little() throws Exception {
    when(booth.dispenser.present()).thenReturn(new Counted(Booth.mix("CASS1:100x4"), 0));
    orders(Wish.NO).takesCard().takesCash();

    run();

    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Notice(Page.Notice.Kind.SHORT_PAID, Optional.of(AMOUNT)));
  }

  @Test
  void tells_that_notes_left_behind_were_drawn_back() throws Exception {
    when(booth.dispenser.retract()).thenReturn(new Counted(MIX, 0));
    orders(Wish.NO).takesCard();

    run();

    assertThat(booth.pages()).endsWith("notice cash-retracted");
    assertThat(booth.states()).endsWith(TransactionState.RETRACTED);
  }

  @Test
  void tells_that_the_bank_will_check_when_nothing_is_known() throws Exception {
    doThrow(Booth.fault(DeviceName.CASH_DISPENSER, DeviceFault.Kind.JAMMED))
        .when(booth.dispenser)
        .present();
    when(booth.dispenser.presentStatus())
        .thenReturn(new PresentStatus(PresentStatus.State.UNKNOWN, Counted.NOTHING, 7));
    orders(Wish.NO).takesCard();

    run();

    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Refusal(Reason.CANNOT_COUNT_NOTES, Account.BEING_CHECKED, ""));
  }

  @Test
  void gives_the_card_back_when_the_notes_could_not_be_counted() throws Exception {
    doThrow(Booth.fault(DeviceName.CASH_DISPENSER, DeviceFault.Kind.JAMMED))
        .when(booth.dispenser)
        .stack(any(), anyLong());
    orders(Wish.NO);

    assertThat(run()).isEqualTo(Transaction.Next.RETURN_CARD);

    assertThat(booth.shown)
        .last()
        .isEqualTo(new Page.Refusal(Reason.CANNOT_COUNT_NOTES, Account.GIVEN_BACK, ""));
  }

  @Test
  void goes_back_to_the_menu_after_a_refusal_that_another_amount_may_mend() throws Exception {
    when(booth.host.authorise(any()))
        .thenReturn(Booth.answered("51", Action.LOWER_BALANCE, AMOUNT));
    orders(Wish.NO);
    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    when(booth.host.authorise(any())).thenReturn(Booth.answered("05", Action.RETURN_CARD, AMOUNT));
    orders(Wish.NO);
    assertThat(run()).isEqualTo(Transaction.Next.RETURN_CARD);
  }

  @Test
  void goes_back_to_the_menu_from_the_amounts() throws Exception {
    booth.touch(Wish.BACK);

    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    verify(booth.host, never()).authorise(any());
  }

  @Test
  void asks_whether_to_go_on_without_a_slip() throws Exception {
    when(booth.printer.paper()).thenReturn(ReceiptPrinter.Paper.OUT);
    booth.touch(Wish.NO);
    assertThat(run()).isEqualTo(Transaction.Next.MENU);
    assertThat(booth.pages()).containsExactly("question no-receipt-go-on");

    when(booth.printer.status()).thenReturn(DeviceStatus.OFFLINE);
    when(booth.printer.paper()).thenReturn(ReceiptPrinter.Paper.FULL);
    booth.touch(Wish.NO);
    assertThat(run()).isEqualTo(Transaction.Next.MENU);
  }

  @Test
  void offers_small_notes_alone_to_whom_asked_for_them() throws Exception {
    booth.touch("amount-100").touch("mix-with_change").touch(Wish.NO).touch(Wish.BACK);
    booth.touch(Wish.BACK);
    booth.holds(Booth.unit("CASS1", 100, 100), Booth.unit("CASS2", 50, 100));

    new Withdrawal(booth.desk(), holder, true).run();

    assertThat(booth.shown.get(0))
        .isEqualTo(
            new CashPage.AmountMenu(
                List.of(Money.ofYuan(50), Money.ofYuan(100), Money.ofYuan(200)),
                Money.ofYuan(200),
                false));
    assertThat(booth.shown.get(1))
        .isInstanceOfSatisfying(
            CashPage.MixChoice.class,
            page ->
                assertThat(page.offers())
                    .singleElement()
                    .satisfies(
                        offer -> assertThat(offer.mix()).isEqualTo(Booth.mix("CASS2:50x2"))));
  }

  @Test
  void offers_a_change_pack_as_one_choice_and_pays_exactly_its_notes() throws Exception {
    booth.touch("pack-10x10").touch(Wish.NO).touch(Wish.BACK).touch(Wish.BACK);
    booth.holds(
        Booth.unit("CASS1", 100, 100), Booth.unit("CASS2", 10, 6), Booth.unit("CASS3", 10, 9));

    new Withdrawal(booth.desk(), holder, true).run();

    assertThat(booth.shown.get(0))
        .isInstanceOfSatisfying(
            CashPage.AmountMenu.class,
            page -> assertThat(page.packs()).containsExactly(Booth.mix("CASS2:10x1 CASS3:10x9")));
    assertThat(booth.shown)
        .filteredOn(CashPage.Confirm.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            CashPage.Confirm.class,
            page -> {
              assertThat(page.mix()).isEqualTo(Booth.mix("CASS2:10x1 CASS3:10x9"));
              assertThat(page.amount()).isEqualTo(Money.ofYuan(100));
            });
  }

  @Test
  void offers_no_pack_of_which_a_note_is_missing() throws Exception {
    booth.touch(Wish.BACK);
    booth.holds(Booth.unit("CASS1", 20, 4), Booth.unit("CASS2", 10, 9));

    new Withdrawal(booth.desk(), holder, true).run();

    assertThat(booth.shown.get(0))
        .isInstanceOfSatisfying(
            CashPage.AmountMenu.class, page -> assertThat(page.packs()).isEmpty());
  }

  @Test
  void offers_no_pack_to_whom_did_not_ask_for_small_notes() throws Exception {
    booth.touch(Wish.BACK);
    booth.holds(Booth.unit("CASS1", 20, 100), Booth.unit("CASS2", 10, 100));

    run();

    assertThat(booth.shown.get(0))
        .isInstanceOfSatisfying(
            CashPage.AmountMenu.class, page -> assertThat(page.packs()).isEmpty());
  }

  @Test
  void offers_only_amounts_within_the_limit_and_the_notes() throws Exception {
    holder = Booth.holder(CardScheme.VISA, CardProduct.Issuer.FOREIGN);
    booth.dialogue.glass().use(ProfileId.ELDER);
    booth.holds(Booth.unit("CASS1", 100, 9));
    booth.touch(Wish.BACK);

    run();

    assertThat(booth.shown)
        .containsExactly(
            new CashPage.AmountMenu(
                List.of(Money.ofYuan(200), Money.ofYuan(500)), Money.ofYuan(3000), false));
  }

  @Test
  void offers_no_amount_above_the_limit_of_the_card() throws Exception {
    WithdrawalRules usual = WithdrawalRules.DEFAULT;
    SessionRules all = Booth.rules(PinRules.DEFAULT);
    var rules =
        new WithdrawalRules(
            usual.presets(),
            usual.elderPresets(),
            usual.smallPresets(),
            usual.changePacks(),
            Money.ofYuan(200),
            usual.foreignMaxPerTransaction(),
            usual.smallNotesMaxPerTransaction(),
            usual.foreignFee(),
            true);
    booth.touch(Wish.BACK);

    new Withdrawal(
            booth.desk(
                new SessionRules(
                    all.terminalId(),
                    rules,
                    all.deposit(),
                    all.pin(),
                    all.transfer(),
                    all.guard(),
                    all.pinFormat(),
                    all.books(),
                    List.of(),
                    List.of())),
            holder,
            false)
        .run();

    assertThat(booth.shown)
        .containsExactly(
            new CashPage.AmountMenu(
                List.of(Money.ofYuan(100), Money.ofYuan(200)), Money.ofYuan(200), false));
  }

  @Test
  void tells_the_smallest_note_inside_to_whom_types_an_amount() throws Exception {
    booth.holds(
        Booth.unit("CASS1", 100, 9), Booth.unit("CASS2", 50, 9), Booth.unit("CASS3", 10, 0));
    booth
        .touch(Wish.MORE)
        .touch(Wish.OTHER_AMOUNT)
        .touch(Wish.BACK)
        .touch(Wish.BACK)
        .touch(Wish.BACK);
    booth.dialogue.glass().use(ProfileId.ELDER);

    run();

    assertThat(booth.shown)
        .contains(
            new CashPage.AmountEntry(Money.ZERO, Money.ofYuan(5000), Money.ofYuan(50), false));
  }

  @Test
  void shows_the_fee_before_the_bank_is_asked() throws Exception {
    var fee = Money.ofYuan(12);
    WithdrawalRules usual = WithdrawalRules.DEFAULT;
    var rules =
        new WithdrawalRules(
            usual.presets(),
            usual.elderPresets(),
            usual.smallPresets(),
            usual.changePacks(),
            usual.ownMaxPerTransaction(),
            usual.foreignMaxPerTransaction(),
            usual.smallNotesMaxPerTransaction(),
            fee,
            false);
    SessionRules all = Booth.rules(PinRules.DEFAULT);
    var desk =
        booth.desk(
            new SessionRules(
                all.terminalId(),
                rules,
                all.deposit(),
                all.pin(),
                all.transfer(),
                all.guard(),
                all.pinFormat(),
                all.books(),
                List.of(),
                List.of()));
    for (var issuer : List.of(CardProduct.Issuer.FOREIGN, CardProduct.Issuer.DOMESTIC)) {
      booth.touch("amount-200").touch("mix-large_notes").touch(Wish.NO).touch(Wish.BACK);
      booth.touch(Wish.BACK);
      new Withdrawal(desk, Booth.holder(CardScheme.VISA, issuer), false).run();
    }

    assertThat(booth.shown)
        .filteredOn(CashPage.Confirm.class::isInstance)
        .extracting(page -> ((CashPage.Confirm) page).fee())
        .containsExactly(fee, Money.ZERO);

    when(booth.printer.paper()).thenReturn(ReceiptPrinter.Paper.OUT);
    assertThat(new Withdrawal(desk, holder, false).run()).isEqualTo(Transaction.Next.MENU);
  }

  @Test
  void shows_the_nearest_amounts_for_a_wish_that_notes_cannot_pay() throws Exception {
    booth.holds(Booth.unit("CASS1", 100, 9), Booth.unit("CASS2", 50, 9));
    booth.dialogue.glass().use(ProfileId.ELDER);
    booth
        .touch(Wish.MORE)
        .touch(Wish.OTHER_AMOUNT)
        .press(Key.D1, Key.D2, Key.D0, Key.ENTER)
        .touch(Wish.BACK)
        .touch(Wish.BACK);

    assertThat(run()).isEqualTo(Transaction.Next.MENU);

    assertThat(booth.shown)
        .contains(
            new CashPage.NearestAmounts(
                Money.ofYuan(120),
                List.of(Money.ofYuan(50), Money.ofYuan(100), Money.ofYuan(150))));
  }

  private Transaction.Next run() throws Cancelled {
    return new Withdrawal(booth.desk(), holder, false).run();
  }

  private WithdrawalTest orders(Wish slip) {
    booth.dialogue.glass().use(ProfileId.ELDER);
    booth.touch("amount-500").touch("mix-large_notes").touch(slip).touch(Wish.CONFIRM).typesPin();
    return this;
  }

  private WithdrawalTest takesCard() {
    booth.happens(new TerminalEvent.CardTaken());
    return this;
  }

  private void takesCash() {
    booth.happens(new TerminalEvent.NotesTaken());
  }
}
