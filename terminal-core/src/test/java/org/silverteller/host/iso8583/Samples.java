package org.silverteller.host.iso8583;

import java.util.HexFormat;

/** Messages for tests; the numbers are of no card. */
final class Samples {

  private Samples() {}

  static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
  }

  /**
   * A withdrawal of 500.00 with every kind of field in it: odd PAN and track, Chinese name, PIN
   * block.
   */
  static Message withdrawal() {
    return Message.of(Mti.FINANCIAL_REQUEST)
        .set(Field.PAN, "6228480402564890018")
        .set(Field.PROCESSING_CODE, "010000")
        .set(Field.AMOUNT, "000000050000")
        .set(Field.TRANSMISSION_TIME, "1123104512")
        .set(Field.STAN, "000017")
        .set(Field.LOCAL_TIME, "104512")
        .set(Field.LOCAL_DATE, "1123")
        .set(Field.EXPIRY, "3012")
        .set(Field.MERCHANT_TYPE, "6011")
        .set(Field.ENTRY_MODE, "021")
        .set(Field.CONDITION, "02")
        .set(Field.PIN_CAPTURE, "12")
        .set(Field.ACQUIRER, "01025810")
        .set(Field.FORWARDER, "010258100")
        .set(Field.TRACK_2, "6228480402564890018=30122010000000123")
        .set(Field.RRN, "112310000017")
        .set(Field.TERMINAL_ID, "10000001")
        .set(Field.ACCEPTOR_ID, "102581060110001")
        .set(Field.ACCEPTOR_NAME, "银龄支行 1")
        .set(Field.CURRENCY, "156")
        .set(Field.PIN_DATA, hex("1122334455667788"))
        .set(Field.SECURITY_CONTROL, "2600000000000000")
        .set(Field.REASON, "00000001")
        .set(Field.MAC_64, hex("A1A2A3A4A5A6A7A8"))
        .build();
  }

  static Message reversal() {
    return Message.of(Mti.REVERSAL_ADVICE)
        .echo(withdrawal(), 2, 3, 4, 11, 12, 13, 18, 22, 25, 32, 33, 37, 41, 42, 43, 49, 53)
        .set(Field.TRANSMISSION_TIME, "1123104612")
        .set(Field.STAN, "000018")
        .set(Field.AUTH_CODE, "A1B2C3")
        .set(Field.RESPONSE_CODE, "01")
        .set(Field.REASON, "01000001")
        .set(Field.ORIGINAL, "0200000017112310451200001025810000010258100".substring(0, 42))
        .set(Field.REPLACEMENT_AMOUNTS, "000000020000" + "0".repeat(30))
        .set(Field.MAC_128, hex("0102030405060708"))
        .build();
  }

  static Message approval() {
    return Message.of(Mti.FINANCIAL_RESPONSE)
        .echo(withdrawal(), 2, 3, 4, 7, 11, 12, 13, 18, 25, 32, 33, 37, 41, 42, 49, 60, 64)
        .set(Field.SETTLEMENT_DATE, "1123")
        .set(Field.AUTH_CODE, "A1B2C3")
        .set(Field.RESPONSE_CODE, "00")
        .set(Field.ADDITIONAL_DATA, "AB0260".getBytes(Message.GBK))
        .set(Field.BALANCES, "0001156C0000001000000002156C000000095000")
        .build();
  }

  /** The keys of a sign-on: only bytes and text, one Chinese answer. */
  static Message keys() {
    return Message.of(Mti.NETWORK_RESPONSE)
        .set(Field.STAN, "000001")
        .set(Field.RESPONSE_CODE, "00")
        .set(Field.TERMINAL_ID, "10000001")
        .set(Field.ACCEPTOR_ID, "102581060110001")
        .set(Field.ADDITIONAL_RESPONSE, "签到成功")
        .set(Field.REASON, "00000001001")
        .set(Field.KEYS, new byte[40])
        .build();
  }
}
