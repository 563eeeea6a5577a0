package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.PinPad.KeyHandle;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.device.PinPad.PinFormat;
import org.silverteller.event.Key;
import org.silverteller.simulator.crypto.KeyCipher;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.MasterKey;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.Wallet;
import org.silverteller.simulator.xfs.PinStation;
import org.silverteller.simulator.xfs.XfsFault;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong while a PIN is handled, nobody is told it, nor the card number. */
class XfsPinPadCanaryTest {

  private static final VirtualCard CANARY = Wallet.CANARY;
  private static final byte[] KEY = new byte[16];

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Level usual = root.getLevel();
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void listen() {
    root.setLevel(Level.TRACE);
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stop() {
    root.detachAppender(log);
    root.setLevel(usual);
  }

  @Test
  void no_log_line_fault_or_event_tells_pin_or_card_number() throws DeviceFault {
    for (XfsFault fault : XfsFault.values()) {
      for (int command : new int[] {Pin.WFS_CMD_PIN_GET_PIN, Pin.WFS_CMD_PIN_GET_PINBLOCK}) {
        PinBench bench = new PinBench(MachineSpec.STANDARD, PinBench.NEWEST, "TELLS_PIN_DIGITS");
        bench.pad().importKey(KeyHandle.PIN, KeyCipher.TDES.encrypt(MasterKey.TEST.bytes(), KEY));
        bench.mischief().arm(PinStation.NAME, command, fault);
        serve(bench);
        said.add(bench.events.toString());
        assertThat(bench.keys()).doesNotContain(Key.D7);
      }
    }
    log.list.forEach(event -> said.add(event.getFormattedMessage()));
    String pan = CANARY.pan().reveal();
    assertThat(said)
        .isNotEmpty()
        .noneMatch(line -> line.contains(CANARY.pin()))
        .noneMatch(line -> line.contains(pan))
        .noneMatch(line -> line.contains(pan.substring(pan.length() - 13, pan.length() - 1)));
  }

  private void serve(PinBench bench) {
    keep(() -> bench.pad().openPin(4, 12));
    bench.customer().typePin(CANARY.pin());
    bench.settle();
    keep(() -> bench.pad().mac(MacAlgorithm.AES_CMAC, new byte[8]));
    keep(() -> bench.pad().pinBlock(CANARY.pan(), PinFormat.ISO_0_TDES));
    keep(bench.pad()::close);
  }

  private void keep(org.assertj.core.api.ThrowableAssert.ThrowingCallable command) {
    Throwable thrown = catchThrowable(command);
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      said.add(each.toString());
    }
  }
}
