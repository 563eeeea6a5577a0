package org.silverteller.simulator.bank;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.silverteller.card.AccountNumber;
import org.silverteller.card.CardScheme;
import org.silverteller.card.Pan;
import org.silverteller.host.iso8583.Field;
import org.silverteller.host.iso8583.Iso8583Codec;
import org.silverteller.host.iso8583.MalformedMessage;
import org.silverteller.host.iso8583.Message;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.FaultSource.Target;
import org.silverteller.simulator.bank.ReplyFault.Code;
import org.silverteller.simulator.bank.ReplyFault.CutOverNow;
import org.silverteller.simulator.bank.ReplyFault.Forged;
import org.silverteller.simulator.bank.ReplyFault.LineDown;
import org.silverteller.simulator.bank.ReplyFault.RequestLost;
import org.silverteller.simulator.bank.Traffic.Direction;

/**
 * A bank that speaks ISO 8583 with real bytes, without transport: acquirer for its terminals,
 * issuer of its own cards, and the schemes with the issuers behind them.
 *
 * <p>It starts no thread and reads no clock but the one given; the same seed, clock and messages
 * yield the same bytes. A debit is in the books before its reply leaves. Safe for several threads,
 * which it serves one at a time.
 */
public final class VirtualBank {

  private final InstantSource clock;
  private final FaultSource faults;
  private final Traffic traffic;
  private final BankLedger ledger;
  private final TransferBook transfers;
  private final PayeeFile payees;
  private final CardFile cards;
  private final BusinessDay day;
  private final Iso8583Codec codec;
  private final Authoriser authoriser;
  private final NetworkDesk network;
  private final FinancialDesk financial;
  private final Dispatch dispatch;

  /**
   * @param seed decides the keys it gives out
   */
  public VirtualBank(
      BankSpec spec, InstantSource clock, long seed, FaultSource faults, Traffic traffic) {
    this.clock = clock;
    this.faults = faults;
    this.traffic = traffic;
    this.codec = new Iso8583Codec(spec.dialect());
    BookShelf shelf = new BookShelf(spec.books(), clock.instant());
    this.day = new BusinessDay(clock.instant());
    this.ledger = new BankLedger(spec.accounts(), shelf, day.date());
    this.cards = new CardFile(spec.cards());
    this.transfers = new TransferBook(ledger, day, clock);
    this.payees = new PayeeFile(spec);
    Decisions decisions = new Decisions(ledger, day, clock);
    BookDesk books = new BookDesk(shelf, ledger, decisions, clock);
    this.authoriser =
        new Authoriser(
            ledger, transfers, payees, cards, day, spec.rules(), clock, decisions, books);
    this.network = new NetworkDesk(spec, day, clock, seed);
    Seals seals = new Seals(codec);
    Settlement settlement = new Settlement(ledger, transfers, cards, day, clock);
    this.financial =
        new FinancialDesk(network, day, authoriser, settlement, books, new ReplyWriter(day), seals);
    this.dispatch = new Dispatch(seals, codec, network, clock, spec.rules().latency(), traffic);
  }

  /**
   * Takes one message from a line.
   *
   * @param message without framing; bytes that are no message are dropped, as they name nobody to
   *     answer
   * @return what goes back on the same line, in order of sending
   */
  public synchronized List<Outgoing> receive(byte[] message) {
    Instant now = clock.instant();
    transfers.postDue();
    try {
      return receive(codec.decode(message), message, now);
    } catch (MalformedMessage broken) {
      traffic.undecodable(now, Direction.IN, "", message.length, broken.getMessage());
      return List.of();
    }
  }

  private List<Outgoing> receive(Message message, byte[] bytes, Instant now) {
    String terminal = message.text(Field.TERMINAL_ID).orElse("");
    if (message.mti().isResponse()) {
      traffic.message(now, Direction.IN, terminal, message, "");
      network.acknowledged(message);
      return List.of();
    }
    Target target = target(message);
    ReplyFault fault = faults.next(target, terminal).orElse(null);
    boolean forged = fault instanceof Forged && target != Target.NETWORK;
    boolean lost = fault instanceof RequestLost;
    traffic.message(now, Direction.IN, terminal, message, lost || forged ? "lost" : "");
    if (lost) {
      return List.of();
    }
    if (fault instanceof LineDown down && down.when() == LineDown.When.BEFORE_PROCESSING) {
      return dispatch.lineDown(terminal);
    }
    List<Outgoing> outgoing = new ArrayList<>(2);
    if (fault instanceof CutOverNow && !day.cuttingOver()) {
      day.beginCutOver();
      outgoing.add(dispatch.unasked(terminal, network.cutOverBegins()));
    }
    Optional<Code> code = fault instanceof Code forced ? Optional.of(forced) : Optional.empty();
    Message reply =
        switch (target) {
          case REQUEST ->
              forged ? financial.forged(message) : financial.request(message, bytes, code);
          case ADVICE ->
              forged ? financial.forged(message) : financial.advice(message, bytes, code);
          case NETWORK -> network.answer(message, code.map(Code::code));
        };
    dispatch.reply(outgoing, terminal, reply, Optional.ofNullable(fault));
    network
        .sequel(message)
        .map(offer -> dispatch.unasked(terminal, offer))
        .ifPresent(outgoing::add);
    return outgoing;
  }

