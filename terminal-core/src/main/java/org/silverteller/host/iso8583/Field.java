package org.silverteller.host.iso8583;

/**
 * Numbers and names of the data elements in use (ISO 8583:1987 with the UnionPay meanings of 53 and
 * 60–63).
 */
public final class Field {
  public static final int PAN = 2;
  public static final int PROCESSING_CODE = 3;
  public static final int AMOUNT = 4;
  public static final int BILLING_AMOUNT = 6;
  public static final int TRANSMISSION_TIME = 7;
  public static final int BILLING_RATE = 10;
  public static final int STAN = 11;
  public static final int LOCAL_TIME = 12;
  public static final int LOCAL_DATE = 13;
  public static final int EXPIRY = 14;
  public static final int SETTLEMENT_DATE = 15;
  public static final int MERCHANT_TYPE = 18;
  public static final int ENTRY_MODE = 22;
  public static final int PAN_SEQUENCE = 23;
  public static final int CONDITION = 25;
  public static final int PIN_CAPTURE = 26;
  public static final int FEE = 28;
  public static final int ACQUIRER = 32;
  public static final int FORWARDER = 33;
  public static final int TRACK_2 = 35;
  public static final int TRACK_3 = 36;
  public static final int RRN = 37;
  public static final int AUTH_CODE = 38;
  public static final int RESPONSE_CODE = 39;
  public static final int TERMINAL_ID = 41;
  public static final int ACCEPTOR_ID = 42;
  public static final int ACCEPTOR_NAME = 43;
  public static final int ADDITIONAL_RESPONSE = 44;
  public static final int ADDITIONAL_DATA = 48;
  public static final int CURRENCY = 49;
  public static final int BILLING_CURRENCY = 51;
  public static final int PIN_DATA = 52;
  public static final int SECURITY_CONTROL = 53;
  public static final int BALANCES = 54;
  public static final int EMV = 55;
  public static final int ADDITIONAL_PRIVATE = 57;
  public static final int REASON = 60;
  public static final int ORIGINAL_BATCH = 61;
  public static final int KEYS = 62;
  public static final int PRIVATE_63 = 63;
  public static final int MAC_64 = 64;
  public static final int NETWORK_CODE = 70;
  public static final int ORIGINAL = 90;
  public static final int REPLACEMENT_AMOUNTS = 95;
  public static final int MESSAGE_SECURITY = 96;
  public static final int RECEIVER = 100;
  public static final int FROM_ACCOUNT = 102;
  public static final int TO_ACCOUNT = 103;
  public static final int MAC_128 = 128;

  private static final String[] NAMES = new String[129];

  static {
    NAMES[PAN] = "primary account number";
    NAMES[PROCESSING_CODE] = "processing code";
    NAMES[AMOUNT] = "amount, transaction";
    NAMES[BILLING_AMOUNT] = "amount, cardholder billing";
    NAMES[TRANSMISSION_TIME] = "transmission date and time";
    NAMES[BILLING_RATE] = "conversion rate, billing";
    NAMES[STAN] = "system trace audit number";
    NAMES[LOCAL_TIME] = "time, local transaction";
    NAMES[LOCAL_DATE] = "date, local transaction";
    NAMES[EXPIRY] = "date, expiration";
    NAMES[SETTLEMENT_DATE] = "date, settlement";
    NAMES[MERCHANT_TYPE] = "merchant type";
    NAMES[ENTRY_MODE] = "point of service entry mode";
    NAMES[PAN_SEQUENCE] = "card sequence number";
    NAMES[CONDITION] = "point of service condition code";
    NAMES[PIN_CAPTURE] = "PIN capture code";
    NAMES[FEE] = "amount, transaction fee";
    NAMES[ACQUIRER] = "acquiring institution";
    NAMES[FORWARDER] = "forwarding institution";
    NAMES[TRACK_2] = "track 2 data";
    NAMES[TRACK_3] = "track 3 data";
    NAMES[RRN] = "retrieval reference number";
    NAMES[AUTH_CODE] = "authorisation code";
    NAMES[RESPONSE_CODE] = "response code";
    NAMES[TERMINAL_ID] = "card acceptor terminal";
    NAMES[ACCEPTOR_ID] = "card acceptor identification";
    NAMES[ACCEPTOR_NAME] = "card acceptor name and place";
    NAMES[ADDITIONAL_RESPONSE] = "additional response data";
    NAMES[ADDITIONAL_DATA] = "additional data, private";
    NAMES[CURRENCY] = "currency, transaction";
    NAMES[BILLING_CURRENCY] = "currency, cardholder billing";
    NAMES[PIN_DATA] = "PIN data";
    NAMES[SECURITY_CONTROL] = "security related control";
    NAMES[BALANCES] = "additional amounts";
    NAMES[EMV] = "chip data";
    NAMES[ADDITIONAL_PRIVATE] = "additional transaction data";
    NAMES[REASON] = "reason, batch and network code";
    NAMES[ORIGINAL_BATCH] = "original batch data";
    NAMES[KEYS] = "working keys";
    NAMES[PRIVATE_63] = "private data";
    NAMES[MAC_64] = "message authentication code";
    NAMES[NETWORK_CODE] = "network management code";
    NAMES[ORIGINAL] = "original data elements";
    NAMES[REPLACEMENT_AMOUNTS] = "replacement amounts";
    NAMES[MESSAGE_SECURITY] = "message security code";
    NAMES[RECEIVER] = "receiving institution";
    NAMES[FROM_ACCOUNT] = "account identification 1";
    NAMES[TO_ACCOUNT] = "account identification 2";
    NAMES[MAC_128] = "message authentication code";
  }

  private Field() {}

  /** The standard's name, or {@code field n} where none is in use. */
  public static String name(int number) {
    String name = number > 0 && number < NAMES.length ? NAMES[number] : null;
    return name == null ? "field " + number : name;
  }
}
