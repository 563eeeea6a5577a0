package org.silverteller.session;

import java.util.List;
import java.util.Optional;
import org.silverteller.host.Details;
import org.silverteller.host.Particulars;
import org.silverteller.host.Reply;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.page.Option;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Refusal.Account;
import org.silverteller.page.Page.Refusal.Reason;
import org.silverteller.page.ProfileId;
import org.silverteller.page.TransferPage;
import org.silverteller.page.TransferPage.TransferDone.Result;
import org.silverteller.page.Wish;
import org.silverteller.store.TransactionRecord;

/**
 * Moves money from the customer's account to another: at once between the customer's own, at once
 * or after 24 hours to somebody else (service rules 5.1 and 5.2). The bank is asked about the payee
 * first; what it says, and the bank's questions, may stop it before any money moves.
 */
final class Transfer implements Transaction {

  private final Desk desk;
  private final Holder holder;
  private final Dialogue dialogue;
  private final TransferRules rules;

  /** A transfer as far as it is ordered: the payee that the bank has named, and how much. */
  private record Order(PayeeQuestion.Destination to, Money amount, Details.Payee payee) {}

  Transfer(Desk desk, Holder holder) {
    this.desk = desk;
    this.holder = holder;
    this.dialogue = desk.dialogue();
    this.rules = desk.rules().transfer();
  }

  @Override
  public Next run() throws Cancelled {
    List<Wish> wishes = List.of(Wish.TO_OWN_ACCOUNT, Wish.TO_OTHER_ACCOUNT, Wish.PENDING_TRANSFERS);
    Option option = dialogue.ask(new TransferPage.TransferMenu(wishes));
    if (option.equals(Wish.PENDING_TRANSFERS.option())) {
      return new TransferCancellation(desk, holder).run();
    }
    if (option.equals(Wish.TO_OWN_ACCOUNT.option())) {
      return toOwn();
    }
    return option.equals(Wish.TO_OTHER_ACCOUNT.option()) ? toOther() : Next.MENU;
  }

  private Next toOwn() throws Cancelled {
    Authorisation.Verdict verdict = desk.authorisation().ask(Service.ACCOUNTS, holder, Money.ZERO);
    if (!(verdict instanceof Authorisation.Verdict.Granted granted)) {
      return desk.refuse(verdict, holder);
    }
    desk.ledger().answered(granted.record(), granted.reply());
    Optional<PayeeQuestion.Destination> to =
        new PayeeQuestion(dialogue, rules)
            .ownAccount((Details.Accounts) granted.reply().details(), holder.account());
    return to.isPresent() ? order(to.get(), true) : Next.MENU;
  }

  private Next toOther() throws Cancelled {
    Optional<PayeeQuestion.Destination> to =
        new PayeeQuestion(dialogue, rules).typed(holder.account());
    return to.isPresent() ? order(to.get(), false) : Next.MENU;
  }

  /** How much, and what the bank says of the payee. */
  private Next order(PayeeQuestion.Destination to, boolean own) throws Cancelled {
    Money limit = rules.limitFor(own);
    Optional<Money> amount =
        new AmountQuestion(dialogue)
            .typed(
                limit, (typed, tooMuch) -> new TransferPage.TransferAmount(typed, limit, tooMuch));
    if (amount.isEmpty()) {
      return Next.MENU;
    }
    Authorisation.Verdict verdict =
        desk.authorisation()
            .ask(
                Service.PAYEE_CHECK,
                holder,
                Money.ZERO,
                new Particulars.Payee(holder.account(), to.number()));
    if (!(verdict instanceof Authorisation.Verdict.Granted granted)) {
      return desk.refuse(verdict, holder);
    }
    Details.Payee payee = (Details.Payee) granted.reply().details();
    if (payee.standing() != Details.Payee.Standing.CASE) {
      desk.ledger().answered(granted.record(), granted.reply());
    }
    return switch (payee.standing()) {
      case NOT_FOUND -> refuse(Reason.PAYEE_UNKNOWN);
      case CASE -> {
        desk.guard().stopAtCase(granted.record(), granted.reply(), amount.get());
        yield Next.RETURN_CARD;
      }
      case GOOD -> checked(new Order(to, amount.get(), payee));
    };
  }

