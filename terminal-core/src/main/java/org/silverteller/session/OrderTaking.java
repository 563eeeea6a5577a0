package org.silverteller.session;

import java.util.List;
import java.util.Optional;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.MixOffer;
import org.silverteller.money.MixPolicy;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.page.CashPage;
import org.silverteller.page.Option;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Question.Asked;
import org.silverteller.page.Wish;

/**
 * Takes the order for a withdrawal: amount, notes, slip, and the last look before the bank is
 * asked.
 */
final class OrderTaking {

  private static final int NEAREST_SHOWN = 3;

  private final Desk desk;
  private final Holder holder;
  private final boolean smallOnly;
  private final Dialogue dialogue;
  private final AmountQuestion amounts;
  private final WithdrawalRules rules;

  /**
   * @param smallOnly the customer has asked for small notes
   */
  OrderTaking(Desk desk, Holder holder, boolean smallOnly) {
    this.desk = desk;
    this.holder = holder;
    this.smallOnly = smallOnly;
    this.dialogue = desk.dialogue();
    this.amounts = new AmountQuestion(dialogue);
    this.rules = desk.rules().withdrawal();
  }

  /** Empty when the customer goes back to the menu. */
  Optional<Order> take() throws Cancelled {
    boolean slips = desk.slips().possible();
    if (!slips && !(rules.withoutPaper() && dialogue.agrees(Asked.NO_RECEIPT_GO_ON))) {
      return Optional.empty();
    }
    List<CashUnit> units = units();
    Money limit = rules.limitFor(holder.foreign(), smallOnly);
    while (true) {
      Optional<Option> choice =
          amounts.choose(packs(limit, units), presets(limit, units), limit, step(units));
      if (choice.isEmpty()) {
        return Optional.empty();
      }
      Optional<Order> order =
          choice.get() instanceof Option.Pack pack
              ? confirmed(pack.mix().total(), pack.mix(), slips)
              : ordered(((Option.Amount) choice.get()).amount(), limit, units, slips);
      if (order.isPresent()) {
        return order;
      }
    }
  }

  /** Empty when the customer goes back to the amounts. */
  private Optional<Order> ordered(Money amount, Money limit, List<CashUnit> units, boolean slips)
      throws Cancelled {
    List<MixOffer> offers = offers(amount, units);
    if (offers.isEmpty()) {
      List<Money> near = desk.planner().nearest(amount, limit, NEAREST_SHOWN, units);
      Optional<Money> other = amounts.nearest(amount, near);
      return other.isPresent() ? ordered(other.get(), limit, units, slips) : Optional.empty();
    }
    Option choice = dialogue.ask(new CashPage.MixChoice(amount, offers));
    return choice instanceof Option.Mix chosen
        ? confirmed(amount, chosen.offer().mix(), slips)
        : Optional.empty();
  }

  private Optional<Order> confirmed(Money amount, NoteMix mix, boolean slips) throws Cancelled {
    boolean receipt = slips && dialogue.agrees(Asked.RECEIPT);
    Money fee = holder.foreign() ? rules.foreignFee() : Money.ZERO;
    Page page =
        new CashPage.Confirm(
            holder.account().lastFour(), amount, mix, fee, receipt, holder.foreign());
    return dialogue.ask(page).equals(Wish.CONFIRM.option())
        ? Optional.of(new Order(amount, mix, receipt))
        : Optional.empty();
  }

  private List<MixOffer> offers(Money amount, List<CashUnit> units) {
    List<MixOffer> offers = desk.planner().offers(amount, units);
    return smallOnly
        ? offers.stream()
            .filter(
                offer ->
                    offer.mix().byDenomination().keySet().stream().allMatch(Denomination::small))
            .toList()
        : offers;
  }

  /** The packs that can be paid now, note for note. */
  private List<NoteMix> packs(Money limit, List<CashUnit> units) {
    return smallOnly
        ? rules.changePacks().stream()
            .filter(recipe -> !recipe.total().isMoreThan(limit))
            .flatMap(recipe -> desk.planner().exactly(recipe.counts(), units).stream())
            .toList()
        : List.of();
  }

  /** The amounts of the profile that can be paid now. */
  private List<Money> presets(Money limit, List<CashUnit> units) {
    List<Money> allowed =
        rules.presetsFor(dialogue.look().profile(), smallOnly).stream()
            .filter(amount -> !amount.isMoreThan(limit))
            .toList();
    MixPolicy policy = smallOnly ? MixPolicy.SMALL_ONLY : MixPolicy.LARGE_NOTES;
    return desk.planner().payable(allowed, policy, units);
  }

  private static Money step(List<CashUnit> units) {
    Money smallest = Money.ZERO;
    for (CashUnit unit : units) {
      Money value = unit.denomination().value();
      if (unit.available() > 0 && (smallest.isZero() || smallest.isMoreThan(value))) {
        smallest = value;
      }
    }
    return smallest;
  }

  private List<CashUnit> units() throws Cancelled {
    try {
      return desk.hardware().dispenser().cashUnits();
    } catch (DeviceFault fault) {
      throw dialogue.failed(fault);
    }
  }
}
