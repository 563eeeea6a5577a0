package org.silverteller.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.Lights;
import org.silverteller.host.Reply;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.page.Page.Refusal.Account;
import org.silverteller.page.Page.Refusal.Reason;
import org.silverteller.store.TransactionRecord;

/** Pays cash from an account to the person at the machine. One instance serves one attempt. */
final class Withdrawal implements Transaction {

  private final Desk desk;
  private final Holder holder;
  private final boolean smallOnly;
  private final Dialogue dialogue;
  private final CashOut cash;
  private List<String> unprinted = List.of();
  private boolean bookFailed;

  /**
   * @param smallOnly the customer has asked for small notes
   */
  Withdrawal(Desk desk, Holder holder, boolean smallOnly) {
    this.desk = desk;
    this.holder = holder;
    this.smallOnly = smallOnly;
    this.dialogue = desk.dialogue();
    this.cash = new CashOut(desk.hardware().dispenser(), desk.planner(), dialogue, desk.ledger());
  }

  @Override
  public Next run() throws Cancelled {
    Optional<Order> order = new OrderTaking(desk, holder, smallOnly).take();
    if (order.isEmpty()) {
      return Next.MENU;
    }
    if (!desk.guard().letsDraw(holder, order.get().amount(), drawnToday())) {
      return Next.RETURN_CARD;
    }
    Authorisation.Verdict verdict =
        desk.authorisation().ask(Service.WITHDRAWAL, holder, order.get().amount());
    return verdict instanceof Authorisation.Verdict.Granted granted
        ? granted(granted, order.get())
        : desk.refuse(verdict, holder);
  }

  /** What this machine has paid from the account today, each withdrawal. */
  private List<Money> drawnToday() {
    LocalDate today = desk.ledger().now().toLocalDate();
    return desk.store().paidSince(today, holder.account().masked()).stream()
        .map(paid -> paid.presented().total().minus(paid.retracted().total()))
        .toList();
  }

  private Next granted(Authorisation.Verdict.Granted granted, Order order) {
    Reply.Answered reply = granted.reply();
    if (!reply.amount().equals(order.amount())) {
      desk.ledger().wrongAmount(granted.record(), reply);
      dialogue.tellAwhile(new Page.Refusal(Reason.NO_ANSWER, Account.GIVEN_BACK, reply.code()));
      return Next.RETURN_CARD;
    }
    DispenseRight right = desk.ledger().approved(granted.record(), reply);
    CashDispenser.Capabilities can = desk.hardware().dispenser().capabilities();
    return can.stacker() ? stackThenPresent(right, order) : deliverAtOnce(right, order);
  }

  private Next stackThenPresent(DispenseRight right, Order order) {
    CashOut.Stacked stacked = cash.stack(right, order.mix());
    if (stacked instanceof CashOut.Stacked.Whole whole) {
      CashOut.Paid paid =
          printedAndGivenBack()
              ? cash.present(whole.record())
              : cash.giveUp(whole.record(), thing() + " NOT TAKEN, NOTHING PRESENTED");
      return ended(paid, right, order);
    }
    dialogue.tellAwhile(notPaid(((CashOut.Stacked.Failed) stacked).paid()));
    return Next.RETURN_CARD;
  }

  private Next deliverAtOnce(DispenseRight right, Order order) {
    CashOut.Paid paid =
        givenBack()
            ? cash.deliver(right, order.mix())
            : cash.giveUp(right, thing() + " NOT TAKEN, NOTHING DELIVERED");
    return ended(paid, right, order);
  }

  /**
   * The notes are counted and out of reach: only now may a book tell of them. Where notes are
   * delivered as they are picked, no row is printed on this visit.
   */
  private boolean printedAndGivenBack() {
    if (!(holder instanceof Bookholder book) || book.layout().isEmpty() || book.full()) {
      return givenBack();
    }
    BookPrinting.Result printing = new BookPrinting(desk, book).print();
    unprinted = printing.unprinted();
    bookFailed = printing.failed();
    if (!printing.complete()) {
      printing.page().ifPresent(dialogue::tellAwhile);
    }
    return switch (printing.where()) {
      case OPEN, NOT_OPEN -> givenBack();
      case AWAY -> true;
      case KEPT -> false;
    };
  }

  private boolean givenBack() {
    return desk.giveBack(holder, Page.Take.Next.CASH);
  }

  private String thing() {
    return holder instanceof Bookholder ? "BOOK" : "CARD";
  }

  /** Says how it ended, on the screen and, where one is wanted, on a slip. */
  private Next ended(CashOut.Paid paid, DispenseRight right, Order order) {
    if ((order.receipt() || bookFailed) && !slipPrinted(right)) {
      dialogue.tellAwhile(new Page.Notice(Kind.RECEIPT_FAILED, Optional.empty()));
    }
    desk.notes().dispensed(right.record().id());
    switch (paid) {
      case WHOLE -> {}
      case PART ->
          dialogue.tellAwhile(new Page.Notice(Kind.SHORT_PAID, Optional.of(order.amount())));
      case RETRACTED -> dialogue.tellAwhile(new Page.Notice(Kind.CASH_RETRACTED, Optional.empty()));
      case NOTHING, UNKNOWN -> dialogue.tellAwhile(notPaid(paid));
    }
    return Next.GOODBYE;
  }

  private boolean slipPrinted(DispenseRight right) {
    dialogue.tell(new Page.Busy(Page.Busy.Work.PRINTING));
    TransactionRecord settled = desk.store().transaction(right.record().id()).orElseThrow();
    boolean printed = desk.slips().print(settled, holder, dialogue.look().language(), unprinted);
    if (printed) {
      dialogue.lights().on(Lights.Place.RECEIPT);
    }
    return printed;
  }

  private static Page notPaid(CashOut.Paid paid) {
    Account account = paid == CashOut.Paid.UNKNOWN ? Account.BEING_CHECKED : Account.GIVEN_BACK;
    return new Page.Refusal(Reason.CANNOT_COUNT_NOTES, account, "");
  }
}
