package org.silverteller.session;

import java.util.Optional;
import org.silverteller.card.CardProduct;
import org.silverteller.card.Pan;
import org.silverteller.card.Track2;
import org.silverteller.host.Access;
import org.silverteller.host.CardEntry;

/** Whose card is in the reader. */
record Cardholder(Access.Card access, Optional<CardProduct> product) implements Holder {

  Cardholder(Track2 track2, CardProduct product, CardEntry entry) {
    this(new Access.Card(track2, entry), Optional.of(product));
  }

  Pan pan() {
    return access.account();
  }
}
