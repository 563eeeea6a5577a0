package org.silverteller.session;

import java.util.List;
import java.util.Optional;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Lights;
import org.silverteller.host.AdviceAnswer;
import org.silverteller.host.Reply;
import org.silverteller.page.DepositPage;
import org.silverteller.page.DepositPage.Deposited.Credit;
import org.silverteller.page.Option;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Busy.Work;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.page.Page.Refusal.Account;
import org.silverteller.page.Page.Refusal.Reason;
import org.silverteller.page.Wish;
import org.silverteller.store.TransactionRecord;

/**
 * Takes cash from the person at the machine to an account. Until it is stored the money is the
 * customer's; what is credited is what is stored. One instance serves one attempt.
 */
final class Deposit implements Transaction {

  private final Desk desk;
  private final Holder holder;
  private final Dialogue dialogue;
  private final DepositBook book;
  private final CashIn cash;
  private final CashAcceptor.Capabilities can;
  private boolean notesSeen;
  private int suspects;

  Deposit(Desk desk, Holder holder) {
    this.desk = desk;
    this.holder = holder;
    this.dialogue = desk.dialogue();
    this.book = desk.deposits();
    CashAcceptor acceptor = desk.acceptor().orElseThrow();
    this.can = acceptor.capabilities();
    this.cash = new CashIn(acceptor, desk.acceptorCare(), dialogue, book, desk.ledger());
  }

  @Override
  public Next run() throws Cancelled {
    dialogue.tell(new Page.Busy(Work.ASKING_BANK));
    if (!desk.authorisation().bankReachable()) {
      return refuse(Reason.BANK_UNREACHABLE);
    }
    TransactionRecord record = book.open(holder);
    Optional<Escrow> confirmed;
    try {
      cash.begin(record);
      confirmed = collect();
    } catch (DeviceFault fault) {
      desk.ledger().deviceFault(fault);
      CashIn.Ended ended =
          cash.giveBack(book.returning(record, fault.kind().toString()), notesSeen);
      return told(ended, Reason.MACHINE_FAULT, record);
    } catch (Cancelled cancelled) {
      tellUnlessReturned(cash.giveBack(book.returning(record, "CANCELLED"), notesSeen), record);
      throw cancelled;
    }
    if (confirmed.isEmpty()) {
      CashIn.Ended ended = cash.giveBack(book.returning(record, "AS ASKED"), notesSeen);
      tellUnlessReturned(ended, record);
      return ended == CashIn.Ended.RETURNED ? Next.MENU : Next.RETURN_CARD;
    }
    return ask(book.confirmed(record, confirmed.get()));
  }

  private Next refuse(Reason reason) {
    dialogue.tellAwhile(new Page.Refusal(reason, Account.NOTHING_TAKEN, ""));
    return Next.RETURN_CARD;
  }

  /** Notes bunch by bunch, until the customer confirms; empty when all is wanted back. */
  private Optional<Escrow> collect() throws DeviceFault, Cancelled {
    Escrow escrow = Escrow.NOTHING;
    boolean more = true;
    while (true) {
      if (more && !putIn(escrow)) {
        if (escrow.accepted().notes().isEmpty()) {
          return Optional.empty();
        }
      } else {
        escrow = counted(escrow);
        more = true;
      }
      if (escrow.accepted().notes().isEmpty()) {
        continue;
      }
      Answer answer = decide(escrow);
      if (answer.equals(new Answer.Chosen(Wish.RETURN_ALL.option()))) {
        return Optional.empty();
      }
      if (answer.equals(new Answer.Chosen(Wish.CONFIRM.option()))) {
        return Optional.of(escrow);
      }
      more = !(answer instanceof Answer.NotesPutIn);
    }
  }

  /** Whether notes were put in; otherwise the customer wants none (more). */
  private boolean putIn(Escrow escrow) throws Cancelled {
    dialogue.tell(
        new DepositPage.InsertNotes(
            escrow.accepted().value(), can.maxNotes(), desk.rules().deposit().mostPerDeposit()));
    dialogue.lights().on(Lights.Place.CASH_EXIT);
    try {
      while (true) {
        Answer answer = dialogue.hear();
        if (answer instanceof Answer.NotesPutIn) {
          return true;
        }
        if (answer.equals(new Answer.Chosen(Wish.BACK.option()))) {
          return false;
        }
      }
    } finally {
      dialogue.lights().off(Lights.Place.CASH_EXIT);
    }
  }

  private Escrow counted(Escrow before) throws DeviceFault, Cancelled {
    notesSeen = true;
    Escrow escrow = cash.count();
    suspects = escrow.suspects();
    // What lies in reach comes first: notes taken while another page shows are waited for in vain.
    boolean taken = escrow.refused() == before.refused() || cash.refusedTaken();
    if (suspects > before.suspects()) {
      dialogue.tellAwhile(new Page.Notice(Kind.SUSPECTS_KEPT, Optional.empty()));
    }
    if (!taken) {
      throw new Cancelled(Cancelled.Reason.TIME_OUT);
    }
    return escrow;
  }

