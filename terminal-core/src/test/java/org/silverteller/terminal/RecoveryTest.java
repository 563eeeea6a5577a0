package org.silverteller.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.silverteller.DecisionTable;
import org.silverteller.card.CardProduct;
import org.silverteller.card.CardScheme;
import org.silverteller.card.Pan;
import org.silverteller.device.CardReader;
import org.silverteller.device.CashDispenser.Capabilities;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.Hardware;
import org.silverteller.device.ScriptedDispenser;
import org.silverteller.host.Advice;
import org.silverteller.host.CardEntry;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.Denomination;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.session.AcceptorCare;
import org.silverteller.session.Ledger;
import org.silverteller.store.RememberedStore;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/** What is made, at boot, of every state that a power cut can leave (design §4). */
class RecoveryTest {

  private static final long ID = 7;
  private static final Instant NINE = Instant.parse("2026-06-18T09:00:00Z");

  /**
   * Record; what the device remembers, MUTE when it does not answer; whose reference that bears;
   * exit; what retract would do; transport after it.
   */
  private static final DecisionTable OUTCOMES =
      DecisionTable.of(
          """
          REQUESTED                     | *               | *          | *                 | *                  | *                 | no answer
          APPROVED                      | *               | *          | EMPTY/UNKNOWN     | *                  | *                 | reversed
          APPROVED                      | *               | *          | NOT_EMPTY         | *                  | *                 | suspense

          STACKING/COUNTED/PRESENTING/PRESENTED | MUTE    | *          | *                 | *                  | *                 | suspense
          STACKING/COUNTED/PRESENTING/PRESENTED | UNKNOWN/RETRACTED | own | *              | *                  | *                 | suspense
          STACKING/COUNTED/PRESENTING   | NOT_PRESENTED   | own        | EMPTY/UNKNOWN     | *                  | *                 | reversed
          STACKING/COUNTED/PRESENTING   | NOT_PRESENTED   | own        | NOT_EMPTY         | *                  | *                 | suspense
          PRESENTED                     | NOT_PRESENTED   | own        | *                 | *                  | *                 | suspense
          COUNTED                       | PRESENTED/TAKEN | own        | *                 | *                  | *                 | suspense

          STACKING/PRESENTING/PRESENTED | TAKEN           | own        | EMPTY/UNKNOWN     | *                  | *                 | taken
          STACKING/PRESENTING/PRESENTED | TAKEN           | own        | NOT_EMPTY         | *                  | *                 | suspense
          STACKING/PRESENTING/PRESENTED | PRESENTED       | own        | EMPTY             | *                  | *                 | taken
          STACKING/PRESENTING/PRESENTED | PRESENTED       | own        | NOT_EMPTY/UNKNOWN | all back           | EMPTY             | drawn back
          STACKING/PRESENTING/PRESENTED | PRESENTED       | own        | NOT_EMPTY/UNKNOWN | two back           | EMPTY             | partly drawn back
          STACKING/PRESENTING/PRESENTED | PRESENTED       | own        | NOT_EMPTY/UNKNOWN | all back/two back  | NOT_EMPTY/UNKNOWN | suspense
          STACKING/PRESENTING/PRESENTED | PRESENTED       | own        | NOT_EMPTY/UNKNOWN | JAMMED             | *                 | suspense
          STACKING/PRESENTING/PRESENTED | PRESENTED       | own        | UNKNOWN           | NO_MEDIA           | *                 | taken
          STACKING/PRESENTING/PRESENTED | PRESENTED       | own        | NOT_EMPTY         | NO_MEDIA           | *                 | suspense
          STACKING/PRESENTING/PRESENTED | PRESENTED       | own        | NOT_EMPTY/UNKNOWN | UNSUPPORTED        | *                 | suspense

          STACKING                      | NOT_PRESENTED/PRESENTED/TAKEN/RETRACTED/UNKNOWN | other | EMPTY/UNKNOWN | * | *           | reversed
          STACKING                      | NOT_PRESENTED/PRESENTED/TAKEN/RETRACTED/UNKNOWN | other | NOT_EMPTY     | * | *           | suspense
          STACKING                      | NOT_PRESENTED   | none       | EMPTY/UNKNOWN     | *                  | *                 | reversed
          STACKING                      | NOT_PRESENTED   | none       | NOT_EMPTY         | *                  | *                 | suspense
          STACKING                      | PRESENTED/TAKEN/RETRACTED/UNKNOWN | none | *     | *                  | *                 | suspense
          COUNTED                       | NOT_PRESENTED   | other/none | EMPTY/UNKNOWN     | *                  | *                 | reversed
          COUNTED                       | NOT_PRESENTED   | other/none | NOT_EMPTY         | *                  | *                 | suspense
          COUNTED                       | PRESENTED/TAKEN/RETRACTED/UNKNOWN | other/none | * | *                | *                 | suspense
          PRESENTING/PRESENTED          | NOT_PRESENTED/PRESENTED/TAKEN/RETRACTED/UNKNOWN | other/none | * | *     | *           | suspense
          """);

