package org.silverteller.session;

import java.util.Optional;
import org.silverteller.card.CardProduct;
import org.silverteller.host.Access;

/**
 * Whose passbook is in the unit.
 *
 * @param layout the form of the book, as the bank names it
 * @param full no row fits into it any more
 */
record Bookholder(Access.Book access, Optional<BookLayout> layout, boolean full) implements Holder {

  @Override
  public Optional<CardProduct> product() {
    return Optional.empty();
  }
}
