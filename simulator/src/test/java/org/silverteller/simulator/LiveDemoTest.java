package org.silverteller.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silverteller.simulator.hardware.BookStock;
import org.silverteller.simulator.hardware.Tempo;
import org.silverteller.simulator.hardware.Wallet;
import org.silverteller.simulator.scenario.Wiring;

/** The whole machine with its bank and console, as one person or a QA script meets it. */
final class LiveDemoTest {

  private static final LiveDemo.Pace QUICK = new LiveDemo.Pace(Tempo.INSTANT, Duration.ZERO, 2);

  @TempDir Path folder;
  private LiveDemo demo;
  private Visitor visitor;

  @BeforeEach
  void start() throws IOException {
    demo = LiveDemo.start(0, RunFolder.at(folder.resolve("run")), QUICK, Wiring.DIRECT);
    visitor = new Visitor(demo.address());
    visitor.awaitsPage("welcome");
  }

  @AfterEach
  void stop() throws IOException {
    demo.close();
  }

  private void asksFor500() {
    visitor.inserts("own-0421");
    visitor.types("123456");
    visitor.touches("withdraw");
    visitor.touches("amount-500");
    visitor.touches("mix-large_notes");
    visitor.touches("yes");
    visitor.touches("confirm");
  }

  @Test
  void pays_a_customer_and_accounts_for_every_yuan() {
    asksFor500();
    visitor.takes("card");
    visitor.takes("cash");
    visitor.takes("receipt");
    JsonNode audit = visitor.awaitsAudit();
    JsonNode state = visitor.look().get("state");
    assertThat(state.at("/hands/notes").toString()).isEqualTo("[{\"yuan\":100,\"count\":5}]");
    assertThat(state.at("/hands/slips/0").toString()).contains("500.00");
    assertThat(state.at("/wallet/0/balance").asText()).isEqualTo("11845.67");
    assertThat(state.at("/units/0/count").asInt()).isEqualTo(1995);
    assertThat(audit.get("holds").booleanValue()).as(audit.toString()).isTrue();
  }

  @Test
  void a_wallet_card_lies_in_one_place_only() throws Exception {
    visitor.inserts("own-0421");
    visitor.awaitsPage("pin-entry");
    assertThat(visitor.at("/state/wallet/0/place")).isEqualTo("machine");
    assertThat(visitor.tries("{\"action\":\"insert-card\",\"card\":\"senior-0421\"}"))
        .isEqualTo(409);
    visitor.does("{\"action\":\"press\",\"key\":\"cancel\"}");
    visitor.takes("card");
    visitor.awaitsPage("welcome");
    assertThat(visitor.at("/state/wallet/0/place")).isEqualTo("wallet");
  }

  @Test
  void a_reply_that_never_comes_pays_nothing_and_is_reversed() {
    visitor.sabotages("host-silent", "");
    asksFor500();
    visitor.takes("card");
    JsonNode audit = visitor.awaitsAudit();
    assertThat(visitor.at("/state/wallet/0/balance")).isEqualTo("12345.67");
    assertThat(audit.get("holds").booleanValue()).as(audit.toString()).isTrue();
  }

  @Test
  void a_terminal_that_lost_its_power_boots_on_what_was_durable_and_settles() {
    visitor.sabotages("power-cut-at", "notes counted");
    asksFor500();
    visitor.takes("card");
    visitor.awaits(
        "the power is cut",
        look -> look.at("/state/terminal/condition").asText().equals("power-off"));
    assertThat(visitor.look().at("/frame/dark").booleanValue()).isTrue();
    visitor.does("{\"action\":\"restore-power\"}");
    visitor.awaitsPage("welcome");
    JsonNode audit = visitor.awaitsAudit();
    assertThat(visitor.at("/state/wallet/0/balance")).isEqualTo("12345.67");
    assertThat(visitor.at("/state/units/4/count")).isEqualTo("5");
    assertThat(audit.get("holds").booleanValue()).as(audit.toString()).isTrue();
  }

