package org.silverteller.simulator.bank;

import java.util.Optional;
import org.silverteller.host.Service;
import org.silverteller.host.iso8583.Field;
import org.silverteller.host.iso8583.MalformedMessage;
import org.silverteller.host.iso8583.Message;
import org.silverteller.host.iso8583.Mti;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.Asked.PinCheck;
import org.silverteller.simulator.bank.ReplyFault.Code;

/**
 * Takes requests and advices: format, terminal and MAC first, then the switch's own refusals, then
 * issuer or books.
 */
final class FinancialDesk {

  private static final String APPROVED = "00";
  private static final String FORMAT_ERROR = "30";
  private static final String NOT_SUPPORTED = "40";
  private static final String WRONG_ACCEPTOR = "03";
  private static final String NOT_SIGNED_ON = "97";
  private static final String WRONG_MAC = "A0";
  private static final String CUT_OVER = "90";

  private static final PinCheck NO_PIN = (number, pin) -> Asked.PinVerdict.UNREADABLE;

  /** A partial approval is in notes that every machine has. */
  private static final long PARTIAL_UNIT_YUAN = 100;

  private final NetworkDesk terminals;
  private final BusinessDay day;
  private final Authoriser authoriser;
  private final Settlement settlement;
  private final BookDesk books;
  private final ReplyWriter replies;
  private final Seals seals;

  FinancialDesk(
      NetworkDesk terminals,
      BusinessDay day,
      Authoriser authoriser,
      Settlement settlement,
      BookDesk books,
      ReplyWriter replies,
      Seals seals) {
    this.terminals = terminals;
    this.day = day;
    this.authoriser = authoriser;
    this.settlement = settlement;
    this.books = books;
    this.replies = replies;
    this.seals = seals;
  }

  /** The reply to an 0200, not yet sealed. */
  Message request(Message request, byte[] bytes, Optional<Code> forced) {
    try {
      Optional<Service> service = RequestReader.service(request);
      PinCheck pin = pinCheck(request, service.orElse(Service.BALANCE));
      Asked asked = RequestReader.asked(request, service.orElse(Service.BALANCE), pin);
      Optional<String> refused = refusedAtTheDoor(request, bytes);
      if (refused.isPresent()) {
        return replies.plain(request, refused.get()).build();
      }
      String switchCode = service.isEmpty() ? NOT_SUPPORTED : day.cuttingOver() ? CUT_OVER : "";
      Decision decision =
          switchCode.isEmpty() ? decide(asked, forced) : authoriser.refuse(asked, switchCode);
      return forced
          .filter(code -> code.processed() && !code.approves())
          .map(code -> replies.plain(request, code.code()))
          .orElseGet(() -> replies.decided(request, decision))
          .build();
    } catch (MalformedMessage wrong) {
      return replies.plain(request, FORMAT_ERROR).build();
    }
  }

  /** The reply to an 0220, 0221, 0420 or 0421, not yet sealed. */
  Message advice(Message advice, byte[] bytes, Optional<Code> forced) {
    try {
      Optional<String> refused = refusedAtTheDoor(advice, bytes);
      String code;
      if (refused.isPresent()) {
        code = refused.get();
      } else if (forced.filter(fault -> !fault.processed()).isPresent()) {
        code = forced.get().code();
      } else {
        String settled = settle(advice);
        code = forced.map(Code::code).orElse(settled);
      }
      Message.Builder reply = replies.plain(advice, code);
      boolean credited =
          code.equals(APPROVED)
              && !advice.mti().equals(Mti.REVERSAL_ADVICE)
              && !advice.mti().equals(Mti.REVERSAL_ADVICE_REPEAT)
              && RequestReader.service(advice).filter(Service.DEPOSIT::equals).isPresent();
      if (credited) {
        settlement
            .balances(RequestReader.completion(advice).number())
            .ifPresent(balances -> replies.balances(reply, balances));
      }
      return reply.build();
    } catch (MalformedMessage wrong) {
      return replies.plain(advice, FORMAT_ERROR).build();
    }
  }

  /** What somebody who is not the bank would answer: yes. Nothing is booked. */
  Message forged(Message message) {
    return replies.plain(message, APPROVED).build();
  }

  private String settle(Message advice) throws MalformedMessage {
    return switch (advice.mti()) {
      case FINANCIAL_ADVICE, FINANCIAL_ADVICE_REPEAT ->
          switch (RequestReader.service(advice).orElse(Service.BALANCE)) {
            case CASE_ALERT ->
                settlement.alerted(
                    RequestReader.original(advice), "transfer to a case account was stopped");
            case BOOK_ROWS -> books.told(RequestReader.printed(advice));
            default -> settlement.complete(RequestReader.completion(advice));
          };
      default -> settlement.reverse(RequestReader.reversal(advice));
    };
  }

  private Decision decide(Asked asked, Optional<Code> forced) {
    if (forced.filter(code -> !code.processed()).isPresent()) {
      return authoriser.refuse(asked, forced.get().code());
    }
    boolean partial = forced.filter(code -> code.code().equals("10")).isPresent();
    Decision decision =
        authoriser.authorise(asked, partial ? part(asked.amount()) : Optional.empty());
    return forced
        .filter(code -> code.approves() && !partial && decision.code().equals("00"))
        .map(code -> decision.with(code.code()))
        .orElse(decision);
  }

  /** Half of it in whole notes; empty when that would be nothing. */
  private static Optional<Money> part(Money amount) {
    Money half = Money.ofYuan(amount.yuan() / 2 / PARTIAL_UNIT_YUAN * PARTIAL_UNIT_YUAN);
    return Optional.of(half).filter(money -> !money.isZero());
  }

  private Optional<String> refusedAtTheDoor(Message message, byte[] bytes) throws MalformedMessage {
    Optional<TerminalSeat> known = terminals.seat(message.required(Field.TERMINAL_ID));
    Optional<WorkingKeys> keys = known.flatMap(TerminalSeat::keys);
    if (keys.isEmpty()) {
      return Optional.of(NOT_SIGNED_ON);
    }
    if (!known.get().belongsTo(message.required(Field.ACCEPTOR_ID))) {
      return Optional.of(WRONG_ACCEPTOR);
    }
    return seals.holds(message, bytes, keys.get()) ? Optional.empty() : Optional.of(WRONG_MAC);
  }

  /** A deposit is asked for without a PIN, and so may a passbook be looked at. */
  private PinCheck pinCheck(Message request, Service service) throws MalformedMessage {
    if (service == Service.DEPOSIT) {
      return NO_PIN;
    }
    boolean book = service == Service.BOOK_CHECK || service == Service.BOOK_ROWS;
    return book && !PinBlocks.in(request)
        ? (number, pin) -> Asked.PinVerdict.MISSING
        : new PinBlocks(terminals, request);
  }
}
