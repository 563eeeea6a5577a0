package org.silverteller.host;

import org.silverteller.card.AccountNumber;
import org.silverteller.card.BookAccount;
import org.silverteller.card.Pan;
import org.silverteller.card.Track2;

/** How the customer's account is named to the bank. */
public sealed interface Access {

  /** The account as the record keeps it. */
  AccountNumber account();

  /** How its data were read (field 22). */
  CardEntry entry();

  /** A card: fields 2, 14 and 35. */
  record Card(Track2 track2, CardEntry entry) implements Access {
    @Override
    public Pan account() {
      return track2.pan();
    }
  }

  /**
   * A passbook: field 102 in place of 2 and 35, and what its stripe tells of the book in field 48.
   *
   * @param voucher batch and number of the book itself, which the bank compares: a replaced or
   *     stolen one is refused
   */
  record Book(BookAccount account, String voucher) implements Access {
    @Override
    public CardEntry entry() {
      return CardEntry.STRIPE;
    }
  }
}
