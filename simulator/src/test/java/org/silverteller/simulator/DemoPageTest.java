package org.silverteller.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.silverteller.simulator.console.Browser;
import org.silverteller.simulator.hardware.Tempo;
import org.silverteller.simulator.scenario.Wiring;

/** A person with a browser at the whole machine. */
@Tag("browser")
final class DemoPageTest {

  private static final LiveDemo.Pace BRISK =
      new LiveDemo.Pace(Tempo.INSTANT, Duration.ofMillis(20), 5);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Wiring.class)
  void a_customer_draws_500_yuan_by_mouse_and_keyboard(Wiring wiring) throws IOException {
    assumeTrue(
        Browser.present(),
        "skipped: needs chromium and chromedriver on the PATH (Debian: apt-get install chromium chromium-driver)");
    try (LiveDemo demo = LiveDemo.start(0, RunFolder.at(folder.resolve("run")), BRISK, wiring);
        Browser browser = Browser.open()) {
      browser.size(1440, 900);
      browser.go(demo.address());
      awaitPage(browser, "welcome");
      browser.click("[data-card=own-0421]");
      browser.click("#card-button");
      awaitPage(browser, "pin-entry");
      assertThat(browser.text("#screen-text")).contains("密码");
      browser.run("document.activeElement.blur()");
      browser.type("123456\uE007");
      touch(browser, "withdraw");
      touch(browser, "amount-500");
      touch(browser, "mix-with_change");
      touch(browser, "yes");
      touch(browser, "confirm");
      awaitPage(browser, "take card then cash");
      assertThat(browser.text("#card-button")).isEqualTo("Take card");
      browser.click("#card-button");
      browser.await(
          "cash waits", "document.getElementById('take-cash').textContent === 'Take ¥500'");
      browser.click("#take-cash");
      browser.await("a slip waits", "!document.getElementById('take-receipt').disabled");
      browser.click("#take-receipt");
      awaitPage(browser, "welcome");
      browser.await("the audit", "document.getElementById('audit').textContent === 'holds'");
      assertThat(browser.text("#cash-in-hand")).isEqualTo("¥500");
      assertThat(browser.text("#journal"))
          .contains("CARD INSERTED  PAN 622848*********0421")
          .containsSubsequence(
              "RESPONSE 00",
              "NOTES STACKED",
              "CARD TAKEN",
              "NOTES PRESENTED",
              "NOTES TAKEN",
              "TRANSACTION END");
      assertThat(browser.text("#messages"))
          .containsSubsequence("Sign-on", "Withdrawal request", "Withdrawal reply");
      assertThat(browser.run("return document.documentElement.outerHTML").textValue())
          .doesNotContain("6228480010020060421");
    }
  }

  private static void touch(Browser browser, String option) {
    String area = "#areas [data-option-id='" + option + "']";
    browser.await(option + " is on the glass", "document.querySelector(arguments[0])", area);
    browser.click(area);
    browser.await(option + " is gone", "!document.querySelector(arguments[0])", area);
  }

  private static void awaitPage(Browser browser, String name) {
    browser.await(
        "page " + name,
        "(document.getElementById('screen-text').dataset.page ?? '').startsWith(arguments[0])",
        name);
  }
}
