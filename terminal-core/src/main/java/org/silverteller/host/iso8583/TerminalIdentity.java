package org.silverteller.host.iso8583;

/**
 * Who speaks.
 *
 * @param terminalId field 41, 8 characters
 * @param merchantId field 42, 15 characters
 * @param nameAndPlace field 43, at most 40 bytes in GBK
 */
public record TerminalIdentity(String terminalId, String merchantId, String nameAndPlace) {

  public TerminalIdentity {
    refuseUnlessLettersAndDigits("terminalId", terminalId, 8);
    refuseUnlessLettersAndDigits("merchantId", merchantId, 15);
    byte[] bytes = nameAndPlace.getBytes(Message.GBK);
    if (bytes.length > 40 || !new String(bytes, Message.GBK).equals(nameAndPlace)) {
      throw new IllegalArgumentException(
          "nameAndPlace '"
              + nameAndPlace
              + "': expected at most 40 bytes in GBK, found "
              + bytes.length
              + " or a character GBK has not");
    }
  }

  private static void refuseUnlessLettersAndDigits(String key, String found, int length) {
    if (!found.matches("[A-Za-z0-9]{" + length + "}")) {
      throw new IllegalArgumentException(
          key + " '" + found + "': expected " + length + " letters or digits");
    }
  }
}
