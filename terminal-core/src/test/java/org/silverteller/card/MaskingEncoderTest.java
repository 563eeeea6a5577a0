package org.silverteller.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class MaskingEncoderTest {

  private static final String CANARY = "6228480402564890018";

  private final LoggerContext context = new LoggerContext();
  private final Logger log = context.getLogger("test");
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @BeforeEach
  void log_to_memory() {
    context.setMDCAdapter(MDC.getMDCAdapter());
    log.addAppender(appender("memory", new MaskingEncoder()));
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void masks_a_message() {
    log.warn("card " + CANARY + " inserted");
    assertThat(text()).contains("card 622848*********0018 inserted").doesNotContain(CANARY);
  }

  @Test
  void masks_parameters() {
    log.warn("card {} then {}", CANARY, new StringBuilder(CANARY + "=30122010000012345"));
    assertThat(text())
        .contains("card 622848*********0018 then 622848*********0018=*****")
        .doesNotContain(CANARY)
        .doesNotContain("3012201");
  }

  @Test
  void masks_exceptions_with_their_causes_and_what_they_suppressed() {
    var failure =
        new IllegalStateException(
            "no card " + CANARY, new IllegalArgumentException("bad " + CANARY, cause()));
    failure.addSuppressed(new IllegalStateException("also " + CANARY));
    log.error("failed", failure);
    assertThat(text())
        .contains("no card 622848*********0018", "bad 622848*********0018", "deep 622848***")
        .contains("also 622848*********0018", "at org.silverteller.card.MaskingEncoderTest")
        .doesNotContain(CANARY);
  }

  @Test
  void masks_context_and_thread_name() {
    MDC.put("card", CANARY);
    String name = Thread.currentThread().getName();
    Thread.currentThread().setName("serves " + CANARY);
    try {
      log.warn("hello");
    } finally {
      Thread.currentThread().setName(name);
      MDC.clear();
    }
    assertThat(text()).contains("serves 622848", "hello").doesNotContain(CANARY);
  }

  @Test
  void writes_chinese_as_utf_8() {
    log.warn("请插卡");
    assertThat(text()).contains("请插卡");
  }

  @Test
  void is_required_of_every_appender() {
    assertThatCode(() -> MaskedLogs.require(context)).doesNotThrowAnyException();
    var plain = new PatternLayoutEncoder();
    context.getLogger("org.silverteller.host").addAppender(appender("traffic", plain));
    assertThatThrownBy(() -> MaskedLogs.require(context))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the appenders [traffic] do not mask card numbers");
  }

  @Test
  void is_required_behind_an_asynchronous_appender_too() {
    var queue = new AsyncAppender();
    queue.setContext(context);
    queue.setName("queue");
    queue.addAppender(appender("slow file", new PatternLayoutEncoder()));
    log.addAppender(queue);
    assertThatThrownBy(() -> MaskedLogs.require(context)).hasMessageContaining("[slow file]");
  }

  private OutputStreamAppender<ILoggingEvent> appender(String name, PatternLayoutEncoder encoder) {
    encoder.setContext(context);
    encoder.setPattern("%d [%thread] %X %level %logger - %msg%n");
    encoder.start();
    var appender = new OutputStreamAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setName(name);
    appender.setEncoder(encoder);
    appender.setOutputStream(written);
    appender.start();
    return appender;
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  private static Exception cause() {
    return new Exception("deep " + CANARY);
  }
}
