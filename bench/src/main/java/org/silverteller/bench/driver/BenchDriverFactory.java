package org.silverteller.bench.driver;

import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.silverteller.device.DriverFactory;
import org.silverteller.device.Hardware;
import org.silverteller.event.TerminalEvent;

/**
 * Opens {@code bench}: hardware that works, and a {@link Customer} who is called with lines on
 * standard input. Its one setting is {@code masterKey}, the PIN pad's TDES master key as 32 hex
 * digits.
 */
public final class BenchDriverFactory implements DriverFactory {

  private static final String MASTER_KEY = "masterKey";

  @Override
  public String name() {
    return "bench";
  }

  @Override
  public Hardware open(Map<String, String> settings, Consumer<TerminalEvent> events) {
    String digits = settings.getOrDefault(MASTER_KEY, "");
    if (!digits.matches("[0-9A-Fa-f]{32}")) {
      throw new IllegalArgumentException(
          "bench setting '" + MASTER_KEY + "': expected 32 hex digits, found " + digits.length());
    }
    BenchCardReader reader = new BenchCardReader(events);
    BenchDispenser dispenser = new BenchDispenser();
    BenchPinPad pad = new BenchPinPad(HexFormat.of().parseHex(digits));
    Customer customer = new Customer(reader, dispenser, pad, events, System.out);
    customer.listen(System.in);
    return new BenchHardware(reader, dispenser, pad, new BenchPrinter(), new BenchScreen(customer));
  }
}
