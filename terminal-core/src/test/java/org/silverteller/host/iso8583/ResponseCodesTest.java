package org.silverteller.host.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.host.Action;
import org.silverteller.host.AdviceAnswer;

class ResponseCodesTest {

  @Test
  void every_two_digit_code_does_what_the_table_says() {
    Map<Action, String> byAction =
        IntStream.range(0, 100)
            .mapToObj(code -> String.format(Locale.ROOT, "%02d", code))
            .collect(
                Collectors.groupingBy(
                    code -> ResponseCodes.action(code, false),
                    TreeMap::new,
                    Collectors.joining(" ")));
    assertThat(byAction.remove(Action.UNKNOWN)).contains("09", "10", "68", "94", "98", "17", "88");
    assertThat(byAction)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry(Action.APPROVE, "00 11 16"),
                Map.entry(Action.CAPTURE, "04 07 33 34 35 36 37 41 43 67"),
                Map.entry(Action.PIN_AGAIN, "55"),
                Map.entry(Action.PIN_STOP, "38 75"),
                Map.entry(Action.NEW_KEYS_AND_RETRY, "99"),
                Map.entry(Action.LOWER_BALANCE, "51"),
                Map.entry(Action.LOWER_LIMIT, "61"),
                Map.entry(Action.COUNT_LIMIT, "65"),
                Map.entry(Action.OTHER_AMOUNT, "13 64"),
                Map.entry(
                    Action.RETURN_CARD,
                    "01 02 03 05 06 12 14 15 19 20 21 22 23 31 39 40 42 44 52 53 54 56 57 58 59 60 62 63 66 93"),
                Map.entry(Action.USE_CHIP, "45"),
                Map.entry(Action.SIGN_ON, "77 89 97"),
                Map.entry(Action.ALARM, "30"),
                Map.entry(Action.WAIT, "90"),
                Map.entry(Action.SYSTEM_DOWN, "91 92 95 96")));
  }

  @Test
  void letters_are_known_or_unknown_too() {
    assertThat(ResponseCodes.action("A0", false)).isEqualTo(Action.NEW_KEYS_AND_REVERSE);
    assertThat(ResponseCodes.action("A7", false)).isEqualTo(Action.NEW_KEYS_AND_RETRY);
    assertThat(ResponseCodes.action("a0", false)).isEqualTo(Action.UNKNOWN);
    assertThat(ResponseCodes.action("", false)).isEqualTo(Action.UNKNOWN);
    assertThat(ResponseCodes.action("10", true)).isEqualTo(Action.APPROVE);
  }

  @ParameterizedTest
  @CsvSource({
    "00, true, false",
    "22, true, false",
    "94, true, false",
    "12, true, true",
    "25, true, true",
    "05, true, true",
    "30, true, true",
    "57, true, true",
    "88, true, true",
    "A2, true, true",
    "09, false, false",
    "68, false, false",
    "77, false, false",
    "90, false, false",
    "91, false, false",
    "96, false, false",
    "99, false, false",
    "A0, false, false",
    "'', false, false",
  })
  void an_alert_is_taken_refused_or_to_be_told_again(
      String code, boolean settled, boolean forStaff) {
    assertThat(ResponseCodes.alertAnswer(code))
        .isEqualTo(new AdviceAnswer(settled, code, forStaff));
  }
}
