package org.silverteller.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.silverteller.event.Key;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.page.CashPage;
import org.silverteller.page.Option;
import org.silverteller.page.Pace;
import org.silverteller.page.Page;
import org.silverteller.page.Wish;

/** Asks how much: amounts at a touch, or typed on the pad. */
final class AmountQuestion {

  private final Dialogue dialogue;

  AmountQuestion(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  /**
   * @param presets amounts to offer, ascending
   * @param step the smallest note inside
   * @return empty when the customer goes back
   */
  Optional<Money> ask(List<Money> presets, Money limit, Money step) throws Cancelled {
    return choose(List.of(), presets, limit, step).map(option -> ((Option.Amount) option).amount());
  }

  /**
   * The same with small-change packs to choose from besides.
   *
   * @return an {@link Option.Amount} or an {@link Option.Pack}; empty when the customer goes back
   */
  Optional<Option> choose(List<NoteMix> packs, List<Money> presets, Money limit, Money step)
      throws Cancelled {
    List<Option> all = new ArrayList<>(packs.size() + presets.size());
    packs.forEach(pack -> all.add(new Option.Pack(pack)));
    presets.forEach(amount -> all.add(new Option.Amount(amount)));
    List<Option> left = all;
    while (true) {
      List<Option> offered = left;
      Option option = dialogue.ask(pace -> page(offered, limit, pace));
      if (offered.contains(option)) {
        return Optional.of(option);
      }
      if (option.equals(Wish.MORE.option())) {
        left = offered.subList(room(dialogue.pace()), offered.size());
      } else if (option.equals(Wish.OTHER_AMOUNT.option())) {
        Optional<Money> amount = type(limit, step);
        if (amount.isPresent()) {
          return amount.map(Option.Amount::new);
        }
      } else if (offered.size() == all.size()) {
        return Optional.empty();
      } else {
        left = all;
      }
    }
  }

  /**
   * As many choices as the profile has room for beside the last option: the rest, or another
   * amount.
   */
  private static Page page(List<Option> choices, Money limit, Pace pace) {
    boolean more = choices.size() > room(pace);
    List<NoteMix> packs = new ArrayList<>();
    List<Money> amounts = new ArrayList<>();
    for (Option choice : more ? choices.subList(0, room(pace)) : choices) {
      if (choice instanceof Option.Pack pack) {
        packs.add(pack.mix());
      } else if (choice instanceof Option.Amount amount) {
        amounts.add(amount.amount());
      }
    }
    return new CashPage.AmountMenu(packs, amounts, limit, more);
  }

  private static int room(Pace pace) {
    return pace.optionsPerPage() - 1;
  }

  /** One of the nearest payable amounts, or empty when the customer goes back. */
  Optional<Money> nearest(Money wish, List<Money> payable) throws Cancelled {
    Option option = dialogue.ask(new CashPage.NearestAmounts(wish, payable));
    return option instanceof Option.Amount chosen ? Optional.of(chosen.amount()) : Optional.empty();
  }

  private Optional<Money> type(Money limit, Money step) throws Cancelled {
    return typed(limit, (typed, tooMuch) -> new CashPage.AmountEntry(typed, limit, step, tooMuch));
  }

  /**
   * An amount in whole yuan, typed on the pad.
   *
   * @param page for what is typed so far, and whether that is above the limit
   * @return empty when the customer goes back
   */
  Optional<Money> typed(Money limit, BiFunction<Money, Boolean, Page> page) throws Cancelled {
    Money typed = Money.ZERO;
    boolean tooMuch = false;
    while (true) {
      dialogue.tell(page.apply(typed, tooMuch));
      Answer answer = dialogue.hear();
      if (answer.equals(new Answer.Chosen(Wish.BACK.option()))) {
        return Optional.empty();
      }
      boolean confirmed =
          answer.equals(new Answer.Pressed(Key.ENTER))
              || answer.equals(new Answer.Chosen(Wish.CONFIRM.option()));
      if (confirmed && !typed.isZero() && !typed.isMoreThan(limit)) {
        return Optional.of(typed);
      }
      if (answer instanceof Answer.Pressed pressed) {
        typed = afterKey(typed, pressed.key());
      }
      tooMuch = typed.isMoreThan(limit);
    }
  }

  /** Six digits are more than any machine holds; a seventh is not taken. */
  private static Money afterKey(Money typed, Key key) {
    if (key == Key.CLEAR) {
      return Money.ZERO;
    }
    long yuan = typed.yuan();
    return key.digit() && yuan < 100_000 ? Money.ofYuan(yuan * 10 + key.value()) : typed;
  }
}
