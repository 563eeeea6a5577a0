package org.silverteller.store;

import java.util.regex.Pattern;
import org.silverteller.card.CardNumberMask;
import org.silverteller.money.Money;

/** What a person has found out about a transaction whose outcome the machine cannot know. */
public sealed interface Finding {

  /** The customer has this amount: all, a part or nothing of what was approved. */
  record Paid(Money amount) implements Finding {
    @Override
    public String toString() {
      return "PAID " + amount;
    }
  }

  /**
   * Of a deposit: this sum is to be credited, after its notes were counted by hand; nothing where
   * the customer has them again.
   */
  record Credited(Money amount) implements Finding {
    @Override
    public String toString() {
      return "CREDITED " + amount;
    }
  }

  /**
   * The bank settles it with the customer by hand; the terminal owes the host nothing.
   *
   * @param reference under which the bank keeps it: 1–40 letters, digits and {@code - . / _ #}; no
   *     card number
   */
  record ByHand(String reference) implements Finding {
    private static final Pattern WRITTEN =
        Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}./_#-]{0,39}");

    public ByHand {
      if (!WRITTEN.matcher(reference).matches()) {
        throw new IllegalArgumentException(
            "reference '"
                + CardNumberMask.mask(reference)
                + "': expected 1 … 40 letters, digits or - . / _ #, a letter or digit first");
      }
      if (!CardNumberMask.mask(reference).equals(reference)) {
        throw new IllegalArgumentException(
            "reference '"
                + CardNumberMask.mask(reference)
                + "': expected no card number in it, at most 12 digits in a row");
      }
    }

    @Override
    public String toString() {
      return "BY HAND " + reference;
    }
  }
}
