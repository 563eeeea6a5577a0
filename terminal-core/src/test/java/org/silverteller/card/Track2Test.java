package org.silverteller.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.CharBuffer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Track2Test {

  private static final String DATA = "6228481234567890123=29122206123456789";

  @ParameterizedTest
  @CsvSource({
    "6228481234567890123=29122206123456789",
    ";6228481234567890123=29122206123456789?",
    ";6228481234567890123=29122206123456789?7",
    "6228481234567890123D29122206123456789"
  })
  void reads_the_track_with_and_without_its_sentinels(String text) throws CardFormatException {
    Track2 track = Track2.parse(text);

    assertThat(track.pan()).isEqualTo(Pan.of("6228481234567890123"));
    assertThat(track.expiry()).isEqualTo("2912");
    assertThat(track.serviceCode()).isEqualTo("220");
    assertThat(track.reveal()).isEqualTo(DATA);
  }

  @ParameterizedTest
  @CsvSource({"201, true", "220, true", "601, true", "101, false", "120, false", "521, false"})
  void tells_from_the_service_code_whether_the_chip_comes_first(String code, boolean chip)
      throws CardFormatException {
    assertThat(Track2.parse("4000001234567890=2912" + code).chipFirst()).isEqualTo(chip);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6228481234567890123 | track 2 without a separator: expected '=' after the PAN",
        "62284=2912220 | PAN of 5 characters: expected 12–19 digits",
        "6228481234567890123=291222 | track 2 after the PAN: expected expiry YYMM and a three-digit"
            + " service code, digits only",
        "6228481234567890123=2912220=1 | track 2 after the PAN: expected expiry YYMM and a"
            + " three-digit service code, digits only",
        "6228481234567890123=2913220 | track 2 expiry: expected YYMM with a month 01–12",
        "6228481234567890123=2900220 | track 2 expiry: expected YYMM with a month 01–12",
        "6228481234567890123=291222012345678901 | track 2 of 38 characters: expected at most 37"
      })
  void names_the_part_that_is_wrong(String text, String message) {
    assertThatThrownBy(() -> Track2.parse(text))
        .isInstanceOf(CardFormatException.class)
        .hasMessage(message);
  }

  @Test
  void is_gone_after_it_was_erased_and_keeps_what_the_reversal_needs() throws Exception {
    Track2 track = Track2.parse(DATA);

    track.erase();

    assertThat(track.erased()).isTrue();
    assertThatThrownBy(track::reveal)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("track 2 of 622848*********0123 has been erased");
    assertThat(track.pan().reveal()).isEqualTo("6228481234567890123");
    assertThat(heldBy(track)).containsOnly('0');
  }

  @Test
  void keeps_its_own_copy_of_a_buffer_that_the_reader_erases() throws CardFormatException {
    char[] buffer = DATA.toCharArray();
    Track2 track = Track2.parse(CharBuffer.wrap(buffer));

    java.util.Arrays.fill(buffer, '0');

    assertThat(track.reveal()).isEqualTo(DATA);
  }

  @Property(tries = 5_000)
  void anything_that_a_head_may_read_is_a_track_or_a_format_error_without_its_data(
      @ForAll("readings") String text) {
    try {
      Track2 track = Track2.parse(text);
      String pan = track.pan().reveal();

      assertThat(text.replace('D', '=')).contains(track.reveal());
      assertThat(track.reveal()).startsWith(pan + "=" + track.expiry() + track.serviceCode());
      String said = track.toString().replace(track.pan().masked(), "");
      assertThat(Leaks.in(said, track.reveal())).isEmpty();
    } catch (CardFormatException refused) {
      assertThat(Leaks.in(refused, text.replaceAll("[^0-9]", ""))).isEmpty();
    }
  }

  /** Good tracks, good tracks with damage, and noise. */
  @Provide
  Arbitrary<String> readings() {
    var digits = Arbitraries.strings().numeric();
    var good =
        Combinators.combine(
                digits.ofMinLength(12).ofMaxLength(19),
                Arbitraries.of("=", "D"),
                Arbitraries.of("2912", "3001", "0000", "9913"),
                digits.ofMinLength(3).ofMaxLength(16))
            .as((pan, separator, expiry, rest) -> ";" + pan + separator + expiry + rest + "?");
    var noise = Arbitraries.strings().withChars("0123456789=D;?:<>E\u0000é").ofMaxLength(60);
    var damaged =
        Combinators.combine(good, noise, Arbitraries.integers().between(0, 40))
            .as(
                (track, dirt, at) ->
                    track.substring(0, Math.min(at, track.length()))
                        + dirt
                        + track.substring(Math.min(at + dirt.length(), track.length())));
    return Arbitraries.oneOf(good, damaged, noise);
  }

  private static char[] heldBy(Track2 track) throws ReflectiveOperationException {
    var data = Track2.class.getDeclaredField("data");
    data.setAccessible(true);
    return (char[]) data.get(track);
  }
}
