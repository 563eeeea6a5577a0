package org.silverteller.simulator.bank;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.silverteller.card.AccountNumber;

/** The cards that this bank, or an issuer behind it, has given out. */
final class CardFile {

  private final Map<AccountNumber, CardOnFile> cards = new LinkedHashMap<>();

  CardFile(Collection<BankSpec.CardSpec> issued) {
    for (BankSpec.CardSpec spec : issued) {
      cards.put(spec.number(), new CardOnFile(spec));
    }
  }

  Optional<CardOnFile> find(AccountNumber number) {
    return Optional.ofNullable(cards.get(number));
  }

  /**
   * @throws IllegalArgumentException with the masked number when no such card or book was given out
   */
  CardOnFile get(AccountNumber number) {
    return find(number).orElseThrow(() -> new IllegalArgumentException("no card " + number));
  }
}
