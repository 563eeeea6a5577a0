package org.silverteller.card;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.spi.AppenderAttachable;
import java.util.Iterator;
import java.util.TreeSet;

/** Checks that a log configuration masks card numbers everywhere. */
public final class MaskedLogs {

  private MaskedLogs() {}

  /**
   * To be called before anything is served, for {@code logback.xml} can be edited on the machine.
   *
   * @throws IllegalStateException naming the appenders that could write a card number in clear
   */
  public static void require(LoggerContext context) {
    var unmasked = new TreeSet<String>();
    for (Logger logger : context.getLoggerList()) {
      collect(logger, unmasked);
    }
    if (!unmasked.isEmpty()) {
      throw new IllegalStateException(
          "logback.xml: the appenders "
              + unmasked
              + " do not mask card numbers: expected <encoder class=\""
              + MaskingEncoder.class.getName()
              + "\"> in each");
    }
  }

  private static void collect(AppenderAttachable<ILoggingEvent> from, TreeSet<String> unmasked) {
    for (Iterator<Appender<ILoggingEvent>> all = from.iteratorForAppenders(); all.hasNext(); ) {
      Appender<ILoggingEvent> appender = all.next();
      if (appender instanceof AppenderAttachable<?>) {
        @SuppressWarnings("unchecked") // an appender of events attaches appenders of events
        var wrapper = (AppenderAttachable<ILoggingEvent>) appender;
        collect(wrapper, unmasked);
      } else if (!(appender instanceof OutputStreamAppender<ILoggingEvent> output
          && output.getEncoder() instanceof MaskingEncoder)) {
        unmasked.add(String.valueOf(appender.getName()));
      }
    }
  }
}
