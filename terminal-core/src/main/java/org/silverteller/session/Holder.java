package org.silverteller.session;

import java.util.Optional;
import org.silverteller.card.AccountNumber;
import org.silverteller.card.CardProduct;
import org.silverteller.host.Access;

/** The person at the machine, as far as card or book tells. Lives as long as the conversation. */
sealed interface Holder permits Cardholder, Bookholder {

  /** How the bank is told whose account it is. */
  Access access();

  /** What the card table says of the card; empty for a passbook. */
  Optional<CardProduct> product();

  default AccountNumber account() {
    return access().account();
  }

  /** Issued by this machine's own bank. */
  default boolean own() {
    return product().map(CardProduct::own).orElse(true);
  }

  default boolean foreign() {
    return product().map(CardProduct::foreign).orElse(false);
  }
}
