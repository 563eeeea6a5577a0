package org.silverteller.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.card.CardProduct;
import org.silverteller.card.CardProduct.Issuer;
import org.silverteller.card.CardScheme;
import org.silverteller.card.CardTable;
import org.silverteller.card.CsvCardTable;
import org.silverteller.card.Pan;
import org.silverteller.terminal.ConfigReader;

/** What is shipped can be read by what reads it. */
class SettingsTest {

  private static final Path CARDS = Path.of("src/main/settings/cards.csv");

  @ParameterizedTest
  @CsvSource({
    "6228481234567890123, UNIONPAY, OWN, false",
    "6228491234567890123, UNIONPAY, OWN, true",
    "6227001234567890123, UNIONPAY, DOMESTIC, false",
    "4000001234567890, VISA, FOREIGN, false"
  })
  void card_ranges_tell_own_senior_domestic_and_foreign_cards_apart(
      String pan, CardScheme scheme, Issuer issuer, boolean senior) throws Exception {
    CardTable cards = ConfigReader.cards(CARDS);

    assertThat(cards.productOf(Pan.of(pan))).contains(new CardProduct(scheme, issuer, senior));
  }

  @Test
  void card_ranges_show_every_scheme_range_that_is_built_in() throws IOException {
    try (InputStream builtIn = CsvCardTable.class.getResourceAsStream("schemes.csv")) {
      var ranges =
          new String(builtIn.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();

      assertThat(Files.readAllLines(CARDS)).containsAll(ranges);
    }
  }
}
