package org.silverteller.page;

import java.util.ArrayList;
import java.util.List;
import org.silverteller.money.MixOffer;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;

/** The pages on which cash is ordered: how much, in which notes, and the last look. */
public sealed interface CashPage extends Page {

  /**
   * How much? Touch an amount or a pack, or ask for another amount.
   *
   * @param packs small-change packs that can be paid now, shown before the amounts
   * @param limit the most for this withdrawal, shown
   * @param more further amounts stand on another page; without it the last option is an amount to
   *     be typed
   */
  record AmountMenu(List<NoteMix> packs, List<Money> presets, Money limit, boolean more)
      implements CashPage {

    public AmountMenu(List<Money> presets, Money limit, boolean more) {
      this(List.of(), presets, limit, more);
    }

    @Override
    public List<Option> options() {
      List<Option> options = new ArrayList<>(packs.size() + presets.size() + 1);
      for (NoteMix pack : packs) {
        options.add(new Option.Pack(pack));
      }
      for (Money preset : presets) {
        options.add(new Option.Amount(preset));
      }
      options.add(more ? Wish.MORE.option() : Wish.OTHER_AMOUNT.option());
      return options;
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.BACK, Wish.EXIT);
    }
  }

  /**
   * Type an amount on the pad, then Enter.
   *
   * @param typed so far
   * @param limit the most for this withdrawal
   * @param step every payable amount is a multiple of it
   * @param tooMuch what was typed is above the limit
   */
  record AmountEntry(Money typed, Money limit, Money step, boolean tooMuch) implements CashPage {
    @Override
    public List<Option> options() {
      return typed.isZero() ? List.of() : List.of(Wish.CONFIRM.option());
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.BACK, Wish.EXIT);
    }
  }

  /** The wish cannot be paid from the notes inside: the nearest amounts that can. */
  record NearestAmounts(Money wish, List<Money> payable) implements CashPage {
    @Override
    public List<Option> options() {
      return payable.stream().<Option>map(Option.Amount::new).toList();
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.BACK, Wish.EXIT);
    }
  }

  /** Which notes? Each offer is shown with pictures of the notes and counts. */
  record MixChoice(Money amount, List<MixOffer> offers) implements CashPage {
    @Override
    public List<Option> options() {
      List<Option> options = new ArrayList<>(offers.size());
      for (MixOffer offer : offers) {
        options.add(new Option.Mix(offer));
      }
      return options;
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.BACK, Wish.EXIT);
    }
  }

  /**
   * The last look before the bank is asked.
   *
   * @param cardTail last four digits
   * @param fee what this machine's bank charges; the card's own bank may charge besides
   * @param receipt whether a slip will be printed
   * @param foreign a foreign card: fee and currency are told as the schemes ask
   */
  record Confirm(
      String cardTail, Money amount, NoteMix mix, Money fee, boolean receipt, boolean foreign)
      implements CashPage {
    @Override
    public List<Option> options() {
      return List.of(Wish.CONFIRM.option());
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.BACK, Wish.EXIT);
    }
  }
}
