package org.silverteller.simulator.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.silverteller.device.Hardware;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.bank.LoopbackWire;
import org.silverteller.simulator.scenario.Cast;
import org.silverteller.simulator.scenario.WitnessedStore;
import org.silverteller.simulator.scenario.World;
import org.silverteller.store.Entry;
import org.silverteller.store.SqliteStore;
import org.silverteller.store.Store;

/**
 * One life of a terminal, in a process of its own, to be ended by force: the terminal that a branch
 * runs, its store on disk, customers without end, virtual time. What became of the life before is
 * taken from the folder: the truth and the store.
 */
final class Life {

  /** What is true outside of the terminal. */
  static final String TRUTH = "truth.log";

  static final String STORE = "record";

  /** Said on standard output when the store is about to be opened. */
  static final String BOOTING = "booting";

  /** Said when the first customer comes. */
  static final String SERVING = "serving";

  private static final Duration DARK = Duration.ofMinutes(1);

  private Life() {}

  /**
   * @param args the folder; the seed of its people; how many customers come; how many lines the
   *     journal is aged by first, so that the log of the store is nearly full
   */
  public static void main(String[] args) throws IOException {
    live(
        Path.of(args[0]),
        Long.parseLong(args[1]),
        Integer.parseInt(args[2]),
        age(args),
        System.out::println);
  }

  private static int age(String[] args) {
    return args.length > 3 ? Integer.parseInt(args[3]) : 0;
  }

  /**
   * @param says is told {@link #BOOTING}, {@link #SERVING}, and the page that shows at the end
   * @return what is true when the customers have gone
   */
  static Truth live(Path folder, long seed, int customers, int age, Consumer<String> says)
      throws IOException {
    List<String> before = lines(folder);
    Truth truth = Truth.after(before);
    try (TruthLog log = TruthLog.append(folder.resolve(TRUTH), truth::now)) {
      Crowd crowd = new Crowd(truth.machine(), log, seed, customers, () -> says.accept(SERVING));
      World world = new World(truth.now().plus(DARK), crowd);
      truth.liveBy(world);
      if (!before.isEmpty()) {
        log.write("off");
        truth.machine().cutPower();
        crowd.whileDark();
      }
      log.write("on");
      truth.machine().restorePower();
      says.accept(BOOTING);
      try (SqliteStore durable = SqliteStore.open(folder.resolve(STORE))) {
        log.write("found " + Acknowledged.lines(durable));
        Store store = new WitnessedStore(durable, new RecordedStore(log));
        grow(store, world.instant(), age);
        serve(truth, store, world, crowd, log);
        truth.machine().view().page().ifPresent(says);
      }
    }
    return truth;
  }

  private static void serve(Truth truth, Store store, World world, Crowd crowd, TruthLog log) {
    LoopbackWire line = Boot.line(truth.bank(), world);
    crowd.over(line, () -> world.post(new TerminalEvent.StopRequested()));
    RecordedHardware recorded = new RecordedHardware(log);
    truth.machine().hook(recorded);
    Hardware hardware = recorded.over(truth.machine().open(world::post));
    Boot.terminal(hardware, store, new RecordedWire(line, log), world).run();
  }

  private static void grow(Store store, Instant now, int lines) {
    LocalDateTime time = LocalDateTime.ofInstant(now, Cast.ZONE);
    for (int line = 0; line < lines; line++) {
      store.commit(new Entry.Journaled(time, "AGED"));
    }
  }

  /** The whole lines of the truth; one that was cut off by the end of a life did not happen. */
  static List<String> lines(Path folder) throws IOException {
    Path file = folder.resolve(TRUTH);
    return Files.exists(file)
        ? lines(Files.readString(file, StandardCharsets.US_ASCII))
        : new ArrayList<>();
  }

  static List<String> lines(String text) {
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }
}
