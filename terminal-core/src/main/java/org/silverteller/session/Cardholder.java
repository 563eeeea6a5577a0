package org.silverteller.session;

import org.silverteller.card.CardProduct;
import org.silverteller.card.Pan;
import org.silverteller.card.Track2;
import org.silverteller.host.CardEntry;

/**
 * The person at the machine, as far as the card tells. Lives as long as the conversation.
 *
 * @param entry how the card was read
 */
record Cardholder(Track2 track2, CardProduct product, CardEntry entry) {

  Pan pan() {
    return track2.pan();
  }
}
