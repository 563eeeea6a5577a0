package org.silverteller.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.silverteller.event.TerminalEvent.OperatorCommand;
import org.silverteller.maintenance.PeerCheck.Peer;
import picocli.CommandLine;

@DisabledOnOs(OS.WINDOWS)
class AtmClientTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 18);
  private static final String UNITS =
      """
      [{"id":"CASS1","type":"BILL","denomination":100,"count":1482,"minimum":50,"state":"OK"},
      {"id":"CASS2","type":"BILL","denomination":50,"count":0,"minimum":50,"state":"EMPTY"},
      {"id":"CASS3","type":"RECYCLE","denomination":10,"count":955,"minimum":50,"state":"LOW"},
      {"id":"REJECT","type":"REJECT","denomination":0,"count":3,"minimum":0,"state":"OK"}]""";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Optional<ControlSocket> terminal = Optional.empty();
  private String asked = "";

  @AfterEach
  void close() throws IOException {
    if (terminal.isPresent()) {
      terminal.get().close();
    }
  }

  @Test
  void prints_the_status_as_a_person_reads_it() throws IOException {
    answer(status("in service", "2026-06-18T08:12", "up", 0, 0, "ONLINE"));
    assertThat(atm("status")).isZero();
    assertThat(out)
        .hasToString(
            """
            in service   since 08:12      host up           terminal 12345678
            cash         100 × 1,482   50 × 0 (empty)   10 × 955 (low)   about 190 withdrawals left
            bins         reject 3
            owed         nothing          suspense none     journal 2,114 lines today
            devices      all online
            """);
  }

  @Test
  void names_bins_of_which_there_are_several_of_a_kind() throws IOException {
    String bins =
        """
        [{"id":"RECYC1","type":"RECYCLE","denomination":100,"count":10,"minimum":0,"state":"FULL"},
        {"id":"REJECT","type":"REJECT","denomination":0,"count":3,"minimum":0,"state":"OK"},
        {"id":"DEPOSIT","type":"CASH_IN","denomination":0,"count":1042,"minimum":0,"state":"OK"},
        {"id":"SUSPECT","type":"REJECT","denomination":0,"count":1,"minimum":0,"state":"FULL"}]""";
    answer(status("in service", "2026-06-18T08:12", "up", 0, 0, "ONLINE").replace(UNITS, bins));
    assertThat(atm("status")).isZero();
    assertThat(out)
        .asString()
        .contains(
            "cash         100 × 10 (full)   about",
            "bins         REJECT 3   cash in 1,042   SUSPECT 1 (full)\n");
  }

  @Test
  void prints_what_is_wrong() throws IOException {
    answer(
        status(
            "closed: STORE: /var/lib/silverteller: the journal has a gap at line 1042. The terminal"
                + " stays out of service. Copy the folder.",
            "2026-06-17T23:59:01",
            "down",
            2,
            1,
            "HARDWARE_ERROR"));
    assertThat(atm("status")).isZero();
    assertThat(out)
        .hasToString(
            """
            closed       since 2026-06-17 23:59   host down         terminal 12345678
            why          STORE: /var/lib/silverteller: the journal has a gap at line 1042. The terminal stays
                         out of service. Copy the folder.
            cash         100 × 1,482   50 × 0 (empty)   10 × 955 (low)   about 190 withdrawals left
            bins         reject 3
            owed         2 to the host            suspense 1        journal 2,114 lines today
                         atm suspense shows what is in suspense; two persons settle it
            devices      cash dispenser hardware error
            """);
  }

  @Test
  void prints_the_units_as_a_table() throws IOException {
    answer(UNITS);
    assertThat(atm("units")).isZero();
    assertThat(out)
        .hasToString(
            """
            UNIT          TYPE      NOTES    COUNT  MINIMUM  STATE
            CASS1         bill        100    1,482       50  ok
            CASS2         bill         50        0       50  empty
            CASS3         recycle      10      955       50  low
            REJECT        reject      any        3           ok
            """);
  }

  @Test
  void tells_what_was_counted_and_prints_what_changed() throws IOException {
    answer(
        "{\"changed\":[{\"unit\":\"CASS1\",\"before\":500,\"after\":1482}],\"units\":"
            + UNITS
            + "}");
    assertThat(atm("units", "set", "CASS1=1482", "REJECT=0")).isZero();
    assertThat(asked).isEqualTo("units-set [CASS1=1482, REJECT=0]");
    assertThat(out.toString())
        .startsWith(
            """
            CASS1             500  →    1,482

            UNIT          TYPE      NOTES    COUNT  MINIMUM  STATE
            CASS1         bill        100    1,482       50  ok
            """);
    assertThat(atm("units", "set")).isEqualTo(2);
  }

  @Test
  void tests_the_units_and_says_when_no_count_has_changed() throws IOException {
    answer("{\"changed\":[],\"units\":" + UNITS + "}");
    assertThat(atm("units", "test")).isZero();
    assertThat(asked).isEqualTo("units-test []");
    assertThat(out.toString()).startsWith("no count has changed\n\nUNIT ");
  }

  @Test
  void lists_the_files_with_serial_numbers() throws IOException {
    answer(
        """
        {"files":[{"name":"FSN10_CNY_31000017_20260617080012.FSN","state":"CLOSED","notes":1000,"bytes":100032},
        {"name":"FSN10_CNY_31000017_20260618080012.FSN.torn","state":"SET_ASIDE","notes":0,"bytes":771},
        {"name":"FSN10_CNY_31000017_20260618090008.FSN.part","state":"OPEN","notes":12,"bytes":1232}],
        "keepDays":90,"trouble":"/var/lib/silverteller/fsn: disk full"}""");
    assertThat(atm("serials")).isZero();
    assertThat(asked).isEqualTo("serials []");
    assertThat(out)
        .hasToString(
            """
            FILE                                              NOTES      BYTES  STATE
            FSN10_CNY_31000017_20260617080012.FSN             1,000    100,032  closed
            FSN10_CNY_31000017_20260618080012.FSN.torn                     771  set aside
            FSN10_CNY_31000017_20260618090008.FSN.part           12      1,232  open
            kept for 90 days
            trouble      not kept   /var/lib/silverteller/fsn: disk full
            """);
  }

  @Test
  void finds_the_notes_of_a_transaction() throws IOException {
    answer(
        """
        {"batches":[{"terminal":"31000017","stan":"000017","transaction":1204,"move":"DISPENSED",
        "time":"2026-06-18T09:00:08","notes":[
        {"unit":"CASS1","denomination":100,"edition":"2015","serial":"DA53074248","verdict":"GENUINE","errors":[]},
        {"unit":"REJECT","denomination":100,"edition":"unknown","serial":"DA*4877647","verdict":"SUSPECT","errors":[1,12]}],
        "missing":1,"file":"FSN10_CNY_31000017_20260618090008.FSN","trouble":""}],"more":false}""");
    assertThat(atm("serials", "--stan", "17", "--day", "2026-06-18")).isZero();
    assertThat(asked).isEqualTo("serials-stan [17, 2026-06-18]");
    assertThat(out)
        .hasToString(
            """
            STAN 000017  dispensed   09:00:08   terminal 31000017   transaction 1,204
            file         FSN10_CNY_31000017_20260618090008.FSN
            notes          100  DA53074248    2015     CASS1       genuine
                           100  DA*4877647    unknown  REJECT      suspect (1, 12)
                         1 whose numbers were not read
            """);
  }

  @Test
  void looks_for_a_serial_number() throws IOException {
    answer("{\"batches\":[],\"more\":false}");
    assertThat(atm("serials", "--serial", "da5307")).isZero();
    assertThat(asked).isEqualTo("serials-find [DA5307]");
    assertThat(out).hasToString("no such notes are on record\n");
  }

  @Test
  void says_what_is_wrong_with_a_question_for_serial_numbers() throws IOException {
    assertThat(atm("serials", "--stan", "0")).isEqualTo(2);
    assertThat(atm("serials", "--stan", "1000000")).isEqualTo(2);
    assertThat(atm("serials", "--stan", "1", "--serial", "DA53")).isEqualTo(2);
    assertThat(atm("serials", "--day", "2026-06-18")).isEqualTo(2);
    assertThat(atm("serials", "--stan", "1", "--day", "yesterday")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--stan 0: expected 1 … 999999")
        .contains("Expected one of --stan and --serial.")
        .contains("--day 2026-06-18: expected --stan with it");
  }

  @Test
  void prints_the_journal_under_its_days() throws IOException {
    answer(
        """
        [{"number":9,"time":"2026-06-17T23:59:59.5","text":"TRANSACTION END"},
        {"number":10,"time":"2026-06-18T08:00","text":"CARD INSERTED  PAN 622848******1234"}]""");
    assertThat(atm("journal", "-n", "2")).isZero();
    assertThat(asked).isEqualTo("journal [2]");
    assertThat(out)
        .hasToString(
            """
            2026-06-17
            23:59:59        9  TRANSACTION END
            2026-06-18
            08:00:00       10  CARD INSERTED  PAN 622848******1234
            """);
  }

  @Test
  void does_not_let_the_journal_paint() throws IOException {
    answer("[{\"number\":1,\"time\":\"2026-06-18T08:00\",\"text\":\"A @|red B|@ C\"}]");
    assertThat(atm("journal")).isZero();
    assertThat(out.toString()).contains("A @ |red B| @ C");
  }

  private static final String CASE =
      """
      {"stan":"000002","rrn":"616909000002","card":"622848*********0421",\
      "time":"2026-06-18T09:00:09","opened":"2026-06-17T09:00:12","amount":"500.00",\
      "state":"open","evidence":["before stacking: units CASS1 2000 REJECT 0",\
      "record PRESENTING planned 100x5 (CASS1 5) counted 100x5 (CASS1 5) presented none retracted none response 00"],\
      "words":[%s]}""";

  private static final String PROPOSED =
      """
      {"finding":"PAID 300.00","by":"operator-1","at":"2026-06-18T09:01",\
      "until":"2026-06-18T09:16"}""";

  private static final String APPROVED =
      """
      {"finding":"PAID 300.00","by":"operator-2","at":"2026-06-18T09:02",\
      "until":"2026-06-18T09:02"}""";

  @Test
  void prints_an_open_suspense_case_with_its_evidence() throws IOException {
    answer("[" + CASE.formatted("") + "]");
    assertThat(atm("suspense")).isZero();
    assertThat(asked).isEqualTo("suspense []");
    assertThat(out)
        .hasToString(
            """
            STAN 000002  approved 500.00   card 622848*********0421   RRN 616909000002
            time         09:00:09   in suspense since 2026-06-17 09:00:12
            state        open
                         two persons settle it: atm suspense settle 000002 --paid YUAN | --credit YUAN | --by-hand REFERENCE
            evidence     before stacking: units CASS1 2000 REJECT 0
                         record PRESENTING planned 100x5 (CASS1 5) counted 100x5 (CASS1 5) presented none
                         retracted none response 00
            """);
  }

  @Test
  void prints_what_is_proposed_for_a_case_and_until_when() throws IOException {
    answer("[" + CASE.formatted(PROPOSED) + "]");
    assertThat(atm("suspense")).isZero();
    assertThat(out.toString())
        .contains(
            """
            state        proposed   PAID 300.00 by operator-1, until 09:16:00
                         another person approves it: atm suspense approve 000002 --paid YUAN
            """);
  }

  @Test
  void prints_who_cleared_a_case() throws IOException {
    answer("[" + CASE.formatted(PROPOSED + "," + APPROVED) + "]");
    assertThat(atm("suspense", "cleared", "-n", "7")).isZero();
    assertThat(asked).isEqualTo("suspense-cleared [7]");
    assertThat(out.toString())
        .contains("state        cleared   PAID 300.00 by operator-1 and operator-2, 09:02:00\n");
  }

  @Test
  void says_that_there_is_no_case() throws IOException {
    answer("[]");
    assertThat(atm("suspense")).isZero();
    assertThat(out).hasToString("no open suspense case; those cleared: atm suspense cleared\n");
  }

  @Test
  void says_what_was_found() throws IOException {
    answer(
        """
        {"stan":"000002","state":"proposed","finding":"PAID 300.00","amount":"500.00",\
        "persons":["operator-1"],"until":"2026-06-18T09:16","owed":[]}""");
    assertThat(atm("suspense", "settle", "000002", "--paid", "300")).isZero();
    assertThat(asked).isEqualTo("suspense-settle [000002, paid, 300]");
    assertThat(out)
        .hasToString(
            """
            proposed     PAID 300.00 of 500.00, by operator-1
                         until 09:16:00 another person approves it: atm suspense approve 000002
            """);
  }

  @Test
  void says_the_same_as_the_second_person() throws IOException {
    answer(
        """
        {"stan":"000002","state":"cleared","finding":"BY HAND CASE-17","amount":"500.00",\
        "persons":["operator-1","operator-2"],"until":"2026-06-18T09:16","owed":[]}""");
    assertThat(atm("suspense", "approve", "616909000002", "--by-hand", "CASE-17")).isZero();
    assertThat(asked).isEqualTo("suspense-approve [616909000002, by-hand, CASE-17]");
    assertThat(out)
        .hasToString(
            """
            cleared      BY HAND CASE-17 of 500.00, by operator-1 and operator-2
            owed         nothing
            """);
  }

  @Test
  void exits_2_when_it_is_not_said_what_was_found_or_twice() {
    for (String verb : new String[] {"settle", "approve"}) {
      assertThat(atm("suspense", verb, "000002")).isEqualTo(2);
      assertThat(atm("suspense", verb, "000002", "--paid", "1", "--by-hand", "A")).isEqualTo(2);
      assertThat(atm("suspense", verb, "--paid", "1")).isEqualTo(2);
      assertThat(err.toString())
          .contains(
              "Expected one of --paid YUAN, --credit YUAN and --by-hand REFERENCE.",
              "Usage: atm suspense " + verb,
              "Missing required parameter: 'CASE'");
    }
    assertThat(atm("suspense", "cleared", "-n", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("-n 0: expected 1 … 1000 cases");
  }

  @Test
  void stops_the_terminal() throws IOException {
    answer("{\"stopping\":true}");
    assertThat(atm("stop")).isZero();
    assertThat(asked).isEqualTo("stop []");
    assertThat(out.toString()).startsWith("stopping");
  }

  @Test
  void prints_the_answer_as_it_came_with_json() throws IOException {
    answer("{\"stopping\":true}");
    assertThat(atm("stop", "--json")).isZero();
    assertThat(out).hasToString("{\"stopping\":true}\n");
  }

  @Test
  void exits_1_when_the_terminal_refuses() throws IOException {
    serve(
        peer -> Peer.permitted("operator-1"),
        command ->
            command
                .reply()
                .completeExceptionally(new IllegalArgumentException("out of service: no store")));
    assertThat(atm("units")).isEqualTo(1);
    assertThat(err).hasToString("atm: out of service: no store" + System.lineSeparator());
    assertThat(atm("units", "--json")).isEqualTo(1);
    assertThat(out).hasToString("{\"error\":\"out of service: no store\",\"kind\":\"REFUSED\"}\n");
  }

  @Test
  void exits_2_with_the_usage_when_the_command_line_is_wrong() {
    assertThat(atm("journal", "-n", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("-n 0: expected 1 … 1000 lines", "Usage: atm journal");
    assertThat(atm("dance")).isEqualTo(2);
    assertThat(atm()).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "Expected a command: status, units, serials, journal, suspense, devices or stop.");
  }

  @Test
  void exits_3_when_no_terminal_runs() throws IOException {
    assertThat(atm("status")).isEqualTo(3);
    assertThat(err.toString()).contains("no terminal is running: there is no control socket");
    answer("1");
    terminal.orElseThrow().close();
    assertThat(atm("status", "--json")).isEqualTo(3);
    assertThat(out.toString()).contains("\"kind\":\"NOT_RUNNING\"");
  }

  @Test
  void exits_4_when_it_is_not_permitted() throws IOException {
    serve(
        peer -> new Peer("guest", Optional.of("user guest may not")),
        command -> command.reply().complete("1"));
    assertThat(atm("status")).isEqualTo(4);
    assertThat(err.toString()).contains("user guest may not");
  }

  @Test
  void finds_the_socket_by_its_environment_variable() throws IOException {
    answer("{\"stopping\":true}");
    CommandLine atm =
        AtmClient.commandLine(Map.of(AtmClient.SOCKET_VARIABLE, socket().toString()), TODAY);
    assertThat(atm.setOut(new PrintWriter(out)).execute("stop")).isZero();
  }

  @Test
  void explains_itself() {
    assertThat(atm("--help")).isZero();
    assertThat(out.toString()).contains("status", "units", "journal", "stop", "Exit codes:");
    assertThat(atm("journal", "--help")).isZero();
    assertThat(out.toString()).contains("--lines=N", "--socket=PATH", "--json");
    assertThat(atm("suspense", "--help")).isZero();
    assertThat(atm("suspense", "settle", "--help")).isZero();
    assertThat(out.toString())
        .contains("settle", "approve", "cleared", "--paid=YUAN", "--by-hand=");
  }

  private static String status(
      String state, String since, String host, int owed, int suspense, String dispenser) {
    return """
        {"terminalId":"12345678","state":"%s","since":"%s","host":"%s","cash":%s,\
        "withdrawalsLeft":190,"owed":%d,"suspense":%d,"journalLinesToday":2114,\
        "devices":{"CARD_READER":"ONLINE","CASH_DISPENSER":"%s"}}"""
        .formatted(state, since, host, UNITS, owed, suspense, dispenser);
  }

  private void answer(String json) throws IOException {
    serve(peer -> Peer.permitted("operator-1"), command -> command.reply().complete(json));
  }

  private void serve(PeerCheck peers, Consumer<OperatorCommand> answers) throws IOException {
    terminal =
        Optional.of(
            ControlSocket.open(
                socket(),
                peers,
                event -> {
                  var command = (OperatorCommand) event;
                  asked = command.name() + " " + command.arguments();
                  answers.accept(command);
                },
                new ControlSocket.Patience(Duration.ofSeconds(60), Duration.ofSeconds(60))));
  }

  private int atm(String... arguments) {
    CommandLine atm =
        AtmClient.commandLine(Map.of(AtmClient.SOCKET_VARIABLE, socket().toString()), TODAY);
    return atm.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
  }

  private Path socket() {
    return folder.resolve("run").resolve("control.sock");
  }
}
