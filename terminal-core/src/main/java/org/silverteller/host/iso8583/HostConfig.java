package org.silverteller.host.iso8583;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.device.PinPad.PinFormat;
import org.silverteller.host.Service;

/**
 * host.yaml: how the bank is reached and what its interface document says. Keys are the names of
 * the components.
 *
 * @param line where the bank listens and how the line is secured
 * @param framing what stands around each message
 * @param timing how long anything is waited for
 * @param security how messages are authenticated and PINs carried
 * @param codes what the bank expects in the fields that are its own choice
 * @param rules what the bank allows
 */
public record HostConfig(
    Line line, Framing framing, Timing timing, Security security, Codes codes, Rules rules) {

  /**
   * A line to a bank on this very machine, without TLS, for simulation.
   *
   * @param port of the loopback interface
   */
  public static HostConfig simulation(int port) {
    return new HostConfig(
        new Line("127.0.0.1", port, true, Tls.OFF),
        Framing.DEFAULT,
        Timing.DEFAULT,
        Security.DEFAULT,
        Codes.DEFAULT,
        Rules.DEFAULT);
  }

  /**
   * Where the bank listens.
   *
   * @param address name or number; with TLS the name that the bank's certificate must bear
   * @param simulation the only case in which a line without TLS is allowed, and then only to this
   *     very machine
   */
  public record Line(String address, int port, boolean simulation, Tls tls) {
    public Line {
      if (address.isBlank()) {
        throw new IllegalArgumentException("address is empty: expected a host name or number");
      }
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException("port " + port + ": expected 1 … 65535");
      }
      if (!tls.on() && !(simulation && loopback(address))) {
        throw new IllegalArgumentException(
            "tls off to '"
                + address
                + "': expected TLS, or simulation: true with an address of this very machine");
      }
    }

    private static boolean loopback(String address) {
      if (address.equals("localhost")) {
        return true;
      }
      if (!address.matches("[0-9.]+|[0-9a-fA-F:]+")) {
        return false;
      }
      try {
        return InetAddress.getByName(address).isLoopbackAddress();
      } catch (UnknownHostException notANumber) {
        return false;
      }
    }
  }

  /**
   * TLS with one pinned authority: the system's trust store is not asked.
   *
   * @param ca PEM file with the certificate of the authority that signs the bank's certificate; the
   *     only one trusted
   * @param clientStore PKCS #12 file with this machine's key and certificate; empty when the bank
   *     asks for none
   * @param passwordFile file whose first line opens the client store
   */
  public record Tls(boolean on, Path ca, Path clientStore, Path passwordFile) {
    private static final Path NONE = Path.of("");
    public static final Tls OFF = new Tls(false, NONE, NONE, NONE);

    /** For keys that are left out. */
    public static final Tls DEFAULT = OFF;

    public Tls {
      if (on && ca.equals(NONE)) {
        throw new IllegalArgumentException(
            "ca is empty: expected the PEM file of the authority to trust");
      }
      if (clientStore.equals(NONE) != passwordFile.equals(NONE)) {
        throw new IllegalArgumentException(
            "clientStore and passwordFile: expected both or neither");
      }
    }

    public static Tls pinned(Path ca) {
      return new Tls(true, ca, NONE, NONE);
    }

    public static Tls mutual(Path ca, Path clientStore, Path passwordFile) {
      return new Tls(true, ca, clientStore, passwordFile);
    }

    public boolean mutual() {
      return !clientStore.equals(NONE);
    }
  }

  /**
   * What stands around each message: two bytes of length, big-endian, then TPDU and header.
   *
   * @param tpdu ten hex digits as this machine sends them: 60, destination, source; empty for none
   * @param header further bytes in hex, sent as they are; of what comes in only their number counts
   * @param longestBytes a longer incoming message breaks the line
   */
  public record Framing(Dialect dialect, String tpdu, String header, int longestBytes) {
    private static final Pattern HEX = Pattern.compile("([0-9A-Fa-f]{2})*");

    public static final Framing DEFAULT = new Framing(Dialect.TERMINAL, "6000000000", "", 4_096);

    public Framing {
      if (!HEX.matcher(tpdu).matches() || (!tpdu.isEmpty() && tpdu.length() != 10)) {
        throw new IllegalArgumentException(
            "tpdu '" + tpdu + "': expected ten hex digits or nothing");
      }
      if (!HEX.matcher(header).matches()) {
        throw new IllegalArgumentException("header '" + header + "': expected pairs of hex digits");
      }
      if (longestBytes < 256 || longestBytes > 65_535) {
        throw new IllegalArgumentException(
            "longestBytes " + longestBytes + ": expected 256 … 65535");
      }
    }

    /** TPDU and header as sent. */
    public byte[] prefix() {
      return HexFormat.of().parseHex(tpdu + header);
    }
  }

  /**
   * How long anything is waited for, in whole seconds.
   *
   * @param replySeconds for the reply to one message; longer than the bank's own switch waits for
   *     an issuer
   * @param echoSeconds a line quiet for so long is asked for a sign of life
   * @param retrySeconds pause before the first new try to connect; doubled with each, up to {@code
   *     longestRetrySeconds}
   * @param cutOverSeconds a cut-over whose end is not told is taken to be over
   */
  public record Timing(
      int connectSeconds,
      int replySeconds,
      int echoSeconds,
      int retrySeconds,
      int longestRetrySeconds,
      int cutOverSeconds) {
    public static final Timing DEFAULT = new Timing(10, 30, 60, 1, 60, 60);

    public Timing {
      refuseOutside("connectSeconds", connectSeconds, 1, 120);
      refuseOutside("replySeconds", replySeconds, 1, 180);
      refuseOutside("echoSeconds", echoSeconds, 10, 3_600);
      refuseOutside("retrySeconds", retrySeconds, 1, 60);
      refuseOutside("longestRetrySeconds", longestRetrySeconds, retrySeconds, 600);
      refuseOutside("cutOverSeconds", cutOverSeconds, 1, 3_600);
    }

    public Duration connect() {
      return Duration.ofSeconds(connectSeconds);
    }

    public Duration reply() {
      return Duration.ofSeconds(replySeconds);
    }

    public Duration echo() {
      return Duration.ofSeconds(echoSeconds);
    }

    public Duration cutOver() {
      return Duration.ofSeconds(cutOverSeconds);
    }

    private static void refuseOutside(String key, int found, int least, int most) {
      if (found < least || found > most) {
        throw new IllegalArgumentException(
            key + " " + found + ": expected " + least + " … " + most);
      }
    }
  }

  /** How messages are authenticated and PINs carried. */
  public record Security(MacAlgorithm mac, PinFormat pinFormat) {
    public static final Security DEFAULT = new Security(MacAlgorithm.X9_19, PinFormat.ISO_0_TDES);
  }

  /**
   * What the bank expects in the fields that are its own choice.
   *
   * @param withdrawal field 3 of a withdrawal
   * @param balance field 3 of a balance inquiry
   * @param deposit field 3 of a deposit
   * @param statement field 3 of a mini statement
   * @param pinChange field 3 of a PIN change
   * @param newPin the field in which a PIN change carries the new PIN's block
   * @param weakPin field 39 when the bank refuses a new PIN as too easy to guess
   * @param bookCheck field 3 of the question how a passbook stands
   * @param bookRows field 3 of the request for rows of a passbook, and of the advice what became of
   *     them
   * @param acquirer field 32
   * @param forwarder field 33
   * @param currency field 49
   * @param merchantType field 18
   * @param condition field 25
   * @param batch field 60.2
   * @param transfer field 3 of transfers and what belongs to them
   */
  public record Codes(
      String withdrawal,
      String balance,
      String deposit,
      String statement,
      String pinChange,
      NewPinField newPin,
      String weakPin,
      String bookCheck,
      String bookRows,
      String acquirer,
      String forwarder,
      String currency,
      String merchantType,
      String condition,
      String batch,
      TransferCodes transfer) {
    public static final Codes DEFAULT =
        new Codes(
            "010000",
            "310000",
            "210000",
            "380000",
            "920000",
            NewPinField.FIELD_62,
            "63",
            "340000",
            "350000",
            "00000000",
            "00000000",
            "156",
            "6011",
            "02",
            "000001",
            TransferCodes.DEFAULT);

    public Codes {
      refuseUnlessDigits("withdrawal", withdrawal, 6, 6);
      refuseUnlessDigits("balance", balance, 6, 6);
      refuseUnlessDigits("deposit", deposit, 6, 6);
      refuseUnlessDigits("statement", statement, 6, 6);
      refuseUnlessDigits("pinChange", pinChange, 6, 6);
      if (!weakPin.matches("[0-9A-Z]{2}")) {
        throw new IllegalArgumentException(
            "weakPin '" + weakPin + "': expected the two characters of a response code");
      }
      refuseUnlessDigits("bookCheck", bookCheck, 6, 6);
      refuseUnlessDigits("bookRows", bookRows, 6, 6);
      refuseUnlessDigits("acquirer", acquirer, 1, 11);
      refuseUnlessDigits("forwarder", forwarder, 1, 11);
      refuseUnlessDigits("currency", currency, 3, 3);
      refuseUnlessDigits("merchantType", merchantType, 4, 4);
      refuseUnlessDigits("condition", condition, 2, 2);
      refuseUnlessDigits("batch", batch, 6, 6);
    }

    public String processing(Service service) {
      return switch (service) {
        case WITHDRAWAL -> withdrawal;
        case BALANCE -> balance;
        case DEPOSIT -> deposit;
        case STATEMENT -> statement;
        case PIN_CHANGE -> pinChange;
        case TRANSFER_OWN -> transfer.own();
        case TRANSFER_OTHER -> transfer.other();
        case ACCOUNTS -> transfer.accounts();
        case PAYEE_CHECK -> transfer.payeeCheck();
        case PENDING_TRANSFERS -> transfer.pending();
        case TRANSFER_CANCEL -> transfer.cancel();
        case CASE_ALERT -> transfer.caseAlert();
        case BOOK_CHECK -> bookCheck;
        case BOOK_ROWS -> bookRows;
      };
    }

    static void refuseUnlessDigits(String key, String found, int least, int most) {
      if (found.length() < least
          || found.length() > most
          || !found.chars().allMatch(c -> c >= '0' && c <= '9')) {
        throw new IllegalArgumentException(
            key
                + " '"
                + found
                + "': expected "
                + (least == most ? "" : least + " … ")
                + most
                + " digits");
      }
    }
  }

  /** How a short payment is told. */
  public enum ReversalStyle {
    /** The own bank: 0420 with field 95. */
    PARTIAL_95,
    /**
     * Interbank: a 0420 is always for the whole amount; what was paid short is told by a 0220 with
     * the actual amount.
     */
    FULL_ONLY
  }

  /**
   * What the bank allows.
   *
   * @param partialApproval this machine has told the bank that it takes a code 10; otherwise a 10
   *     is reversed
   * @param completions each payment is confirmed with the actual amount (0220)
   */
  public record Rules(boolean partialApproval, boolean completions, ReversalStyle reversals) {
    public static final Rules DEFAULT = new Rules(false, false, ReversalStyle.PARTIAL_95);
  }
}
