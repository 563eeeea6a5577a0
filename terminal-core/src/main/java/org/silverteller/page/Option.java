package org.silverteller.page;

import java.util.Locale;
import org.silverteller.money.MixOffer;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;

/** Something a customer can touch. */
public sealed interface Option {

  /**
   * Unique on its page: {@code withdraw}, {@code amount-300}, {@code mix-large_notes}, {@code
   * language-en}, {@code pack-20x3-10x4}.
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

  /** A small-change pack: exactly these notes, shown with pictures, counts and their sum. */
  record Pack(NoteMix mix) implements Option {
    @Override
    public String id() {
      return "pack-" + mix.toString().replace(' ', '-');
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
