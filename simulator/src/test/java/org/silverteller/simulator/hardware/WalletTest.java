package org.silverteller.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.silverteller.card.CardScheme;

class WalletTest {

  @Test
  void holds_a_card_of_every_scheme() {
    assertThat(Wallet.cards())
        .extracting(VirtualCard::scheme)
        .containsAll(EnumSet.allOf(CardScheme.class));
  }

  @Test
  void names_every_card_once_and_ends_each_name_with_its_last_four() {
    assertThat(Wallet.cards()).extracting(VirtualCard::name).doesNotHaveDuplicates();
    assertThat(Wallet.cards()).extracting(VirtualCard::pan).doesNotHaveDuplicates();
    assertThat(Wallet.cards())
        .allSatisfy(card -> assertThat(card.name()).endsWith("-" + card.pan().lastFour()));
  }

  @Test
  void keeps_each_card_in_its_range() {
    assertThat(Wallet.OWN.pan().startsWith("622848")).isTrue();
    assertThat(Wallet.SENIOR.pan().startsWith("622849")).isTrue();
    assertThat(Wallet.DOMESTIC.pan().startsWith("622700")).isTrue();
  }

  @Test
  void finds_a_card_by_its_name() {
    assertThat(Wallet.card("senior-0421")).contains(Wallet.SENIOR);
    assertThat(Wallet.card("nobody")).isEmpty();
  }

  @Test
  void tells_neither_number_nor_pin_when_printed() {
    assertThat(Wallet.canaries())
        .allSatisfy(
            card ->
                assertThat(card.toString())
                    .doesNotContain(card.pan().reveal())
                    .doesNotContain(card.pin()));
  }

  @Test
  void refuses_a_card_with_a_wrong_check_digit_without_telling_the_number() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                VirtualCard.of(
                    "bad-1112", "4111111111111112", "3912", "101", "1234", CardScheme.VISA))
        .withMessage("bad-1112: the PAN's check digit is wrong");
  }

  @Test
  void refuses_a_pin_that_is_none_without_telling_it() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                VirtualCard.of(
                    "bad-1111", "4111111111111111", "3912", "101", "12x", CardScheme.VISA))
        .withMessage("bad-1111: a PIN of 3 characters; expected 4–12 digits");
  }
}
