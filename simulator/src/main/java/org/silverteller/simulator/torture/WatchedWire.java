package org.silverteller.simulator.torture;

import java.time.Duration;
import java.util.Optional;
import org.silverteller.host.HostFault;
import org.silverteller.host.Wire;
import org.silverteller.simulator.bank.LoopbackWire;

/** The terminal's end of the line, with an auditor at it, and troubles around each message. */
final class WatchedWire implements Wire {

  private final LoopbackWire wire;
  private final Auditor auditor;
  private final Strikes strikes;
  private final LineTroubles breaks;
  private final Stragglers stragglers;
  private boolean listening;

  WatchedWire(
      LoopbackWire wire,
      Auditor auditor,
      Strikes strikes,
      LineTroubles breaks,
      Stragglers stragglers) {
    this.wire = wire;
    this.auditor = auditor;
    this.strikes = strikes;
    this.breaks = breaks;
    this.stragglers = stragglers;
  }

  @Override
  public boolean up() {
    return wire.up();
  }

  @Override
  public void send(byte[] message) throws HostFault, LineLost {
    strikes.pass(true, Moment.MESSAGE_SENT);
    auditor.sends(message);
    LineTroubles.Fate fate = breaks.next();
    if (fate.heldUp().isPresent() && wire.up()) {
      stragglers.hold(message, fate.heldUp().get());
    } else {
      wire.cutNext(fate.cut());
      wire.send(message);
    }
    strikes.pass(false, Moment.MESSAGE_SENT);
  }

  @Override
  public Optional<byte[]> receive(Duration patience) throws LineLost {
    listening = true;
    try {
      Optional<byte[]> message = wire.receive(patience);
      message.ifPresent(auditor::receives);
      return message;
    } finally {
      listening = false;
    }
  }

  /** The terminal waits for a message and need not be told that one is there. */
  boolean listening() {
    return listening;
  }

  @Override
  public void renew() {
    wire.renew();
  }

  @Override
  public void close() {
    wire.close();
  }
}
