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
 * Hears of faults of the program, which the terminal logs before it goes out of service; nothing
 * else is logged in the chamber.
 */
final class ProgramFaults extends AppenderBase<ILoggingEvent> {

  private static final ThreadLocal<RuntimeException> HEARD = new ThreadLocal<>();

  /** Turns every log off but this one. */
  static void listen() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    Logger terminal = context.getLogger(Terminal.class);
    if (terminal.getAppender(ProgramFaults.class.getName()) == null) {
      ProgramFaults faults = new ProgramFaults();
      faults.setName(ProgramFaults.class.getName());
      faults.setContext(context);
      faults.start();
      terminal.setLevel(Level.ERROR);
      terminal.setAdditive(false);
      terminal.addAppender(faults);
    }
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
