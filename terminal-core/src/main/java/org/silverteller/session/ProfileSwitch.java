package org.silverteller.session;

import java.util.Optional;
import org.silverteller.card.CardProduct;
import org.silverteller.host.Reply.AgeBand;
import org.silverteller.page.ProfileId;

/**
 * Opens the profile that fits the customer, by itself, at the next page; never against what the
 * customer has touched on this visit (service rules 1.3).
 */
public final class ProfileSwitch {

  /**
   * The bank's rules: which profile fits a card, or a passbook where it is empty, and an age band.
   */
  @FunctionalInterface
  public interface Rules {
    ProfileId choose(Optional<CardProduct> product, AgeBand band);
  }

  private final Glass glass;
  private final Rules rules;

  public ProfileSwitch(Dialogue dialogue, Rules rules) {
    this.glass = dialogue.glass();
    this.rules = rules;
  }

  /**
   * What card or book alone tells.
   *
   * @return whether big print was opened by it
   */
  boolean fit(Holder holder) {
    ProfileId before = glass.look().profile();
    choose(holder.product(), AgeBand.UNKNOWN);
    ProfileId now = glass.look().profile();
    return now.equals(ProfileId.ELDER) && !now.equals(before);
  }

  /** What the host has told besides; nothing changes when it told nothing. */
  void fit(Holder holder, AgeBand band) {
    if (band != AgeBand.UNKNOWN) {
      choose(holder.product(), band);
    }
  }

  private void choose(Optional<CardProduct> product, AgeBand band) {
    if (!glass.profileChosen()) {
      glass.use(rules.choose(product, band));
    }
  }
}
