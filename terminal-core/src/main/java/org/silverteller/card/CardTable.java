package org.silverteller.card;

import java.util.Optional;

/** Card ranges: which product a PAN belongs to. */
public interface CardTable {

  /** The product of the longest matching range; empty when the card is not accepted here. */
  Optional<CardProduct> productOf(Pan pan);
}
