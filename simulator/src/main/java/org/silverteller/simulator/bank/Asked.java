package org.silverteller.simulator.bank;

import java.util.Optional;
import org.silverteller.card.AccountNumber;
import org.silverteller.host.Service;
import org.silverteller.money.Money;

/**
 * What a terminal asks of the bank in a 0200, free of how it was written.
 *
 * @param rrn field 37
 * @param number on the card or in the passbook
 * @param voucher what a passbook's stripe tells of the book; empty for a card
 * @param byStripe the chip, if there is one, was not read (field 22 says 02x or 80x)
 * @param fallback the terminal says that it tried the chip (80x)
 * @param pin compares the encrypted PIN block with the PIN on file
 * @param to field 103, the payee of a transfer
 * @param later it is to be posted after 24 hours
 * @param reference of a transfer to be cancelled, or empty
 */
record Asked(
    TransactionId id,
    String rrn,
    Service service,
    AccountNumber number,
    Optional<String> voucher,
    Money amount,
    boolean byStripe,
    boolean fallback,
    PinCheck pin,
    Optional<AccountNumber> to,
    boolean later,
    String reference) {

  /** What a comparison of PINs yields. */
  enum PinVerdict {
    RIGHT,
    WRONG,
    /** The request has no PIN block. */
    MISSING,
    /** The block is no PIN block under the key that the terminal was given. */
    UNREADABLE
  }

  /** The comparison that an issuer's security module makes. */
  interface PinCheck {
    PinVerdict compare(AccountNumber number, String pin);

    /** The new PIN that a PIN change brings; empty when there is none that can be read. */
    default Optional<String> newPin(AccountNumber number) {
      return Optional.empty();
    }
  }
}
