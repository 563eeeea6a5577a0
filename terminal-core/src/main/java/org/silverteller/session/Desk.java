package org.silverteller.session;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.silverteller.card.CardTable;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.Hardware;
import org.silverteller.device.Lights;
import org.silverteller.host.HostLink;
import org.silverteller.money.MixPlanner;
import org.silverteller.page.Page;
import org.silverteller.store.Store;

/**
 * What a conversation works with: the machine, the bank, the books and the rules. One for the life
 * of the terminal.
 */
public final class Desk {

  private final Hardware hardware;
  private final Store store;
  private final CardTable cards;
  private final MixPlanner planner;
  private final SessionRules rules;
  private final Dialogue dialogue;
  private final Ledger ledger;
  private final SlotReturn cardReturn;
  private final Optional<SlotReturn> bookReturn;
  private final PinQuestion pin;
  private final Authorisation authorisation;
  private final AdviceQueue advices;
  private final DepositBook deposits;
  private final AcceptorCare acceptorCare;
  private final Slips slips;
  private final ProfileSwitch profiles;
  private final NoteRegister notes;
  private final FraudGuard guard;

  public Desk(
      Hardware hardware,
      HostLink host,
      Store store,
      CardTable cards,
      MixPlanner planner,
      SessionRules rules,
      Dialogue dialogue,
      Ledger ledger,
      AdviceQueue advices,
      AcceptorCare acceptorCare,
      ProfileSwitch profiles,
      NoteRegister notes) {
    this.hardware = hardware;
    this.store = store;
    this.cards = cards;
    this.planner = planner;
    this.rules = rules;
    this.dialogue = dialogue;
    this.ledger = ledger;
    this.cardReturn = new SlotReturn(new Slot.OfCard(hardware.cardReader()), dialogue, ledger);
    this.bookReturn =
        hardware
            .passbookUnit()
            .map(unit -> new SlotReturn(new Slot.OfBook(unit), dialogue, ledger));
    this.profiles = profiles;
    this.notes = notes;
    this.pin = new PinQuestion(dialogue, rules);
    this.authorisation = new Authorisation(dialogue, pin, host, advices, ledger, rules, profiles);
    this.advices = advices;
    this.deposits = new DepositBook(ledger);
    this.acceptorCare = acceptorCare;
    this.slips = new Slips(hardware.receiptPrinter(), rules, ledger);
    this.guard = new FraudGuard(dialogue, ledger, rules.guard());
  }

  /** Tells the customer a no, and says what comes after it. A card's words do not fit a book. */
  Transaction.Next refuse(Authorisation.Verdict verdict, Holder holder) {
    if (verdict instanceof Authorisation.Verdict.Refused refused) {
      dialogue.tellAwhile(inWordsFor(holder, refused.page()));
      return refused.again() ? Transaction.Next.MENU : Transaction.Next.RETURN_CARD;
    }
    Page.Notice.Kind notice =
        holder instanceof Bookholder
            ? Page.Notice.Kind.BOOK_RETAINED_BY_BANK
            : Page.Notice.Kind.CARD_RETAINED_BY_BANK;
    returnOf(holder).keep(holder.account().masked(), notice, "BY HOST");
    return Transaction.Next.GOODBYE;
  }

  private static Page inWordsFor(Holder holder, Page.Refusal refusal) {
    boolean bookAtCounter =
        holder instanceof Bookholder && refusal.reason() == Page.Refusal.Reason.CALL_YOUR_BANK;
    return bookAtCounter
        ? new Page.Refusal(Page.Refusal.Reason.BOOK_NOT_ACCEPTED, refusal.account(), refusal.code())
        : refusal;
  }

  private SlotReturn returnOf(Holder holder) {
    return holder instanceof Bookholder ? bookReturn() : cardReturn;
  }

  /**
   * Gives the customer's card or passbook back.
   *
   * @param next what comes after it, announced while it waits
   * @return whether the customer has it
   */
  boolean giveBack(Holder holder, Page.Take.Next next) {
    return returnOf(holder).giveBack(holder.account().masked(), next);
  }

  /**
   * Prints what the screen shows, and says so when no slip comes out.
   *
   * @param print whether the slip came out
   */
  void handOut(BooleanSupplier print) {
    dialogue.tell(new Page.Busy(Page.Busy.Work.PRINTING));
    if (print.getAsBoolean()) {
      dialogue.lights().on(Lights.Place.RECEIPT);
    } else {
      dialogue.tellAwhile(new Page.Notice(Page.Notice.Kind.SLIP_FAILED, Optional.empty()));
    }
  }

  /** For a card that was inside when the power went. */
  public void returnCardFoundInside() {
    cardReturn.giveBack("FOUND AT START", Page.Take.Next.NOTHING);
  }

  /** For a passbook that was inside when the power went, or that nobody serves. */
  public void returnBookFoundInside() {
    bookReturn.ifPresent(slot -> slot.giveBack("FOUND INSIDE", Page.Take.Next.NOTHING));
  }

  Hardware hardware() {
    return hardware;
  }

  Store store() {
    return store;
  }

  CardTable cards() {
    return cards;
  }

  MixPlanner planner() {
    return planner;
  }

  SessionRules rules() {
    return rules;
  }

  Dialogue dialogue() {
    return dialogue;
  }

  Ledger ledger() {
    return ledger;
  }

  SlotReturn cardReturn() {
    return cardReturn;
  }

  /** Where a passbook unit is fitted. */
  SlotReturn bookReturn() {
    return bookReturn.orElseThrow();
  }

  PinQuestion pin() {
    return pin;
  }

  Authorisation authorisation() {
    return authorisation;
  }

  AdviceQueue advices() {
    return advices;
  }

  DepositBook deposits() {
    return deposits;
  }

  AcceptorCare acceptorCare() {
    return acceptorCare;
  }

  /** The acceptor, where it can take a deposit now. */
  Optional<CashAcceptor> acceptor() {
    return acceptorCare.usable();
  }

  ProfileSwitch profiles() {
    return profiles;
  }

  /** Keeps the serial numbers of what was paid out or in. */
  NoteRegister notes() {
    return notes;
  }

  FraudGuard guard() {
    return guard;
  }

  Slips slips() {
    return slips;
  }
}
