package org.silverteller.terminal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.silverteller.host.Reply.AgeBand;
import org.silverteller.page.ProfileId;

/**
 * Which profile a customer sees (decision table of the service rules, 1.3): what the customer chose
 * on this visit, else the first sign that tells something, else standard. Asked after the card or
 * the book was read and again when the host has answered.
 *
 * @param signs what is looked at, the strongest first; a bank leaves out what it does not want
 */
public record ProfileRules(List<Sign> signs) {

  public static final ProfileRules DEFAULT = new ProfileRules(List.of(Sign.values()));

  /** Something that tells which profile fits, in the order of the decision table. */
  public enum Sign {
    /** The wish stored on the chip (EN 1332-4, data object 7F22) or saved with the host. */
    STORED_PREFERENCE(Hints::storedPreference),
    PASSBOOK(hints -> elderWhen(hints.passbook())),
    /** The host's age band of the holder. */
    AGE_BAND(hints -> elderWhen(hints.ageBand() == AgeBand.OVER_60)),
    /** The card's range is one of pension or senior cards. */
    SENIOR_CARD(hints -> elderWhen(hints.seniorCard()));

    private final Function<Hints, Optional<ProfileId>> tells;

    Sign(Function<Hints, Optional<ProfileId>> tells) {
      this.tells = tells;
    }

    private static Optional<ProfileId> elderWhen(boolean told) {
      return told ? Optional.of(ProfileId.ELDER) : Optional.empty();
    }
  }

  /**
   * What is known of the customer so far. Session memory only: never stored, never logged.
   *
   * @param chosen what the customer touched on this visit; obeyed to its end
   * @param storedPreference from the chip or the host
   * @param passbook a passbook was put in
   * @param seniorCard the card's product is one for seniors
   */
  public record Hints(
      Optional<ProfileId> chosen,
      Optional<ProfileId> storedPreference,
      boolean passbook,
      AgeBand ageBand,
      boolean seniorCard) {

    public static final Hints NONE =
        new Hints(Optional.empty(), Optional.empty(), false, AgeBand.UNKNOWN, false);

    public Hints withChosen(ProfileId profile) {
      return new Hints(Optional.of(profile), storedPreference, passbook, ageBand, seniorCard);
    }

    public Hints withStoredPreference(ProfileId profile) {
      return new Hints(chosen, Optional.of(profile), passbook, ageBand, seniorCard);
    }

    public Hints withPassbook() {
      return new Hints(chosen, storedPreference, true, ageBand, seniorCard);
    }

    public Hints withAgeBand(AgeBand band) {
      return new Hints(chosen, storedPreference, passbook, band, seniorCard);
    }

    public Hints withSeniorCard(boolean senior) {
      return new Hints(chosen, storedPreference, passbook, ageBand, senior);
    }
  }

  public ProfileRules {
    signs = List.copyOf(signs);
    if (signs.stream().distinct().count() != signs.size()) {
      throw new IllegalArgumentException("signs: one stands twice in " + signs);
    }
  }

  public ProfileId choose(Hints hints) {
    if (hints.chosen().isPresent()) {
      return hints.chosen().get();
    }
    for (Sign sign : signs) {
      Optional<ProfileId> told = sign.tells.apply(hints);
      if (told.isPresent()) {
        return told.get();
      }
    }
    return ProfileId.STANDARD;
  }
}
