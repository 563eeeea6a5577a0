package org.silverteller.simulator.crash;

import java.time.Duration;
import org.silverteller.card.CardTable;
import org.silverteller.device.Hardware;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.Wire;
import org.silverteller.host.iso8583.HostConfig;
import org.silverteller.host.iso8583.Iso8583Link;
import org.silverteller.host.iso8583.TerminalIdentity;
import org.silverteller.simulator.bank.LoopbackWire;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.scenario.BenchSettings;
import org.silverteller.simulator.scenario.Cast;
import org.silverteller.simulator.scenario.Stage;
import org.silverteller.simulator.scenario.World;
import org.silverteller.store.Store;
import org.silverteller.terminal.LineJournal;
import org.silverteller.terminal.Terminal;
import org.silverteller.terminal.TerminalConfig;
import org.silverteller.terminal.TerminalParts;
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
    TerminalConfig config = Cast.TERMINAL;
    Iso8583Link link =
        new Iso8583Link(
            HOST,
            new TerminalIdentity(config.terminalId(), config.merchantId(), config.nameAndPlace()),
            wire,
            hardware.pinPad(),
            store::takeStan,
            world,
            Stage.ZONE,
            new LineJournal(store, world, Stage.ZONE));
    return TerminalParts.terminal(
        config,
        new TerminalParts.Surroundings(
            hardware,
            store,
            link,
            world,
            world,
            Stage.ZONE,
            new PlainPainter(),
            CARDS,
            HOST.security().pinFormat(),
            HOST.timing().echo(),
            HOST.rules().completions()));
  }
}
