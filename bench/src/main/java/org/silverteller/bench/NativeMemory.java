package org.silverteller.bench;

import java.io.IOException;
import java.io.PrintStream;
import org.silverteller.device.DeviceStatus;

/**
 * Asks a dispenser behind XFS for its status 1,000,000 times and watches the resident memory of
 * this process (Linux). Run it with a Java heap of fixed size, so that only native memory can grow:
 * {@code java -Xms64m -Xmx64m -XX:+AlwaysPreTouch -cp "benchmarks.jar:lib/*"
 * org.silverteller.bench.NativeMemory}. Ends with 1 when it grew by more than 5 % or results were
 * left unfreed.
 */
public final class NativeMemory {

  private static final int ROUNDS = 10;
  private static final int CALLS = 100_000;
  private static final int MOST_PERCENT = 5;

  private NativeMemory() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    System.exit(run(System.out));
  }

  /** The first round warms up: its end is what the others are compared with. */
  private static int run(PrintStream out) throws IOException {
    try (XfsMachine machine = XfsMachine.open(false)) {
      long first = round(machine, 0, out);
      long last = first;
      for (int round = 1; round <= ROUNDS; round++) {
        last = round(machine, round, out);
      }
      boolean grew = last > first * (100 + MOST_PERCENT) / 100;
      out.printf(
          "%,d KiB -> %,d KiB: %s%n", first, last, grew ? "native memory grows" : "no growth");
      return grew || machine.unfreed() > 0 ? 1 : 0;
    }
  }

  private static long round(XfsMachine machine, int round, PrintStream out) throws IOException {
    for (int call = 0; call < CALLS; call++) {
      DeviceStatus status = machine.dispenser().status();
      if (status != DeviceStatus.ONLINE) {
        throw new IllegalStateException("the dispenser is " + status);
      }
    }
    long resident = Memory.of(ProcessHandle.current().pid()).residentKib();
    out.printf(
        "%,11d calls  %,9d KiB resident  %d unfreed%n",
        (long) round * CALLS, resident, machine.unfreed());
    return resident;
  }
}
