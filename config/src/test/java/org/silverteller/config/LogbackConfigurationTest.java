package org.silverteller.config;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silverteller.card.MaskedLogs;
import org.slf4j.MDC;

class LogbackConfigurationTest {

  private static final Path INSTALLED = Path.of("src/main/settings/logback.xml");

  @TempDir private Path logs;

  @Test
  void masks_card_numbers_on_every_appender() throws Exception {
    String log = logged("card 6228480402564890018 inserted");
    assertThat(log).contains("card 622848*********0018 inserted");
  }

  @Test
  void keeps_the_time_of_a_line_readable() throws Exception {
    assertThat(logged("hello"))
        .matches("(?s)\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}.*hello\n");
  }

  private String logged(String message) throws Exception {
    var context = new LoggerContext();
    context.setMDCAdapter(MDC.getMDCAdapter());
    context.putProperty("LOGS_DIRECTORY", logs.toString());
    var configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(INSTALLED.toFile());
    try {
      MaskedLogs.require(context);
      context.getLogger("org.silverteller.host.Line").info(message);
    } finally {
      context.stop();
    }
    return Files.readString(logs.resolve("terminal.log"));
  }
}
