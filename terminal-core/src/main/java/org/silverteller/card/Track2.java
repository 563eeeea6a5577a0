package org.silverteller.card;

import java.util.Arrays;

/**
 * Track 2 of a bank card (ISO/IEC 7813): PAN, separator, expiry YYMM, service code, discretionary
 * data. Masks itself, and can be erased: the track is not kept longer than the authorisation needs
 * it (security requirement 2). The PAN, the expiry and the service code outlive it.
 */
public final class Track2 {

  private static final int MOST = 37;
  private static final char SEPARATOR = '=';

  private final char[] data;
  private final Pan pan;
  private final String expiry;
  private final String serviceCode;
  private boolean erased;

  private Track2(char[] data, Pan pan, String expiry, String serviceCode) {
    this.data = data;
    this.pan = pan;
    this.expiry = expiry;
    this.serviceCode = serviceCode;
  }

  /**
   * @param text what the head read, with or without the sentinels {@code ;} and {@code ?};
   *     separator {@code =} or {@code D}. A reader that wraps its own array can erase it afterwards
   * @throws CardFormatException naming the part that is wrong, never its digits
   */
  public static Track2 parse(CharSequence text) throws CardFormatException {
    char[] data = withoutSentinels(text);
    try {
      return parsed(data);
    } catch (CardFormatException wrong) {
      Arrays.fill(data, '0');
      throw wrong;
    }
  }

  private static Track2 parsed(char[] data) throws CardFormatException {
    if (data.length > MOST) {
      throw new CardFormatException(
          "track 2 of " + data.length + " characters: expected at most " + MOST);
    }
    int separator = 0;
    while (separator < data.length && data[separator] != SEPARATOR) {
      separator++;
    }
    if (separator == data.length) {
      throw new CardFormatException("track 2 without a separator: expected '=' after the PAN");
    }
    Pan pan = Pan.of(new String(data, 0, separator));
    int rest = separator + 1;
    if (data.length - rest < 7 || !digitsFrom(data, rest)) {
      throw new CardFormatException(
          "track 2 after the PAN: expected expiry YYMM and a three-digit service code, digits only");
    }
    int month = (data[rest + 2] - '0') * 10 + data[rest + 3] - '0';
    if (month < 1 || month > 12) {
      throw new CardFormatException("track 2 expiry: expected YYMM with a month 01–12");
    }
    return new Track2(data, pan, new String(data, rest, 4), new String(data, rest + 4, 3));
  }

  private static char[] withoutSentinels(CharSequence text) {
    int start = text.length() > 0 && text.charAt(0) == ';' ? 1 : 0;
    int end = start;
    while (end < text.length() && text.charAt(end) != '?') {
      end++;
    }
    char[] data = new char[end - start];
    for (int i = 0; i < data.length; i++) {
      char c = text.charAt(start + i);
      data[i] = c == 'D' ? SEPARATOR : c;
    }
    return data;
  }

  private static boolean digitsFrom(char[] data, int start) {
    for (int i = start; i < data.length; i++) {
      if (data[i] < '0' || data[i] > '9') {
        return false;
      }
    }
    return true;
  }

  public Pan pan() {
    return pan;
  }

  /** YYMM. */
  public String expiry() {
    return expiry;
  }

  public String serviceCode() {
    return serviceCode;
  }

  /** The service code asks for the chip before the stripe (2xx and 6xx, ISO/IEC 7813). */
  public boolean chipFirst() {
    return serviceCode.charAt(0) == '2' || serviceCode.charAt(0) == '6';
  }

  /**
   * The whole track without sentinels, separator {@code =}; for the message codec alone, which lets
   * go of it with the message.
   *
   * @throws IllegalStateException after {@link #erase()}
   */
  public String reveal() {
    if (erased) {
      throw new IllegalStateException(this + " has been erased");
    }
    return new String(data);
  }

  /** Overwrites the track; to be called when no further authorisation needs it. */
  public void erase() {
    Arrays.fill(data, '0');
    erased = true;
  }

  public boolean erased() {
    return erased;
  }

  @Override
  public String toString() {
    return "track 2 of " + pan.masked();
  }
}
