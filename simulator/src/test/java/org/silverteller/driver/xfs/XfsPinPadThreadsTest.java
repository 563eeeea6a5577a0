package org.silverteller.driver.xfs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silverteller.device.PinPad;
import org.silverteller.device.PinPad.KeyHandle;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.device.PinPad.PinFormat;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.crypto.KeyCipher;
import org.silverteller.simulator.crypto.MacCalculator;
import org.silverteller.simulator.crypto.PinBlockFormat0;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.MasterKey;
import org.silverteller.simulator.hardware.Wallet;
import org.silverteller.simulator.xfs.PinStation;

/**
 * A manager that works on a thread of its own, as real ones do, and a person who types meanwhile.
 */
class XfsPinPadThreadsTest {

  private static final byte[] KEY = new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 8, 7, 6, 5, 4, 3, 2, 1};
  private static final int CUSTOMERS = 50;

  private final PinStation station = new PinStation(MachineSpec.STANDARD, PinBench.NEWEST);
  private final List<Key> keys = new CopyOnWriteArrayList<>();
  private final Thread worker = new Thread(this::work, "manager");
  private volatile boolean over;
  private XfsManager manager;

  private void work() {
    while (!over) {
      if (!station.manager().step()) {
        LockSupport.parkNanos(20_000);
      }
    }
  }

  @BeforeEach
  void start() throws XfsFault {
    worker.setDaemon(true);
    worker.start();
    manager =
        XfsManager.start(
            station.manager(), new OwnThread(), XfsSettings.DEFAULT, DeliveryChoice.CALLBACK);
  }

  @AfterEach
  void stop() throws InterruptedException {
    manager.close();
    over = true;
    worker.join(2_000);
    assertThat(station.manager().unfreed()).isZero();
    assertThat(station.manager().freedTwice()).isZero();
  }

  private void told(TerminalEvent event) {
    if (event instanceof TerminalEvent.KeyPressed press) {
      keys.add(press.key());
    }
  }

  @Test
  void each_of_many_customers_gets_the_block_of_his_own_pin() throws Exception {
    PinPad pad = XfsPinPad.open(manager.open(PinStation.NAME), this::told, PinKeys.DEFAULT);
    byte[] wrapped = KeyCipher.TDES.encrypt(MasterKey.TEST.bytes(), KEY);
    pad.importKey(KeyHandle.PIN, wrapped);
    pad.importKey(KeyHandle.MAC, wrapped);
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      String pin = String.format("%04d", 1_000 + customer * 37);
      pad.openKeys();
      press(Key.D1);
      pad.openPin(4, 12);
      assertThat(station.machine().customer().typePin(pin)).isTrue();
      byte[] data = pin.getBytes(US_ASCII);
      assertThat(pad.mac(MacAlgorithm.X9_19, data))
          .isEqualTo(MacCalculator.mac(MacAlgorithm.X9_19, KEY, data));
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> keys.contains(Key.ENTER));
      assertThat(keys)
          .containsExactly(Key.D1, Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.ENTER);
      byte[] block = pad.pinBlock(Wallet.OWN.pan(), PinFormat.ISO_0_TDES).reveal();
      assertThat(
              PinBlockFormat0.decrypt(block, Wallet.OWN.pan(), PinFormat.ISO_0_TDES, KEY)
                  .map(String::valueOf))
          .contains(pin);
      keys.clear();
    }
    pad.close();
  }

  private void press(Key key) {
    assertThat(station.machine().customer().press(key)).isTrue();
  }
}
