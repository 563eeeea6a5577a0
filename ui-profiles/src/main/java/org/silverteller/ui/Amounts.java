package org.silverteller.ui;

import org.silverteller.money.Money;

/** Amounts in figures and in the words of Chinese bankers. */
final class Amounts {

  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final String[] PLACES = {"", "拾", "佰", "仟"};
  private static final String[] GROUPS = {"", "万", "亿"};

  private Amounts() {}

  /** {@code ¥1,000}, and {@code ¥1,000.50} where there are fen. */
  static String figures(Money money) {
    StringBuilder figures = new StringBuilder().append(money.yuan());
    for (int comma = figures.length() - 3; comma > 0; comma -= 3) {
      figures.insert(comma, ',');
    }
    long fen = money.fen() % 100;
    if (fen > 0) {
      figures.append(fen < 10 ? ".0" : ".").append(fen);
    }
    return figures.insert(0, '¥').toString();
  }

  /** {@code 壹仟元}, {@code 壹仟零伍拾元叁角伍分} (PBOC rules for writing amounts on vouchers). */
  static String words(Money money) {
    long fen = money.fen() % 100;
    StringBuilder words = new StringBuilder();
    if (money.yuan() > 0 || fen == 0) {
      words.append(whole(money.yuan())).append('元');
    }
    if (fen >= 10) {
      words.append(DIGITS.charAt((int) (fen / 10))).append('角');
    } else if (fen > 0 && money.yuan() > 0) {
      words.append('零');
    }
    if (fen % 10 > 0) {
      words.append(DIGITS.charAt((int) (fen % 10))).append('分');
    }
    return words.toString();
  }

  private static String whole(long value) {
    if (value == 0) {
      return "零";
    }
    StringBuilder words = new StringBuilder();
    boolean zeroOwed = false;
    for (int group = GROUPS.length - 1; group >= 0; group--) {
      long unit = (long) Math.pow(10_000, group);
      int part = (int) (value / unit % 10_000);
      zeroOwed |= !words.isEmpty() && part < 1000;
      if (part > 0) {
        words.append(zeroOwed ? "零" : "").append(upToFourDigits(part)).append(GROUPS[group]);
        zeroOwed = false;
      }
    }
    return words.toString();
  }

  private static String upToFourDigits(int value) {
    StringBuilder words = new StringBuilder();
    boolean zeroOwed = false;
    for (int place = PLACES.length - 1, unit = 1000; place >= 0; place--, unit /= 10) {
      int digit = value / unit % 10;
      if (digit > 0) {
        words.append(zeroOwed ? "零" : "").append(DIGITS.charAt(digit)).append(PLACES[place]);
      }
      zeroOwed = digit == 0 && !words.isEmpty();
    }
    return words.toString();
  }
}
