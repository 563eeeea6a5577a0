package org.silverteller.device;

import org.silverteller.card.Track2;

/**
 * A motorised card reader (CEN/XFS IDC). Posts CardInserted when a card is inside, CardTaken when
 * the customer has drawn it out.
 */
public interface CardReader extends Device {

  /** What this reader can do; read once after opening, never assumed. */
  record Capabilities(
      boolean chip, boolean contactless, boolean eject, boolean retain, int retainBinSize) {}

  /** Where a card is. */
  enum Media {
    NOT_PRESENT,
    /** Inside, out of the customer's reach. */
    INSIDE,
    /** In the exit slot, where the customer can take it. */
    AT_EXIT,
    JAMMED,
    UNKNOWN
  }

  Capabilities capabilities();

  Media media();

  /** Opens the slot for a card, or closes it to a new one. */
  void accept(boolean open) throws DeviceFault;

  /**
   * The magnetic stripe of the card inside.
   *
   * @throws DeviceFault UNREADABLE when the stripe is damaged or is no track 2, NO_MEDIA, JAMMED
   */
  Track2 readTrack2() throws DeviceFault;

  /** Moves the card to the exit slot and returns; CardTaken comes later. */
  void eject() throws DeviceFault;

  /**
   * Draws the card into the retain bin.
   *
   * @throws DeviceFault UNSUPPORTED where the reader cannot retain, FULL when the bin is, JAMMED
   */
  void retain() throws DeviceFault;

  /** Cards in the retain bin since it was emptied. */
  int retained();
}
