package org.silverteller.device;

import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;

/**
 * What the device counted.
 *
 * @param notes delivered to where the command was to bring them, by the unit they came from
 * @param rejected notes that went to the reject unit on the way
 */
public record Counted(NoteMix notes, int rejected) {

  public static final Counted NOTHING = new Counted(NoteMix.EMPTY, 0);

  public Counted {
    if (rejected < 0) {
      throw new IllegalArgumentException("rejected " + rejected + " is negative");
    }
  }

  public Money value() {
    return notes.total();
  }
}
