package org.silverteller.simulator.bank;

import java.util.Map;
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
 * @param more further fields of the reply; field 48 joins the tags that it has already
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
    Map<Integer, byte[]> more) {

  static Decision refused(String code, Money amount) {
    return new Decision(
        code, amount, "", Optional.empty(), AgeBand.UNKNOWN, Optional.empty(), Map.of());
  }

  /** The same, telling besides what these fields of bytes hold. */
  Decision telling(Map<Integer, byte[]> fields) {
    return new Decision(code, amount, authCode, balances, ageBand, issuer, Map.copyOf(fields));
  }

  /** The same with another response code that approves. */
  Decision with(String approval) {
    return new Decision(approval, amount, authCode, balances, ageBand, issuer, more);
  }
}
