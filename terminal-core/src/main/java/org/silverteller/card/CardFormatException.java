package org.silverteller.card;

/** A card's data is not what the standard says. The text never holds card data. */
public final class CardFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  public CardFormatException(String message) {
    super(message);
  }
}
