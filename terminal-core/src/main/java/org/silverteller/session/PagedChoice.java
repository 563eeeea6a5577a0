package org.silverteller.session;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.silverteller.page.Option;
import org.silverteller.page.Pace;
import org.silverteller.page.Page;
import org.silverteller.page.Wish;

/**
 * A choice among more things than a profile shows at once: what has no room stands behind "more",
 * and behind the last page the first comes again.
 */
final class PagedChoice<T> {

  private final Dialogue dialogue;
  private final List<T> all;
  private final Function<T, Option> option;
  private final BiFunction<List<T>, Boolean, Page> page;

  /**
   * @param page for the things shown, and whether "more" stands beside them
   */
  PagedChoice(
      Dialogue dialogue,
      List<T> all,
      Function<T, Option> option,
      BiFunction<List<T>, Boolean, Page> page) {
    this.dialogue = dialogue;
    this.all = all;
    this.option = option;
    this.page = page;
  }

  /** Empty when the customer goes back. */
  Optional<T> ask() throws Cancelled {
    List<T> left = all;
    while (true) {
      List<T> offered = left;
      Option chosen =
          dialogue.ask(pace -> page.apply(shown(offered, pace), room(pace) < all.size()));
      if (!chosen.equals(Wish.MORE.option())) {
        return all.stream().filter(one -> option.apply(one).equals(chosen)).findFirst();
      }
      List<T> rest = offered.subList(shown(offered, dialogue.pace()).size(), offered.size());
      left = rest.isEmpty() ? all : rest;
    }
  }

  private List<T> shown(List<T> offered, Pace pace) {
    return offered.subList(0, Math.min(room(pace), offered.size()));
  }

  private int room(Pace pace) {
    return all.size() <= pace.optionsPerPage() ? all.size() : pace.optionsPerPage() - 1;
  }
}
