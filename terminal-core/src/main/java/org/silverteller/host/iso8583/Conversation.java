package org.silverteller.host.iso8583;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.silverteller.host.HostFault;
import org.silverteller.host.Reply.Unknown.Cause;
import org.silverteller.host.Wire;
import org.silverteller.host.Wire.LineLost;

/**
 * Sends one message at a time and finds its answer among whatever comes in. What the host asks of
 * itself meanwhile is kept for later, so that keys do not change under an answer that is on its
 * way.
 */
final class Conversation {

  private static final int MOST_KEPT = 64;

  private static final int[] ECHOED = {
    Field.PAN,
    Field.PROCESSING_CODE,
    Field.TRANSMISSION_TIME,
    Field.STAN,
    Field.LOCAL_TIME,
    Field.LOCAL_DATE,
    Field.TERMINAL_ID,
    Field.ORIGINAL
  };

  private final Wire wire;
  private final Iso8583Codec codec;
  private final MessageSeal seal;
  private final InstantSource clock;
  private final Duration patience;
  private final LineWatch watch;
  private final Queue<Message> unasked = new ArrayDeque<>();

  Conversation(
      Wire wire,
      Iso8583Codec codec,
      MessageSeal seal,
      InstantSource clock,
      Duration patience,
      LineWatch watch) {
    this.wire = wire;
    this.codec = codec;
    this.seal = seal;
    this.clock = clock;
    this.patience = patience;
    this.watch = watch;
  }

  /** Sends with a MAC; the answer must bear a right one. */
  Exchange askSealed(Message message) {
    return ask(message, true);
  }

  /** Sends without a MAC, as network messages go. */
  Exchange askOpen(Message message) {
    return ask(message, false);
  }

  /** Sends what wants no answer, without a MAC. */
  void tell(Message message) throws HostFault, LineLost {
    send(message, seal.encoded(message));
  }

  /**
   * What the host has sent by itself, first to last; takes in what has arrived and drops answers
   * that nobody waits for any more.
   *
   * @throws LineLost when the line has gone down since it was last looked at
   */
  Optional<Message> unasked() throws LineLost {
    takeIn();
    return Optional.ofNullable(unasked.poll());
  }

  private Exchange ask(Message message, boolean sealed) {
    try {
      takeIn();
      return send(message, sealed ? seal.sealed(message) : seal.encoded(message), sealed);
    } catch (HostFault fault) {
      return notSent(message, fault);
    } catch (LineLost before) {
      return notSent(message, new HostFault(HostFault.Kind.DOWN, before.getMessage()));
    }
  }

  private Exchange notSent(Message message, HostFault fault) {
    watch.noted(message + " NOT SENT " + fault.getMessage());
    return new Exchange.NotSent(fault);
  }

  private Exchange send(Message message, byte[] bytes, boolean sealed) throws HostFault {
    try {
      send(message, bytes);
      return answer(message, sealed);
    } catch (LineLost lost) {
      watch.noted(message + " LINE LOST " + lost.getMessage());
      return new Exchange.Nothing(Cause.LINE_LOST);
    }
  }

  private void send(Message message, byte[] bytes) throws HostFault, LineLost {
    try {
      wire.send(bytes);
    } catch (LineLost lost) {
      watch.sent(message);
      throw lost;
    }
    watch.sent(message);
  }

  private Exchange answer(Message asked, boolean sealed) throws LineLost {
    Instant deadline = clock.instant().plus(patience);
    Duration left = patience;
    while (left.compareTo(Duration.ZERO) > 0) {
      Optional<byte[]> bytes = wire.receive(left);
      if (bytes.isEmpty()) {
        break;
      }
      Optional<Message> message = decoded(bytes.get());
      if (message.isEmpty()) {
        return new Exchange.Nothing(Cause.UNTRUSTED);
      }
      if (answers(asked, message.get(), sealed)) {
        return sealed ? checked(message.get(), bytes.get()) : new Exchange.Answer(message.get());
      }
      sort(message.get());
      left = shorter(Duration.between(clock.instant(), deadline), patience);
    }
    watch.noted(asked + " NO REPLY");
    return new Exchange.Nothing(Cause.SILENCE);
  }

  private Exchange checked(Message message, byte[] bytes) {
    try {
      if (seal.right(message, bytes)) {
        return new Exchange.Answer(message);
      }
      watch.noted(message + " WRONG MAC");
    } catch (HostFault fault) {
      watch.noted(message + " MAC NOT CHECKED " + fault.getMessage());
    }
    return new Exchange.Nothing(Cause.WRONG_MAC);
  }

  private void takeIn() throws LineLost {
    for (int i = 0; i < MOST_KEPT; i++) {
      Optional<byte[]> bytes = wire.receive(Duration.ZERO);
      if (bytes.isEmpty()) {
        return;
      }
      decoded(bytes.get()).ifPresent(this::sort);
    }
  }

  private Optional<Message> decoded(byte[] bytes) {
    try {
      Message message = codec.decode(bytes);
      watch.received(message);
      return Optional.of(message);
    } catch (MalformedMessage broken) {
      watch.noted("MALFORMED " + broken.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Keeps what the host asks; an answer that comes now is late, and what was done about its absence
   * stands.
   */
  private void sort(Message message) {
    if (!message.mti().isResponse() && unasked.size() < MOST_KEPT) {
      unasked.add(message);
    } else {
      watch.noted(message + " LATE, DROPPED");
    }
  }

  /**
   * The MTI fits and what is echoed is equal. The date and time of the request keep an old reply
   * out whose STAN has come round again; an answer with a MAC must therefore tell them.
   */
  private static boolean answers(Message asked, Message answer, boolean sealed) {
    if (answer.mti() != asked.mti().response() || !answer.has(Field.STAN)) {
      return false;
    }
    for (int field : ECHOED) {
      if (asked.has(field) && answer.has(field) && !asked.text(field).equals(answer.text(field))) {
        return false;
      }
    }
    boolean dated =
        answer.has(Field.TRANSMISSION_TIME)
            || (answer.has(Field.LOCAL_TIME) && answer.has(Field.LOCAL_DATE));
    return !sealed || (dated && answer.has(Field.TERMINAL_ID));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