  @Test
  void a_reboot_at_rest_serves_again() {
    long before = visitor.look().at("/frame/number").longValue();
    visitor.does("{\"action\":\"reboot\"}");
    visitor.awaits("another picture", look -> look.at("/frame/number").longValue() > before + 1);
    visitor.awaitsPage("welcome");
    visitor.inserts("own-0421");
    visitor.awaitsPage("pin-entry");
  }

  @Test
  void every_fault_of_the_panel_can_be_armed_and_ended() {
    for (JsonNode fault : visitor.look().at("/state/faults")) {
      String id = fault.get("id").asText();
      String choice = fault.at("/choices/0").asText();
      visitor.sabotages(id, choice);
      assertThat(fault(id).get("on").booleanValue()).as(id).isTrue();
      visitor.does("{\"action\":\"fault\",\"fault\":\"" + id + "\",\"on\":false}");
      assertThat(fault(id).get("on").booleanValue()).as(id).isFalse();
    }
  }

  private JsonNode fault(String id) {
    for (JsonNode fault : visitor.look().at("/state/faults")) {
      if (fault.get("id").asText().equals(id)) {
        return fault;
      }
    }
    throw new AssertionError("no fault " + id);
  }

  @Test
  void a_fault_or_a_choice_that_does_not_exist_is_named() {
    assertThatThrownBy(() -> visitor.sabotages("earthquake", ""))
        .hasMessageContaining("fault 'earthquake': expected one of jam");
    assertThatThrownBy(() -> visitor.sabotages("jam", "CASS9"))
        .hasMessageContaining("choice 'CASS9' of fault 'jam': expected one of CASS1");
    assertThatThrownBy(() -> visitor.sabotages("jam", ""))
        .hasMessageContaining("choice is missing");
  }

  @Test
  void mending_fills_the_cassettes_and_ends_the_faults() {
    visitor.sabotages("unit-missing", "CASS1");
    asksForFiftyYuanNotes();
    visitor.does("{\"action\":\"mend\"}");
    assertThat(visitor.at("/state/units/0/state")).isEqualTo("ok");
    assertThat(visitor.at("/state/units/1/count")).isEqualTo("1000");
    JsonNode audit = visitor.awaitsAudit();
    assertThat(audit.get("holds").booleanValue()).as(audit.toString()).isTrue();
  }

  private void asksForFiftyYuanNotes() {
    asksFor500();
    visitor.takes("card");
    visitor.takes("cash");
    visitor.awaitsPage("welcome");
    assertThat(visitor.at("/state/units/1/count")).isEqualTo("990");
  }

  @Test
  void a_pensioner_draws_500_and_the_rows_that_waited_stand_in_the_book() {
    visitor.does("{\"action\":\"post-row\",\"book\":\"book-0717\"}");
    assertThat(visitor.at("/state/books/0/balance")).isEqualTo("16382.32");
    inserts("book-0717", 1, false);
    visitor.types("123456");
    visitor.touches("withdraw");
    visitor.touches("amount-500");
    visitor.touches("mix-large_notes");
    visitor.touches("no");
    visitor.touches("confirm");
    visitor.takes("book");
    visitor.takes("cash");
    JsonNode audit = visitor.awaitsAudit();
    JsonNode book = visitor.look().at("/state/books/0");
    assertThat(audit.get("holds").booleanValue()).as(audit.toString()).isTrue();
    assertThat(book.at("/due/waiting")).isEmpty();
    assertThat(book.at("/printed")).hasSize(18);
    assertThat(book.at("/printed/17/text").asText()).contains("ATM取款").contains("-500.00");
    assertThat(book.at("/printed/17/row").asInt())
        .as("line 18 lies two rows of fold further down")
        .isEqualTo(20);
    assertThat(book.get("place").asText()).isEqualTo("wallet");
  }