  private static Target target(Message message) {
    return switch (message.mti()) {
      case FINANCIAL_ADVICE, FINANCIAL_ADVICE_REPEAT, REVERSAL_ADVICE, REVERSAL_ADVICE_REPEAT ->
          Target.ADVICE;
      case NETWORK_REQUEST, NETWORK_ADVICE -> Target.NETWORK;
      default -> Target.REQUEST;
    };
  }

  /** The books. */
  public BankLedger ledger() {
    return ledger;
  }

  /** The transfers; those that are due by now are posted. */
  public synchronized TransferBook transfers() {
    transfers.postDue();
    return transfers;
  }

  /** What the bank knows of accounts as payees. */
  public synchronized Payees payees() {
    return payees.known();
  }

  /** From now on it knows this of them: whom the anti-fraud centre has listed, who is paid late. */
  public synchronized void know(UnaryOperator<Payees> learnt) {
    payees.learn(learnt.apply(payees.known()));
  }

  /**
   * Money comes in from outside this bank, for instance a pension.
   *
   * @throws IllegalArgumentException when there is no such account
   */
  public synchronized void payIn(String account, Money amount, String summary) {
    ledger.payIn(account, clock.instant(), amount, summary, day.date());
  }

  /**
   * What the customers should hold in notes of this bank's machines, in fen: what all accounts have
   * paid, but for deposits, for what came in from outside, and for what is held for transfers. A
   * transfer neither makes nor loses money.
   */
  public synchronized long paidInNotesFen() {
    long paid = ledger.claims().fen() + ledger.paidIn().fen() - transfers.held().fen();
    for (BankLedger.AccountView account : ledger.accounts()) {
      paid += account.opening().fen() - account.ledger().fen();
      paid += ledger.credited(account.number()).fen();
    }
    return paid;
  }

  public Traffic traffic() {
    return traffic;
  }

  public synchronized LocalDate businessDate() {
    return day.date();
  }

  public synchronized boolean cuttingOver() {
    return day.cuttingOver();
  }

  /** The terminals that are signed on (field 41). */
  public synchronized List<String> signedOn() {
    return network.signedOn();
  }

  /**
   * Begins the cut-over: requests are refused with 90 until it ends.
   *
   * @return the notice 201 for every terminal that is signed on
   */
  public synchronized List<Outgoing> beginCutOver() {
    day.beginCutOver();
    return toAll(network.cutOverBegins());
  }

  /**
   * Ends the cut-over: the business date changes.
   *
   * @return the notice 202 for every terminal that is signed on
   */
  public synchronized List<Outgoing> endCutOver() {
    day.endCutOver();
    return toAll(network.cutOverEnds());
  }

  /** New keys for a terminal, used as soon as it accepts them; nothing when it is not signed on. */
  public synchronized List<Outgoing> changeKeys(String terminal) {
    return network.offerKeys(terminal).map(offer -> dispatch.unasked(terminal, offer)).stream()
        .toList();
  }

  /** Asks a terminal for a sign of life (301). */
  public synchronized List<Outgoing> askEcho(String terminal) {
    return List.of(dispatch.unasked(terminal, network.askEcho()));
  }

  /** Forgets the keys of a terminal, as a bank does that has restarted: 97 until it signs on. */
  public synchronized void forget(String terminal) {
    network.seat(terminal).ifPresent(TerminalSeat::signOff);
  }

  /** Whether the network of a scheme can be reached; when not, its cards are answered 91. */
  public synchronized void reachable(CardScheme scheme, boolean up) {
    authoriser.reachable(scheme, up);
  }

  public synchronized Set<CardScheme> unreachable() {
    return authoriser.unreachable();
  }

  /**
   * Notes something about a card.
   *
   * @throws IllegalArgumentException when the card is not on file; names it masked
   */
  public synchronized void mark(Pan pan, CardStatus status) {
    cards.get(pan).mark(status);
  }

  /**
   * Gives out a card anew, or the right to a passbook, with its PIN tries.
   *
   * @throws IllegalArgumentException when it is not on file; names it masked
   */
  public synchronized void reissue(AccountNumber number) {
    CardOnFile card = cards.get(number);
    card.mark(CardStatus.GOOD);
    card.rightPin();
  }

  /**
   * Whether this is the PIN that holds for a card now.
   *
   * @throws IllegalArgumentException when the card is not on file; names it masked
   */
  public synchronized boolean holdsPin(Pan pan, String pin) {
    return cards.get(pan).pin().equals(pin);
  }

  private List<Outgoing> toAll(Message notice) {
    return network.signedOn().stream().map(terminal -> dispatch.unasked(terminal, notice)).toList();
  }
}
