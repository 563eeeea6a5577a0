package org.silverteller.terminal;

import java.time.Duration;
import org.silverteller.event.Stopwatch;
import org.silverteller.host.HostFault;
import org.silverteller.host.HostLink;
import org.silverteller.session.AdviceQueue;
import org.silverteller.session.Ledger;

/**
 * What the terminal does for the host while nobody is served: signs on, delivers what is owed,
 * answers, and asks for a sign of life. What fails is tried again after 5 seconds, then ever later,
 * at most after 5 minutes; nothing is given up.
 */
final class HostDuty {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final HostLink host;
  private final AdviceQueue advices;
  private final Ledger ledger;
  private final Stopwatch stopwatch;
  private final Duration echoEvery;
  private Duration pause = FIRST_PAUSE;
  private Duration nextTry;
  private Duration nextEcho;
  private Duration alertPause = FIRST_PAUSE;
  private Duration nextAlert;
  private boolean wasConnected;

  HostDuty(
      HostLink host, AdviceQueue advices, Ledger ledger, Stopwatch stopwatch, Duration echoEvery) {
    this.host = host;
    this.advices = advices;
    this.ledger = ledger;
    this.stopwatch = stopwatch;
    this.echoEvery = echoEvery;
    this.nextTry = stopwatch.elapsed();
    this.nextEcho = stopwatch.elapsed();
    this.nextAlert = stopwatch.elapsed();
  }

  /**
   * Nothing is owed that speaks of money, and the host has accepted this terminal: new requests may
   * be made.
   */
  boolean clear() {
    return host.ready() && advices.isEmpty();
  }

  /** Does what is due now. */
  void attend() {
    noteConnection();
    if (!host.connected()) {
      return;
    }
    try {
      host.attend();
      if (!clear() && due(nextTry)) {
        succeeded((host.ready() || host.signOn()) && advices.drain());
      } else if (alertsDue()) {
        alerted(advices.drainAlerts());
      } else if (clear() && due(nextEcho)) {
        succeeded(host.echo());
      }
    } catch (HostFault fault) {
      ledger.journal("HOST " + fault.getMessage());
      succeeded(false);
    }
  }

  /** Until something is due; without a line, only the line itself can change that. */
  Duration untilDue() {
    if (!host.connected()) {
      return LONGEST_PAUSE;
    }
    Duration next = clear() ? nextEcho : nextTry;
    if (clear() && advices.hasAlerts() && nextAlert.compareTo(next) < 0) {
      next = nextAlert;
    }
    return next.minus(stopwatch.elapsed());
  }

  /** Alerts come after everything that speaks of money. */
  private boolean alertsDue() {
    return clear() && advices.hasAlerts() && due(nextAlert);
  }

  /**
   * After a conversation: what it left owed is tried at once, unless it has just failed to be
   * delivered.
   */
  void afterConversation() {
    nextTry = host.ready() && !advices.isEmpty() ? stopwatch.elapsed() : nextTry;
    nextAlert = host.ready() && advices.hasAlerts() ? stopwatch.elapsed() : nextAlert;
  }

  private void succeeded(boolean well) {
    Duration now = stopwatch.elapsed();
    if (well) {
      pause = FIRST_PAUSE;
      nextTry = now;
    } else {
      nextTry = now.plus(pause);
      pause = longer(pause);
    }
    nextEcho = now.plus(echoEvery);
  }

  private void alerted(boolean well) {
    nextAlert = stopwatch.elapsed().plus(well ? Duration.ZERO : alertPause);
    alertPause = well ? FIRST_PAUSE : longer(alertPause);
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  /** A line that has come up again is used at once. */
  private void noteConnection() {
    boolean connected = host.connected();
    if (connected != wasConnected) {
      ledger.journal(connected ? "HOST LINE UP" : "HOST LINE DOWN");
      pause = FIRST_PAUSE;
      nextTry = stopwatch.elapsed();
      alertPause = FIRST_PAUSE;
      nextAlert = stopwatch.elapsed();
    }
    wasConnected = connected;
  }

  private boolean due(Duration time) {
    return stopwatch.elapsed().compareTo(time) >= 0;
  }
}
