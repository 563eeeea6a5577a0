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

  /**
   * What a dispenser without exit sensor has given out can only be told by drawing it back; where
   * that is not possible, it is the customer's.
   */
  private static Verdict withoutSensor(CashDispenser.Capabilities can) {
    return can.retract() ? Verdict.AT_EXIT : Verdict.GONE;
  }

  /**
   * The device remembers another bundle, or none. That proves something only while this one cannot
   * have been presented: its stack never began, or no present was ever commanded.
   */
  private static Verdict foreign(
      boolean neverPresented, long reference, Position exit, TransactionState state) {
    boolean inside =
        switch (state) {
          case STACKING -> reference != 0 || neverPresented;
          case COUNTED -> neverPresented;
          default -> false;
        };
    return inside && exit != Position.NOT_EMPTY ? Verdict.INSIDE : Verdict.UNKNOWN;
  }

  private static Verdict verdict(
      CashDispenser.Capabilities can,
      PresentStatus status,
      Position exit,
      TransactionRecord record) {
    boolean neverPresented = status.state() == PresentStatus.State.NOT_PRESENTED;
    if (status.reference() != record.id()) {
      return foreign(neverPresented, status.reference(), exit, record.state());
    }
    if (neverPresented) {
      boolean contradicted = record.state() == TransactionState.PRESENTED;
      return contradicted || exit == Position.NOT_EMPTY ? Verdict.UNKNOWN : Verdict.INSIDE;
    }
    return switch (status.state()) {
      case NOT_PRESENTED -> Verdict.INSIDE;
      case PRESENTED ->
          switch (exit) {
            case EMPTY -> Verdict.GONE;
            case NOT_EMPTY -> Verdict.AT_EXIT;
            case UNKNOWN -> withoutSensor(can);
          };
      case TAKEN -> Verdict.GONE;
      case RETRACTED -> Verdict.RETRACTED;
      case UNKNOWN -> Verdict.UNKNOWN;
    };
  }
}
