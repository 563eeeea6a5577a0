package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.silverteller.device.Screen;
import org.silverteller.event.TerminalEvent;
import org.silverteller.event.TerminalEvent.Touched;
import org.silverteller.page.Frame;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Page;
import org.silverteller.page.ProfileId;
import org.silverteller.page.Wish;
import org.silverteller.simulator.xfs.LayoutTable;
import org.silverteller.simulator.xfs.OneStation;
import org.silverteller.ui.PlainPainter;

/**
 * As in a machine: the terminal's thread, the bridge's, the provider's, and somebody at the keys.
 */
class XfsTextScreenThreadsTest {

  private static final int PAGES = 100;

  private final OneStation station = OneStation.text(OneStation.Text.STANDARD, LayoutTable.V3_30);
  private final Queue<TerminalEvent> events = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void answers_every_page_while_keys_are_pressed_all_the_time() throws Exception {
    Frame menu =
        new PlainPainter()
            .paint(
                new Page.Menu(List.of(Wish.WITHDRAW, Wish.BALANCE)),
                new Look(ProfileId.STANDARD, Language.CHINESE));
    Thread provider = thread("provider", () -> station.manager().step());
    Thread hand = thread("hand", this::press);
    try (XfsManager manager =
        XfsManager.start(
            station.manager(), new OwnThread(), XfsSettings.DEFAULT, DeliveryChoice.CALLBACK)) {
      XfsTextScreen screen =
          XfsTextScreen.open(
              manager.open(OneStation.NAME), events::add, new Screen.Geometry(640, 480, 10.4));
      for (long number = 1; number <= PAGES; number++) {
        screen.show(menu, number);
        long page = number;
        await()
            .atMost(Duration.ofSeconds(20))
            .pollInterval(Duration.ofMillis(1))
            .until(() -> touches().anyMatch(touch -> touch.shown() == page));
      }
      screen.reset();
    } finally {
      over.set(true);
      provider.join();
      hand.join();
    }
    assertThat(touches().mapToLong(Touched::shown).toArray()).isSorted();
    assertThat(touches()).allMatch(touch -> menu.optionAt(touch.x(), touch.y()).isPresent());
    assertThat(station.manager().unfreed()).isZero();
    assertThat(station.manager().freedTwice()).isZero();
  }

  private java.util.stream.Stream<Touched> touches() {
    return events.stream().filter(Touched.class::isInstance).map(Touched.class::cast);
  }

  private boolean press() {
    station.press('1');
    return false;
  }

  private interface Work {
    boolean done();
  }

  private Thread thread(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              while (!over.get()) {
                if (!work.done()) {
                  LockSupport.parkNanos(200_000);
                }
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
