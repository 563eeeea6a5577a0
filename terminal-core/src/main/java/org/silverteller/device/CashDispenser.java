package org.silverteller.device;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.money.CashUnit;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;

/**
 * A cash dispenser with or without a stacker (CEN/XFS CDM, CWA 16926-5).
 *
 * <p>Counts are notes, never value. Every method blocks until the device has finished or faulted,
 * and leaves the device in a state that {@link #presentStatus()} can tell after a power cut. Posts
 * NotesTaken when the customer has drawn the notes out.
 */
public interface CashDispenser extends Device {

  /**
   * What this device can do; read once after opening, never assumed.
   *
   * @param stacker notes are collected out of reach before they are presented; without one {@link
   *     #stack} delivers each note at once and what it counted is already in the customer's reach
   * @param shutter the exit is closed by a shutter
   * @param retract notes left in the exit can be drawn back into the retract unit
   * @param takenSensor the device knows when the exit is empty
   * @param maxNotes the most notes in one bundle
   */
  record Capabilities(
      boolean stacker, boolean shutter, boolean retract, boolean takenSensor, int maxNotes) {}

  /**
   * What happened to the last bundle, kept by the device over a power cut
   * (WFS_INF_CDM_PRESENT_STATUS).
   *
   * @param state how far the bundle came
   * @param bundle the notes of that bundle by unit, as counted
   * @param reference the reference given with the {@link #stack} that began it; 0 when the device
   *     cannot keep one
   */
  record PresentStatus(State state, Counted bundle, long reference) {

    /** How far a bundle came. */
    public enum State {
      /** Nothing was presented since the last stack command. */
      NOT_PRESENTED,
      /** At the exit, not yet taken, or the device cannot tell. */
      PRESENTED,
      TAKEN,
      RETRACTED,
      UNKNOWN
    }
  }

  /** Where notes are now, outside cassettes and bins, by the sensors. */
  enum Position {
    EMPTY,
    NOT_EMPTY,
    UNKNOWN
  }

  Capabilities capabilities();

  /** Logical cash units in cassette order, bins last, with the device's own counts. */
  List<CashUnit> cashUnits() throws DeviceFault;

  /**
   * Moves notes from the cassettes to the stacker, out of reach; without a stacker, into the
   * customer's reach.
   *
   * @param reference kept by the device with the bundle and told again by {@link #presentStatus()},
   *     so that after a power cut the bundle is known to belong to this dispense and no other
   * @return what was stacked and what was rejected, by cash unit; the sum may be short
   * @throws DeviceFault JAMMED, UNIT_EMPTY, UNIT_MISSING, UNIT_INOPERATIVE, OFFLINE …; notes may
   *     then be in the transport or stacker
   */
  Counted stack(NoteMix mix, long reference) throws DeviceFault;

  /**
   * Moves the stacked notes to the exit and opens the shutter. Returns when they can be taken;
   * NotesTaken comes later.
   *
   * @return what is at the exit; less than was stacked when the device presented short
   * @throws DeviceFault SHUTTER, JAMMED …; {@link #presentStatus()} then tells where the bundle is
   */
  Counted present() throws DeviceFault;

  /**
   * Draws notes left at the exit into the retract unit and counts them.
   *
   * @throws DeviceFault UNSUPPORTED where the device cannot retract, JAMMED, FULL, SHUTTER,
   *     NO_MEDIA when the exit is empty
   */
  Counted retract() throws DeviceFault;

  /**
   * Moves whatever is in transport and stacker to the reject unit; nothing at the exit is touched.
   */
  Counted rejectAll() throws DeviceFault;

  /**
   * Tells the device how many notes lie in its units, after people have filled or emptied them by
   * hand (an exchange: WFS_CMD_CDM_START_EXCHANGE and END_EXCHANGE). Moves no note.
   *
   * @param counts notes by unit, bins among them; a unit that is not named keeps its count
   * @throws DeviceFault SEQUENCE while notes are in transport, stacker or exit, or while others
   *     exchange units; UNIT_MISSING when a unit is not there; FULL for more than a unit holds;
   *     UNSUPPORTED where its counts cannot be told; no count has changed then. HARDWARE when the
   *     device counts otherwise all the same
   */
  void setCounts(Map<UnitId, Integer> counts) throws DeviceFault;

  /**
   * Picks a note or a few from each cassette into the reject unit: test cash
   * (WFS_CMD_CDM_TEST_CASH_UNITS). A cassette that gives none does not end the test; its state says
   * why.
   *
   * @return the notes by the cassette they came from, and how many the reject unit has received
   * @throws DeviceFault SEQUENCE while notes are in transport, stacker or exit; JAMMED, FULL …;
   *     {@link #cashUnits()} then tells what has moved
   */
  Counted testUnits() throws DeviceFault;

  PresentStatus presentStatus() throws DeviceFault;

  /** Tells the serial numbers of what was dispensed and retracted; empty where none are read. */
  default Optional<NoteReader> noteReader() {
    return Optional.empty();
  }

  /** Transport and stacker together. */
  Position transport();

  Position exit();
}