  private final ScriptedDispenser dispenser = new ScriptedDispenser();
  private final CardReader reader = mock(CardReader.class);
  private final Hardware hardware = mock(Hardware.class);
  private CardProduct.Issuer issuer = CardProduct.Issuer.OWN;
  private boolean completions;

  @ParameterizedTest
  @EnumSource(names = {"REQUESTED", "APPROVED", "STACKING", "COUNTED", "PRESENTING", "PRESENTED"})
  void every_answer_of_the_device_has_its_row(TransactionState state) throws Exception {
    for (String memory : memories()) {
      for (String reference : List.of("own", "other", "none")) {
        for (Position exit : Position.values()) {
          for (String retract :
              List.of("all back", "two back", "NO_MEDIA", "JAMMED", "UNSUPPORTED")) {
            for (Position transport : Position.values()) {
              device(memory, reference, exit, retract, transport);
              assertThat(outcome(recovered(record(state))))
                  .as("%s %s %s %s %s %s", state, memory, reference, exit, retract, transport)
                  .isEqualTo(OUTCOMES.outcome(state, memory, reference, exit, retract, transport));
            }
          }
        }
      }
    }
  }

  private static List<String> memories() {
    List<String> memories = new ArrayList<>(List.of("MUTE"));
    for (PresentStatus.State state : PresentStatus.State.values()) {
      memories.add(state.name());
    }
    return memories;
  }

  /** The device as it stands at boot. */
  private void device(
      String memory, String reference, Position exit, String retract, Position transport) {
    boolean canRetract = !retract.equals("UNSUPPORTED");
    dispenser.can = new Capabilities(true, true, canRetract, true, 40);
    dispenser.exit = exit;
    dispenser.transport = transport;
    long told = reference.equals("own") ? ID : reference.equals("other") ? ID - 1 : 0;
    dispenser.status =
        memory.equals("MUTE")
            ? Optional.empty()
            : Optional.of(
                new PresentStatus(
                    PresentStatus.State.valueOf(memory), new Counted(hundreds(5), 0), told));
    dispenser.retract =
        switch (retract) {
          case "all back" -> () -> new Counted(hundreds(5), 0);
          case "two back" -> () -> new Counted(hundreds(2), 0);
          default -> ScriptedDispenser.fails(Kind.valueOf(retract));
        };
  }

  /** In the words of the table, after everything that must go with them was found. */
  private static String outcome(RememberedStore store) {
    TransactionRecord last = store.last();
    assertThat(store.suspense()).hasSize(last.state() == TransactionState.UNKNOWN ? 1 : 0);
    return switch (last.state()) {
      case UNANSWERED -> owed(store, "no answer", Advice.Kind.REVERSAL, 0, Advice.Reason.TIME_OUT);
      case UNPAID -> owed(store, "reversed", Advice.Kind.REVERSAL, 0, Advice.Reason.SUSPECT);
      case RETRACTED ->
          last.retracted().notes() == 5
              ? owed(store, "drawn back", Advice.Kind.REVERSAL, 0, Advice.Reason.TIME_OUT)
              : owed(
                  store,
                  "partly drawn back",
                  Advice.Kind.PARTIAL_REVERSAL,
                  300,
                  Advice.Reason.TIME_OUT);
      case TAKEN -> {
        assertThat(last.presented()).isEqualTo(hundreds(5));
        assertThat(store.advices()).isEmpty();
        yield "taken";
      }
      case UNKNOWN -> {
        assertThat(store.advices()).isEmpty();
        yield "suspense";
      }
      default -> throw new AssertionError("not final: " + last.state());
    };
  }

