package org.silverteller.simulator.bank;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.silverteller.host.Stan;
import org.silverteller.host.iso8583.Field;
import org.silverteller.host.iso8583.Message;
import org.silverteller.host.iso8583.Mti;

/**
 * Sign-on, sign-off, echo, key changes and the notices of cut-over (0800, 0820), and the terminals
 * that the bank knows.
 */
final class NetworkDesk {

  private static final String ACCEPTED = "00";
  private static final String FORMAT_ERROR = "30";
  private static final String UNKNOWN_TERMINAL = "97";

  private static final String SIGN_ON = "001";
  private static final String SIGN_OFF = "002";
  private static final String KEY_CHANGE = "101";
  private static final String CUT_OVER_BEGINS = "201";
  private static final String CUT_OVER_ENDS = "202";
  private static final String ECHO = "301";

  /** Field 53 of a key change: both keys, double length. */
  private static final String BOTH_KEYS = "0600000000000000";

  /** The institution that forwards what the bank sends by itself (field 33). */
  private static final String FORWARDER = "00010000";

  private static final DateTimeFormatter SENT = DateTimeFormatter.ofPattern("MMddHHmmss");

  private final BankSpec spec;
  private final BusinessDay day;
  private final InstantSource clock;
  private final SplittableRandom random;
  private final Map<String, TerminalSeat> seats = new LinkedHashMap<>();
  private final Map<String, Offer> offers = new HashMap<>();
  private int lastStan;

  private record Offer(TerminalSeat seat, WorkingKeys keys) {}

  NetworkDesk(BankSpec spec, BusinessDay day, InstantSource clock, long seed) {
    this.spec = spec;
    this.day = day;
    this.clock = clock;
    this.random = new SplittableRandom(seed);
  }

  Optional<TerminalSeat> seat(String terminal) {
    TerminalSeat known = seats.get(terminal);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<TerminalSeat> fresh =
        spec.masterKey(terminal).map(key -> new TerminalSeat(terminal, key));
    fresh.ifPresent(seat -> seats.put(terminal, seat));
    return fresh;
  }

  /** The terminals that are signed on. */
  List<String> signedOn() {
    return seats.values().stream()
        .filter(seat -> seat.keys().isPresent())
        .map(TerminalSeat::id)
        .toList();
  }

  /**
   * The reply to an 0800 or 0820, which never has a MAC.
   *
   * @param forced the response code to refuse it with
   */
  Message answer(Message request, Optional<String> forced) {
    if (forced.isPresent()) {
      return reply(request, forced.get()).build();
    }
    String code = code(request);
    return switch (code) {
      case SIGN_ON, "003", "004" -> signOn(request);
      case SIGN_OFF -> signOff(request);
      case ECHO, KEY_CHANGE -> reply(request, ACCEPTED).build();
      default -> reply(request, FORMAT_ERROR).build();
    };
  }

  /** The terminal asks for new keys (101): they follow in a message of their own. */
  Optional<Message> sequel(Message request) {
    return code(request).equals(KEY_CHANGE)
        ? request.text(Field.TERMINAL_ID).flatMap(this::offerKeys)
        : Optional.empty();
  }

  /** New keys for a terminal that is signed on; in use as soon as it has accepted them. */
  Optional<Message> offerKeys(String terminal) {
    return seat(terminal)
        .filter(seat -> seat.keys().isPresent())
        .map(
            seat -> {
              WorkingKeys fresh = WorkingKeys.random(seat, spec.mac(), random);
              Message offer =
                  unasked(Mti.NETWORK_REQUEST, KEY_CHANGE)
                      .set(Field.SECURITY_CONTROL, BOTH_KEYS)
                      .set(Field.KEYS, fresh.delivery())
                      .build();
              offers.put(stan(offer), new Offer(seat, fresh));
              return offer;
            });
  }

  Message askEcho() {
    return unasked(Mti.NETWORK_REQUEST, ECHO).build();
  }

  Message cutOverBegins() {
    return unasked(Mti.NETWORK_ADVICE, CUT_OVER_BEGINS)
        .set(Field.SETTLEMENT_DATE, day.nextMonthDay())
        .build();
  }

  Message cutOverEnds() {
    return unasked(Mti.NETWORK_ADVICE, CUT_OVER_ENDS)
        .set(Field.SETTLEMENT_DATE, day.monthDay())
        .build();
  }

  /** What a terminal answers to a message that the bank sent by itself. */
  void acknowledged(Message reply) {
    Offer offer = offers.remove(stan(reply));
    if (offer != null && reply.text(Field.RESPONSE_CODE).orElse("").equals(ACCEPTED)) {
      offer.seat().change(offer.keys());
    }
  }

  private Message signOn(Message request) {
    Optional<TerminalSeat> known = request.text(Field.TERMINAL_ID).flatMap(this::seat);
    if (known.isEmpty()) {
      return reply(request, UNKNOWN_TERMINAL).build();
    }
    TerminalSeat seat = known.get();
    WorkingKeys fresh = WorkingKeys.random(seat, spec.mac(), random);
    seat.signOn(request.text(Field.ACCEPTOR_ID).orElse(""), fresh);
    return reply(request, ACCEPTED).set(Field.KEYS, fresh.delivery()).build();
  }

  private Message signOff(Message request) {
    request.text(Field.TERMINAL_ID).flatMap(this::seat).ifPresent(TerminalSeat::signOff);
    return reply(request, ACCEPTED).build();
  }

  private Message.Builder reply(Message request, String responseCode) {
    Message.Builder reply =
        Message.of(request.mti().response())
            .echo(
                request,
                Field.TRANSMISSION_TIME,
                Field.STAN,
                Field.ACQUIRER,
                Field.FORWARDER,
                Field.TERMINAL_ID,
                Field.ACCEPTOR_ID,
                Field.REASON,
                Field.NETWORK_CODE)
            .set(Field.RESPONSE_CODE, responseCode);
    if (request.has(Field.NETWORK_CODE)) {
      return reply;
    }
    LocalDateTime now = BusinessDay.local(clock.instant());
    String digits = now.format(SENT);
    return reply
        .set(Field.LOCAL_DATE, digits.substring(0, 4))
        .set(Field.LOCAL_TIME, digits.substring(4))
        .set(Field.SETTLEMENT_DATE, day.monthDay())
        .set(Field.RRN, digits.substring(0, 6) + nextStan());
  }

  /** Field 70, or 60.3 where a terminal signs on in the POS form. */
  private static String code(Message request) {
    Optional<String> posForm =
        request
            .text(Field.REASON)
            .filter(reason -> reason.length() >= 11)
            .map(reason -> reason.substring(8, 11));
    return request.text(Field.NETWORK_CODE).or(() -> posForm).orElse("");
  }

  private Message.Builder unasked(Mti mti, String networkCode) {
    return Message.of(mti)
        .set(Field.TRANSMISSION_TIME, BusinessDay.local(clock.instant()).format(SENT))
        .set(Field.STAN, nextStan())
        .set(Field.FORWARDER, FORWARDER)
        .set(Field.NETWORK_CODE, networkCode);
  }

  private String nextStan() {
    lastStan = lastStan % 999_999 + 1;
    return new Stan(lastStan).toString();
  }

  private static String stan(Message message) {
    return message.text(Field.STAN).orElse("");
  }
}
