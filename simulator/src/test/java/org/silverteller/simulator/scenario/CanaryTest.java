package org.silverteller.simulator.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.Wallet;
import org.slf4j.LoggerFactory;

/**
 * Cards whose numbers and PINs occur nowhere else draw cash on a machine as it is installed, well
 * and badly; then every byte that the run has left behind is searched for them: transcript with
 * journal, messages and slips, logs at their most talkative, and the store.
 */
class CanaryTest {

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private Level usual;

  @TempDir Path folder;

  @BeforeEach
  void listen() {
    usual = root.getLevel();
    root.setLevel(Level.TRACE);
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(log);
    root.setLevel(usual);
  }

  /** What {@code pin new} and {@code pin other} type. */
  private static final List<String> CHOSEN_PINS = List.of("864209", "975310");

  static List<VirtualCard> canaries() {
    return Wallet.canaries();
  }

  @ParameterizedTest
  @MethodSource("canaries")
  void no_card_number_and_no_pin_is_left_behind_by_a_payment(VirtualCard canary)
      throws IOException {
    search(canary, play(canary, "", "touch yes", "take card\ntake cash\ntake receipt"));
  }

  @ParameterizedTest
  @MethodSource("canaries")
  void nor_by_a_lost_reply_and_a_power_cut(VirtualCard canary) throws IOException {
    search(
        canary,
        play(canary, "bank silent\ncut after commit unanswered", "touch no", "reboot\ntake card"));
  }

  @ParameterizedTest
  @MethodSource("canaries")
  void nor_while_the_reversal_is_still_owed(VirtualCard canary) throws IOException {
    String text = play(canary, "bank malformed 3\nbank advice silent", "touch no", "take card");
    search(canary, text);
  }

  static List<VirtualCard> ownCanaries() {
    return List.of(Wallet.CANARY, Wallet.CANARY_SENIOR);
  }

  @ParameterizedTest
  @MethodSource("ownCanaries")
  void nor_by_a_pin_change_that_ends_well_or_in_silence_or_in_the_dark(VirtualCard canary)
      throws IOException {
    String begin =
        "insert " + canary.name() + "\npin right\n" + more(canary) + "touch pin_change\n";
    search(
        canary,
        played(
            begin
                + "pin new\npin other\npin new\npin new\ntouch exit\ntake card\n"
                + "insert "
                + canary.name()
                + "\npin new\n"
                + more(canary)
                + "touch pin_change\nbank silent\ncut after commit unanswered\n"
                + "pin other\npin other\nreboot\ntake card"));
  }

  @ParameterizedTest
  @MethodSource("ownCanaries")
  void nor_by_a_balance_and_a_mini_statement_on_slips(VirtualCard canary) throws IOException {
    search(
        canary,
        played(
            "insert "
                + canary.name()
                + "\npin right\ntouch balance\ntouch print\ntouch back\n"
                + more(canary)
                + "touch statement\npin right\ntouch print\ntouch exit\ntake card\ntake receipt"));
  }

  /** In big print the rarer services stand on the second page. */
  private static String more(VirtualCard canary) {
    return canary.equals(Wallet.CANARY_SENIOR) ? "touch more\n" : "";
  }

  private String play(VirtualCard canary, String before, String receipt, String after)
      throws IOException {
    String language = canary.scheme().foreign() ? "touch language-en" : "";
    String amount =
        "touch withdraw\ntouch amount-200\ntouch mix-large_notes\n" + receipt + "\ntouch confirm";
    return played(
        String.join("\n", before, "insert " + canary.name(), language, "pin right", amount, after));
  }

  private String played(String steps) throws IOException {
    StringBuilder text = new StringBuilder("# What a canary does.\n");
    steps
        .lines()
        .filter(line -> !line.isEmpty())
        .forEach(line -> text.append("> ").append(line).append('\n'));
    Stage.Result result =
        Stage.play(
            Script.parse("canary", text.toString()),
            Depth.installedIn(folder),
            Wiring.DIRECT,
            line -> {});
    assertThat(result.violations()).isEmpty();
    return result.transcript().text();
  }

  private void search(VirtualCard canary, String transcript) throws IOException {
    assertThat(transcript).contains(canary.pan().masked());
    demandSilence(canary, "transcript", transcript);
    for (ILoggingEvent event : List.copyOf(log.list)) {
      demandSilence(canary, "log", event.getFormattedMessage());
      if (event.getThrowableProxy() != null) {
        demandSilence(canary, "log", ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        demandSilence(canary, file.getFileName().toString(), Files.readString(file, ISO_8859_1));
      }
    }
  }

  private static void demandSilence(VirtualCard canary, String where, String text) {
    String pan = canary.pan().reveal();
    assertThat(text).as(where).doesNotContain(pan).doesNotContain(pan.substring(2, 14));
    assertThat(text).as(where).doesNotContain(canary.pin());
    CHOSEN_PINS.forEach(pin -> assertThat(text).as(where).doesNotContain(pin));
    assertThat(text).as(where).doesNotContain(bcd(pan));
  }

  /** The digits as a message packs them. */
  private static String bcd(String digits) {
    StringBuilder packed = new StringBuilder();
    for (int at = 0; at + 1 < digits.length(); at += 2) {
      packed.append((char) Integer.parseInt(digits.substring(at, at + 2), 16));
    }
    return packed.toString();
  }
}
