package org.silverteller.session;

import java.util.List;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.NoteMix;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

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
          List.of(DispenserWords.memory(status), DispenserWords.sensors(dispenser));
      return new BundleEvidence(
          verdict(dispenser.capabilities(), status, exit, record), status.bundle().notes(), lines);
    } catch (DeviceFault fault) {
      return new BundleEvidence(
          Verdict.UNKNOWN,
          NoteMix.EMPTY,
          List.of(DispenserWords.noMemory(fault), DispenserWords.sensors(dispenser)));
    }
  }

  private static Verdict verdict(
      CashDispenser.Capabilities can,
      PresentStatus status,
      Position exit,
      TransactionRecord record) {
    return status.reference() == record.id()
        ? own(can, status.state(), exit, record.state())
        : foreign(status, exit, record.state());
  }

  /**
   * The device remembers this bundle. Where its memory contradicts the record or the exit, it
   * proves nothing: a COUNTED bundle was not yet commanded out, a PRESENTED one was.
   */
  private static Verdict own(
      CashDispenser.Capabilities can,
      PresentStatus.State remembered,
      Position exit,
      TransactionState record) {
    boolean inStacker = record == TransactionState.COUNTED;
    return switch (remembered) {
      case NOT_PRESENTED ->
          record == TransactionState.PRESENTED
              ? Verdict.UNKNOWN
              : unlessAtExit(Verdict.INSIDE, exit);
      case PRESENTED -> inStacker ? Verdict.UNKNOWN : cameOut(can, exit);
      case TAKEN -> inStacker ? Verdict.UNKNOWN : unlessAtExit(Verdict.GONE, exit);
      case RETRACTED -> Verdict.RETRACTED;
      case UNKNOWN -> Verdict.UNKNOWN;
    };
  }

  /**
   * The device remembers another bundle, or none. That proves something only while this one cannot
   * have been presented: its stack never began, or no present was ever commanded.
   */
  private static Verdict foreign(PresentStatus status, Position exit, TransactionState record) {
    boolean neverPresented = status.state() == PresentStatus.State.NOT_PRESENTED;
    boolean inside =
        switch (record) {
          case STACKING -> status.reference() != 0 || neverPresented;
          case COUNTED -> neverPresented;
          default -> false;
        };
    return inside ? unlessAtExit(Verdict.INSIDE, exit) : Verdict.UNKNOWN;
  }

  /**
   * Where the exit cannot be seen, only drawing the bundle back can tell. Where that is not
   * possible, a sensor that does not tell proves nothing; what a device without one has given out
   * is the customer's.
   */
  private static Verdict cameOut(CashDispenser.Capabilities can, Position exit) {
    return switch (exit) {
      case EMPTY -> Verdict.GONE;
      case NOT_EMPTY -> Verdict.AT_EXIT;
      case UNKNOWN ->
          can.retract() ? Verdict.AT_EXIT : can.takenSensor() ? Verdict.UNKNOWN : Verdict.GONE;
    };
  }

  private static Verdict unlessAtExit(Verdict verdict, Position exit) {
    return exit == Position.NOT_EMPTY ? Verdict.UNKNOWN : verdict;
  }
}
