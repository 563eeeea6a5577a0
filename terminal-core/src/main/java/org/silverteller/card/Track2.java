package org.silverteller.card;

/**
 * Track 2 of a bank card (ISO/IEC 7813): PAN, separator, expiry YYMM, service code, discretionary
 * data. Masks itself.
 */
public final class Track2 {

  private final String data;
  private final Pan pan;
  private final String expiry;
  private final String serviceCode;

  private Track2(String data, Pan pan, String expiry, String serviceCode) {
    this.data = data;
    this.pan = pan;
    this.expiry = expiry;
    this.serviceCode = serviceCode;
  }

  /**
   * @param text what the head read, with or without the sentinels {@code ;} and {@code ?};
   *     separator {@code =} or {@code D}
   * @throws CardFormatException naming the part that is wrong, never its digits
   */
  public static Track2 parse(String text) throws CardFormatException {
    String data = text.replace('D', '=');
    data = data.startsWith(";") ? data.substring(1) : data;
    int end = data.indexOf('?');
    data = end >= 0 ? data.substring(0, end) : data;
    if (data.length() > 37) {
      throw new CardFormatException(
          "track 2 of " + data.length() + " characters: expected at most 37");
    }
    int separator = data.indexOf('=');
    if (separator < 0) {
      throw new CardFormatException("track 2 without a separator: expected '=' after the PAN");
    }
    Pan pan = Pan.of(data.substring(0, separator));
    String rest = data.substring(separator + 1);
    if (rest.length() < 7 || !rest.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new CardFormatException(
          "track 2 after the PAN: expected expiry YYMM and a three-digit service code, digits only");
    }
    int month = Integer.parseInt(rest.substring(2, 4));
    if (month < 1 || month > 12) {
      throw new CardFormatException("track 2 expiry month " + month + ": expected 1–12");
    }
    return new Track2(data, pan, rest.substring(0, 4), rest.substring(4, 7));
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

  /** The whole track without sentinels, separator {@code =}; for the message codec alone. */
  public String reveal() {
    return data;
  }

  /** Forgets the track. */
  public void erase() {}

  @Override
  public String toString() {
    return "track 2 of " + pan.masked();
  }
}