  @Test
  void a_book_that_lies_upside_down_or_was_replaced_is_given_back() {
    inserts("book-0717", 1, true);
    visitor.takes("book");
    visitor.awaitsPage("welcome");
    inserts("book-0825", 1, false);
    visitor.takes("book");
    visitor.awaitsPage("welcome");
    assertThat(visitor.at("/state/books/1/place")).isEqualTo("wallet");
    assertThatThrownBy(() -> inserts("book-0717", 7, false))
        .hasMessageContaining("page 7: expected 1 to 6");
    assertThatThrownBy(() -> inserts("diary", 1, false))
        .hasMessageContaining("book 'diary': expected one of book-0717");
  }

  @Test
  void a_stolen_book_is_kept_until_everything_is_mended() throws Exception {
    inserts("book-0933", 1, false);
    visitor.awaits("the book is kept", look -> look.at("/state/bookSlot/retained").asInt() == 1);
    visitor.awaitsPage("welcome");
    assertThat(visitor.at("/state/books/2/place")).isEqualTo("retained");
    assertThat(
            visitor.tries(
                "{\"action\":\"insert-book\",\"book\":\"book-0933\",\"page\":1,\"upside-down\":false}"))
        .isEqualTo(409);
    visitor.does("{\"action\":\"mend\"}");
    assertThat(visitor.at("/state/books/2/place")).isEqualTo("wallet");
  }

  @Test
  void what_is_put_in_is_counted_credited_and_accounted_for() {
    visitor.inserts("own-0421");
    visitor.types("123456");
    visitor.touches("deposit");
    visitor.does(
        "{\"action\":\"put-notes\",\"notes\":[{\"yuan\":100,\"quality\":\"fit\",\"count\":9},"
            + "{\"yuan\":50,\"quality\":\"unfit\",\"count\":2},{\"yuan\":100,\"quality\":\"suspect\",\"count\":1},"
            + "{\"yuan\":20,\"quality\":\"unreadable\",\"count\":1}]}");
    visitor.does("{\"action\":\"take-notes\"}");
    visitor.awaitsPage("deposit-count");
    assertThat(visitor.at("/state/acceptor/escrow/1/yuan")).isEqualTo("50");
    assertThat(visitor.at("/state/hands/returned/0/quality")).isEqualTo("unreadable");
    visitor.touches("confirm");
    visitor.awaitsPage("deposited");
    visitor.touches("exit");
    visitor.takes("card");
    JsonNode audit = visitor.awaitsAudit();
    assertThat(audit.get("holds").booleanValue()).as(audit.toString()).isTrue();
    assertThat(audit.toString()).contains("genuine notes taken in ¥1000.00, credited ¥1000.00");
    assertThat(visitor.at("/state/wallet/0/balance")).isEqualTo("13345.67");
    assertThat(visitor.at("/state/acceptor/units/2/count")).as("suspects").isEqualTo("1");
  }

  @Test
  void notes_and_numbers_are_refused_while_nothing_asks_for_them() throws Exception {
    assertThat(
            visitor.tries(
                "{\"action\":\"put-notes\",\"notes\":[{\"yuan\":100,\"quality\":\"fit\",\"count\":1}]}"))
        .isEqualTo(409);
    assertThat(visitor.tries("{\"action\":\"take-notes\"}")).isEqualTo(409);
    assertThat(visitor.tries("{\"action\":\"take-book\"}")).isEqualTo(409);
    assertThat(visitor.tries("{\"action\":\"type-number\",\"of\":\"own-0421\"}")).isEqualTo(409);
    assertThatThrownBy(() -> visitor.does("{\"action\":\"type-number\",\"of\":\"nobody\"}"))
        .hasMessageContaining("payee 'nobody': expected one of senior-0421");
    assertThatThrownBy(() -> visitor.does("{\"action\":\"post-row\",\"book\":\"book-garbage\"}"))
        .hasMessageContaining("book 'book-garbage': expected one of book-0717");
  }

