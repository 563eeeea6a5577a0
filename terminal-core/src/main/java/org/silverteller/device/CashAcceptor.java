package org.silverteller.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;

/**
 * A cash acceptor with escrow (CEN/XFS CIM, CWA 16926-15). Posts NotesInserted when notes wait in
 * the input, and ReturnTaken when notes that it handed back have been drawn out.
 *
 * <p>A cash-in goes from {@link #startCashIn} over any number of {@link #acceptNotes} to {@link
 * #endCashIn}, {@link #rollback} or {@link #retract}. Until it is stored the money is the
 * customer's.
 */
public interface CashAcceptor extends Device {

  /**
   * What this device can do.
   *
   * @param escrow notes are kept apart until the cash-in ends, and can be handed back
   * @param recycles deposited notes are dispensed again
   * @param retract notes that nobody takes can be drawn into a bin
   * @param shutter input and exit are closed by a shutter
   * @param maxNotes the most notes in escrow
   */
  record Capabilities(
      boolean escrow, boolean recycles, boolean retract, boolean shutter, int maxNotes) {}

  /**
   * What became of the last cash-in, kept by the device over a power cut
   * (WFS_INF_CIM_CASH_IN_STATUS).
   *
   * @param state how far the cash-in came
   * @param reference the reference given with the {@link #startCashIn} that began it; 0 when the
   *     device cannot keep one
   * @param accepted genuine notes counted in it, by denomination; units are the escrow's, see
   *     {@link #mix}
   * @param refused notes handed back because nobody can say what they are
   * @param suspects notes kept as counterfeit suspects; they are no part of accepted
   */
  record Escrow(State state, long reference, Counted accepted, int refused, int suspects) {

    /** Before the first cash-in of a device. */
    public static final Escrow NOTHING = new Escrow(State.NONE, 0, Counted.NOTHING, 0, 0);

    /** How far a cash-in came. */
    public enum State {
      /** There was none yet. */
      NONE,
      /** What was accepted lies in escrow. */
      ACTIVE,
      /** What was accepted lies in the cash units. */
      STORED,
      /** What was accepted was brought to the exit. */
      RETURNED,
      /** What was accepted, as far as nobody took it, was drawn into the retract unit. */
      RETRACTED,
      /** Nobody can say where all of it is: some may be stored, some in escrow or transport. */
      UNKNOWN
    }

    /** The name that notes of a denomination have in escrow, such as ESCROW100. */
    public static UnitId unit(Denomination denomination) {
      return UnitId.of("ESCROW" + denomination.yuan());
    }

    /** Notes by denomination as the escrow tells them, largest first. */
    public static NoteMix mix(Map<Denomination, Integer> notes) {
      List<NoteMix.Part> parts = new ArrayList<>();
      new TreeMap<>(notes)
          .descendingMap()
          .forEach(
              (denomination, howMany) -> {
                if (howMany > 0) {
                  parts.add(new NoteMix.Part(unit(denomination), denomination, howMany));
                }
              });
      return new NoteMix(parts);
    }

    /** As the journal writes it: {@code ACTIVE 100x3 10x1 refused 1 suspects 1}. */
    @Override
    public String toString() {
      return state
          + (accepted.notes().isEmpty() ? "" : " " + accepted.notes())
          + (refused == 0 ? "" : " refused " + refused)
          + (suspects == 0 ? "" : " suspects " + suspects);
    }
  }

  Capabilities capabilities();

  /** Logical cash units with the device's own counts, bins last. */
  List<CashUnit> cashUnits() throws DeviceFault;

  /**
   * Begins a cash-in and opens the input.
   *
   * @param reference kept with the cash-in and told again by {@link #escrowStatus()}, so that after
   *     a power cut it is known to be this one and no other
   * @throws DeviceFault SEQUENCE when one is under way
   */
  void startCashIn(long reference) throws DeviceFault;

  /**
   * Counts the notes in the input into escrow; refused ones come to the exit. The input is open
   * again when this returns, so that more can be added.
   *
   * @return the whole cash-in so far
   * @throws DeviceFault SEQUENCE when no cash-in is under way, JAMMED …; {@link #escrowStatus()}
   *     then tells what was counted
   */
  Escrow acceptNotes() throws DeviceFault;

  /**
   * Stores what is in escrow; money is the bank's when this returns. Going on after a power cut in
   * the midst of it stores the rest.
   *
   * @return what was stored now, by denomination
   * @throws DeviceFault FULL before anything is stored, JAMMED …; the counts of the cash units then
   *     tell what was stored
   */
  Counted endCashIn() throws DeviceFault;

  /**
   * Hands everything in escrow back and ends the cash-in.
   *
   * @return what was brought to the exit, by denomination
   */
  Counted rollback() throws DeviceFault;

  /**
   * Draws what lies in input, exit, escrow and transport into the retract unit and ends the
   * cash-in.
   *
   * @return what was drawn in: by denomination as far as the device can tell, the rest as rejected
   * @throws DeviceFault NO_MEDIA when there is nothing, UNSUPPORTED, FULL, JAMMED
   */
  Counted retract() throws DeviceFault;

  /** Tells the serial numbers of what was paid in; empty where none are read. */
  default Optional<NoteReader> noteReader() {
    return Optional.empty();
  }

  /** The last cash-in, for after a power cut or a fault. */
  Escrow escrowStatus() throws DeviceFault;

  /**
   * {@inheritDoc}
   *
   * <p>An acceptor may draw what lies inside into its retract unit meanwhile, which ends a cash-in:
   * {@link #escrowStatus()} is to be asked before.
   */
  @Override
  void reset() throws DeviceFault;
}
