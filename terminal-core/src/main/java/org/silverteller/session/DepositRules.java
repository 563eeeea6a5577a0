package org.silverteller.session;

import org.silverteller.money.Money;

/**
 * What this machine takes at once. How many notes fit is the acceptor's own matter.
 *
 * @param mostPerDeposit the most in one deposit; daily limits are the host's
 */
public record DepositRules(Money mostPerDeposit) {

  public static final DepositRules DEFAULT = new DepositRules(Money.ofYuan(20_000));

  public DepositRules {
    if (mostPerDeposit.isZero()) {
      throw new IllegalArgumentException("mostPerDeposit 0.00: expected more than nothing");
    }
  }
}
