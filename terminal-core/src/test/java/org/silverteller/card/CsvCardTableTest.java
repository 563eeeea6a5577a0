package org.silverteller.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.card.CardProduct.Issuer;

class CsvCardTableTest {

  private static final String HEADER = "low,high,lengths,scheme,issuer,senior,enabled,comment\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "6200001234567890, UNIONPAY",
    "6221261234567890, UNIONPAY",
    "6229251234567890, UNIONPAY",
    "8100001234567890, UNIONPAY",
    "4000001234567, VISA",
    "4000001234567890, VISA",
    "4000001234567890123, VISA",
    "5100001234567890, MASTERCARD",
    "5599991234567890, MASTERCARD",
    "2221001234567890, MASTERCARD",
    "2720991234567890, MASTERCARD",
    "340000123456789, AMEX",
    "370000123456789, AMEX",
    "3528001234567890, JCB",
    "3589991234567890, JCB",
    "30000012345678, DINERS",
    "30599912345678, DINERS",
    "30900012345678, DINERS",
    "36000012345678, DINERS",
    "38000012345678, DINERS",
    "39999912345678, DINERS",
    "6011001234567890, DISCOVER",
    "6440001234567890, DISCOVER",
    "6499991234567890, DISCOVER",
    "6500001234567890, DISCOVER",
  })
  void knows_the_schemes_at_both_ends_of_their_ranges(String pan, CardScheme scheme)
      throws CardFormatException {
    Optional<CardProduct> product = CsvCardTable.worldWide().productOf(Pan.of(pan));

    assertThat(product)
        .contains(
            new CardProduct(scheme, scheme.foreign() ? Issuer.FOREIGN : Issuer.DOMESTIC, false));
  }

  @ParameterizedTest
  @CsvSource({
    "5000001234567890", "5600001234567890", "2220991234567890", "2721001234567890",
    "3527991234567890", "3590001234567890", "3060001234567890", "6010001234567890",
    "6430001234567890", "400000123456", "34000012345678", "9000001234567890"
  })
  void takes_no_card_outside_them(String pan) throws CardFormatException {
    assertThat(CsvCardTable.worldWide().productOf(Pan.of(pan))).isEmpty();
  }

  @Test
  void takes_the_longest_prefix_that_fits() throws Exception {
    CardTable table =
        table(
            """
            6228,6228,19,UNIONPAY,DOMESTIC,no,yes,
            622848,622849,19,UNIONPAY,OWN,no,yes,ours
            62284900,62284909,19,UNIONPAY,OWN,yes,yes,"ours, senior"
            """);

    assertThat(issuerAndSenior(table, "6228001234567890123")).isEqualTo("DOMESTIC false");
    assertThat(issuerAndSenior(table, "6228481234567890123")).isEqualTo("OWN false");
    assertThat(issuerAndSenior(table, "6228490934567890123")).isEqualTo("OWN true");
    assertThat(issuerAndSenior(table, "6228491034567890123")).isEqualTo("OWN false");
  }

  @Test
  void passes_over_a_range_of_another_length() throws Exception {
    CardTable table = table("622848,622848,19,UNIONPAY,OWN,no,yes,\n");

    assertThat(issuerAndSenior(table, "6228481234567890")).isEqualTo("DOMESTIC false");
  }

  @Test
  void takes_no_card_of_a_range_that_is_turned_off() throws Exception {
    CardTable table =
        table(
            """
            622700,622700,19,UNIONPAY,DOMESTIC,no,no,
            5,5,16,MASTERCARD,FOREIGN,no,no,a short prefix of the bank goes before a longer one
            """);

    assertThat(table.productOf(Pan.of("6227001234567890123"))).isEmpty();
    assertThat(table.productOf(Pan.of("5100001234567890"))).isEmpty();
    assertThat(table.productOf(Pan.of("4000001234567890"))).isPresent();
  }

  @Test
  void lets_ranges_overlap_that_no_card_can_share() throws Exception {
    CardTable table =
        table(
            """
            622848,622848,19,UNIONPAY,OWN,no,yes,
            622848,622848,16,UNIONPAY,DOMESTIC,no,yes,
            """);

    assertThat(issuerAndSenior(table, "6228481234567890")).isEqualTo("DOMESTIC false");
    assertThat(issuerAndSenior(table, "6228481234567890123")).isEqualTo("OWN false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "62x,629,16,UNIONPAY,OWN,no,yes, | low: found '62x', expected 1–11 digits",
        "628,62,16,UNIONPAY,OWN,no,yes, | high: found '62', expected 3 digits, not below 628",
        "628,627,16,UNIONPAY,OWN,no,yes, | high: found '627', expected 3 digits, not below 628",
        "628,629,20,UNIONPAY,OWN,no,yes, | lengths: found '20', expected PAN lengths 12–19",
        "628,629,19-16,UNIONPAY,OWN,no,yes, | lengths: found '19-16', expected PAN lengths",
        "628,629,,UNIONPAY,OWN,no,yes, | lengths: found '', expected PAN lengths 12–19",
        "628,629,16,MAESTRO,OWN,no,yes, | scheme: found 'MAESTRO', expected one of UNIONPAY, VISA",
        "628,629,16,VISA,OURS,no,yes, | issuer: found 'OURS', expected one of OWN, DOMESTIC,",
        "628,629,16,VISA,OWN,maybe,yes, | senior: found 'maybe', expected yes or no",
        "628,629,16,VISA,OWN,no,, | enabled: found '', expected yes or no",
        "628,629,16,VISA,OWN,no,yes | found '7 columns', expected 8",
        "628,629,16,VISA,OWN,no,yes,a,b | found '9 columns', expected 8; quote a comment",
      })
  void names_line_column_found_and_expected(String row, String message) {
    assertThatThrownBy(() -> table("# one\n\n" + row + "\n"))
        .isInstanceOf(CardTableException.class)
        .hasMessageStartingWith("line 4: " + message);
  }

  @Test
  void refuses_two_ranges_that_could_hold_the_same_card() {
    assertThatThrownBy(
            () ->
                table(
                    """
                    622840,622850,16-19,UNIONPAY,OWN,no,yes,
                    622850,622860,19,UNIONPAY,DOMESTIC,no,yes,
                    """))
        .isInstanceOf(CardTableException.class)
        .hasMessage(
            "line 3: low: found '622850–622860', expected no overlap with 622840–622850 in line 2");
  }

  @Test
  void refuses_a_table_without_its_header_or_in_another_charset() throws IOException {
    Path file = Files.writeString(folder.resolve("cards.csv"), "62,62,16,UNIONPAY,OWN,no,yes,\n");
    assertThatThrownBy(() -> CsvCardTable.read(file))
        .hasMessageEndingWith("expected the columns " + HEADER.strip());

    Files.write(
        file, (HEADER + "62,62,16,UNIONPAY,OWN,no,yes,银联").getBytes(Charset.forName("GBK")));
    assertThatThrownBy(() -> CsvCardTable.read(file))
        .hasMessage("found bytes that are not UTF-8, expected a file in UTF-8");

    assertThatThrownBy(() -> CsvCardTable.read(folder.resolve("none.csv")))
        .hasMessage("found no such file, expected a readable file");
  }

  @Test
  void reads_what_a_spreadsheet_wrote() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("cards.csv"),
            "\uFEFF"
                + (HEADER + "622848,622848,19,UNIONPAY,OWN,no,yes,\"a, b\"\n")
                    .replace("\n", "\r\n"));

    assertThat(issuerAndSenior(CsvCardTable.read(file), "6228481234567890123")).startsWith("OWN");
  }

  private CardTable table(String rows) throws IOException, CardTableException {
    return CsvCardTable.read(Files.writeString(folder.resolve("cards.csv"), HEADER + rows));
  }

  private static String issuerAndSenior(CardTable table, String pan) throws CardFormatException {
    CardProduct product = table.productOf(Pan.of(pan)).orElseThrow();
    return product.issuer() + " " + product.senior();
  }
}
