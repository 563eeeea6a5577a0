package org.silverteller.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.silverteller.event.TerminalEvent.OperatorCommand;
import org.silverteller.host.Stan;
import org.silverteller.store.Store;
import org.silverteller.store.SuspenseCase;
import org.silverteller.store.TransactionRecord;

/**
 * What operators ask of the terminal: {@code operator operator-1 settle last paid 300}, {@code
 * operator operator-2 approve last paid 300}, {@code operator operator-1 settle last by-hand
 * CASE-17}, {@code operator replenisher-1 set CASS1=2000 REJECT=0}, {@code operator engineer-1
 * test}, {@code operator engineer-1 stop}. {@code last} stands for the newest open case, or the one
 * cleared last when none is open.
 */
final class OperatorSteps {

  private static final String LAST = "last";

  private final Supplier<Store> store;
  private final World world;
  private final Transcript transcript;

  OperatorSteps(Supplier<Store> store, World world, Transcript transcript) {
    this.store = store;
    this.world = world;
    this.transcript = transcript;
  }

  void act(Step step) {
    String account = step.word(1, "an account such as operator-1");
    String command = command(step);
    List<String> words = new ArrayList<>();
    for (int n = 3; n <= step.count(); n++) {
      words.add(step.word(n, "").equals(LAST) ? lastCase(step) : step.word(n, ""));
    }
    OperatorCommand asked = OperatorCommand.of(account, command, words.toArray(String[]::new));
    var unused =
        asked
            .reply()
            .whenComplete(
                (json, refusal) ->
                    transcript.happened(
                        "operator",
                        account
                            + " ← "
                            + (refusal == null ? json : "refused: " + refusal.getMessage())));
    world.post(asked);
  }

  private static String command(Step step) {
    String verb =
        step.word(
            2,
            "settle, approve, suspense, cleared, status, units, set, test, serials, serials-of, serials-find, journal or stop");
    return switch (verb) {
      case "settle", "approve", "cleared" -> "suspense-" + verb;
      case "serials-of" -> "serials-stan";
      case "set", "test" -> "units-" + verb;
      default -> verb;
    };
  }

  private String lastCase(Step step) {
    List<SuspenseCase> open = store.get().suspense();
    SuspenseCase last =
        open.isEmpty()
            ? store.get().cleared(1).stream()
                .findFirst()
                .orElseThrow(() -> step.fault("there is no suspense case"))
                .suspense()
            : open.get(open.size() - 1);
    return store
        .get()
        .transaction(last.transactionId())
        .map(TransactionRecord::stan)
        .map(Stan::toString)
        .orElseThrow();
  }
}
