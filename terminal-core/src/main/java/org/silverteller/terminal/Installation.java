package org.silverteller.terminal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.silverteller.card.CardTable;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DriverFactory;
import org.silverteller.device.Hardware;
import org.silverteller.device.Screen;
import org.silverteller.event.Inbox;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.HostLink;
import org.silverteller.host.Wire;
import org.silverteller.host.iso8583.HostConfig;
import org.silverteller.host.iso8583.Iso8583Link;
import org.silverteller.host.iso8583.TerminalIdentity;
import org.silverteller.page.Painter;
import org.silverteller.page.PainterFactory;
import org.silverteller.session.GuardRules;
import org.silverteller.store.Store;
import org.silverteller.store.fsn.FsnArchive;

/**
 * What the configuration of one machine says, read and checked, and the making of its parts from
 * it.
 *
 * @param file terminal.yaml
 * @param cards the bank's card ranges
 * @param guard the questions against fraud
 */
record Installation(
    Path file, TerminalConfig terminal, HostConfig host, CardTable cards, GuardRules guard) {

  /**
   * @param folder holds terminal.yaml and what it names
   * @throws ConfigError naming file, line, key, what was found, what was expected
   */
  static Installation read(Path folder) {
    Path file = folder.resolve("terminal.yaml");
    TerminalConfig terminal = ConfigReader.read(file, TerminalConfig.class);
    HostConfig host = ConfigReader.read(terminal.places().host(), HostConfig.class);
    GuardRules guard = ConfigReader.read(terminal.places().fraud(), GuardRules.class);
    return new Installation(
        file, terminal, host, ConfigReader.cards(terminal.places().cards()), guard);
  }

  /** Opens the driver that terminal.yaml names. */
  Hardware hardware(Consumer<TerminalEvent> events) throws DeviceFault {
    String wanted = terminal.driver().name();
    DriverFactory driver =
        Drivers.named(wanted)
            .orElseThrow(
                () ->
                    new ConfigError(
                        file,
                        0,
                        "driver.name",
                        "'" + wanted + "'",
                        "one of those installed: " + Drivers.names()));
    return driver.open(terminal.driver().settings(), events);
  }

  /**
   * @throws ConfigError when terminal.yaml lacks a phrase that the texts need
   */
  Painter painter(Screen.Geometry screen) {
    PainterFactory factory =
        installed(PainterFactory.class)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no painter is installed: expected ui-profiles on the class path"));
    try {
      return factory.painter(
          screen.widthPx(), screen.heightPx(), screen.diagonalInch(), terminal.phrases());
    } catch (IllegalArgumentException refused) {
      throw new ConfigError(file, 0, "phrases", "a fault: " + refused.getMessage(), "");
    }
  }

  HostLink link(Wire wire, Hardware hardware, Store store, InstantSource clock, ZoneId zone) {
    return new Iso8583Link(
        host,
        new TerminalIdentity(terminal.terminalId(), terminal.merchantId(), terminal.nameAndPlace()),
        wire,
        hardware.pinPad(),
        store::takeStan,
        clock,
        zone,
        new LineJournal(store, clock, zone));
  }

  /** Lets operators in. */
  Closeable door(Consumer<TerminalEvent> events) throws IOException {
    OperatorDoor door =
        installed(OperatorDoor.class)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no control socket is installed"));
    return door.open(terminal.places().controlSocket(), events);
  }

  /** The terminal over these surroundings. */
  Terminal terminal(
      Hardware hardware,
      Store store,
      Wire wire,
      Inbox inbox,
      InstantSource clock,
      ZoneId zone,
      Painter painter) {
    return TerminalParts.terminal(
        terminal,
        new TerminalParts.Surroundings(
            hardware,
            store,
            link(wire, hardware, store, clock, zone),
            inbox,
            clock,
            zone,
            painter,
            cards,
            guard,
            host.security().pinFormat(),
            host.timing().echo(),
            host.rules().completions(),
            new FsnArchive(terminal.serials(), terminal.places().store(), terminal.terminalId())));
  }

  private static <T> Stream<T> installed(Class<T> service) {
    return ServiceLoader.load(service).stream().map(ServiceLoader.Provider::get);
  }
}
