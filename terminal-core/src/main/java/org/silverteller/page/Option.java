package org.silverteller.page;

import java.time.LocalDateTime;
import java.util.Locale;
import org.silverteller.card.AccountKind;
import org.silverteller.card.PayeeName;
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

  /**
   * One of the customer's accounts.
   *
   * @param place on its list, from 1
   * @param tail last four digits
   */
  record Account(int place, AccountKind kind, String tail) implements Option {
    @Override
    public String id() {
      return "account-" + place;
    }
  }

  /**
   * A transfer that is not posted yet.
   *
   * @param place on its list, from 1
   * @param tail last four digits of the payee's account
   */
  record Pending(int place, PayeeName payee, String tail, Money amount, LocalDateTime until)
      implements Option {
    @Override
    public String id() {
      return "pending-" + place;
    }
  }

  /** An answer to a question whose words the bank has set down. */
  record Answer(String answer, Wording words, Symbol symbol) implements Option {

    /** The drawing beside the words. */
    public enum Symbol {
      YES,
      NO,
      PHONE,
      PEOPLE,
      CASH,
      PURSE,
      HOUSE,
      HEALTH,
      GROWTH,
      QUESTION
    }

    @Override
    public String id() {
      return "answer-" + answer;
    }
  }
}
