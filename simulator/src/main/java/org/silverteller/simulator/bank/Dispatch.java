package org.silverteller.simulator.bank;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.host.iso8583.Field;
import org.silverteller.host.iso8583.Iso8583Codec;
import org.silverteller.host.iso8583.Message;
import org.silverteller.host.iso8583.Mti;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.Outgoing.LineDropped;
import org.silverteller.simulator.bank.Outgoing.Sent;
import org.silverteller.simulator.bank.ReplyFault.BookLie;
import org.silverteller.simulator.bank.ReplyFault.Forged;
import org.silverteller.simulator.bank.ReplyFault.HostileRows;
import org.silverteller.simulator.bank.ReplyFault.Late;
import org.silverteller.simulator.bank.ReplyFault.LineDown;
import org.silverteller.simulator.bank.ReplyFault.Malformed;
import org.silverteller.simulator.bank.ReplyFault.OutOfOrder;
import org.silverteller.simulator.bank.ReplyFault.ReplyLost;
import org.silverteller.simulator.bank.ReplyFault.Twice;
import org.silverteller.simulator.bank.ReplyFault.WrongAmount;
import org.silverteller.simulator.bank.ReplyFault.WrongKeyCheck;
import org.silverteller.simulator.bank.ReplyFault.WrongMac;
import org.silverteller.simulator.bank.ReplyFault.WrongStan;
import org.silverteller.simulator.bank.Traffic.Direction;

/** Seals replies and sends them, or does with them what a fault says. */
final class Dispatch {

  private static final Money TOO_MUCH = Money.ofYuan(100);
  private static final int LAST_STAN = 999_999;

  private final Seals seals;
  private final Iso8583Codec codec;
  private final NetworkDesk terminals;
  private final InstantSource clock;
  private final Duration latency;
  private final Traffic traffic;
  private final Map<String, Sent> heldBack = new HashMap<>();

  Dispatch(
      Seals seals,
      Iso8583Codec codec,
      NetworkDesk terminals,
      InstantSource clock,
      Duration latency,
      Traffic traffic) {
    this.seals = seals;
    this.codec = codec;
    this.terminals = terminals;
    this.clock = clock;
    this.latency = latency;
    this.traffic = traffic;
  }

  /** Adds to {@code outgoing} what becomes of a reply. */
  void reply(
      List<Outgoing> outgoing, String terminal, Message honest, Optional<ReplyFault> struck) {
    ReplyFault fault = struck.orElse(null);
    Message message = falsified(honest, fault);
    byte[] bytes = bytes(message, terminal, fault instanceof WrongMac || fault instanceof Forged);
    if (fault instanceof Malformed malformed) {
      bytes = Mutation.of(bytes, malformed.seed());
    }
    Duration after = fault instanceof Late late ? latency.plus(late.by()) : latency;
    Sent sent = new Sent(terminal, after, bytes);
    note(sent, message, fault);
    if (fault instanceof ReplyLost) {
      return;
    }
    if (fault instanceof LineDown) {
      outgoing.addAll(lineDown(terminal));
      return;
    }
    if (fault instanceof OutOfOrder && !heldBack.containsKey(terminal)) {
      heldBack.put(terminal, sent);
      return;
    }
    outgoing.add(sent);
    if (fault instanceof Twice) {
      outgoing.add(sent);
    }
    Sent overtaken = heldBack.remove(terminal);
    if (overtaken != null) {
      outgoing.add(overtaken);
    }
  }

  List<Outgoing> lineDown(String terminal) {
    heldBack.remove(terminal);
    return List.of(new LineDropped(terminal, latency));
  }

  /** A message that the bank sends by itself; without a MAC. */
  Outgoing unasked(String terminal, Message message) {
    Sent sent = new Sent(terminal, latency, seals.open(message));
    note(sent, message, null);
    return sent;
  }

  /** Replies to network messages bear no MAC; neither do those to a terminal without keys. */
  private byte[] bytes(Message message, String terminal, boolean wrongMac) {
    if (message.mti() == Mti.NETWORK_RESPONSE || message.mti() == Mti.NETWORK_ADVICE_RESPONSE) {
      return seals.open(message);
    }
    return terminals
        .seat(terminal)
        .flatMap(TerminalSeat::keys)
        .map(keys -> seals.sealed(message, keys, wrongMac))
        .orElseGet(() -> seals.open(message));
  }

  private static Message falsified(Message honest, ReplyFault fault) {
    if (fault instanceof WrongAmount && honest.has(Field.AMOUNT)) {
      Money amount = Money.ofFen(Long.parseLong(honest.text(Field.AMOUNT).orElseThrow()));
      return honest.toBuilder()
          .set(Field.AMOUNT, ReplyWriter.digits(amount.plus(TOO_MUCH)))
          .build();
    }
    if (fault instanceof HostileRows hostile && honest.has(Field.KEYS)) {
      byte[] rows = honest.bytes(Field.KEYS).orElseThrow();
      return honest.toBuilder().set(Field.KEYS, SpoiledRows.of(rows, hostile.kind())).build();
    }
    if (fault instanceof WrongStan && honest.has(Field.STAN)) {
      int other = Integer.parseInt(honest.text(Field.STAN).orElseThrow()) % LAST_STAN + 1;
      return honest.toBuilder().set(Field.STAN, String.format("%06d", other)).build();
    }
    if (fault instanceof BookLie lie) {
      return BookDesk.lying(honest, lie.kind());
    }
    if (fault instanceof WrongKeyCheck && honest.has(Field.KEYS)) {
      byte[] keys = honest.bytes(Field.KEYS).orElseThrow();
      keys[keys.length - WorkingKeys.CHECK_LENGTH] ^= 1;
      return honest.toBuilder().set(Field.KEYS, keys).build();
    }
    return honest;
  }

  private void note(Sent sent, Message message, ReplyFault fault) {
    if (!traffic.wanted()) {
      return;
    }
    String what = fault == null ? "" : fault.words();
    if (fault instanceof Malformed) {
      traffic.bytes(
          clock.instant().plus(sent.after()),
          Direction.OUT,
          sent.terminal(),
          sent.message(),
          codec,
          what);
    } else {
      traffic.message(
          clock.instant().plus(sent.after()), Direction.OUT, sent.terminal(), message, what);
    }
  }
}
