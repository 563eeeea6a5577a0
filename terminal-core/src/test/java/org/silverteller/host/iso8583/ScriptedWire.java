package org.silverteller.host.iso8583;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.silverteller.host.HostFault;
import org.silverteller.host.Wire;

/** A line in virtual time with a host that answers as the test says; waiting moves the clock. */
final class ScriptedWire implements Wire, InstantSource {

  /** What the host does about one message. */
  interface Host {
    void hears(Message message, ScriptedWire wire);
  }

  private record Arrival(Instant due, Optional<byte[]> bytes) {}

  private final Deque<Arrival> arrivals = new ArrayDeque<>();
  private final List<Message> heard = new ArrayList<>();
  private Host host = (message, wire) -> {};
  private Instant now = Instant.parse("2026-11-23T02:45:12Z");
  private Iso8583Codec codec = new Iso8583Codec(Dialect.TERMINAL);
  private Duration waited = Duration.ZERO;
  private Duration clockSet = Duration.ZERO;
  private int renewals;
  private boolean up = true;
  private Optional<Boolean> breaksWhenSending = Optional.empty();

  void host(Host next) {
    host = next;
  }

  void speak(Dialect dialect) {
    codec = new Iso8583Codec(dialect);
  }

  /** How long the terminal has waited, whatever the clock says. */
  Duration waited() {
    return waited;
  }

  /** How often a new connection was asked for. */
  int renewals() {
    return renewals;
  }

  /** Somebody sets the clock while the next message comes in. */
  void clockSetWhenReceiving(Duration by) {
    clockSet = by;
  }

  /** All that the host has heard. */
  List<Message> heard() {
    return heard;
  }

  Message last() {
    return heard.get(heard.size() - 1);
  }

  void arrive(Duration after, byte[] bytes) {
    arrivals.add(new Arrival(now.plus(after), Optional.of(bytes)));
  }

  void arrive(byte[] bytes) {
    arrive(Duration.ofMillis(80), bytes);
  }

  /** The line goes down, and is up again when next looked at. */
  void blink() {
    arrivals.add(new Arrival(now, Optional.empty()));
  }

  void down() {
    up = false;
  }

  /**
   * @param partlyLeft some bytes may have left
   */
  void breakWhenSending(boolean partlyLeft) {
    breaksWhenSending = Optional.of(partlyLeft);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public boolean up() {
    return up;
  }

  @Override
  public void send(byte[] message) throws HostFault, LineLost {
    if (breaksWhenSending.isPresent()) {
      if (breaksWhenSending.get()) {
        throw new LineLost("broken pipe");
      }
      throw new HostFault(HostFault.Kind.DOWN, "no line");
    }
    try {
      Message decoded = codec.decode(message);
      heard.add(decoded);
      host.hears(decoded, this);
    } catch (MalformedMessage wrong) {
      throw new AssertionError(wrong);
    }
  }

  @Override
  public Optional<byte[]> receive(Duration patience) throws LineLost {
    Arrival first = arrivals.peek();
    if (first == null || first.due.isAfter(now.plus(patience))) {
      now = now.plus(patience);
      waited = waited.plus(patience);
      return Optional.empty();
    }
    arrivals.remove();
    if (first.due.isAfter(now)) {
      waited = waited.plus(Duration.between(now, first.due));
      now = first.due;
    }
    now = now.plus(clockSet);
    clockSet = Duration.ZERO;
    if (first.bytes.isEmpty()) {
      throw new LineLost("connection reset");
    }
    return first.bytes;
  }

  @Override
  public void renew() {
    renewals++;
  }

  @Override
  public void close() {}

  @Override
  public Instant instant() {
    return now;
  }
}
