package org.silverteller.host.iso8583;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.silverteller.device.PinPad;
import org.silverteller.device.PinPad.KeyHandle;
import org.silverteller.host.Action;
import org.silverteller.host.Advice;
import org.silverteller.host.AdviceAnswer;
import org.silverteller.host.HostFault;
import org.silverteller.host.HostLink;
import org.silverteller.host.Reply;
import org.silverteller.host.Reply.Unknown.Cause;
import org.silverteller.host.Request;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.host.Wire;
import org.silverteller.host.Wire.LineLost;

/**
 * The bank over ISO 8583. For the terminal's thread alone.
 *
 * <p>An answer counts when its MTI, STAN, terminal, card and times are those of the question and
 * its MAC is right; only then is anything else in it read. Whenever the keys may no longer be those
 * of the host (line lost, wrong MAC, 77, 89, 97, 99, A0, A7, no sign of life), the link is not
 * {@link #ready()} until it has signed on again.
 */
public final class Iso8583Link implements HostLink {

  private static final String ACCEPTED = "00";
  private static final String KEY_REFUSED = "A7";

  private final HostConfig config;
  private final Wire wire;
  private final PinPad pad;
  private final Supplier<Stan> stans;
  private final InstantSource clock;
  private final ZoneId zone;
  private final LineWatch watch;
  private final MessageWriter writer;
  private final ReplyReader reader;
  private final Conversation conversation;
  private boolean signedOn;
  private Optional<Instant> cutOverSince = Optional.empty();

  /**
   * @param stans the store's, so that none is used twice
   * @param zone of the machine's place, for field 7 of network messages
   */
  public Iso8583Link(
      HostConfig config,
      TerminalIdentity terminal,
      Wire wire,
      PinPad pad,
      Supplier<Stan> stans,
      InstantSource clock,
      ZoneId zone,
      LineWatch watch) {
    this.config = config;
    this.wire = wire;
    this.pad = pad;
    this.stans = stans;
    this.clock = clock;
    this.zone = zone;
    this.watch = watch;
    this.writer = new MessageWriter(config, terminal);
    this.reader = new ReplyReader(config, watch);
    Iso8583Codec codec = new Iso8583Codec(config.framing().dialect());
    MessageSeal seal = new MessageSeal(codec, pad, config.security().mac());
    this.conversation = new Conversation(wire, codec, seal, clock, config.timing().reply(), watch);
  }

  @Override
  public boolean ready() {
    signedOn = signedOn && wire.up();
    return signedOn && !cuttingOver();
  }

  @Override
  public boolean connected() {
    return wire.up();
  }

  /**
   * {@inheritDoc}
   *
   * <p>False, without asking, while the host cuts over to its next day.
   */
  @Override
  public boolean signOn() throws HostFault {
    attend();
    if (cuttingOver()) {
      return false;
    }
    signedOn = false;
    Exchange exchange = conversation.askOpen(writer.signOn(stans.get()));
    if (exchange instanceof Exchange.NotSent notSent) {
      throw notSent.fault();
    }
    renewWhenSilent(exchange);
    Optional<String> refusal = refusal(exchange);
    refusal.ifPresent(why -> watch.noted("SIGN-ON REFUSED " + why));
    signedOn = refusal.isEmpty();
    return signedOn;
  }

  /** A connection whose other end has vanished looks alive for a quarter of an hour. */
  private void renewWhenSilent(Exchange exchange) {
    if (exchange instanceof Exchange.Nothing nothing && nothing.cause() == Cause.SILENCE) {
      wire.renew();
    }
  }

  private Optional<String> refusal(Exchange exchange) {
    if (!(exchange instanceof Exchange.Answer answer)) {
      return Optional.of("no answer");
    }
    String code = answer.message().text(Field.RESPONSE_CODE).orElse("");
    if (!code.equals(ACCEPTED)) {
      noteState(ResponseCodes.action(code, false));
      return Optional.of("code " + code);
    }
    return answer
        .message()
        .bytes(Field.KEYS)
        .map(keys -> KeyDelivery.take(keys, pad))
        .orElseGet(this::keysMissing);
  }

  /**
   * An institution's host sends keys in a message of their own; until then those in the pad are
   * good.
   */
  private Optional<String> keysMissing() {
    return pad.holds(KeyHandle.PIN)
            && pad.holds(KeyHandle.MAC)
            && !config.framing().dialect().packed()
        ? Optional.empty()
        : Optional.of("no keys came with it");
  }

  @Override
  public boolean echo() throws HostFault {
    attend();
    Exchange exchange = conversation.askOpen(writer.echo(stans.get(), now()));
    if (exchange instanceof Exchange.NotSent notSent) {
      signedOn = false;
      throw notSent.fault();
    }
    renewWhenSilent(exchange);
    boolean alive =
        exchange instanceof Exchange.Answer answer
            && answer.message().text(Field.RESPONSE_CODE).filter(ACCEPTED::equals).isPresent();
    signedOn = signedOn && alive;
    attend();
    return alive;
  }

