package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silverteller.card.Pan;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Hardware;
import org.silverteller.device.NoteReader;
import org.silverteller.event.DeviceName;
import org.silverteller.host.CardEntry;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.Denomination;
import org.silverteller.money.Money;
import org.silverteller.money.NoteEdition;
import org.silverteller.money.NoteMix;
import org.silverteller.money.NoteMove;
import org.silverteller.money.NoteReading;
import org.silverteller.money.NoteSerial;
import org.silverteller.money.NoteVerdict;
import org.silverteller.money.UnitId;
import org.silverteller.store.ArchiveFault;
import org.silverteller.store.NoteArchive;
import org.silverteller.store.NoteBatch;
import org.silverteller.store.SerialRules;
import org.silverteller.store.Store;
import org.silverteller.store.TransactionRecord;

class NoteRegisterTest {

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 6, 18, 12, 0);
  private static final UnitId CASS1 = UnitId.of("CASS1");
  private static final UnitId CASS4 = UnitId.of("CASS4");

  private final NoteReader reader = mock(NoteReader.class);
  private final NoteArchive archive = mock(NoteArchive.class);
  private final Hardware hardware = mock(Hardware.class);
  private final CashDispenser dispenser = mock(CashDispenser.class);
  private final CashAcceptor acceptor = mock(CashAcceptor.class);
  private final Store store = mock(Store.class);
  private final Ledger ledger = mock(Ledger.class);
  private final List<String> journal = new ArrayList<>();
  private final List<NoteBatch> kept = new ArrayList<>();

  @BeforeEach
  void a_machine_whose_devices_read() throws Exception {
    when(hardware.dispenser()).thenReturn(dispenser);
    when(hardware.cashAcceptor()).thenReturn(Optional.of(acceptor));
    when(dispenser.noteReader()).thenReturn(Optional.of(reader));
    when(acceptor.noteReader()).thenReturn(Optional.of(reader));
    when(ledger.now()).thenReturn(NOON);
    doAnswer(call -> journal.add(call.getArgument(0))).when(ledger).journal(any());
    keeps();
  }

  @Test
  void keeps_hundreds_that_were_dispensed_and_no_tens() throws Exception {
    transaction(1, paid(2, 1));
    reads(1, NoteMove.DISPENSED, hundred("AA00000001"), hundred("AA00000002"), ten("BB00000001"));
    register().dispensed(1);
    assertThat(kept)
        .containsExactly(
            batch(1, NoteMove.DISPENSED, 0, hundred("AA00000001"), hundred("AA00000002")));
    assertThat(journal).isEmpty();
  }

  @Test
  void keeps_what_came_back_as_retracted() throws Exception {
    transaction(1, paid(2, 0).retracted(hundreds(1)));
    reads(1, NoteMove.DISPENSED, hundred("AA00000001"), hundred("AA00000002"));
    reads(1, NoteMove.RETRACTED, hundred("AA00000002"));
    register().dispensed(1);
    assertThat(kept)
        .containsExactly(
            batch(1, NoteMove.DISPENSED, 0, hundred("AA00000001"), hundred("AA00000002")),
            batch(1, NoteMove.RETRACTED, 0, hundred("AA00000002")));
  }

  @Test
  void keeps_a_suspect_that_was_paid_in_besides_what_was_stored() throws Exception {
    NoteReading suspect =
        new NoteReading(
            UnitId.of("REJECT"),
            Denomination.of(100),
            NoteEdition.UNKNOWN,
            NoteSerial.of("ZZ0000000*"),
            NoteVerdict.SUSPECT,
            List.of(3));
    transaction(1, deposit(1));
    reads(1, NoteMove.STORED, hundred("AA00000001"), suspect);
    register().stored(1);
    assertThat(kept).containsExactly(batch(1, NoteMove.STORED, 0, hundred("AA00000001"), suspect));
    assertThat(journal).isEmpty();
  }

  @Test
  void a_note_that_was_not_read_is_missing_and_said() throws Exception {
    transaction(1, paid(3, 0));
    reads(1, NoteMove.DISPENSED, hundred("AA00000001"));
    register().dispensed(1);
    assertThat(kept).containsExactly(batch(1, NoteMove.DISPENSED, 2, hundred("AA00000001")));
    assertThat(journal).containsExactly("SERIALS OF 2 NOTES DISPENSED STAN 000101 NOT READ");
  }

  @Test
  void a_device_that_does_not_answer_is_a_line_in_the_journal() throws Exception {
    transaction(1, paid(1, 0));
    when(reader.notes(anyLong(), any()))
        .thenThrow(
            new DeviceFault(DeviceName.CASH_DISPENSER, DeviceFault.Kind.OFFLINE, "no answer"));
    register().dispensed(1);
    assertThat(kept).containsExactly(batch(1, NoteMove.DISPENSED, 1));
    assertThat(journal)
        .containsExactly(
            "SERIALS OF 1 NOTES DISPENSED STAN 000101 NOT READ: CASH_DISPENSER OFFLINE: no"
                + " answer");
  }

  @Test
  void a_disk_that_does_not_write_is_told_once_and_nothing_is_lost_when_it_writes_again()
      throws Exception {
    NoteRegister register = register();
    register.attend(Duration.ZERO);
    doThrow(new ArchiveFault("/fsn: disk full")).when(archive).add(any());
    for (int id = 1; id <= 3; id++) {
      transaction(id, paid(1, 0));
      reads(id, NoteMove.DISPENSED, hundred("AA0000000" + id));
      register.dispensed(id);
    }
    assertThat(journal).containsExactly("SERIALS NOT KEPT: /fsn: disk full");
    assertThat(register.trouble()).isEqualTo("/fsn: disk full");
    keeps();
    register.attend(Duration.ofSeconds(59));
    assertThat(kept).isEmpty();
    register.attend(Duration.ofSeconds(60));
    assertThat(kept).extracting(batch -> batch.head().transactionId()).containsExactly(1L, 2L, 3L);
    assertThat(journal).endsWith("SERIALS KEPT AGAIN, 3 BATCHES LATE");
    assertThat(register.trouble()).isEmpty();
  }

  @Test
  void what_waits_for_a_disk_too_long_is_named_when_it_is_given_up() throws Exception {
    NoteRegister register = register();
    doThrow(new ArchiveFault("/fsn: disk full")).when(archive).add(any());
    for (int id = 1; id <= 201; id++) {
      transaction(id, paid(1, 0));
      reads(id, NoteMove.DISPENSED, hundred("AA00000001"));
      register.dispensed(id);
    }
    assertThat(journal)
        .containsExactly("SERIALS NOT KEPT: /fsn: disk full", "SERIALS LOST DISPENSED STAN 000101");
  }

  @Test
  void looks_after_the_files_once_a_day_and_says_what_was_found() throws Exception {
    when(archive.attend(any())).thenReturn(List.of("X.FSN.part IS TORN"));
    NoteRegister register = register();
    register.attend(Duration.ZERO);
    register.attend(Duration.ofHours(3));
    verify(archive).attend(LocalDate.of(2026, 6, 18));
    assertThat(journal).containsExactly("SERIALS X.FSN.part IS TORN");
    when(ledger.now()).thenReturn(NOON.plusDays(1));
    register.attend(Duration.ofHours(24));
    verify(archive).attend(LocalDate.of(2026, 6, 19));
  }

  @Test
  void asks_again_after_a_start_for_what_a_power_cut_took_away() throws Exception {
    when(store.nextTransactionId()).thenReturn(8L);
    transaction(7, paid(1, 0).retracted(hundreds(1)));
    reads(7, NoteMove.DISPENSED, hundred("AA00000001"));
    reads(7, NoteMove.RETRACTED, hundred("AA00000001"));
    when(archive.holds(7, NoteMove.DISPENSED)).thenReturn(true);
    register().recover();
    assertThat(kept).containsExactly(batch(7, NoteMove.RETRACTED, 0, hundred("AA00000001")));
  }

  @Test
  void says_what_is_missing_when_the_device_knows_another_bundle() throws Exception {
    when(store.nextTransactionId()).thenReturn(8L);
    transaction(7, paid(2, 0));
    reads(7, NoteMove.DISPENSED);
    register().recover();
    assertThat(kept).containsExactly(batch(7, NoteMove.DISPENSED, 2));
    assertThat(journal).containsExactly("SERIALS OF 2 NOTES DISPENSED STAN 000107 NOT READ");
  }

  @Test
  void never_throws_when_nothing_works() throws Exception {
    when(store.nextTransactionId()).thenReturn(2L);
    transaction(1, paid(1, 0));
    when(reader.notes(anyLong(), any()))
        .thenThrow(new DeviceFault(DeviceName.CASH_DISPENSER, DeviceFault.Kind.HARDWARE, ""));
    when(archive.holds(anyLong(), any())).thenThrow(new ArchiveFault("gone"));
    when(archive.attend(any())).thenThrow(new ArchiveFault("gone"));
    doThrow(new ArchiveFault("gone")).when(archive).add(any());
    NoteRegister register = register();
    assertThatCode(
            () -> {
              register.attend(Duration.ZERO);
              register.recover();
              register.dispensed(1);
              register.stored(1);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void asks_nobody_where_the_bank_wants_none() throws Exception {
    SerialRules usual = SerialRules.DEFAULT;
    NoteRegister off =
        register(new SerialRules(usual.folder(), List.of(), usual.moves(), 90, 1000, "", "*"));
    transaction(1, paid(1, 0));
    off.attend(Duration.ZERO);
    off.recover();
    off.dispensed(1);
    verifyNoInteractions(archive, reader);
  }

  @Test
  void asks_nobody_where_nothing_came_out_or_no_device_reads() throws Exception {
    transaction(1, record(1));
    register().dispensed(1);
    verify(reader, never()).notes(anyLong(), any());
    when(dispenser.noteReader()).thenReturn(Optional.empty());
    transaction(2, paid(1, 0));
    register().dispensed(2);
    verifyNoInteractions(archive);
  }

  // ---- what is used

  private NoteRegister register() {
    return register(SerialRules.DEFAULT);
  }

  private NoteRegister register(SerialRules rules) {
    return new NoteRegister("31000017", rules, archive, hardware, store, ledger);
  }

  private void keeps() throws ArchiveFault {
    doAnswer(call -> kept.add(call.getArgument(0))).when(archive).add(any());
  }

  private void transaction(long id, TransactionRecord record) throws Exception {
    TransactionRecord numbered =
        new TransactionRecord(
            id,
            record.service(),
            record.state(),
            new Stan((int) (100 + id)),
            record.rrn(),
            record.time(),
            record.account(),
            record.maskedAccount(),
            record.entry(),
            record.amount(),
            record.planned(),
            record.counted(),
            record.presented(),
            record.retracted(),
            record.stored(),
            "",
            "",
            "",
            "");
    when(store.transaction(id)).thenReturn(Optional.of(numbered));
  }

  private void reads(long id, NoteMove move, NoteReading... notes) throws DeviceFault {
    when(reader.notes(id, move)).thenReturn(List.of(notes));
  }

  private static TransactionRecord record(long id) throws Exception {
    return TransactionRecord.requested(
        id,
        Service.WITHDRAWAL,
        new Stan(1),
        "616912000001",
        NOON,
        Pan.of("6228480000000000421"),
        CardEntry.STRIPE,
        Money.ofYuan(100));
  }

  private static TransactionRecord paid(int hundreds, int tens) throws Exception {
    List<NoteMix.Part> parts = new ArrayList<>(hundreds(hundreds).parts());
    if (tens > 0) {
      parts.add(new NoteMix.Part(CASS4, Denomination.of(10), tens));
    }
    return record(1).presented(new NoteMix(parts));
  }

  private static TransactionRecord deposit(int hundreds) throws Exception {
    TransactionRecord empty = record(1);
    return new TransactionRecord(
        1,
        empty.service(),
        empty.state(),
        empty.stan(),
        empty.rrn(),
        empty.time(),
        empty.account(),
        empty.maskedAccount(),
        empty.entry(),
        empty.amount(),
        NoteMix.EMPTY,
        NoteMix.EMPTY,
        NoteMix.EMPTY,
        NoteMix.EMPTY,
        hundreds(hundreds),
        "",
        "",
        "",
        "");
  }

  private static NoteMix hundreds(int notes) {
    return new NoteMix(
        Collections.nCopies(1, new NoteMix.Part(CASS1, Denomination.of(100), notes)));
  }

  private static NoteReading hundred(String serial) {
    return NoteReading.genuine(
        CASS1, Denomination.of(100), NoteEdition.Y2015, NoteSerial.of(serial));
  }

  private static NoteReading ten(String serial) {
    return NoteReading.genuine(
        CASS4, Denomination.of(10), NoteEdition.Y2019, NoteSerial.of(serial));
  }

  private static NoteBatch batch(long id, NoteMove move, int missing, NoteReading... notes) {
    return new NoteBatch(
        new NoteBatch.Head("31000017", id, new Stan((int) (100 + id)), move, NOON, missing),
        List.of(notes));
  }
}
