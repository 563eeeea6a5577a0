package org.silverteller.session;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.silverteller.card.BookIdentity;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.PassbookStripe;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.PassbookUnit;

/**
 * Reads the stripe of the book inside, in one of the bank's ways. What fails is tried once more.
 */
final class BookStripes {

  private static final int TRIES = 2;

  private final PassbookUnit unit;
  private final BookRules rules;
  private final Ledger ledger;

  BookStripes(PassbookUnit unit, BookRules rules, Ledger ledger) {
    this.unit = unit;
    this.rules = rules;
    this.ledger = ledger;
  }

  /** Empty when it is no stripe of this bank's, or lies upside down; the journal says why. */
  Optional<BookIdentity> read() {
    for (int tries = 0; tries < TRIES; tries++) {
      for (PassbookStripe stripe : rules.stripes()) {
        Optional<BookIdentity> identity = read(stripe);
        if (identity.isPresent()) {
          return identity;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<BookIdentity> read(PassbookStripe stripe) {
    try {
      char[] track = unit.readStripe(stripe.track());
      try {
        return Optional.of(stripe.parse(CharBuffer.wrap(track)));
      } finally {
        Arrays.fill(track, '0');
      }
    } catch (DeviceFault fault) {
      ledger.deviceFault(fault);
    } catch (CardFormatException wrong) {
      ledger.journal("BOOK TRACK " + stripe.track() + " REFUSED: " + wrong.getMessage());
    }
    return Optional.empty();
  }
}
