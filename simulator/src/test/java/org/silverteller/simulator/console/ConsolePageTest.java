package org.silverteller.simulator.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.event.Key;
import org.silverteller.page.Frame;
import org.silverteller.simulator.hardware.VirtualNote.Quality;

/** The page in a real browser, against a bench that says what the test says. */
@Tag("browser")
final class ConsolePageTest {

  private static final Frame FRAME = FakeFrames.menu(640, 512);

  private static Browser browser;

  private final FakeBench bench = new FakeBench();
  private ConsoleServer server;

  @BeforeAll
  static void open() throws IOException {
    assumeTrue(
        Browser.present(),
        "skipped: needs chromium and chromedriver on the PATH (Debian: apt-get install chromium chromium-driver)");
    browser = Browser.open();
  }

  @AfterAll
  static void quit() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void load() throws IOException {
    server = ConsoleServer.start(bench, 0);
    bench.show(7, FRAME);
    browser.size(1280, 800);
    browser.go(server.address());
    browser.await(
        "the page shows the bench",
        "document.body.dataset.ready && document.querySelector('#areas button')");
    browser.complaints();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shows_the_picture_pixel_for_pixel() {
    JsonNode same =
        browser.run(
            "const img = document.getElementById('picture'); const c = document.createElement('canvas');"
                + " c.width = img.naturalWidth; c.height = img.naturalHeight; const g = c.getContext('2d'); g.drawImage(img, 0, 0);"
                + " return [c.width, c.height, ...g.getImageData(100, 180, 1, 1).data.slice(0, 3)]");
    assertThat(same).extracting(JsonNode::intValue).containsExactly(640, 512, 0x0B, 0x5C, 0x73);
  }

  @Test
  void at_its_own_size_one_pixel_of_the_picture_is_one_of_the_display() {
    browser.click("#actual-size");
    assertThat(
            browser
                .run("return document.getElementById('picture').getBoundingClientRect().width")
                .doubleValue())
        .isEqualTo(640);
    browser.click("#areas [data-option-id=balance]");
    awaitTouchOn("balance");
    browser.click("#actual-size");
  }

  @Test
  void mirrors_the_text_of_the_screen_for_assistive_technology() {
    assertThat(
            browser.run(
                "return [...document.querySelectorAll('#screen-text p')].map((p) => p.textContent)"))
        .extracting(JsonNode::textValue)
        .containsExactly("请选择服务", "取款", "查余额");
    assertThat(browser.run("return document.getElementById('screen-text').lang").textValue())
        .isEqualTo("zh");
    assertThat(
            browser.run("return document.getElementById('screen-text').dataset.page").textValue())
        .isEqualTo("menu");
  }

  @Test
  void a_touch_area_is_a_named_button_that_mouse_and_keyboard_reach() {
    browser.click("[data-option-id=withdraw]");
    awaitTouchOn("withdraw");
    browser.run("document.querySelector('[data-option-id=balance]').focus()");
    browser.type("\uE007");
    awaitTouchOn("balance");
    assertThat(
            browser
                .run(
                    "return document.querySelector('[data-option-id=withdraw]').getAttribute('aria-label')")
                .textValue())
        .isEqualTo("取款");
  }

  @Test
  void the_keyboard_types_on_the_pad_unless_told_not_to() {
    browser.run("document.activeElement.blur()");
    browser.type("12\uE007\uE003\uE00C");
    awaitDone(new Act.Press(Key.CANCEL));
    assertThat(bench.done())
        .containsExactly(
            new Act.Press(Key.D1),
            new Act.Press(Key.D2),
            new Act.Press(Key.ENTER),
            new Act.Press(Key.CLEAR),
            new Act.Press(Key.CANCEL));
    browser.click("#typing");
    browser.type("7");
    browser.click("[data-key='8']");
    awaitDone(new Act.Press(Key.D8));
    assertThat(bench.done()).doesNotContain(new Act.Press(Key.D7));
  }

  @Test
  void keys_typed_fast_arrive_in_order() {
    browser.run("document.activeElement.blur()");
    browser.type("0123456789012345678901234567890123456789\uE00C");
    awaitDone(new Act.Press(Key.CANCEL));
    assertThat(bench.done())
        .filteredOn(act -> !act.equals(new Act.Press(Key.CANCEL)))
        .extracting(act -> ((Act.Press) act).key().value())
        .containsExactlyElementsOf(IntStream.range(0, 40).mapToObj(n -> n % 10).toList());
  }

  @Test
  void a_card_is_picked_and_inserted_and_its_pin_is_told() {
    browser.click("[data-card=visa-1111]");
    assertThat(browser.text("#picked")).contains("Test PIN 123456").contains("411111******1111");
    browser.click("#card-button");
    awaitDone(new Act.InsertCard("visa-1111"));
  }

  @Test
  void card_cash_and_slip_can_be_taken_once_they_wait() {
    assertThat(disabled("take-cash")).isTrue();
    bench.show(FakeBench.presenting());
    browser.await("cash waits", "document.getElementById('take-cash').textContent === 'Take ¥500'");
    browser.click("#take-cash");
    browser.click("#card-button");
    browser.click("#take-receipt");
    awaitDone(new Act.TakeReceipt());
    assertThat(bench.done())
        .containsExactly(new Act.TakeCash(), new Act.TakeCard(), new Act.TakeReceipt());
    assertThat(browser.text("#cash-in-hand")).isEqualTo("¥500");
    browser.click(".slip");
    assertThat(browser.text("#sheet-body")).contains("WITHDRAWAL   300.00");
    browser.click("#sheet-close");
  }

  @Test
  void a_passbook_is_picked_held_open_at_a_page_and_put_in() {
    browser.click("#tab-books");
    browser.click("[data-book=book-0717]");
    assertThat(browser.text("#picked")).contains("Test PIN 123456").contains("0717");
    browser.click("#open-behind");
    browser.click("#upside-down");
    browser.click("#book-button");
    awaitDone(new Act.InsertBook("book-0717", 2, true));
    bench.show(FakeBench.presenting());
    browser.await(
        "the book waits", "document.getElementById('book-button').textContent === 'Take book'");
    browser.click("#book-button");
    awaitDone(new Act.TakeBook());
  }

  @Test
  void the_open_book_shows_its_rows_where_they_stand_on_paper() {
    browser.click("#tab-books");
    browser.click("[data-book=book-0717]");
    browser.click("#read-book");
    assertThat(top(12) - top(1)).isEqualTo(11 * (top(2) - top(1)), within(2.0));
    assertThat(top(15) - top(12))
        .as("the fold of two rows lies between the twelfth line and the next")
        .isEqualTo(3 * (top(2) - top(1)), within(2.0));
    assertThat(browser.text(".leaf.upper .printed")).startsWith("2026-06-03 养老金");
    assertThat(browser.text(".leaf.lower .torn .tag")).isEqualTo("torn off");
    assertThat(browser.text("#book-foot")).contains("Waiting to be printed: 水电费 -139.80");
    browser.click("#page-on");
    assertThat(browser.text("#page-number")).isEqualTo("Page 2 of 6");
    assertThat(browser.text("#open-book .printed")).startsWith("2026-07-10");
    assertThat(browser.run("return document.querySelectorAll('#open-book .due').length").intValue())
        .isEqualTo(1);
    browser.click("#book-close");
  }

  /** Where a row of paper stands on the page that is open; the fold has none of its own. */
  private double top(int row) {
    int line = row > 12 ? row - 2 : row;
    return browser
        .run(
            "return document.querySelectorAll('#open-book .leaf .line')[arguments[0]].getBoundingClientRect().top",
            line - 1)
        .doubleValue();
  }

  @Test
  void notes_of_any_condition_are_made_ready_and_put_in() {
    browser.click("#tab-notes");
    browser.click("#no-notes");
    assertThat(disabled("note-button")).isTrue();
    browser.click(".heap[data-yuan='50'] .add");
    browser.click("#qualities input[value=suspect]");
    browser.click(".heap[data-yuan='100'] .step:last-child");
    assertThat(browser.text("#picked")).isEqualTo("11 notes: 1 × suspect ¥100, 10 × ¥50");
    browser.click("#note-button");
    awaitDone(
        new Act.PutNotes(
            List.of(
                new BenchState.Heap(100, Quality.SUSPECT, 1),
                new BenchState.Heap(50, Quality.FIT, 10))));
    bench.show(FakeBench.presenting());
    browser.await(
        "notes are handed back",
        "document.getElementById('note-button').textContent === 'Take 13'");
    assertThat(browser.text("#input-status")).isEqualTo("holds ¥900");
    assertThat(browser.text("#handed-back")).isEqualTo("1 note");
    browser.click("#note-button");
    awaitDone(new Act.TakeNotes());
  }

  @Test
  void the_bank_pays_a_pension_and_puts_a_payee_on_the_case_list() {
    browser.click("#tab-bank");
    browser.click("[data-deed=pension-book-0717]");
    awaitDone(new Act.PostRow("book-0717"));
    browser.click("[data-deed=listed-domestic-0334]");
    awaitDone(new Act.MarkPayee("domestic-0334", Act.MarkPayee.Mark.LISTED, false));
    browser.click("[data-deed=slow-domestic-0334]");
    awaitDone(new Act.MarkPayee("domestic-0334", Act.MarkPayee.Mark.SLOW, true));
    assertThat(browser.text("#bank")).contains("held").contains("transfer to a case account");
    browser.click("#tab-units");
  }

  @Test
  void a_machine_without_acceptor_and_passbook_unit_has_blank_plates() {
    bench.show(FakeBench.plain());
    browser.await(
        "no passbook unit", "document.getElementById('book-text').textContent === 'not fitted'");
    assertThat(browser.text("#input-status")).isEqualTo("not fitted");
    assertThat(browser.run(LAYOUT_FAULTS)).extracting(JsonNode::textValue).isEmpty();
  }

  @Test
  void the_journal_and_the_messages_come_in_live() {
    bench.journal(1, "CARD INSERTED  PAN 622848******0421");
    bench.pass(FakeBench.message(1));
    browser.await("a journal line", "document.querySelector('#journal [data-number=\"1\"]')");
    assertThat(browser.text("#journal")).contains("CARD INSERTED  PAN 622848******0421");
    browser.click("#tab-messages");
    browser.click("#messages summary");
    assertThat(
            browser.run("return document.querySelector('#messages table').offsetHeight").intValue())
        .isPositive();
    assertThat(browser.text("#messages table"))
        .contains("System trace audit number")
        .contains("000017");
    browser.click("#tab-journal");
  }

  @Test
  void the_saboteur_arms_a_fault_in_a_unit_of_his_choice() {
    browser.click("#tab-faults");
    browser.run("document.querySelector('[data-fault=unit-missing] select').value = 'CASS3'");
    browser.click("#fault-unit-missing");
    awaitDone(new Act.Sabotage("unit-missing", true, Optional.of("CASS3")));
    browser.click("#cut-power");
    awaitDone(new Act.CutPower());
    browser.click("#tab-units");
  }

  @Test
  void what_cannot_be_done_is_told() {
    bench.refuse("the slot is closed");
    browser.click("#card-button");
    browser.await(
        "a word at the foot of the page",
        "document.getElementById('toast').textContent === 'The slot is closed'");
  }

  @ParameterizedTest
  @CsvSource({"1280,800", "1440,900", "1920,1080", "1440,1500"})
  void nothing_overflows_and_nothing_overlaps(int width, int height) {
    browser.size(width, height);
    bench.show(FakeBench.presenting());
    for (int line = 1; line <= 60; line++) {
      bench.journal(line, "WITHDRAWAL 500.00 STAN 000017 RESPONSE 00 AND A LONG TAIL OF WORDS");
      bench.pass(FakeBench.message(line));
    }
    browser.await(
        "the last line",
        "document.querySelector('#journal [data-number=\"60\"]') && document.querySelector('#messages [data-number=\"60\"]')");
    assertThat(browser.run(LAYOUT_FAULTS)).extracting(JsonNode::textValue).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"390,800", "800,600", "1024,500"})
  void a_small_window_scrolls_over_a_page_that_keeps_its_shape(int width, int height) {
    browser.size(width, height);
    bench.show(FakeBench.presenting());
    browser.await("the notes", "document.getElementById('take-cash').textContent === 'Take ¥500'");
    assertThat(browser.run(LAYOUT_FAULTS))
        .extracting(JsonNode::textValue)
        .filteredOn(fault -> !fault.contains("scrolls"))
        .isEmpty();
  }

