package org.silverteller.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.card.CardProduct;
import org.silverteller.card.CardScheme;
import org.silverteller.card.Pan;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.event.DeviceName;
import org.silverteller.host.Advice;
import org.silverteller.host.CardEntry;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;
import org.silverteller.session.AcceptorCare;
import org.silverteller.session.Ledger;
import org.silverteller.store.Entry;
import org.silverteller.store.RememberedStore;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/** What is made, at boot, of every state in which a power cut can leave a deposit. */
class CashInRecoveryTest {

  private static final long ID = 7;
  private static final NoteMix TEN = hundreds(10);

  private final CashAcceptor acceptor = mock(CashAcceptor.class);
  private int stored;

  /**
   * Record; the acceptor's memory; whose reference that bears; notes accepted; what drawing in
   * finds; then the final state, and what is credited in yuan.
   */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          COLLECTING, ACTIVE,    own,   10, notes,   UNKNOWN,  0
          COLLECTING, ACTIVE,    own,    0, nothing, RETURNED, 0
          COLLECTING, ACTIVE,    own,    0, notes,   UNKNOWN,  0
          COLLECTING, ACTIVE,    own,   10, nothing, UNKNOWN,  0
          COLLECTING, ACTIVE,    own,   10, jam,     UNKNOWN,  0
          COLLECTING, RETRACTED, own,   10, nothing, UNKNOWN,  0
          COLLECTING, STORED,    own,   10, nothing, UNKNOWN,  0
          COLLECTING, STORED,    other,  5, nothing, RETURNED, 0
          COLLECTING, NONE,      none,   0, nothing, RETURNED, 0
          COLLECTING, UNKNOWN,   none,   0, nothing, UNKNOWN,  0
          REQUESTED,  ACTIVE,    own,   10, nothing, STORED,   1000
          REQUESTED,  ACTIVE,    own,    9, notes,   UNKNOWN,  0
          REQUESTED,  STORED,    other,  5, nothing, UNKNOWN,  0
          REQUESTED,  UNKNOWN,   none,   0, notes,   UNKNOWN,  0
          APPROVED,   ACTIVE,    own,   10, nothing, STORED,   1000
          APPROVED,   RETRACTED, own,   10, nothing, UNKNOWN,  0
          STORING,    ACTIVE,    own,   10, nothing, STORED,   1000
          STORING,    UNKNOWN,   own,   10, nothing, STORED,   1000
          STORING,    STORED,    own,   10, nothing, STORED,   1000
          STORING,    STORED,    own,    9, nothing, UNKNOWN,  0
          STORING,    RETURNED,  own,   10, notes,   UNKNOWN,  0
          STORING,    RETRACTED, own,   10, nothing, UNKNOWN,  0
          STORING,    STORED,    other, 10, nothing, UNKNOWN,  0
          STORING,    UNKNOWN,   none,   0, notes,   UNKNOWN,  0
          RETURNING,  RETURNED,  own,   10, nothing, RETURNED, 0
          RETURNING,  RETURNED,  own,   10, notes,   UNKNOWN,  0
          RETURNING,  RETURNED,  own,   10, jam,     UNKNOWN,  0
          RETURNING,  ACTIVE,    own,   10, notes,   UNKNOWN,  0
          RETURNING,  ACTIVE,    own,    0, nothing, RETURNED, 0
          RETURNING,  RETRACTED, own,   10, nothing, UNKNOWN,  0
          RETURNING,  UNKNOWN,   own,   10, notes,   UNKNOWN,  0
          RETURNING,  UNKNOWN,   none,   0, nothing, UNKNOWN,  0
          """)
  void ends_every_deposit(
      TransactionState state,
      Escrow.State memory,
      String reference,
      int accepted,
      String found,
      TransactionState end,
      long credited)
      throws Exception {
    stored = memory == Escrow.State.STORED ? accepted : 0;
    remembers(memory, reference, accepted);
    drawsIn(found);

    RememberedStore store = recovered(record(state));

    assertThat(store.last().state()).isEqualTo(end);
    assertThat(store.advices().stream().mapToLong(advice -> advice.dispensed().yuan()).sum())
        .isEqualTo(credited);
    assertThat(store.advices())
        .allMatch(advice -> advice.kind() == Advice.Kind.COMPLETION)
        .hasSize(credited == 0 ? 0 : 1);
    assertThat(store.entries(Entry.Opened.class)).hasSize(end == TransactionState.UNKNOWN ? 1 : 0);
  }

  @Test
  void does_not_believe_that_all_is_stored_when_the_units_tell_another_number() throws Exception {
    stored = 9;
    remembers(Escrow.State.STORED, "own", 10);
    drawsIn("nothing");

    RememberedStore store = recovered(record(TransactionState.STORING));

    assertThat(store.last().state()).isEqualTo(TransactionState.UNKNOWN);
    assertThat(store.advices()).isEmpty();
  }

  @Test
  void stores_nothing_that_was_not_confirmed() throws Exception {
    remembers(Escrow.State.ACTIVE, "own", 10);
    drawsIn("notes");

    recovered(record(TransactionState.COLLECTING));

    verify(acceptor, never()).endCashIn();
  }

  private void remembers(Escrow.State memory, String reference, int accepted) throws Exception {
    long told = reference.equals("own") ? ID : reference.equals("other") ? ID - 1 : 0;
    Escrow before = new Escrow(memory, told, new Counted(hundreds(accepted), 0), 0, 0);
    Escrow after = new Escrow(Escrow.State.STORED, told, before.accepted(), 0, 0);
    boolean[] ended = new boolean[1];
    lenient().when(acceptor.escrowStatus()).thenAnswer(call -> ended[0] ? after : before);
    lenient()
        .when(acceptor.endCashIn())
        .thenAnswer(
            call -> {
              ended[0] = true;
              stored = accepted;
              return before.accepted();
            });
    lenient()
        .when(acceptor.cashUnits())
        .thenAnswer(
            call ->
                List.of(
                    new CashUnit(
                        UnitId.of("DEPOSIT"),
                        UnitType.CASH_IN,
                        Denomination.MIXED,
                        stored,
                        0,
                        UnitState.OK)));
  }

  private void drawsIn(String found) throws Exception {
    switch (found) {
      case "notes" -> lenient().when(acceptor.retract()).thenReturn(new Counted(TEN, 0));
      case "jam" -> doThrow(fault(DeviceFault.Kind.JAMMED)).when(acceptor).retract();
      default -> doThrow(fault(DeviceFault.Kind.NO_MEDIA)).when(acceptor).retract();
    }
  }

  private static DeviceFault fault(DeviceFault.Kind kind) {
    return new DeviceFault(DeviceName.CASH_ACCEPTOR, kind, "");
  }

  private RememberedStore recovered(TransactionRecord record) {
    RememberedStore store = new RememberedStore(record);
    Ledger ledger =
        new Ledger(
            store,
            InstantSource.fixed(Instant.parse("2026-06-18T09:00:00Z")),
            ZoneOffset.UTC,
            pan -> Optional.of(new CardProduct(CardScheme.UNIONPAY, CardProduct.Issuer.OWN, false)),
            mock(CashDispenser.class),
            false);
    new CashInRecovery(
            Optional.of(acceptor), ledger, new AcceptorCare(Optional.of(acceptor), ledger))
        .settle(record);
    return store;
  }

  private static TransactionRecord record(TransactionState state) throws Exception {
    TransactionRecord opened =
        TransactionRecord.requested(
            ID,
            Service.DEPOSIT,
            new Stan(17),
            "616909000017",
            LocalDateTime.of(2026, 6, 18, 9, 0),
            Pan.of("6228480010020060421"),
            CardEntry.STRIPE,
            Money.ZERO);
    boolean confirmed = state != TransactionState.COLLECTING && state != TransactionState.RETURNING;
    return (confirmed ? opened.confirmed(TEN) : opened).in(state);
  }

  private static NoteMix hundreds(int notes) {
    return notes == 0
        ? NoteMix.EMPTY
        : new NoteMix(
            List.of(new NoteMix.Part(UnitId.of("ESCROW100"), Denomination.of(100), notes)));
  }
}
