package org.silverteller.session;

import org.silverteller.card.CardTable;
import org.silverteller.device.Hardware;
import org.silverteller.device.ReceiptPrinter;
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
  private final CardReturn cardReturn;
  private final PinQuestion pin;
  private final Authorisation authorisation;
  private final Slips slips;
  private final ProfileSwitch profiles;
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
      ProfileSwitch profiles) {
    this.hardware = hardware;
    this.store = store;
    this.cards = cards;
    this.planner = planner;
    this.rules = rules;
    this.dialogue = dialogue;
    this.ledger = ledger;
    this.cardReturn = new CardReturn(hardware.cardReader(), dialogue, ledger);
    this.profiles = profiles;
    this.pin = new PinQuestion(dialogue, rules);
    this.authorisation = new Authorisation(dialogue, pin, host, advices, ledger, rules, profiles);
    this.slips = new Slips(hardware.receiptPrinter(), rules, ledger);
    this.guard = new FraudGuard(dialogue, ledger, rules.guard());
  }

  /** Tells the customer a no, and says what comes after it. */
  Transaction.Next refuse(Authorisation.Verdict verdict, Holder holder) {
    if (verdict instanceof Authorisation.Verdict.Refused refused) {
      dialogue.tellAwhile(refused.page());
      return refused.again() ? Transaction.Next.MENU : Transaction.Next.RETURN_CARD;
    }
    cardReturn.keep(holder.account().masked(), Page.Notice.Kind.CARD_RETAINED_BY_BANK, "BY HOST");
    return Transaction.Next.GOODBYE;
  }

  /**
   * Gives the customer's card back.
   *
   * @param next what comes after it, announced while it waits
   * @return whether the customer has it
   */
  boolean giveBack(Holder holder, Page.Take.Next next) {
    return cardReturn.giveBack(holder.account().masked(), next);
  }

  /** For a card that was inside when the power went. */
  public void returnCardFoundInside() {
    cardReturn.giveBack("FOUND AT START", Page.Take.Next.NOTHING);
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

  CardReturn cardReturn() {
    return cardReturn;
  }

  PinQuestion pin() {
    return pin;
  }

  Authorisation authorisation() {
    return authorisation;
  }

  ProfileSwitch profiles() {
    return profiles;
  }

  FraudGuard guard() {
    return guard;
  }

  /** Whether a slip can be printed now. */
  boolean slipsPossible() {
    ReceiptPrinter printer = hardware.receiptPrinter();
    return printer.status().works() && printer.paper() != ReceiptPrinter.Paper.OUT;
  }

  Slips slips() {
    return slips;
  }
}
