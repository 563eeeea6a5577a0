package org.silverteller.simulator.scenario;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.silverteller.card.CardTable;
import org.silverteller.device.Hardware;
import org.silverteller.device.Screen;
import org.silverteller.event.Inbox;
import org.silverteller.host.HostLink;
import org.silverteller.host.Wire;
import org.silverteller.host.iso8583.HostConfig;
import org.silverteller.host.iso8583.Iso8583Link;
import org.silverteller.host.iso8583.TerminalIdentity;
import org.silverteller.money.MixRules;
import org.silverteller.page.Painter;
import org.silverteller.session.BookRules;
import org.silverteller.session.DepositRules;
import org.silverteller.session.PinRules;
import org.silverteller.session.TransferRules;
import org.silverteller.session.WithdrawalRules;
import org.silverteller.store.SerialRules;
import org.silverteller.store.Store;
import org.silverteller.store.fsn.FsnArchive;
import org.silverteller.terminal.LineJournal;
import org.silverteller.terminal.Operators;
import org.silverteller.terminal.ProfileRules;
import org.silverteller.terminal.Role;
import org.silverteller.terminal.Terminal;
import org.silverteller.terminal.TerminalConfig;
import org.silverteller.terminal.TerminalParts;

/**
 * The terminal of the scripts and of the torture chamber: its configuration, and how it is put
 * together over whatever scenery.
 */
public final class Cast {

  private static final Map<String, String> PHRASES =
      Map.of(
          "bank.name", "示例银行",
          "bank.phone", "95588",
          "machine.number", "31000017",
          "police.antifraud", "96110");

  /** The configuration of every scripted terminal. */
  public static final TerminalConfig TERMINAL =
      new TerminalConfig(
          "31000017",
          "103310000000017",
          "SILVERTELLER TEST BRANCH SHANGHAI",
          PHRASES,
          new Screen.Geometry(1280, 1024, 17),
          new TerminalConfig.Driver("simulator", Map.of()),
          TerminalConfig.Places.DEFAULT,
          TerminalConfig.Languages.DEFAULT,
          MixRules.DEFAULT,
          WithdrawalRules.DEFAULT,
          DepositRules.DEFAULT,
          new PinRules(4, 12, 3, true),
          TransferRules.DEFAULT,
          BookRules.DEFAULT,
          new TerminalConfig.Receipt(List.of("银发终端测试网点"), List.of("95588")),
          ProfileRules.DEFAULT,
          new Operators(
              Operators.DEFAULT.approvalExpires(),
              Map.of(
                  "operator-1", List.of(Role.SECURITY),
                  "operator-2", List.of(Role.SECURITY),
                  "replenisher-1", List.of(Role.REPLENISH),
                  "engineer-1", List.of(Role.SERVICE))),
          withoutSerials());

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Inbox inbox;
  private final InstantSource clock;
  private final CardTable cards;
  private final HostConfig host;
  private final UnaryOperator<Painter> watchedPainter;
  private final UnaryOperator<Store> watchedStore;
  private SerialRules serials = TERMINAL.serials();
  private Path serialsFolder = Path.of("");

  /**
   * @param clock the wall clock that the terminal reads
   */
  public Cast(
      Inbox inbox,
      InstantSource clock,
      CardTable cards,
      HostConfig host,
      UnaryOperator<Painter> watchedPainter,
      UnaryOperator<Store> watchedStore) {
    this.inbox = inbox;
    this.clock = clock;
    this.cards = cards;
    this.host = host;
    this.watchedPainter = watchedPainter;
    this.watchedStore = watchedStore;
  }

  private static SerialRules withoutSerials() {
    SerialRules usual = SerialRules.DEFAULT;
    return new SerialRules(
        usual.folder(),
        List.of(),
        usual.moves(),
        usual.keepDays(),
        usual.notesPerFile(),
        usual.machineId(),
        usual.unreadable());
  }

  /** The terminals keep serial numbers in this folder. */
  Cast keepingSerials(Path folder) {
    serials = SerialRules.DEFAULT;
    serialsFolder = folder;
    return this;
  }

  /** A terminal that boots on what is durable and on what the hardware holds. */
  public Terminal terminal(Hardware hardware, Store durable, Wire wire, Painter painter) {
    Store store = watchedStore.apply(durable);
    HostLink link =
        new Iso8583Link(
            host,
            new TerminalIdentity(
                TERMINAL.terminalId(), TERMINAL.merchantId(), TERMINAL.nameAndPlace()),
            wire,
            hardware.pinPad(),
            store::takeStan,
            clock,
            ZONE,
            new LineJournal(store, clock, ZONE));
    return TerminalParts.terminal(
        TERMINAL.withSerials(serials),
        new TerminalParts.Surroundings(
            hardware,
            store,
            link,
            inbox,
            clock,
            ZONE,
            watchedPainter.apply(painter),
            cards,
            BenchSettings.guard(),
            host.security().pinFormat(),
            host.timing().echo(),
            host.rules().completions(),
            new FsnArchive(serials, serialsFolder, TERMINAL.terminalId())));
  }
}
