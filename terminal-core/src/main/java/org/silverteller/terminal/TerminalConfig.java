package org.silverteller.terminal;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.silverteller.device.Screen;
import org.silverteller.money.MixRules;
import org.silverteller.page.Language;
import org.silverteller.session.BookRules;
import org.silverteller.session.DepositRules;
import org.silverteller.session.PinRules;
import org.silverteller.session.TransferRules;
import org.silverteller.session.WithdrawalRules;
import org.silverteller.store.SerialRules;

/**
 * terminal.yaml: who this machine is and how it serves. Keys are the names of the components.
 *
 * @param terminalId field 41: 8 letters or digits, given by the bank
 * @param merchantId field 42: 15 letters or digits, given by the bank
 * @param nameAndPlace field 43: at most 40 bytes in GB 18030
 * @param phrases what the bank fills into the texts: {@code bank.name}, {@code bank.phone}, {@code
 *     machine.number} …
 * @param screen the customer's screen
 * @param driver which hardware is opened
 * @param places files and folders
 * @param languages what the customer can choose
 * @param mix limits on one bundle
 * @param withdrawal what is paid at once
 * @param deposit what is taken at once
 * @param pin how the PIN is asked for
 * @param transfer what may be transferred here
 * @param passbook how the bank's passbooks look and are printed
 * @param receipt what the bank prints on every slip
 * @param profiles which profile a customer sees
 * @param operators who operates the machine, and what they may do
 * @param serials which serial numbers of notes are kept
 */
public record TerminalConfig(
    String terminalId,
    String merchantId,
    String nameAndPlace,
    Map<String, String> phrases,
    Screen.Geometry screen,
    Driver driver,
    Places places,
    Languages languages,
    MixRules mix,
    WithdrawalRules withdrawal,
    DepositRules deposit,
    PinRules pin,
    TransferRules transfer,
    BookRules passbook,
    Receipt receipt,
    ProfileRules profiles,
    Operators operators,
    SerialRules serials) {

  private static final Charset WIRE = Charset.forName("GB18030");

  public TerminalConfig {
    refuseUnlessLettersAndDigits("terminalId", terminalId, 8);
    refuseUnlessLettersAndDigits("merchantId", merchantId, 15);
    int bytes = nameAndPlace.getBytes(WIRE).length;
    if (nameAndPlace.isBlank() || bytes > 40) {
      throw new IllegalArgumentException(
          "nameAndPlace of " + bytes + " bytes in GB 18030: expected 1 … 40");
    }
    phrases = Map.copyOf(phrases);
    refuseUnlessPossible(screen);
  }

  /** The same with other rules for serial numbers. */
  public TerminalConfig withSerials(SerialRules others) {
    return new TerminalConfig(
        terminalId,
        merchantId,
        nameAndPlace,
        phrases,
        screen,
        driver,
        places,
        languages,
        mix,
        withdrawal,
        deposit,
        pin,
        transfer,
        passbook,
        receipt,
        profiles,
        operators,
        others);
  }

  private static void refuseUnlessLettersAndDigits(String key, String value, int length) {
    if (!value.matches("[A-Za-z0-9]{" + length + "}")) {
      throw new IllegalArgumentException(
          key + " '" + value + "': expected " + length + " letters or digits");
    }
  }

  private static void refuseUnlessPossible(Screen.Geometry screen) {
    if (screen.widthPx() < 320 || screen.heightPx() < 240) {
      throw new IllegalArgumentException(
          "screen of "
              + screen.widthPx()
              + " × "
              + screen.heightPx()
              + " pixels: expected at least 320 × 240");
    }
    if (!(screen.diagonalInch() >= 5 && screen.diagonalInch() <= 100)) {
      throw new IllegalArgumentException(
          "screen diagonalInch " + screen.diagonalInch() + ": expected 5 … 100");
    }
  }

  /**
   * The drivers to open.
   *
   * @param name of the {@link org.silverteller.device.DriverFactory}
   * @param settings the driver's own
   */
  public record Driver(String name, Map<String, String> settings) {
    public Driver {
      settings = Map.copyOf(settings);
    }
  }

  /**
   * Files and folders. A relative one in terminal.yaml starts at the folder of terminal.yaml.
   *
   * @param store the folder of the durable record
   * @param controlSocket the Unix socket of the maintenance client
   * @param cards the bank's card ranges
   * @param host how the bank is reached
   * @param fraud the questions against fraud
   */
  public record Places(Path store, Path controlSocket, Path cards, Path host, Path fraud) {
    public static final Places DEFAULT =
        new Places(
            Path.of("/var/lib/silverteller"),
            Path.of("/run/silverteller/control.sock"),
            Path.of("cards.csv"),
            Path.of("host.yaml"),
            Path.of("fraud.yaml"));
  }

  /**
   * What the customer can choose.
   *
   * @param first what the machine speaks to nobody in particular
   * @param offered in the order shown
   */
  public record Languages(Language first, List<Language> offered) {
    public static final Languages DEFAULT =
        new Languages(Language.CHINESE, List.of(Language.CHINESE, Language.ENGLISH));

    public Languages {
      offered = List.copyOf(offered);
      if (!offered.contains(first)) {
        throw new IllegalArgumentException(
            "first '" + first + "': expected one of those offered, " + offered);
      }
      if (offered.stream().distinct().count() != offered.size()) {
        throw new IllegalArgumentException("offered: a language stands twice in " + offered);
      }
    }
  }

  /**
   * What the bank prints on every slip.
   *
   * @param header lines above the transaction
   * @param footer lines below it: complaint and anti-fraud hotlines (service rules 6.6)
   */
  public record Receipt(List<String> header, List<String> footer) {
    public static final Receipt DEFAULT = new Receipt(List.of(), List.of());

    public Receipt {
      header = List.copyOf(header);
      footer = List.copyOf(footer);
    }
  }
}
