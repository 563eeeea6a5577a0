package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.driver.xfs.XfsConfig.Role;

/** The settings of the driver in terminal.yaml. */
class XfsConfigTest {

  @Test
  void without_settings_it_speaks_all_versions_and_gbk() {
    XfsConfig config = XfsConfig.of(Map.of());
    assertThat(config.talk()).isEqualTo(XfsSettings.DEFAULT);
    assertThat(config.currency()).isEqualTo("CNY");
    assertThat(config.services()).isEmpty();
  }

  @Test
  void services_are_named_by_what_they_are() {
    XfsConfig config =
        XfsConfig.of(
            Map.of(
                "manager", "msxfs",
                "delivery", "window",
                "charset", "UTF-8",
                "versions", "3.00-3.10",
                "dispenser", "CurrencyDispenser1",
                "cardReader", "IDCardUnit1"));
    assertThat(config.services())
        .containsOnly(
            Map.entry(Role.DISPENSER, "CurrencyDispenser1"),
            Map.entry(Role.CARD_READER, "IDCardUnit1"));
    assertThat(config.talk().charset()).isEqualTo(Charset.forName("UTF-8"));
    assertThat(config.talk().highest()).isEqualTo(XfsVersion.V3_10);
    assertThat(config.delivery()).isEqualTo(DeliveryChoice.WINDOW);
  }

  @ParameterizedTest
  @CsvSource({
    "delivery, pigeon, window or callback",
    "charset, GBK2, 'a charset that Java knows, such as GBK'",
    "versions, 3.30, 'lowest and highest, such as 3.00-3.30'",
    "versions, 2.00-3.30, 'two of 3.00, 3.10, 3.20, 3.30'",
    "notesKept, -1, 0 … 1000",
    "notesKept, many, 0 … 1000",
    "patienceSeconds, 0, 1 … 600",
    "columns, 8, 16 … 132"
  })
  void a_wrong_setting_is_named_with_what_was_found_and_expected(
      String key, String found, String expected) {
    assertThatThrownBy(() -> XfsConfig.of(Map.of(key, found)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("xfs setting '" + key + "': found '" + found + "', expected " + expected);
  }

  @Test
  void a_range_of_versions_the_wrong_way_round_is_refused() {
    assertThatThrownBy(() -> XfsConfig.of(Map.of("versions", "3.30-3.00")))
        .hasMessage("lowest version 3.30: expected none above the highest, 3.00");
  }

  @Test
  void a_setting_that_nobody_knows_is_refused() {
    assertThatThrownBy(() -> XfsConfig.of(Map.of("dispencer", "CDM")))
        .hasMessageStartingWith("xfs setting 'dispencer': expected one of [")
        .hasMessageContaining("dispenser");
  }

  @Test
  void the_driver_says_what_it_misses() {
    var driver = new XfsDriverFactory();
    Map<String, String> settings = new HashMap<>();
    assertThatThrownBy(() -> driver.open(settings, event -> {}))
        .hasMessageContaining("xfs setting 'notesFolder': found ''");
    settings.put("notesFolder", "target/notes");
    assertThatThrownBy(() -> driver.open(settings, event -> {}))
        .hasMessageContaining("xfs setting 'manager': found ''");
    settings.put("manager", "no-such-manager");
    assertThatThrownBy(() -> driver.open(settings, event -> {}))
        .hasMessageContaining("XFS manager 'no-such-manager' cannot be loaded");
    settings.put("beside", "nobody");
    assertThatThrownBy(() -> driver.open(settings, event -> {}))
        .hasMessageContaining("cannot be loaded");
  }
}
