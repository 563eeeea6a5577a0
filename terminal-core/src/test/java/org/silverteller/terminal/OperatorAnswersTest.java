package org.silverteller.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silverteller.device.CardReader;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.Device;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.Hardware;
import org.silverteller.device.PinPad;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.device.Screen;
import org.silverteller.device.ScriptedDispenser;
import org.silverteller.event.DeviceName;
import org.silverteller.host.HostLink;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;
import org.silverteller.session.NoteRegister;
import org.silverteller.store.Store;

class OperatorAnswersTest {

  private static final CashUnit SHARED = unit("RECYC1", UnitType.RECYCLE, 100, 45);
  private static final CashUnit TENS = unit("CASS4", UnitType.BILL, 10, 100);
  private static final CashUnit REJECT = unit("REJECT", UnitType.REJECT, 0, 2);
  private static final CashUnit BOX = unit("DEPOSIT", UnitType.CASH_IN, 0, 7);

  private final ScriptedDispenser dispenser = new ScriptedDispenser();
  private final CashAcceptor acceptor = mock(CashAcceptor.class);
  private final Hardware hardware = mock(Hardware.class);
  private final NoteRegister notes = mock(NoteRegister.class);
  private final OperatorAnswers answers =
      new OperatorAnswers("12345678", hardware, mock(HostLink.class), mock(Store.class), notes);

  private static CashUnit unit(String id, UnitType type, int yuan, int count) {
    Denomination notes = yuan == 0 ? Denomination.MIXED : Denomination.of(yuan);
    return new CashUnit(UnitId.of(id), type, notes, count, yuan == 0 ? 0 : 5, UnitState.OK);
  }

  @BeforeEach
  void fitted() throws DeviceFault {
    dispenser.units = List.of(SHARED, TENS, REJECT);
    when(acceptor.cashUnits()).thenReturn(List.of(SHARED, BOX));
    when(hardware.dispenser()).thenReturn(dispenser);
    when(hardware.cashAcceptor()).thenReturn(Optional.of(acceptor));
    online(acceptor);
    CardReader cardReader = online(mock(CardReader.class));
    when(hardware.cardReader()).thenReturn(cardReader);
    PinPad pinPad = online(mock(PinPad.class));
    when(hardware.pinPad()).thenReturn(pinPad);
    ReceiptPrinter receiptPrinter = online(mock(ReceiptPrinter.class));
    when(hardware.receiptPrinter()).thenReturn(receiptPrinter);
    Screen screen = online(mock(Screen.class));
    when(hardware.screen()).thenReturn(screen);
    when(notes.trouble()).thenReturn("");
  }

  private static <T extends Device> T online(T device) {
    when(device.status()).thenReturn(DeviceStatus.ONLINE);
    return device;
  }

  private List<String> units() {
    return answers.units().stream().map(unit -> unit.id() + " " + unit.type()).toList();
  }

  @Test
  void a_unit_of_both_devices_stands_once() {
    assertThat(units())
        .containsExactly("RECYC1 RECYCLE", "CASS4 BILL", "REJECT REJECT", "DEPOSIT CASH_IN");
    assertThat(answers.status("in service", "2026-06-18T09:00", 3).cash())
        .isEqualTo(answers.units());
  }

  @Test
  void its_notes_are_counted_once_among_what_can_still_be_paid() {
    assertThat(answers.status("in service", "2026-06-18T09:00", 3).withdrawalsLeft()).isEqualTo(4);
  }

  /** An acceptor that recycles for itself feeds no withdrawal. */
  @Test
  void a_unit_that_the_dispenser_does_not_know_only_takes() {
    dispenser.units = List.of(TENS, REJECT);
    assertThat(units())
        .containsExactly("CASS4 BILL", "REJECT REJECT", "RECYC1 CASH_IN", "DEPOSIT CASH_IN");
    assertThat(answers.status("in service", "2026-06-18T09:00", 3).withdrawalsLeft()).isZero();
  }

  @Test
  void a_device_that_does_not_tell_hides_no_units_of_the_other() throws DeviceFault {
    when(acceptor.cashUnits())
        .thenThrow(new DeviceFault(DeviceName.CASH_ACCEPTOR, Kind.OFFLINE, ""));
    assertThat(units()).containsExactly("RECYC1 RECYCLE", "CASS4 BILL", "REJECT REJECT");
    dispenser.asking = Optional.of(ScriptedDispenser.fault(Kind.OFFLINE));
    assertThat(answers.units()).isEmpty();
    when(hardware.cashAcceptor()).thenReturn(Optional.empty());
    assertThat(answers.units()).isEmpty();
  }
}
