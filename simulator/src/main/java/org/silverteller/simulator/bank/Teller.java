package org.silverteller.simulator.bank;

import java.util.Optional;
import org.silverteller.money.Money;

/** Serves one kind of request to a holder whose card and PIN are right. */
interface Teller {

  /**
   * @param atMost what money is approved for at most; less than asked for makes it a partial
   *     approval, 10
   * @return the decision, which is in the books already
   */
  Decision serve(Asked asked, CardOnFile card, Optional<Money> atMost);
}
