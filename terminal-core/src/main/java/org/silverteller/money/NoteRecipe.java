package org.silverteller.money;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which notes a bank puts into one small-change pack (零钱包), from whatever units hold them.
 *
 * @param notes face value in yuan and count, with blanks between kinds: {@code 10x10}, {@code 20x3
 *     10x4}; notes below 100 yuan only
 */
public record NoteRecipe(String notes) {

  private static final Pattern KIND = Pattern.compile("([1-9][0-9]?)x([1-9][0-9]?)");

  public NoteRecipe {
    counts(notes);
  }

  /** Notes by face value, largest first. */
  public SortedMap<Denomination, Integer> counts() {
    return counts(notes);
  }

  public Money total() {
    Money total = Money.ZERO;
    for (var kind : counts().entrySet()) {
      total = total.plus(kind.getKey().times(kind.getValue()));
    }
    return total;
  }

  private static SortedMap<Denomination, Integer> counts(String notes) {
    var counts = new TreeMap<Denomination, Integer>(Comparator.reverseOrder());
    for (String kind : notes.split(" ", -1)) {
      Matcher matcher = KIND.matcher(kind);
      boolean fits = matcher.matches();
      if (!fits
          || counts.put(
                  Denomination.of(Integer.parseInt(matcher.group(1))),
                  Integer.parseInt(matcher.group(2)))
              != null) {
        throw new IllegalArgumentException(
            "notes '" + notes + "': expected each kind of small note once, such as 20x3 10x4");
      }
    }
    return Collections.unmodifiableSortedMap(counts);
  }

  @Override
  public String toString() {
    return notes;
  }
}
