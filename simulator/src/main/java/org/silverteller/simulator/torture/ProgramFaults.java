package org.silverteller.simulator.torture;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import org.silverteller.store.StoreFailure;
import org.silverteller.terminal.Terminal;
import org.slf4j.LoggerFactory;

/**
 * Hears of faults of the program, which the terminal logs before it goes out of service. As long as
 * anybody listens nothing else is logged; afterwards the logs are as they were.
 */
final class ProgramFaults extends AppenderBase<ILoggingEvent> {

  private static final ThreadLocal<RuntimeException> HEARD = new ThreadLocal<>();
  private static int listeners;
  private static Runnable restore = () -> {};

  /** Ends the listening. */
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  static synchronized Listening listen() {
    if (listeners++ == 0) {
      restore = begin();
    }
    return ProgramFaults::end;
  }

  private static synchronized void end() {
    if (--listeners == 0) {
      restore.run();
    }
  }

  /**
   * @return what makes the logs as they were
   */
  private static Runnable begin() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    Logger terminal = context.getLogger(Terminal.class);
    Level rootLevel = root.getLevel();
    Level terminalLevel = terminal.getLevel();
    boolean additive = terminal.isAdditive();
    ProgramFaults faults = new ProgramFaults();
    faults.setContext(context);
    faults.start();
    root.setLevel(Level.OFF);
    terminal.setLevel(Level.ERROR);
    terminal.setAdditive(false);
    terminal.addAppender(faults);
    return () -> {
      terminal.detachAppender(faults);
      terminal.setAdditive(additive);
      terminal.setLevel(terminalLevel);
      root.setLevel(rootLevel);
    };
  }

  /**
   * @throws Violated when the terminal of this thread has failed by a fault of the program
   */
  static void demandNone() {
    RuntimeException fault = HEARD.get();
    if (fault != null) {
      HEARD.remove();
      throw Violated.byFault(fault);
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getThrowableProxy() instanceof ThrowableProxy proxy
        && proxy.getThrowable() instanceof RuntimeException fault
        && !(fault instanceof StoreFailure)) {
      HEARD.set(fault);
    }
  }
}
