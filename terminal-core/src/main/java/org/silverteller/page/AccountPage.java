package org.silverteller.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.money.Money;
import org.silverteller.money.Movement;

/** What a holder asks of an account besides cash: its balance, its movements, another PIN. */
public sealed interface AccountPage extends Page {

  /**
   * The balance, in figures.
   *
   * @param slip it can be printed, when the customer wants that
   */
  record Balance(Money available, Money ledger, boolean slip) implements AccountPage {

    public Balance(Money available, Money ledger) {
      this(available, ledger, false);
    }

    @Override
    public List<Option> options() {
      return slip ? List.of(Wish.PRINT.option()) : List.of();
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.BACK, Wish.EXIT);
    }
  }

  /**
   * The last movements, the newest first; one page of them.
   *
   * @param more older ones stand on another page
   * @param slip they can be printed, when the customer wants that
   */
  record Statement(List<Movement> movements, boolean more, boolean slip) implements AccountPage {
    @Override
    public List<Option> options() {
      List<Option> options = new ArrayList<>(2);
      if (more) {
        options.add(Wish.MORE.option());
      }
      if (slip) {
        options.add(Wish.PRINT.option());
      }
      return options;
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.BACK, Wish.EXIT);
    }
  }

  /**
   * One PIN of a PIN change: typed on the pad, then Enter.
   *
   * @param typed digits so far; which ones nobody knows
   * @param triesLeft present after a wrong current PIN
   */
  record PinChange(Step step, int typed, Optional<Integer> triesLeft) implements AccountPage {

    /** Which one. */
    public enum Step {
      /** The one that holds now. */
      CURRENT,
      NEW,
      /** The new one a second time. */
      AGAIN,
      /** The two differed: the new one from the beginning. */
      DIFFERED
    }

    @Override
    public List<Wish> bar() {
      return step == Step.CURRENT ? List.of(Wish.EXIT) : List.of(Wish.BACK, Wish.EXIT);
    }

    @Override
    public String name() {
      return "pin-change " + PageKind.hyphened(step);
    }
  }
}
