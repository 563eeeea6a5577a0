package org.silverteller.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.silverteller.card.PassbookStripe.Kind;
import org.silverteller.card.PassbookStripe.Part;

class PassbookStripeTest {

  private static final String ACCOUNT = "1001200300040000717";
  private static final String GOOD = ACCOUNT + "=0112345678" + PassbookStripe.luhnDigit(ACCOUNT);

  private static final PassbookStripe OLDER =
      new PassbookStripe(
          2,
          20,
          40,
          ">",
          List.of(
              new Part(Kind.SKIP, 2),
              new Part(Kind.ACCOUNT, 15),
              new Part(Kind.CHECK_MOD97, 2),
              new Part(Kind.SEPARATOR, 1),
              new Part(Kind.NUMBER, 8),
              new Part(Kind.REST, 1)));

  @Test
  void reads_account_and_voucher_with_or_without_sentinels() throws Exception {
    for (String stripe : List.of(GOOD, ";" + GOOD + "?", GOOD.replace('=', '>'))) {
      BookIdentity identity = PassbookStripe.DEFAULT.parse(stripe);
      assertThat(identity.account().reveal()).isEqualTo(ACCOUNT);
      assertThat(identity.voucher()).isEqualTo("0112345678");
    }
  }

  @Test
  void reads_another_banks_layout() throws Exception {
    String account = "100120030004000";
    String check = String.format("%02d", Long.parseLong(account) % 97);
    BookIdentity identity = OLDER.parse("99" + account + check + ">12345678WHATEVER");
    assertThat(identity.account().reveal()).isEqualTo(account);
    assertThat(identity.voucher()).isEqualTo("12345678");
    assertThatThrownBy(() -> OLDER.parse("99" + account + "98>12345678"))
        .hasMessageContaining("CHECK_MOD97");
  }

  @Test
  void names_what_is_wrong_and_never_a_digit_of_it() {
    refused(GOOD.substring(0, 29), "29 characters: expected 30–107");
    refused("1".repeat(4_000), "4000 characters");
    refused(GOOD.replace('=', '/'), "SEPARATOR: expected one of '=>'");
    refused(GOOD.replace("=01", "=0A"), "BATCH: expected 2 digits");
    refused("A" + GOOD.substring(1), "ACCOUNT: expected 19 digits");
    refused(GOOD.substring(0, 30) + (9 - (GOOD.charAt(30) - '0') == 0 ? "1" : "x"), "CHECK_LUHN");
    refused(GOOD + "77", "2 characters too many");
  }

  private static void refused(String stripe, String why) {
    assertThatThrownBy(() -> PassbookStripe.DEFAULT.parse(stripe))
        .isInstanceOf(CardFormatException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("0717");
  }

  @Property
  void refuses_garbage_with_its_own_exception_only(
      @ForAll @StringLength(max = 200) @CharRange(from = '\0', to = '\u00ff') String garbage) {
    for (PassbookStripe stripe : List.of(PassbookStripe.DEFAULT, OLDER)) {
      try {
        assertThat(stripe.parse(garbage).voucher()).containsOnlyDigits();
      } catch (CardFormatException expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
  }

  @Property
  void a_changed_digit_of_the_account_does_not_fit_its_check_digit(
      @ForAll @NumericChars @StringLength(19) String account, @ForAll int place) {
    int at = Math.floorMod(place, 19);
    String digit = PassbookStripe.luhnDigit(account);
    char other = (char) ('0' + (account.charAt(at) - '0' + 1) % 10);
    String changed = account.substring(0, at) + other + account.substring(at + 1);
    assertThatExceptionOfType(CardFormatException.class)
        .isThrownBy(() -> PassbookStripe.DEFAULT.parse(changed + "=0112345678" + digit));
  }

  @Test
  void refuses_layouts_that_cannot_be() {
    List<Part> parts = PassbookStripe.DEFAULT.parts();
    assertThatThrownBy(() -> new PassbookStripe(1, 30, 107, "=", parts))
        .hasMessage("track 1: expected 2 or 3");
    assertThatThrownBy(() -> new PassbookStripe(3, 30, 500, "=", parts))
        .hasMessage("most 500: expected 1 … 107");
    assertThatThrownBy(() -> new PassbookStripe(3, 50, 40, "=", parts))
        .hasMessage("least 50: expected 1 … 40");
    assertThatThrownBy(() -> new PassbookStripe(3, 30, 107, "=", List.of()))
        .hasMessageContaining("0 of them are the account");
    assertThatThrownBy(() -> new Part(Kind.SKIP, 0)).hasMessage("digits 0: expected 1 … 28");
  }
}
