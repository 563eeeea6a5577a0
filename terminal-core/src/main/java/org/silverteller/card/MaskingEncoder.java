package org.silverteller.card;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The encoder of every Logback appender: takes a pattern as usual, and masks the card numbers in
 * the whole of what the pattern made of an event, be it message, parameter, exception text at any
 * depth, thread name or context. Nothing that the pattern can print is forgotten.
 */
public final class MaskingEncoder extends PatternLayoutEncoder {

  @Override
  public byte[] encode(ILoggingEvent event) {
    Charset charset = getCharset() == null ? StandardCharsets.UTF_8 : getCharset();
    return CardNumberMask.mask(getLayout().doLayout(event)).getBytes(charset);
  }
}