  @Test
  void the_bank_marks_payees_and_tells_no_whole_number_of_anybody() {
    visitor.does(
        "{\"action\":\"mark-payee\",\"payee\":\"senior-0421\",\"mark\":\"listed\",\"on\":true}");
    visitor.does(
        "{\"action\":\"mark-payee\",\"payee\":\"senior-0421\",\"mark\":\"slow\",\"on\":true}");
    assertThat(visitor.at("/state/bank/payees/0/listed")).isEqualTo("true");
    visitor.does(
        "{\"action\":\"mark-payee\",\"payee\":\"senior-0421\",\"mark\":\"listed\",\"on\":false}");
    assertThat(visitor.at("/state/bank/payees/0/listed")).isEqualTo("false");
    assertThat(visitor.at("/state/bank/payees/0/slow")).isEqualTo("true");
    String told = visitor.look().toString();
    Wallet.cards().forEach(card -> assertThat(told).doesNotContain(card.pan().reveal()));
    BookStock.books().forEach(book -> assertThat(told).doesNotContain(book.account()));
  }

  @Test
  void a_payees_number_is_typed_for_the_tester_and_told_to_nobody() {
    visitor.inserts("own-0421");
    visitor.types("123456");
    visitor.touches("transfer");
    visitor.touches("to_other_account");
    visitor.awaitsPage("account-entry");
    visitor.does("{\"action\":\"type-number\",\"of\":\"senior-0421\"}");
    visitor.awaits(
        "the number is on the glass",
        look -> look.at("/frame/text").toString().contains("19 digits"));
    assertThat(visitor.look().toString().replace(" ", ""))
        .doesNotContain(Wallet.SENIOR.pan().reveal());
  }

  @Test
  void a_transfer_stands_in_the_banks_window_and_the_audit_holds() {
    visitor.inserts("own-0421");
    visitor.types("123456");
    visitor.touches("transfer");
    visitor.touches("to_own_account");
    visitor.touches("account-1");
    visitor.awaits(
        "an amount is asked for",
        look -> look.at("/frame/page").asText().startsWith("transfer-amount"));
    "200"
        .chars()
        .forEach(digit -> visitor.does("{\"action\":\"press\",\"key\":\"" + (char) digit + "\"}"));
    visitor.does("{\"action\":\"press\",\"key\":\"enter\"}");
    visitor.touches("no");
    visitor.touches("confirm");
    visitor.awaits("the bank has it", look -> !look.at("/state/bank/transfers/0").isMissingNode());
    assertThat(visitor.at("/state/bank/transfers/0/standing")).isEqualTo("posted");
    assertThat(visitor.at("/state/bank/transfers/0/payer")).isEqualTo("own-0421");
    assertThat(visitor.at("/state/bank/transfers/0/amount")).isEqualTo("200.00");
    visitor.touches("exit");
    visitor.takes("card");
    JsonNode audit = visitor.awaitsAudit();
    assertThat(audit.get("holds").booleanValue()).as(audit.toString()).isTrue();
  }

  private void inserts(String book, int page, boolean upsideDown) {
    visitor.does(
        "{\"action\":\"insert-book\",\"book\":\""
            + book
            + "\",\"page\":"
            + page
            + ",\"upside-down\":"
            + upsideDown
            + "}");
  }

  @Test
  void nobody_acts_after_walking_away_until_the_next_one_steps_up() throws Exception {
    visitor.does("{\"action\":\"walk-away\"}");
    assertThat(visitor.tries("{\"action\":\"insert-card\",\"card\":\"own-0421\"}")).isEqualTo(409);
    assertThat(visitor.look().at("/state/away").booleanValue()).isTrue();
    visitor.does("{\"action\":\"next-customer\"}");
    visitor.inserts("own-0421");
  }

  @Test
  void an_operator_finds_the_control_socket_in_the_run_folder() {
    assertThat(folder.resolve("run").resolve("control.sock")).exists();
  }

  @Test
  void a_folder_that_is_not_empty_is_refused() throws IOException {
    Path used = Files.createDirectories(folder.resolve("used"));
    Files.writeString(used.resolve("diary.txt"), "mine");
    assertThatThrownBy(() -> RunFolder.at(used))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not empty");
  }
}
