package org.silverteller.session;

import java.util.Optional;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;

/**
 * Keeps the acceptor empty outside its units: what one person leaves in it must never be counted as
 * the next one's. One for the life of the terminal.
 */
public final class AcceptorCare {

  private final Optional<CashAcceptor> acceptor;
  private final Ledger ledger;
  private boolean doubtful;
  private String trouble = "";

  public AcceptorCare(Optional<CashAcceptor> acceptor, Ledger ledger) {
    this.acceptor = acceptor;
    this.ledger = ledger;
  }

  /** What lay outside the units when it was to be drawn in. */
  public sealed interface Drawn {

    /** Nothing. */
    record Nothing() implements Drawn {}

    /** This, and it is in the retract unit now. */
    record Notes(Counted notes) implements Drawn {
      @Override
      public String toString() {
        return "drawn in " + AcceptorWords.drawn(notes);
      }
    }

    /** Nobody knows. */
    record Failed(String why) implements Drawn {
      @Override
      public String toString() {
        return "not drawn in: " + why;
      }
    }
  }

  /**
   * The acceptor, where one is fitted and works that can hand back what it has counted, and draw in
   * what nobody takes.
   */
  public Optional<CashAcceptor> usable() {
    return acceptor
        .filter(fitted -> fitted.capabilities().escrow())
        .filter(fitted -> fitted.capabilities().retract())
        .filter(fitted -> fitted.status().works());
  }

  /** Draws everything that is outside the units into the retract unit. */
  public Drawn drawIn() {
    try {
      return new Drawn.Notes(acceptor.orElseThrow().retract());
    } catch (DeviceFault fault) {
      if (fault.kind() == DeviceFault.Kind.NO_MEDIA) {
        return new Drawn.Nothing();
      }
      ledger.deviceFault(fault);
      doubtful = true;
      return new Drawn.Failed(fault.getMessage());
    }
  }

  /** Nobody is served: whatever is still outside the units belongs to nobody who is here. */
  void clear() {
    if (drawIn() instanceof Drawn.Notes found) {
      ledger.count("notes found in the acceptor", "NOTES FOUND IN ACCEPTOR, " + found);
    }
  }

  /** At start, and after a case: whether anything is left is to be found out. */
  public void doubt() {
    doubtful = true;
  }

  /**
   * Whether nothing is left outside the units, as far as the terminal can know; where that is in
   * doubt, tries to draw it in.
   */
  public boolean inOrder() {
    if (doubtful && acceptor.isPresent() && acceptor.get().capabilities().retract()) {
      try {
        acceptor.get().reset();
        Counted found = acceptor.get().retract();
        ledger.count(
            "notes found in the acceptor", "NOTES FOUND IN ACCEPTOR, " + new Drawn.Notes(found));
        doubtful = false;
      } catch (DeviceFault fault) {
        doubtful = fault.kind() != DeviceFault.Kind.NO_MEDIA;
        if (doubtful && !trouble.equals(fault.getMessage())) {
          ledger.deviceFault(fault);
        }
        trouble = doubtful ? fault.getMessage() : "";
      }
    }
    return !doubtful || acceptor.isEmpty() || !acceptor.get().capabilities().retract();
  }
}
