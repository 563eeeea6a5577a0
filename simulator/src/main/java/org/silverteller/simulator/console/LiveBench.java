package org.silverteller.simulator.console;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.silverteller.page.Frame;
import org.silverteller.simulator.bank.BankServer;
import org.silverteller.simulator.bank.Saboteur;
import org.silverteller.simulator.bank.Traffic;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.console.BenchState.Condition;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.store.JournalLine;

/**
 * The bench over the virtual machine, the virtual bank and the terminal between them. Tells the
 * watchers whatever moves, and switches the terminal's computer off and on with the power.
 */
public final class LiveBench implements Bench, AutoCloseable {

  private final Parts parts;
  private final TestBooks books;
  private final BankWindow window;
  private final Hands hands;
  private final Attendant attendant;
  private final FaultPanel faults;
  private final ExecutorService mains =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "mains"));
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private final Told<JournalLine> journal = new Told<>();
  private final Told<HostMessage> messages = new Told<>();
  private Optional<Frame> shown = Optional.empty();
  private long frames;

  /**
   * What stands on the bench.
   *
   * @param hardware what lies between the computer and the machine
   * @param server the bank's port
   * @param bankFaults what the bank was built with
   * @param terminalId field 41
   * @param zone of the machine's place
   * @param late longer than the terminal waits for a reply
   */
  public record Parts(
      VirtualMachine machine,
      BenchState.Hardware hardware,
      VirtualBank bank,
      BankServer server,
      Saboteur bankFaults,
      Traffic traffic,
      Computer computer,
      String terminalId,
      ZoneId zone,
      Duration late) {}

  public LiveBench(Parts parts) {
    this.parts = parts;
    this.books = new TestBooks(parts.bank());
    this.window = new BankWindow(parts.bank(), parts.zone());
    this.hands = new Hands(parts.machine(), books);
    this.attendant = new Attendant(parts);
    var cut = new PowerCutArmed(this::changed);
    this.faults = new FaultPanel(parts.machine(), parts.bankFaults(), cut, parts.late());
    parts.machine().hook(cut);
    parts.machine().witness(this::saw);
    parts.traffic().listen(this::passed);
    parts.computer().journaled(this::journaled);
  }

  /** Switches the machine's computer on; it boots while the page is already there. */
  public void start() {
    mains.execute(parts.computer()::boot);
  }

  /** Lets what was asked of the computer be done, and asks nothing more of it. */
  @Override
  public void close() {
    mains.shutdown();
  }

  // ---- what is told

  @Override
  public void watch(Watcher watcher) {
    journal.listen(watcher::journaled);
    messages.listen(watcher::passed);
    watchers.add(watcher);
  }

  /** Each line of the machine's own story is a change; one is the end of the terminal. */
  private void saw(String line) {
    if (line.equals("power cut")) {
      mains.execute(this::loseWithoutPower);
    }
    changed();
  }

  /** The word of a cut may come when the power is back already: then the boot has seen to it. */
  private void loseWithoutPower() {
    if (!parts.machine().powered()) {
      parts.computer().lose();
    }
  }

  private void journaled(JournalLine line) {
    journal.add(number -> line);
    changed();
  }

  private void passed(Traffic.Entry entry) {
    messages.add(number -> HostMessages.of(entry, number, parts.zone()));
    changed();
  }

  private void changed() {
    watchers.forEach(Watcher::changed);
  }

  // ---- what is seen

  @Override
  public synchronized Optional<Glass> glass() {
    Optional<Frame> now = parts.machine().customer().frame().filter(frame -> frame.width() > 0);
    if (now.isPresent() && !now.equals(shown)) {
      frames++;
    }
    shown = now;
    return now.map(frame -> new Glass(frames, frame));
  }

  @Override
  public BenchState state() {
    Snapshot now = Snapshot.of(parts);
    return new BenchState(
        parts.hardware(),
        now.terminal(),
        now.cardSlot(),
        now.cashExit(),
        now.printer(),
        now.bookSlot(),
        now.acceptor(),
        now.padMode(),
        Map.copyOf(now.view().lights()),
        hands.away(),
        hands.shown(),
        TestCards.shown(now.view(), parts.bank()),
        books.shown(now.view(), parts.bank()),
        now.units(),
        window.shown(),
        faults.shown(),
        now.audit(books.all()));
  }

  // ---- what is done

  @Override
  public void act(Act act) throws ActRefused {
    if (act instanceof Act.InsertCard insert) {
      hands.insert(insert.card());
    } else if (act instanceof Act.TakeCard) {
      hands.takeCard();
    } else if (act instanceof Act.TakeCash) {
      hands.takeCash();
    } else if (act instanceof Act.TakeReceipt) {
      hands.takeReceipt();
    } else if (act instanceof Act.InsertBook insert) {
      hands.insertBook(insert);
    } else if (act instanceof Act.TakeBook) {
      hands.takeBook();
    } else if (act instanceof Act.PutNotes put) {
      hands.put(put.notes());
    } else if (act instanceof Act.TakeNotes) {
      hands.takeReturned();
    } else if (act instanceof Act.TypeNumber type) {
      hands.typeNumber(type.of());
    } else if (act instanceof Act.Press press) {
      hands.press(press.key());
    } else if (act instanceof Act.Touch touch) {
      hands.touch(touch.x(), touch.y());
    } else if (act instanceof Act.WalkAway) {
      hands.walkAway();
    } else if (act instanceof Act.NextCustomer) {
      hands.nextCustomer();
    } else {
      workOn(act);
    }
    changed();
  }

  private void workOn(Act act) throws ActRefused {
    if (act instanceof Act.Sabotage sabotage) {
      faults.set(sabotage);
    } else if (act instanceof Act.PostRow post) {
      window.postRow(post.book());
    } else if (act instanceof Act.MarkPayee mark) {
      TestPayees.mark(parts.bank(), mark);
    } else if (act instanceof Act.Mend) {
      mend();
    } else if (act instanceof Act.CutPower) {
      demandPower(true, "the power is off already");
      parts.machine().cutPower();
    } else if (act instanceof Act.RestorePower) {
      demandPower(false, "the power is on already");
      restorePower();
    } else if (act instanceof Act.Reboot) {
      demandPower(true, "the power is off: restore it");
      parts.machine().cutPower();
      restorePower();
    }
  }

  private void restorePower() {
    parts.machine().restorePower();
    mains.execute(
        () -> {
          parts.computer().lose();
          parts.computer().boot();
        });
  }

  /**
   * The attendant opens no machine at which somebody is being served: then the faults end, and no
   * more.
   */
  private void mend() throws ActRefused {
    faults.clear();
    if (Snapshot.of(parts).terminal().condition() == Condition.SERVING) {
      throw new ActRefused(
          "the faults are ended; the machine itself is opened when nobody is being served");
    }
    attendant.mend();
  }

  private void demandPower(boolean on, String otherwise) throws ActRefused {
    if (parts.machine().powered() != on) {
      throw new ActRefused(otherwise);
    }
  }
}
