package org.silverteller.simulator.bank;

import java.util.Optional;
import org.silverteller.card.CardProduct.Issuer;
import org.silverteller.host.Reply.AgeBand;
import org.silverteller.host.Reply.Balances;
import org.silverteller.money.Money;

/**
 * The bank's answer to a 0200.
 *
 * @param code field 39
 * @param amount what was approved; the amount asked for unless the code is 10
 * @param authCode field 38, or empty
 * @param issuer whose card it is, when the card is known
 * @param tags what field 48 tells besides the age band
 * @param rows field 62, as GBK text
 */
record Decision(
    String code,
    Money amount,
    String authCode,
    Optional<Balances> balances,
    AgeBand ageBand,
    Optional<Issuer> issuer,
    String tags,
    String rows) {

  static Decision refused(String code, Money amount) {
    return new Decision(
        code, amount, "", Optional.empty(), AgeBand.UNKNOWN, Optional.empty(), "", "");
  }

  /** The same with another response code that approves. */
  Decision with(String approval) {
    return new Decision(approval, amount, authCode, balances, ageBand, issuer, tags, rows);
  }

  /** The same, telling more. */
  Decision telling(String moreTags, String moreRows) {
    return new Decision(code, amount, authCode, balances, ageBand, issuer, moreTags, moreRows);
  }
}
