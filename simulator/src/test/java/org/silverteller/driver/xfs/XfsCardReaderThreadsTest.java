package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.silverteller.device.CardReader.Media;
import org.silverteller.event.TerminalEvent;
import org.silverteller.event.TerminalEvent.CardInserted;
import org.silverteller.event.TerminalEvent.CardTaken;
import org.silverteller.simulator.hardware.Customer;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.Wallet;
import org.silverteller.simulator.xfs.LayoutTable;
import org.silverteller.simulator.xfs.ManagerThreads;
import org.silverteller.simulator.xfs.XfsMachine;

/** With the threads of a real manager, of the bridge, and of a customer who does not wait. */
final class XfsCardReaderThreadsTest {

  private static final int VISITS = 150;
  private static final long LONGEST_HESITATION_NANOS = 1_500_000;

  private final XfsMachine machine = new XfsMachine(MachineSpec.STANDARD, LayoutTable.V3_30);
  private final Customer customer = machine.machine().customer();
  private final BlockingQueue<TerminalEvent> events = new LinkedBlockingQueue<>();

  @Test
  void a_card_that_comes_while_the_slot_closes_is_either_refused_or_told_once() throws Exception {
    ManagerThreads working = ManagerThreads.start(machine.manager());
    try (XfsManager manager =
        XfsManager.start(
            machine.manager(), new OwnThread(), XfsSettings.DEFAULT, DeliveryChoice.CALLBACK)) {
      XfsCardReader reader = XfsCardReader.open(manager.open(XfsMachine.IDC), events::add);
      int came = 0;
      for (int visit = 0; visit < VISITS; visit++) {
        came += visit(reader, visit) ? 1 : 0;
      }
      assertThat(events).isEmpty();
      assertThat(came).as("cards that came in").isPositive();
    } finally {
      working.close();
    }
    assertThat(machine.manager().unfreed()).isZero();
    assertThat(machine.manager().freedTwice()).isZero();
  }

  /** Whether the card came in. */
  private boolean visit(XfsCardReader reader, int number) throws Exception {
    reader.accept(true);
    long hesitation = LONGEST_HESITATION_NANOS * number / VISITS;
    CompletableFuture<Boolean> hand =
        CompletableFuture.supplyAsync(
            () -> {
              LockSupport.parkNanos(LONGEST_HESITATION_NANOS - hesitation);
              return customer.insertCard(Wallet.OWN);
            });
    LockSupport.parkNanos(hesitation);
    reader.accept(false);
    boolean in = hand.get(5, TimeUnit.SECONDS);
    if (in) {
      assertThat(next()).isEqualTo(new CardInserted());
      reader.accept(false);
      assertThat(reader.readTrack2().pan()).isEqualTo(Wallet.OWN.pan());
      reader.eject();
      assertThat(customer.takeCard()).isPresent();
      assertThat(next()).isEqualTo(new CardTaken());
    }
    assertThat(reader.media()).isEqualTo(Media.NOT_PRESENT);
    return in;
  }

  private TerminalEvent next() throws InterruptedException {
    return events.poll(5, TimeUnit.SECONDS);
  }
}
