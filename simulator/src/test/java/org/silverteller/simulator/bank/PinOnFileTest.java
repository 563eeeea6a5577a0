package org.silverteller.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PinOnFileTest {

  private static final TransactionId FIRST = new TransactionId("31000017", 1, 618090000L);
  private static final TransactionId SECOND = new TransactionId("31000018", 1, 618090100L);

  private final CardOnFile card = new CardOnFile(BankSpec.usual().cards().get(0));
  private final String before = card.pin();

  @Test
  void a_reversed_change_puts_the_old_pin_back_once() {
    card.changePin(FIRST, "864209");
    card.restorePin(FIRST);
    assertThat(card.pin()).isEqualTo(before);

    card.changePin(SECOND, "975310");
    card.restorePin(FIRST);
    assertThat(card.pin()).isEqualTo("975310");
  }

  @Test
  void a_change_that_another_has_followed_is_not_taken_back() {
    card.changePin(FIRST, "864209");
    card.changePin(SECOND, "975310");
    card.restorePin(FIRST);

    assertThat(card.pin()).isEqualTo("975310");
  }
}
