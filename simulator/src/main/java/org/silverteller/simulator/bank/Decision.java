package org.silverteller.simulator.bank;

import java.util.Optional;
import org.silverteller.card.CardProduct.Issuer;
import org.silverteller.host.Details;
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
 * @param details what the service was asked for besides
 */
record Decision(
    String code,
    Money amount,
    String authCode,
    Optional<Balances> balances,
    AgeBand ageBand,
    Optional<Issuer> issuer,
    Details details) {

  static Decision refused(String code, Money amount) {
    return new Decision(
        code, amount, "", Optional.empty(), AgeBand.UNKNOWN, Optional.empty(), Details.NONE);
  }

  /** The same with another response code that approves. */
  Decision with(String approval) {
    return new Decision(approval, amount, authCode, balances, ageBand, issuer, details);
  }

  Decision with(Details told) {
    return new Decision(code, amount, authCode, balances, ageBand, issuer, told);
  }
}
