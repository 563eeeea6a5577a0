package org.silverteller.device;

import java.util.List;
import java.util.Optional;

/** What one field of a device's answer says: the number it holds, and the words for it. */
public sealed interface ProbedValue {

  /**
   * A number that the device's standard gives a name.
   *
   * @param name as the standard has it, such as {@code WFS_CDM_DEVONLINE}
   * @param word what tells it from the others of its field, such as {@code ONLINE}
   */
  record Constant(String name, String word, long value) {}

  /** A count, a size, or a number for which the standard has no names. */
  record Plain(long value) implements ProbedValue {}

  /** A yes or no. */
  record Truth(boolean value) implements ProbedValue {}

  /**
   * One of several.
   *
   * @param constant empty for a number that the standard does not name
   */
  record State(long value, Optional<Constant> constant) implements ProbedValue {}

  /**
   * Any of several together.
   *
   * @param set the named ones; where the value is 0, what the standard calls that, if anything
   */
  record Flags(long value, List<Constant> set) implements ProbedValue {
    public Flags {
      set = List.copyOf(set);
    }

    /** The bits that the standard does not name. */
    public long unnamed() {
      return set.stream().mapToLong(Constant::value).reduce(value, (rest, bit) -> rest & ~bit);
    }
  }

  /**
   * One part of several.
   *
   * @param name of the part for a program
   * @param word of the part for a person
   */
  record Part(String name, String word, ProbedValue value) {}

  /** A field that holds several values, by their places or their own fields. */
  record Parts(List<Part> parts) implements ProbedValue {
    public Parts {
      parts = List.copyOf(parts);
    }
  }

  /** A list of things alike. */
  record Items(List<Parts> items) implements ProbedValue {
    public Items {
      items = List.copyOf(items);
    }
  }
}
