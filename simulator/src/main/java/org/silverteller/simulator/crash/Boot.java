package org.silverteller.simulator.crash;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.silverteller.card.CardTable;
import org.silverteller.device.Hardware;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.Wire;
import org.silverteller.host.iso8583.HostConfig;
import org.silverteller.simulator.bank.LoopbackWire;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.scenario.BenchSettings;
import org.silverteller.simulator.scenario.Cast;
import org.silverteller.simulator.scenario.World;
import org.silverteller.store.Store;
import org.silverteller.terminal.Terminal;
import org.silverteller.ui.PlainPainter;

/** Puts a terminal together over a machine, a store and a line, in virtual time. */
final class Boot {

  private static final CardTable CARDS = BenchSettings.cards();
  private static final HostConfig HOST = HostConfig.simulation(1);
  private static final Duration REPAIR = Duration.ofSeconds(20);

  private Boot() {}

  static LoopbackWire line(VirtualBank bank, World world) {
    return new LoopbackWire(bank, world, () -> world.post(new TerminalEvent.HostChanged()), REPAIR);
  }

  static Terminal terminal(Hardware hardware, Store store, Wire wire, World world) {
    Cast cast =
        new Cast(world, world, CARDS, HOST, UnaryOperator.identity(), UnaryOperator.identity());
    return cast.terminal(hardware, store, wire, new PlainPainter());
  }
}