  private static String owed(
      RememberedStore store, String words, Advice.Kind kind, long yuan, Advice.Reason reason) {
    assertThat(store.advices())
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.kind()).isEqualTo(kind);
              assertThat(advice.original().stan()).isEqualTo(new Stan(17));
              assertThat(advice.requested()).isEqualTo(Money.ofYuan(500));
              assertThat(advice.dispensed()).isEqualTo(Money.ofYuan(yuan));
              assertThat(advice.reason()).isEqualTo(reason);
            });
    return words;
  }

  @Test
  void an_inquiry_cut_short_owes_nothing() throws Exception {
    RememberedStore store = recovered(record(Service.BALANCE, TransactionState.REQUESTED));
    assertThat(store.last().state()).isEqualTo(TransactionState.UNANSWERED);
    assertThat(store.advices()).isEmpty();
  }

  @Test
  void the_own_bank_is_told_of_a_bundle_that_was_taken_in_the_dark_where_it_wants_completions()
      throws Exception {
    completions = true;
    device("TAKEN", "own", Position.EMPTY, "all back", Position.EMPTY);
    assertThat(recovered(record(TransactionState.PRESENTED)).advices())
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.kind()).isEqualTo(Advice.Kind.COMPLETION);
              assertThat(advice.dispensed()).isEqualTo(Money.ofYuan(500));
              assertThat(advice.reason()).isEqualTo(Advice.Reason.COMPLETED);
            });
    issuer = CardProduct.Issuer.DOMESTIC;
    assertThat(recovered(record(TransactionState.PRESENTED)).advices()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"OWN, RETRACTED, 1", "DOMESTIC, UNKNOWN, 0", "FOREIGN, UNKNOWN, 0"})
  void half_a_bundle_drawn_back_is_reversed_at_the_own_bank_and_a_case_between_banks(
      CardProduct.Issuer whose, TransactionState state, int advices) throws Exception {
    issuer = whose;
    device("PRESENTED", "own", Position.NOT_EMPTY, "two back", Position.EMPTY);
    RememberedStore store = recovered(record(TransactionState.PRESENTED));
    assertThat(store.last().state()).isEqualTo(state);
    assertThat(store.advices()).hasSize(advices);
    assertThat(store.suspense()).hasSize(1 - advices);
  }

  @Test
  void several_transactions_left_open_are_settled_oldest_first() throws Exception {
    RememberedStore store =
        recovered(record(TransactionState.REQUESTED), record(TransactionState.APPROVED));
    assertThat(store.journaled())
        .containsSubsequence(
            "START", "RECOVERY STAN 000017 REQUESTED", "RECOVERY STAN 000017 APPROVED");
    assertThat(store.advices()).hasSize(2);
  }

  @Test
  void notes_left_inside_go_to_the_reject_unit_before_the_reversal_and_after_the_reset()
      throws Exception {
    device("NOT_PRESENTED", "own", Position.EMPTY, "all back", Position.NOT_EMPTY);
    recovered(record(TransactionState.COUNTED));
    assertThat(dispenser.commands).containsExactly("reject", "reset");
  }

  @Test
  void notes_that_cannot_be_rejected_are_inside_all_the_same_and_the_amount_goes_back()
      throws Exception {
    device("NOT_PRESENTED", "own", Position.EMPTY, "all back", Position.NOT_EMPTY);
    dispenser.rejecting = Optional.of(ScriptedDispenser.fault(Kind.FULL));
    RememberedStore store = recovered(record(TransactionState.COUNTED));
    assertThat(outcome(store)).isEqualTo("reversed");
    assertThat(dispenser.commands).containsExactly("reject", "reset", "reject");
    assertThat(store.journaled()).contains("DEVICE FAULT CASH_DISPENSER FULL");
  }

  @Test
  void a_dispenser_that_does_not_come_to_rest_is_journaled_and_the_reader_is_reset_all_the_same()
      throws Exception {
    dispenser.resetting = Optional.of(ScriptedDispenser.fault(Kind.JAMMED));
    RememberedStore store = recovered();
    assertThat(store.journaled()).containsExactly("START", "DEVICE FAULT CASH_DISPENSER JAMMED");
    verify(reader).reset();
  }

  @Test
  void a_transaction_that_is_final_is_none_of_its_business() throws Exception {
    TransactionRecord taken = record(TransactionState.TAKEN);
    assertThatThrownBy(() -> recovered(taken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("unfinished, but final: TAKEN");
  }

  @BeforeEach
  void a_machine() {
    when(hardware.dispenser()).thenReturn(dispenser);
    when(hardware.cardReader()).thenReturn(reader);
  }

  private RememberedStore recovered(TransactionRecord... unfinished) {
    RememberedStore store = new RememberedStore(unfinished);
    Ledger ledger =
        new Ledger(
            store,
            InstantSource.fixed(NINE),
            ZoneOffset.UTC,
            pan -> Optional.of(new CardProduct(CardScheme.UNIONPAY, issuer, false)),
            hardware.dispenser(),
            completions);
    new Recovery(store, ledger, hardware, new AcceptorCare(hardware.cashAcceptor(), ledger)).run();
    return store;
  }

  private static TransactionRecord record(TransactionState state) throws Exception {
    return record(Service.WITHDRAWAL, state);
  }

  private static TransactionRecord record(Service service, TransactionState state)
      throws Exception {
    TransactionRecord record =
        TransactionRecord.requested(
            ID,
            service,
            new Stan(17),
            "616909000017",
            LocalDateTime.of(2026, 6, 18, 9, 0),
            Pan.of("6228480010020060421"),
            CardEntry.STRIPE,
            service == Service.BALANCE ? Money.ZERO : Money.ofYuan(500));
    return state == TransactionState.PRESENTED ? record.presented(hundreds(5)) : record.in(state);
  }

  private static NoteMix hundreds(int notes) {
    return new NoteMix(List.of(new NoteMix.Part(UnitId.of("CASS1"), Denomination.of(100), notes)));
  }
}
