package org.silverteller.ui;

import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.silverteller.money.Denomination;
import org.silverteller.money.MixOffer;
import org.silverteller.money.NoteMix;
import org.silverteller.page.Language;
import org.silverteller.page.Option;
import org.silverteller.page.Wish;

/** What stands on the things a customer can touch. */
final class Labels {

  private static final Denomination HUNDRED = Denomination.of(100);

  private static final int LONGEST_NAME = 6;

  /** Month, day and time, as every language reads them. */
  static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

  private final Texts texts;
  private final Map<Language, Texts> all;
  private final Map<Wish, String> wishes = new EnumMap<>(Wish.class);

  /**
   * @param texts in the language shown
   * @param all each language for its own name
   */
  Labels(Texts texts, Map<Language, Texts> all) {
    this.texts = texts;
    this.all = all;
    for (Wish wish : Wish.values()) {
      wishes.put(wish, texts.of("wish.", wish));
    }
  }

  Texts texts() {
    return texts;
  }

  /** The lines of an option, the first the most important. */
  List<String> of(Option option) {
    if (option instanceof Option.Plain plain) {
      return List.of(of(plain.wish()));
    }
    if (option instanceof Option.Amount amount) {
      String figures = Amounts.figures(amount.amount());
      return texts.chinese() ? List.of(figures, Amounts.words(amount.amount())) : List.of(figures);
    }
    if (option instanceof Option.Mix mix) {
      return List.of(nameOf(mix.offer()), count(mix.offer().mix()));
    }
    if (option instanceof Option.Pack pack) {
      return List.of(texts.get("pack.name", "amount", Amounts.figures(pack.mix().total())));
    }
    if (option instanceof Option.Tongue tongue) {
      return List.of(JavaPainter.require(all, tongue.language(), "language").get("language.own"));
    }
    if (option instanceof Option.Account account) {
      return List.of(
          texts.of("account.", account.kind()), texts.get("account.tail", "count", account.tail()));
    }
    if (option instanceof Option.Pending pending) {
      return List.of(
          Amounts.figures(pending.amount()),
          shortened(pending.payee().shown())
              + "  "
              + texts.get("account.tail", "count", pending.tail()),
          texts.get("pending.until", "count", pending.until().format(UNTIL)));
    }
    if (option instanceof Option.Answer answer) {
      return List.of(answer.words().in(texts.language()));
    }
    throw new IllegalArgumentException("option " + option);
  }

  /** Enough of a firm's name to know it by; the page that asks for a yes shows all of it. */
  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }

  /** In Chinese, whatever language is shown. */
  Texts chinese() {
    return JavaPainter.require(all, Language.CHINESE, "language");
  }

  String of(Wish wish) {
    return wishes.get(wish);
  }

  /** In one line. */
  String line(Option option) {
    if (option instanceof Option.Plain plain) {
      return of(plain.wish());
    }
    return String.join(" ", of(option));
  }

  String count(NoteMix mix) {
    return mix.notes() == 1
        ? texts.get("mix.count-one")
        : texts.get("mix.count", "count", mix.notes());
  }

  private static boolean onlyHundreds(NoteMix mix) {
    for (NoteMix.Part part : mix.parts()) {
      if (!part.denomination().equals(HUNDRED)) {
        return false;
      }
    }
    return true;
  }

  private String nameOf(MixOffer offer) {
    return onlyHundreds(offer.mix())
        ? texts.get("mix.all-hundreds")
        : texts.of("mix.", offer.policy());
  }
}
