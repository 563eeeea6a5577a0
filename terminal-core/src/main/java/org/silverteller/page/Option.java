package org.silverteller.page;

import java.util.Locale;
import org.silverteller.money.MixOffer;
import org.silverteller.money.Money;

/** Something a customer can touch. */
public sealed interface Option {

  /**
   * Unique on its page: {@code withdraw}, {@code amount-300}, {@code mix-large_notes}, {@code
   * language-en}.
   */
  String id();

  /** A wish whose words stand in the texts. */
  record Plain(Wish wish) implements Option {
    @Override
    public String id() {
      return wish.id();
    }
  }

  /** An amount, shown in digits and, in Chinese, in banker's words. */
  record Amount(Money amount) implements Option {
    @Override
    public String id() {
      return "amount-" + amount.yuan();
    }
  }

  /** A way to be paid, shown with pictures of the notes and their counts. */
  record Mix(MixOffer offer) implements Option {
    @Override
    public String id() {
      return "mix-" + offer.policy().name().toLowerCase(Locale.ROOT);
    }
  }

  /** A language, shown in its own script. */
  record Tongue(Language language) implements Option {
    @Override
    public String id() {
      return "language-" + language.tag();
    }
  }
}
