package org.silverteller.session;

import java.util.List;
import java.util.Optional;
import org.silverteller.card.PassbookStripe;

/**
 * The bank's passbooks.
 *
 * @param stripes the ways in which their stripes are written, tried in this order
 * @param layouts their forms
 * @param pageTries how often a customer is asked to open the right page
 * @param pagesAtOnce pages printed in one visit
 * @param withdrawFromFull pay from a book into which no row fits any more
 */
public record BookRules(
    List<PassbookStripe> stripes,
    List<BookLayout> layouts,
    int pageTries,
    int pagesAtOnce,
    boolean withdrawFromFull) {

  public static final BookRules DEFAULT =
      new BookRules(List.of(PassbookStripe.DEFAULT), List.of(BookLayout.DEFAULT), 3, 5, true);

  public BookRules {
    stripes = List.copyOf(stripes);
    layouts = List.copyOf(layouts);
    if (stripes.isEmpty()) {
      throw new IllegalArgumentException("stripes: none, expected at least one");
    }
    if (layouts.stream().map(BookLayout::id).distinct().count() != layouts.size()) {
      throw new IllegalArgumentException("layouts: one id stands twice, expected each once");
    }
    if (pageTries < 1 || pageTries > 9) {
      throw new IllegalArgumentException("pageTries " + pageTries + ": expected 1 … 9");
    }
    if (pagesAtOnce < 1 || pagesAtOnce > 99) {
      throw new IllegalArgumentException("pagesAtOnce " + pagesAtOnce + ": expected 1 … 99");
    }
  }

  Optional<BookLayout> layout(String id) {
    return layouts.stream().filter(layout -> layout.id().equals(id)).findFirst();
  }
}
