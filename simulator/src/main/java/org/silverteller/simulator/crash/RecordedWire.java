package org.silverteller.simulator.crash;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.silverteller.host.HostFault;
import org.silverteller.host.Wire;

/** A line to the bank, where each message is written down before the bank has it. */
record RecordedWire(Wire wire, TruthLog log) implements Wire {

  @Override
  public boolean up() {
    return wire.up();
  }

  @Override
  public void send(byte[] message) throws HostFault, LineLost {
    if (wire.up()) {
      log.write("bank " + HexFormat.of().formatHex(message));
    }
    wire.send(message);
  }

  @Override
  public Optional<byte[]> receive(Duration patience) throws LineLost {
    return wire.receive(patience);
  }

  @Override
  public void close() {
    wire.close();
  }
}