  private Answer decide(Escrow escrow) throws Cancelled {
    boolean over = escrow.accepted().value().isMoreThan(desk.rules().deposit().mostPerDeposit());
    boolean room = escrow.accepted().notes().notes() < can.maxNotes();
    dialogue.tell(
        new DepositPage.DepositCount(
            escrow.accepted().notes(),
            room && !over,
            over ? Optional.of(desk.rules().deposit().mostPerDeposit()) : Optional.empty()));
    while (true) {
      Answer answer = dialogue.hear();
      if (answer instanceof Answer.Chosen || answer instanceof Answer.NotesPutIn) {
        return answer;
      }
      if (!over && answer.equals(new Answer.Pressed(org.silverteller.event.Key.ENTER))) {
        return new Answer.Chosen(Wish.CONFIRM.option());
      }
    }
  }

  private Next ask(TransactionRecord requested) throws Cancelled {
    dialogue.tell(new Page.Busy(Work.ASKING_BANK));
    Reply reply = desk.authorisation().askOnce(requested, holder);
    boolean yes =
        reply instanceof Reply.Answered answered
            && answered.approved()
            && answered.amount().equals(requested.amount());
    if (yes) {
      return ended(cash.store(book.approved(requested, (Reply.Answered) reply)), requested);
    }
    TransactionRecord returning = book.returning(requested, reply);
    Authorisation.Verdict verdict = Authorisation.no(reply, Account.NOTES_COME_BACK);
    if (verdict instanceof Authorisation.Verdict.Refused refused) {
      dialogue.tellAwhile(refused.page());
    }
    CashIn.Ended ended = cash.giveBack(returning, true);
    tellUnlessReturned(ended, requested);
    if (verdict instanceof Authorisation.Verdict.Refused refused) {
      return refused.again() && ended == CashIn.Ended.RETURNED ? Next.MENU : Next.RETURN_CARD;
    }
    return desk.refuse(verdict, holder);
  }

  private Next ended(CashIn.Ended ended, TransactionRecord record) throws Cancelled {
    if (ended != CashIn.Ended.STORED) {
      return told(ended, Reason.CANNOT_STORE_NOTES, record);
    }
    desk.notes().stored(record.id());
    dialogue.tell(new Page.Busy(Work.ASKING_BANK));
    Optional<AdviceAnswer> answer = desk.advices().drainTo(record.stan());
    TransactionRecord stored = desk.store().transaction(record.id()).orElseThrow();
    Credit credit =
        answer
            .map(told -> told.exceptional() ? Credit.BEING_CHECKED : Credit.DONE)
            .orElse(Credit.ON_ITS_WAY);
    Optional<BookPrinting.Result> printing = inBook(credit);
    if (suspects > 0 || !printing.map(BookPrinting.Result::complete).orElse(false)) {
      slip(stored, printing.map(BookPrinting.Result::unprinted).orElse(List.of()));
    }
    Option option =
        dialogue.ask(
            new DepositPage.Deposited(
                stored.stored().total(),
                credit,
                answer.flatMap(AdviceAnswer::balance).map(Reply.Balances::available)));
    boolean bookOut = printing.map(BookPrinting.Result::where).filter(Deposit::out).isPresent();
    return bookOut
        ? Next.GOODBYE
        : option.equals(Wish.BACK.option()) ? Next.MENU : Next.RETURN_CARD;
  }

  private static boolean out(BookPages.Found where) {
    return where == BookPages.Found.AWAY || where == BookPages.Found.KEPT;
  }

  /**
   * A passbook tells of it as soon as the bank has credited it: the row is the bank's to hand out.
   * Empty where there is none, or where nothing can be printed now.
   */
  private Optional<BookPrinting.Result> inBook(Credit credit) {
    if (!(holder instanceof Bookholder own) || own.layout().isEmpty() || own.full()) {
      return Optional.empty();
    }
    if (credit != Credit.DONE) {
      dialogue.tellAwhile(new Page.Notice(Kind.BOOK_NOT_PRINTED, Optional.empty()));
      return Optional.empty();
    }
    BookPrinting.Result printing = new BookPrinting(desk, own).print();
    if (!printing.complete()) {
      printing.page().ifPresent(dialogue::tellAwhile);
    }
    return Optional.of(printing);
  }

  private void slip(TransactionRecord record, List<String> unprinted) {
    dialogue.tell(new Page.Busy(Work.PRINTING));
    if (desk.slips()
        .printDeposit(record, holder, suspects, dialogue.look().language(), unprinted)) {
      dialogue.lights().on(Lights.Place.RECEIPT);
    } else {
      dialogue.tellAwhile(new Page.Notice(Kind.RECEIPT_FAILED, Optional.empty()));
    }
  }

  /** Nothing was stored: why, and where the notes are. */
  private Next told(CashIn.Ended ended, Reason reason, TransactionRecord record) {
    if (ended == CashIn.Ended.RETURNED) {
      dialogue.tellAwhile(new Page.Refusal(reason, Account.NOTHING_TAKEN, ""));
    }
    tellUnlessReturned(ended, record);
    return Next.RETURN_CARD;
  }

  private void tellUnlessReturned(CashIn.Ended ended, TransactionRecord record) {
    switch (ended) {
      case STORED, RETURNED -> {}
      case DRAWN_IN ->
          dialogue.tellAwhile(new Page.Notice(Kind.DEPOSIT_DRAWN_IN, Optional.empty()));
      case UNKNOWN -> {
        dialogue.tellAwhile(new Page.Refusal(Reason.CANNOT_STORE_NOTES, Account.BEING_CHECKED, ""));
        slip(desk.store().transaction(record.id()).orElseThrow(), List.of());
      }
    }
  }
}
