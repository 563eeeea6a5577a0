package org.silverteller.session;

import java.util.List;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.NoteMix;
import org.silverteller.store.TransactionRecord;

/**
 * Where a bundle is, by the device's present status and its sensors. The present status speaks of
 * this transaction only when it bears its reference; what cannot be proven is UNKNOWN.
 *
 * @param bundle what came into the customer's reach, where the verdict is AT_EXIT, GONE or
 *     RETRACTED
 * @param lines the evidence in words
 */
public record BundleEvidence(Verdict verdict, NoteMix bundle, List<String> lines) {

  /** Where the bundle is. */
  public enum Verdict {
    /** Never in the customer's reach. */
    INSIDE,
    AT_EXIT,
    GONE,
    RETRACTED,
    UNKNOWN
  }

  public static BundleEvidence of(CashDispenser dispenser, TransactionRecord record) {
    Position exit = dispenser.exit();
    try {
      PresentStatus status = dispenser.presentStatus();
      List<String> lines =
          List.of(
              "record "
                  + record.state()
                  + " counted "
                  + record.counted()
                  + " presented "
                  + record.presented(),
              "present status "
                  + status.state()
                  + " reference "
                  + status.reference()
                  + " bundle "
                  + status.bundle().notes(),
              "transport " + dispenser.transport() + " exit " + exit);
      return new BundleEvidence(verdict(status, exit, record.id()), status.bundle().notes(), lines);
    } catch (DeviceFault fault) {
      return new BundleEvidence(
          Verdict.UNKNOWN,
          NoteMix.EMPTY,
          List.of("no present status: " + fault.getMessage(), "exit " + exit));
    }
  }

  private static Verdict verdict(PresentStatus status, Position exit, long id) {
    boolean ours = status.reference() == id;
    if (!ours) {
      return exit == Position.EMPTY && status.reference() != 0 ? Verdict.INSIDE : Verdict.UNKNOWN;
    }
    return switch (status.state()) {
      case NOT_PRESENTED -> exit == Position.EMPTY ? Verdict.INSIDE : Verdict.UNKNOWN;
      case PRESENTED ->
          exit == Position.EMPTY
              ? Verdict.GONE
              : exit == Position.NOT_EMPTY ? Verdict.AT_EXIT : Verdict.UNKNOWN;
      case TAKEN -> Verdict.GONE;
      case RETRACTED -> Verdict.RETRACTED;
      case UNKNOWN -> Verdict.UNKNOWN;
    };
  }
}