  private Next refuse(Reason reason) {
    dialogue.tellAwhile(new Page.Refusal(reason, Account.NOT_TRANSFERRED, ""));
    return Next.MENU;
  }

  private Next checked(Order order) throws Cancelled {
    boolean tooMuch =
        order.amount().isMoreThan(order.payee().leftToday())
            || order.amount().isMoreThan(rules.limitFor(order.payee().own()));
    if (tooMuch) {
      return refuse(Reason.OVER_TRANSFER_LIMIT);
    }
    if (!desk.guard().letsTransfer(order.payee())) {
      return Next.RETURN_CARD;
    }
    Optional<Boolean> later = later(order.payee());
    if (later.isEmpty()) {
      return Next.MENU;
    }
    var transfer =
        new Particulars.Transfer(
            holder.account(), order.to().number(), order.payee().name(), later.get());
    boolean slip = desk.slips().possible() && dialogue.agrees(Page.Question.Asked.RECEIPT);
    Page confirm =
        new TransferPage.PayeeConfirm(
            transfer.name(),
            transfer.to().lastFour(),
            order.to().typed(),
            order.amount(),
            transfer.later());
    return dialogue.ask(confirm).equals(Wish.CONFIRM.option())
        ? ask(order, transfer, slip)
        : Next.MENU;
  }

  /**
   * Whether it is posted only after 24 hours: never between own accounts; always in big print, and
   * where bank or rules do not allow real time; else as the customer chooses. Empty when the
   * customer goes back.
   */
  private Optional<Boolean> later(Details.Payee payee) throws Cancelled {
    if (payee.own()) {
      return Optional.of(false);
    }
    boolean elder = dialogue.look().profile().equals(ProfileId.ELDER);
    boolean allowed = payee.realTime() && (elder ? rules.elderRealTime() : rules.realTime());
    if (!allowed) {
      return Optional.of(true);
    }
    List<Wish> wishes =
        elder ? List.of(Wish.AFTER_24H, Wish.AT_ONCE) : List.of(Wish.AT_ONCE, Wish.AFTER_24H);
    Option option = dialogue.ask(new TransferPage.TransferWhen(wishes));
    if (option.equals(Wish.AFTER_24H.option())) {
      return Optional.of(true);
    }
    return option.equals(Wish.AT_ONCE.option()) ? Optional.of(false) : Optional.empty();
  }

  private Next ask(Order order, Particulars.Transfer transfer, boolean slip) throws Cancelled {
    Service service = order.payee().own() ? Service.TRANSFER_OWN : Service.TRANSFER_OTHER;
    Authorisation.Verdict verdict =
        desk.authorisation().ask(service, holder, order.amount(), transfer);
    if (!(verdict instanceof Authorisation.Verdict.Granted granted)) {
      return desk.refuse(verdict, holder);
    }
    Reply.Answered reply = granted.reply();
    if (!reply.amount().equals(order.amount())) {
      desk.ledger().wrongAmount(granted.record(), reply);
      dialogue.tellAwhile(
          new Page.Refusal(Reason.NO_ANSWER, Account.TRANSFER_GIVEN_BACK, reply.code()));
      return Next.RETURN_CARD;
    }
    return done(desk.ledger().done(granted.record(), reply), transfer, slip);
  }

  private Next done(TransactionRecord record, Particulars.Transfer transfer, boolean slip)
      throws Cancelled {
    if (slip) {
      dialogue.tell(new Page.Busy(Page.Busy.Work.PRINTING));
      if (!desk.slips().print(record, holder, transfer, dialogue.look().language())) {
        dialogue.tellAwhile(
            new Page.Notice(Page.Notice.Kind.TRANSFER_SLIP_FAILED, Optional.empty()));
      }
    }
    Option option =
        dialogue.ask(
            new TransferPage.TransferDone(
                transfer.later() ? Result.IN_24_HOURS : Result.POSTED,
                transfer.name(),
                transfer.to().lastFour(),
                record.amount(),
                record.rrn()));
    return option.equals(Wish.BACK.option()) ? Next.MENU : Next.RETURN_CARD;
  }
}
