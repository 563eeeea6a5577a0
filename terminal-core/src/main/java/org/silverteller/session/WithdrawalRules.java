package org.silverteller.session;

import java.util.List;
import org.silverteller.money.Money;
import org.silverteller.money.NoteRecipe;
import org.silverteller.page.ProfileId;

/**
 * What this machine pays at once. Daily limits are the host's.
 *
 * @param presets amounts to touch, ascending
 * @param elderPresets the same for the elder profile (service rules 1.4)
 * @param smallPresets the same for small notes only
 * @param changePacks the bank's small-change packs, each offered as one choice with the small notes
 *     while these very notes can be paid; at most four
 * @param ownMaxPerTransaction the most for a domestic card in one withdrawal (service rules 5.3)
 * @param foreignMaxPerTransaction the most for a foreign card in one withdrawal; told before the
 *     PIN (service rules 3.6)
 * @param smallNotesMaxPerTransaction the most in one withdrawal of small notes only (service rules
 *     4.4)
 * @param foreignFee what this machine's bank charges a foreign card for a withdrawal; shown before
 *     the host is asked
 * @param withoutPaper whether cash is paid when no slip can be printed; the customer is asked first
 *     (service rules 2.3)
 */
public record WithdrawalRules(
    List<Money> presets,
    List<Money> elderPresets,
    List<Money> smallPresets,
    List<NoteRecipe> changePacks,
    Money ownMaxPerTransaction,
    Money foreignMaxPerTransaction,
    Money smallNotesMaxPerTransaction,
    Money foreignFee,
    boolean withoutPaper) {

  private static final int MOST_PACKS = 4;

  public static final WithdrawalRules DEFAULT =
      new WithdrawalRules(
          yuan(100, 200, 300, 500, 1000, 2000, 3000),
          yuan(200, 500, 1000, 2000),
          yuan(20, 50, 100, 200),
          List.of(new NoteRecipe("10x10"), new NoteRecipe("20x5")),
          Money.ofYuan(5000),
          Money.ofYuan(3000),
          Money.ofYuan(200),
          Money.ZERO,
          true);

  public WithdrawalRules {
    presets = List.copyOf(presets);
    elderPresets = List.copyOf(elderPresets);
    smallPresets = List.copyOf(smallPresets);
    changePacks = List.copyOf(changePacks);
    if (changePacks.stream().distinct().count() > MOST_PACKS) {
      throw new IllegalArgumentException(
          "changePacks of " + changePacks.size() + " recipes: expected at most " + MOST_PACKS);
    }
    if (changePacks.stream().map(NoteRecipe::counts).distinct().count() != changePacks.size()) {
      throw new IllegalArgumentException("changePacks: a recipe stands twice in " + changePacks);
    }
    refuseUnlessAscending("presets", presets);
    refuseUnlessAscending("elderPresets", elderPresets);
    refuseUnlessAscending("smallPresets", smallPresets);
    refuseNothing("ownMaxPerTransaction", ownMaxPerTransaction);
    refuseNothing("foreignMaxPerTransaction", foreignMaxPerTransaction);
    refuseNothing("smallNotesMaxPerTransaction", smallNotesMaxPerTransaction);
  }

  List<Money> presetsFor(ProfileId profile, boolean smallOnly) {
    return smallOnly ? smallPresets : profile.equals(ProfileId.ELDER) ? elderPresets : presets;
  }

  Money limitFor(boolean foreign, boolean smallOnly) {
    Money limit = foreign ? foreignMaxPerTransaction : ownMaxPerTransaction;
    return smallOnly && limit.isMoreThan(smallNotesMaxPerTransaction)
        ? smallNotesMaxPerTransaction
        : limit;
  }

  private static void refuseUnlessAscending(String key, List<Money> amounts) {
    Money before = Money.ZERO;
    for (Money amount : amounts) {
      if (!amount.isMoreThan(before)) {
        throw new IllegalArgumentException(
            key + ": " + amount + " stands after " + before + "; expected ascending amounts");
      }
      before = amount;
    }
  }

  private static void refuseNothing(String key, Money limit) {
    if (limit.isZero()) {
      throw new IllegalArgumentException(key + " 0.00: expected more than nothing");
    }
  }

  private static List<Money> yuan(int... amounts) {
    return java.util.Arrays.stream(amounts).mapToObj(Money::ofYuan).toList();
  }
}
