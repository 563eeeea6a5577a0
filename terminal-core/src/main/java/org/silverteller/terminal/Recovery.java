package org.silverteller.terminal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.Counted;
import org.silverteller.device.Device;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Hardware;
import org.silverteller.host.Advice;
import org.silverteller.host.Reply;
import org.silverteller.host.Service;
import org.silverteller.money.NoteMix;
import org.silverteller.session.AcceptorCare;
import org.silverteller.session.BundleEvidence;
import org.silverteller.session.Ledger;
import org.silverteller.store.Store;
import org.silverteller.store.TransactionRecord;

/**
 * Brings what a power cut left open to an end that is known (design §4). Decides by the record, the
 * device's present status and the sensors; where these prove nothing, a suspense case is opened and
 * nothing is reversed.
 */
final class Recovery {

  private final Store store;
  private final Ledger ledger;
  private final Hardware hardware;
  private final AcceptorCare acceptorCare;

  Recovery(Store store, Ledger ledger, Hardware hardware, AcceptorCare acceptorCare) {
    this.acceptorCare = acceptorCare;
    this.store = store;
    this.ledger = ledger;
    this.hardware = hardware;
  }

  /** Run once at boot, before anybody is served. Repeats safely when it is itself cut short. */
  void run() {
    ledger.journal("START");
    for (TransactionRecord record : paperFirst()) {
      ledger.journal("RECOVERY STAN " + record.stan() + " " + record.state());
      if (record.service() == Service.DEPOSIT) {
        new CashInRecovery(hardware.cashAcceptor(), ledger, acceptorCare).settle(record);
      } else {
        settle(record);
      }
    }
    rest();
  }

  /** The bank must know what is in a book before it gives the money back that a row tells of. */
  private List<TransactionRecord> paperFirst() {
    return store.unfinished().stream()
        .sorted(Comparator.comparing(record -> record.service() != Service.BOOK_ROWS))
        .toList();
  }

  private void settle(TransactionRecord record) {
    if (record.service() == Service.BOOK_ROWS) {
      ledger.prints().recovered(record);
      return;
    }
    switch (record.state()) {
      case REQUESTED -> ledger.unanswered(record, Reply.Unknown.Cause.SILENCE);
      case APPROVED -> unpaid(record);
      case STACKING, COUNTED, PRESENTING, PRESENTED -> settleBundle(record);
      default -> throw new IllegalStateException("unfinished, but final: " + record.state());
    }
  }

  private void settleBundle(TransactionRecord record) {
    BundleEvidence evidence = BundleEvidence.of(hardware.dispenser(), record);
    switch (evidence.verdict()) {
      case INSIDE -> unpaid(record);
      case AT_EXIT -> drawBack(record.presented(evidence.bundle()), evidence);
      case GONE -> ledger.taken(record.presented(evidence.bundle()));
      case RETRACTED, UNKNOWN -> ledger.unknown(record, evidence.lines());
    }
  }

  private void unpaid(TransactionRecord record) {
    clearTransport();
    if (hardware.dispenser().exit() == Position.NOT_EMPTY) {
      ledger.unknown(record, List.of("recovered, nothing presented, but the exit is not empty"));
    } else {
      ledger.unpaid(record, Advice.Reason.SUSPECT, "RECOVERED, NOTHING PRESENTED");
    }
  }

  private void drawBack(TransactionRecord record, BundleEvidence evidence) {
    try {
      NoteMix back = hardware.dispenser().retract().notes();
      if (hardware.dispenser().transport() == Position.EMPTY) {
        ledger.retracted(record, back);
      } else {
        ledger.unknown(
            record, because("counted " + back + " back, and the transport is not empty", evidence));
      }
    } catch (DeviceFault fault) {
      ledger.journal("DEVICE FAULT " + fault.getMessage());
      if (fault.kind() == DeviceFault.Kind.NO_MEDIA
          && hardware.dispenser().exit() != Position.NOT_EMPTY) {
        ledger.taken(record);
      } else {
        ledger.unknown(record, because("retract failed: " + fault.getMessage(), evidence));
      }
    }
  }

  private static List<String> because(String why, BundleEvidence evidence) {
    return Stream.concat(Stream.of(why), evidence.lines().stream()).toList();
  }

  /** Leaves transport and stacker empty where the device can. */
  private void clearTransport() {
    CashDispenser dispenser = hardware.dispenser();
    if (dispenser.transport() == Position.EMPTY) {
      return;
    }
    try {
      Counted rejected = dispenser.rejectAll();
      ledger.journal("NOTES REJECTED " + rejected.rejected());
    } catch (DeviceFault fault) {
      ledger.journal("DEVICE FAULT " + fault.getMessage());
    }
  }

  private void rest() {
    List<Device> devices = new ArrayList<>(List.of(hardware.dispenser(), hardware.cardReader()));
    hardware.passbookUnit().ifPresent(devices::add);
    for (Device device : devices) {
      try {
        device.reset();
      } catch (DeviceFault fault) {
        ledger.journal("DEVICE FAULT " + fault.getMessage());
      }
    }
    clearTransport();
    acceptorCare.doubt();
    acceptorCare.inOrder();
  }
}