  @Test
  void tells_what_lies_between_terminal_and_machine() {
    browser.await(
        "the ports", "document.getElementById('hardware').textContent === 'behind ports'");
    bench.show(FakeBench.presenting());
    browser.await("XFS", "document.getElementById('hardware').textContent === 'over XFS'");
  }

  /** Everything that stands outside its window or parent, or on top of a neighbour. */
  private static final String LAYOUT_FAULTS =
      """
      const faults = [];
      const name = (e) => e.id || e.className || e.tagName;
      if (document.documentElement.scrollHeight > innerHeight) faults.push("the window scrolls");
      for (const e of document.querySelectorAll('.customer, .fascia, .wallet-part')) if (e.scrollHeight > e.clientHeight + 1) faults.push(name(e) + ' holds more than fits');
      if (document.body.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
      if (document.body.scrollHeight > innerHeight) faults.push('the page scrolls down');
      const boxed = '.machine, .customer, .desk, .slot, .exit, .pad-well, .bezel, .card, .take, .quiet, .key, .status, .label, .pill, .picked';
      for (const e of document.querySelectorAll(boxed)) {
        const box = e.getBoundingClientRect();
        const parent = e.parentElement.getBoundingClientRect();
        if (!box.width) continue;
        if (box.right > parent.right + 1 || box.left < parent.left - 1 || box.bottom > parent.bottom + 1 || box.top < parent.top - 1)
          faults.push(name(e) + ' stands outside ' + name(e.parentElement));
        for (const other of e.parentElement.children) {
          const its = other.getBoundingClientRect();
          const apart = its.left >= box.right - 1 || its.right <= box.left + 1 || its.top >= box.bottom - 1 || its.bottom <= box.top + 1;
          if (other !== e && its.width && !apart && getComputedStyle(other).position !== 'absolute' && getComputedStyle(e).position !== 'absolute')
            faults.push(name(e) + ' overlaps ' + name(other));
        }
      }
      return faults;
      """;

  private boolean disabled(String id) {
    return browser.run("return document.getElementById(arguments[0]).disabled", id).booleanValue();
  }

  private void awaitTouchOn(String option) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(bench.done())
                    .last(InstanceOfAssertFactories.type(Act.Touch.class))
                    .satisfies(
                        touch ->
                            assertThat(FRAME.optionAt(touch.x(), touch.y())).hasValue(option)));
  }

  private void awaitDone(Act act) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(bench.done()).contains(act));
  }
}
