package org.silverteller.simulator.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.iso8583.HostConfig;
import org.silverteller.simulator.Folders;
import org.silverteller.simulator.bank.FaultSource;
import org.silverteller.simulator.bank.LoopbackWire;
import org.silverteller.simulator.bank.Traffic;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.hardware.Ports;
import org.silverteller.simulator.world.VolatileStore;
import org.silverteller.store.Store;
import org.silverteller.terminal.Terminal;
import org.silverteller.ui.PlainPainter;

/**
 * Bank, line and store in the same process; every byte of ISO 8583 is real, nothing takes real
 * time.
 */
final class InProcess implements Scenery {

  private static final long BANK_SEED = 1;
  private static final Duration REPAIR = Duration.ofSeconds(20);
  private static final int ANY_PORT = 1;

  private final World world;
  private final Ports ports;
  private final VirtualBank bank;
  private final Cast cast;
  private VolatileStore store = new VolatileStore(VolatileStore.Hooks.NONE);
  private Optional<Path> serials = Optional.empty();
  private LoopbackWire wire;

  InProcess(
      Props props, World world, Ports ports, FaultSource faults, Chronicle chronicle, Cuts cuts)
      throws IOException {
    this.world = world;
    this.ports = ports;
    Traffic traffic = new Traffic(0);
    traffic.listen(chronicle::host);
    this.bank = new VirtualBank(props.bank(), world, BANK_SEED, faults, traffic);
    this.cast =
        new Cast(
            world,
            world.wallClock(),
            BenchSettings.cards(),
            HostConfig.simulation(ANY_PORT),
            chronicle::watched,
            durable -> new WitnessedStore(durable, new Watch(chronicle, cuts)));
    if (props.serials()) {
      serials = Optional.of(Files.createTempDirectory("silverteller-serials"));
      cast.keepingSerials(serials.get());
    }
  }

  @Override
  public Terminal boot() {
    store = store.reboot();
    wire = new LoopbackWire(bank, world, () -> world.post(new TerminalEvent.HostChanged()), REPAIR);
    return cast.terminal(ports.open(world::post), store, wire, new PlainPainter());
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public VirtualBank bank() {
    return bank;
  }

  @Override
  public void dropLine(Duration outage) {
    wire.drop(outage);
  }

  @Override
  public void settleLine() {}

  @Override
  public Optional<Instant> nextLineChange() {
    return wire.nextChange();
  }

  @Override
  public void announceLine() {
    wire.announce();
  }

  @Override
  public void close() {
    wire.close();
    try {
      if (serials.isPresent()) {
        Folders.delete(serials.get());
      }
    } catch (IOException left) {
      throw new UncheckedIOException("the folder of the serial numbers", left);
    }
  }
}
