package org.silverteller.simulator.hardware;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.NoteReader;
import org.silverteller.event.DeviceName;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;

/** The cash acceptor's port. */
final class VirtualAcceptor extends VirtualDevice implements CashAcceptor {

  private final AcceptorMechanism notes;

  VirtualAcceptor(VirtualMachine machine, Supply supply) {
    super(machine, supply, DeviceName.CASH_ACCEPTOR, "acceptor");
    this.notes = machine.deposits.orElseThrow();
  }

  @Override
  boolean isOffline() {
    return machine.extraFaults.lasts(AcceptorFault.OFFLINE);
  }

  @Override
  boolean offlineStrikes() {
    return machine.extraFaults.strike(AcceptorFault.OFFLINE).isPresent();
  }

  @Override
  public Capabilities capabilities() {
    return machine.spec().acceptor().can();
  }

  @Override
  public List<CashUnit> cashUnits() throws DeviceFault {
    return ask(notes.units()::told);
  }

  @Override
  public void startCashIn(long reference) throws DeviceFault {
    order("start", "", () -> step(Effect.CASH_IN_BEGUN, () -> notes.start(reference)));
  }

  @Override
  public Escrow acceptNotes() throws DeviceFault {
    return command("accept", "", this::acceptAll);
  }

  private Escrow acceptAll() throws DeviceFault {
    step(Effect.BUNCH_DRAWN_IN, notes::drawIn);
    try {
      while (waits() && effect(Effect.NOTE_ACCEPTED, notes::feed)) {}
    } finally {
      // A fault leaves the refused notes in reach; a power cut leaves everything as it is.
      if (supply.on()) {
        synchronized (machine) {
          notes.endBunch();
        }
      }
    }
    return ask(notes::escrow);
  }

  private boolean waits() throws DeviceFault {
    return ask(() -> !notes.in(AcceptorPlace.INPUT).isEmpty());
  }

  @Override
  public Counted endCashIn() throws DeviceFault {
    return command("end", "", this::storeAll);
  }

  private Counted storeAll() throws DeviceFault {
    ask(
        () -> {
          notes.beginStoring();
          return true;
        });
    Map<Denomination, Integer> stored = new TreeMap<>();
    while (true) {
      Optional<VirtualNote> note = effect(Effect.NOTE_STORED, notes::store);
      if (note.isEmpty()) {
        return new Counted(Escrow.mix(stored), 0);
      }
      stored.merge(Denomination.of(note.get().yuan()), 1, Integer::sum);
    }
  }

  @Override
  public Counted rollback() throws DeviceFault {
    return command("return", "", () -> effect(Effect.ESCROW_RETURNED, notes::rollback));
  }

  @Override
  public Counted retract() throws DeviceFault {
    return command("retract", "", () -> effect(Effect.DEPOSIT_RETRACTED, notes::retract));
  }

  @Override
  public Escrow escrowStatus() throws DeviceFault {
    return ask(notes::escrow);
  }

  @Override
  public Optional<NoteReader> noteReader() {
    return Optional.of((reference, move) -> ask(() -> notes.read(machine.prints, reference, move)));
  }

  @Override
  DeviceStatus onlineStatus() {
    return notes.status();
  }

  @Override
  void rest() throws DeviceFault {
    notes.reset();
  }
}
