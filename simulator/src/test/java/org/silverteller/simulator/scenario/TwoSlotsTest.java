package org.silverteller.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.iso8583.HostConfig;
import org.silverteller.host.iso8583.Iso8583Link;
import org.silverteller.host.iso8583.TerminalIdentity;
import org.silverteller.page.Frame;
import org.silverteller.page.Page;
import org.silverteller.page.Wish;
import org.silverteller.simulator.bank.BankSpec;
import org.silverteller.simulator.bank.FaultSource;
import org.silverteller.simulator.bank.LoopbackWire;
import org.silverteller.simulator.bank.Traffic;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.hardware.BookFault;
import org.silverteller.simulator.hardware.Customer;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.hardware.Wallet;
import org.silverteller.simulator.world.VolatileStore;
import org.silverteller.store.JournalLine;
import org.silverteller.store.fsn.FsnArchive;
import org.silverteller.terminal.LineJournal;
import org.silverteller.terminal.TerminalParts;
import org.silverteller.ui.PlainPainter;

/** Things that happen at both slots in one moment. */
class TwoSlotsTest implements World.Happenings {

  private static final Instant START =
      LocalDateTime.of(2026, 6, 18, 9, 0).atZone(Cast.ZONE).toInstant();

  private final World world = new World(START, this);
  private final VirtualMachine machine =
      new VirtualMachine(MachineSpec.STANDARD.withExtra(DeviceName.PASSBOOK_UNIT));
  private final Customer customer = machine.customer();
  private final VirtualBank bank =
      new VirtualBank(BankSpec.usual(), world, 1, FaultSource.NONE, new Traffic(0));
  private final LoopbackWire wire =
      new LoopbackWire(
          bank, world, () -> world.post(new TerminalEvent.HostChanged()), Duration.ofSeconds(20));
  private final VolatileStore store = new VolatileStore(VolatileStore.Hooks.NONE);
  private boolean came;
  private Instant lastAct = START;

  @Test
  void a_card_is_served_that_comes_in_while_a_passbook_unit_out_of_use_reports_a_change() {
    machine.saboteur().arm(BookFault.OFFLINE, true, 0);

    run();

    assertThat(store.journal(100))
        .extracting(JournalLine::text)
        .anyMatch(line -> line.startsWith("CARD INSERTED"))
        .contains("CARD TAKEN")
        .noneMatch(line -> line.startsWith("CARD INSIDE"));
  }

  private void run() {
    HostConfig host = HostConfig.simulation(1);
    var hardware = machine.open(world::post);
    var terminal = Cast.TERMINAL;
    TerminalParts.terminal(
            terminal,
            new TerminalParts.Surroundings(
                hardware,
                store,
                new Iso8583Link(
                    host,
                    new TerminalIdentity(
                        terminal.terminalId(), terminal.merchantId(), terminal.nameAndPlace()),
                    wire,
                    hardware.pinPad(),
                    store::takeStan,
                    world,
                    Cast.ZONE,
                    new LineJournal(store, world, Cast.ZONE)),
                world,
                world,
                Cast.ZONE,
                new PlainPainter(),
                BenchSettings.cards(),
                BenchSettings.guard(),
                host.security().pinFormat(),
                host.timing().echo(),
                host.rules().completions(),
                new FsnArchive(terminal.serials(), Path.of(""), terminal.terminalId())))
        .run();
  }

  @Override
  public void beforeWaiting() {}

  @Override
  public Optional<Instant> due(Instant now) {
    return wire.nextChange().or(() -> Optional.of(lastAct.plusSeconds(1)));
  }

  @Override
  public void happen(Instant now) {
    if (wire.nextChange().isPresent()) {
      wire.announce();
      return;
    }
    lastAct = now;
    Page page = customer.frame().map(Frame::page).orElseThrow();
    if (customer.cardWaits()) {
      customer.takeCard();
    } else if (page instanceof Page.Welcome) {
      comes();
    } else if (page instanceof Page.PinEntry) {
      customer.touchOption(Wish.EXIT.option().id());
    }
  }

  private void comes() {
    if (came) {
      world.post(new TerminalEvent.StopRequested());
      return;
    }
    came = true;
    world.post(new TerminalEvent.DeviceChanged(DeviceName.PASSBOOK_UNIT));
    assertThat(customer.insertCard(Wallet.OWN)).isTrue();
  }
}
