package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.card.PassbookStripe;

class BookRulesTest {

  private static final List<PassbookStripe> STRIPES = List.of(PassbookStripe.DEFAULT);
  private static final List<BookLayout> LAYOUTS = List.of(BookLayout.DEFAULT);

  @Test
  void refuse_a_bank_without_a_stripe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BookRules(List.of(), LAYOUTS, 3, 5, true))
        .withMessage("stripes: none, expected at least one");
  }

  @Test
  void refuse_two_layouts_of_one_name() {
    BookLayout first = BookLayout.DEFAULT;
    BookLayout second = new BookLayout("A", 20, 10, 2, 8, first.columns());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BookRules(STRIPES, List.of(first, second), 3, 5, true))
        .withMessage("layouts: one id stands twice, expected each once");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10})
  void refuse_to_ask_for_a_page_never_or_for_ever(int tries) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BookRules(STRIPES, LAYOUTS, tries, 5, true))
        .withMessage("pageTries " + tries + ": expected 1 … 9");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void refuse_to_print_no_page_and_more_than_a_book_has(int pages) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BookRules(STRIPES, LAYOUTS, 3, pages, true))
        .withMessage("pagesAtOnce " + pages + ": expected 1 … 99");
  }

  @Test
  void find_a_layout_by_the_name_the_bank_gives_it_and_no_other() {
    assertThat(BookRules.DEFAULT.layout("A")).contains(BookLayout.DEFAULT);
    assertThat(BookRules.DEFAULT.layout("B")).isEmpty();
    assertThat(new BookRules(STRIPES, LAYOUTS, 9, 99, true).pagesAtOnce()).isEqualTo(99);
  }
}