  @Override
  public void attend() throws HostFault {
    try {
      Optional<Message> asked = conversation.unasked();
      while (asked.isPresent()) {
        serve(asked.get());
        asked = conversation.unasked();
      }
    } catch (LineLost lost) {
      signedOn = false;
      watch.noted("LINE LOST " + lost.getMessage());
    }
  }

  private void serve(Message asked) throws HostFault, LineLost {
    boolean network = asked.mti() == Mti.NETWORK_REQUEST || asked.mti() == Mti.NETWORK_ADVICE;
    boolean ours =
        asked.text(Field.TERMINAL_ID).map(id -> id.equals(writer.terminalId())).orElse(true);
    if (!network || !ours) {
      watch.noted(asked + " NOT FOR THIS TERMINAL, DROPPED");
      return;
    }
    String code = ACCEPTED;
    switch (asked.text(Field.NETWORK_CODE).orElse("")) {
      case MessageWriter.KEY_CHANGE -> code = keysChanged(asked);
      case MessageWriter.CUT_OVER_BEGINS -> cutOverSince = Optional.of(clock.instant());
      case MessageWriter.CUT_OVER_ENDS -> cutOverSince = Optional.empty();
      case MessageWriter.ECHO -> {}
      default -> watch.noted(asked + " OF UNKNOWN NETWORK CODE");
    }
    conversation.tell(writer.networkAnswer(asked, code));
  }

  private String keysChanged(Message asked) {
    Optional<String> refusal =
        asked
            .bytes(Field.KEYS)
            .map(keys -> KeyDelivery.take(keys, pad))
            .orElse(Optional.of("no keys in field 62"));
    refusal.ifPresent(why -> watch.noted("NEW KEYS REFUSED " + why));
    signedOn = signedOn && refusal.isEmpty();
    return refusal.isEmpty() ? ACCEPTED : KEY_REFUSED;
  }

  @Override
  public Reply authorise(Request request) {
    Exchange exchange = askSealed(writer.request(request));
    if (exchange instanceof Exchange.Answer answer) {
      Reply reply = reader.read(request, answer.message());
      if (reply instanceof Reply.Answered answered) {
        noteState(answered.action());
      }
      return reply;
    }
    return exchange instanceof Exchange.Nothing nothing
        ? new Reply.Unknown(nothing.cause())
        : new Reply.NotSent();
  }

  @Override
  public AdviceAnswer deliver(Advice advice) {
    if (!(askSealed(writer.advice(advice)) instanceof Exchange.Answer answer)) {
      return AdviceAnswer.SILENCE;
    }
    String code = answer.message().text(Field.RESPONSE_CODE).orElse("");
    boolean deposit = advice.original().service() == Service.DEPOSIT;
    AdviceAnswer told =
        switch (advice.kind()) {
          case ALERT -> ResponseCodes.alertAnswer(code);
          case COMPLETION ->
              deposit
                  ? ResponseCodes.depositAnswer(code).with(reader.balances(answer.message()))
                  : ResponseCodes.adviceAnswer(code);
          case REVERSAL, PARTIAL_REVERSAL -> ResponseCodes.adviceAnswer(code);
        };
    if (!told.settled()) {
      noteState(ResponseCodes.action(code, false));
    }
    return told;
  }

  private Exchange askSealed(Message message) {
    if (!ready()) {
      return new Exchange.NotSent(new HostFault(HostFault.Kind.DOWN, "not signed on"));
    }
    Exchange exchange = conversation.askSealed(message);
    boolean keysDoubtful =
        exchange instanceof Exchange.Nothing nothing
            ? nothing.cause() == Cause.WRONG_MAC || nothing.cause() == Cause.LINE_LOST
            : exchange instanceof Exchange.NotSent notSent
                && notSent.fault().kind() != HostFault.Kind.UNSENDABLE;
    signedOn = !keysDoubtful;
    attendAfterwards();
    return exchange;
  }

  /** What the host asked while its answer was waited for. */
  private void attendAfterwards() {
    try {
      attend();
    } catch (HostFault fault) {
      watch.noted("HOST NOT ANSWERED " + fault.getMessage());
    }
  }

  private void noteState(Action action) {
    switch (action) {
      case SIGN_ON, NEW_KEYS_AND_RETRY, NEW_KEYS_AND_REVERSE -> signedOn = false;
      case WAIT -> cutOverSince = Optional.of(clock.instant());
      default -> {}
    }
  }

  /** A clock that was set back since ends it too: the host says again when it is not over. */
  private boolean cuttingOver() {
    Instant now = clock.instant();
    return cutOverSince
        .filter(since -> !now.isBefore(since))
        .filter(since -> now.isBefore(since.plus(config.timing().cutOver())))
        .isPresent();
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), zone);
  }
}
