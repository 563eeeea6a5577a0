package org.silverteller.driver.xfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashAcceptor.Escrow.State;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.PassbookUnit;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.hardware.EffectHook;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.xfs.DepositStations;

/**
 * The bridge's cash acceptor and passbook unit over a virtual manager, with what it posted and what
 * was witnessed.
 */
final class DepositBench {

  /** Outlasts power cuts. */
  static final class Notes implements CashInNotes {
    private Optional<Note> last = Optional.empty();
    private Runnable moment = () -> {};

    /** Done before and after each note that is kept, from now on. */
    void around(Runnable newMoment) {
      moment = newMoment;
    }

    @Override
    public void keep(Note note) {
      moment.run();
      last = Optional.of(note);
      moment.run();
    }

    @Override
    public Optional<Note> last() {
      return last;
    }
  }

  final List<TerminalEvent> events = new ArrayList<>();
  final List<String> seen = new ArrayList<>();
  final VirtualMachine machine;
  final DepositStations stations;
  final Notes notes = new Notes();
  private final XfsVersion newest;
  private XfsManager manager;
  private CashAcceptor acceptor;
  private PassbookUnit passbook;

  DepositBench(MachineSpec spec, XfsVersion newest, boolean shutterByApplication) {
    this.newest = newest;
    machine = new VirtualMachine(spec);
    machine.witness(seen::add);
    stations = new DepositStations(machine, newest.word(), shutterByApplication);
    open();
  }

  private void open() {
    stations.open(event -> {});
    XfsSettings settings =
        new XfsSettings(
            "test",
            XfsSettings.DEFAULT.charset(),
            XfsVersion.V3_00,
            newest,
            XfsSettings.DEFAULT.patience());
    try {
      manager =
          XfsManager.start(
              stations.manager(), stations.threads(), settings, DeliveryChoice.CALLBACK);
      acceptor = XfsCashAcceptor.open(manager.open("CIM"), events::add, notes, "CNY", () -> {});
      passbook = XfsPassbookUnit.open(manager.open("PASSBOOK"), events::add, PassbookForms.DEFAULT);
    } catch (XfsFault | DeviceFault fault) {
      throw new AssertionError("the bridge does not open", fault);
    }
  }

  CashAcceptor acceptor() {
    return acceptor;
  }

  PassbookUnit passbook() {
    return passbook;
  }

  /** What was begun goes on, as while the terminal waits for events. */
  void idle() {
    while (stations.manager().step()) {}
    stations.threads().drain();
  }

  /** Power back, and the bridge opened anew. */
  void reboot() {
    machine.hook(EffectHook.NONE);
    notes.around(() -> {});
    machine.restorePower();
    open();
  }

  /** As the terminal is closed: a cash-in that is under way is handed back. */
  void close() throws DeviceFault {
    machine.saboteur().clearAll();
    if (acceptor.escrowStatus().state() == State.ACTIVE) {
      acceptor.rollback();
    }
    passbook.accept(false);
    idle();
    manager.close();
  }
}
