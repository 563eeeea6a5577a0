package org.silverteller.driver.xfs;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the driver {@code xfs} in terminal.yaml.
 *
 * @param manager the library: a name such as {@code msxfs}, or a path
 * @param delivery how completions and events come
 * @param talk how the bridge speaks with the manager
 * @param services the logical names, by what they are
 * @param currency of the notes, ISO 4217
 * @param kept notes that stay in each cassette, because the last ones pick badly
 * @param receipt how slips are printed
 * @param keys the names of the keys in the PIN pad
 * @param passbook the names under which the provider knows the bank's passbook
 * @param notes the folder where each dispense is noted
 * @param beside the driver that opens what has no service here
 */
record XfsConfig(
    Optional<String> manager,
    DeliveryChoice delivery,
    XfsSettings talk,
    Map<Role, String> services,
    String currency,
    int kept,
    ReceiptSettings receipt,
    PinKeys keys,
    PassbookForms passbook,
    Optional<Path> notes,
    Optional<String> beside) {

  /** What a service is to the terminal. */
  enum Role {
    CARD_READER("cardReader"),
    DISPENSER("dispenser"),
    PIN_PAD("pinPad"),
    RECEIPT_PRINTER("receiptPrinter"),
    PASSBOOK_UNIT("passbookUnit"),
    CASH_ACCEPTOR("cashAcceptor"),
    SENSORS("sensors"),
    OPERATOR_PANEL("operatorPanel"),
    TEXT_SCREEN("textScreen");

    private final String key;

    Role(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  private static final List<String> OTHER_KEYS =
      List.of(
          "manager",
          "delivery",
          "charset",
          "versions",
          "appId",
          "patienceSeconds",
          "currency",
          "notesKept",
          "columns",
          "receiptForm",
          "receiptMedia",
          "receiptBefore",
          "receiptCut",
          "masterKey",
          "pinKey",
          "macKey",
          "passbookMedia",
          "passbookRowForm",
          "passbookRowField",
          "passbookReadForm",
          "passbookTrackField",
          "passbookPageField",
          "passbookTrack",
          "notesFolder",
          "beside");

  XfsConfig {
    services = Map.copyOf(services);
  }

  /**
   * @throws IllegalArgumentException naming the setting, what was found, what was expected
   */
  static XfsConfig of(Map<String, String> settings) {
    Map<Role, String> services = new EnumMap<>(Role.class);
    Set<String> known = new HashSet<>(OTHER_KEYS);
    for (Role role : Role.values()) {
      known.add(role.key());
      Optional.ofNullable(settings.get(role.key())).ifPresent(name -> services.put(role, name));
    }
    for (String key : settings.keySet()) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException(
            "xfs setting '" + key + "': expected one of " + new java.util.TreeSet<>(known));
      }
    }
    return new XfsConfig(
        Optional.ofNullable(settings.get("manager")),
        delivery(settings),
        talk(settings),
        services,
        settings.getOrDefault("currency", "CNY"),
        number(settings, "notesKept", 5, 0, 1_000),
        receipt(settings),
        keys(settings),
        passbook(settings),
        Optional.ofNullable(settings.get("notesFolder")).map(Path::of),
        Optional.ofNullable(settings.get("beside")));
  }

  private static ReceiptSettings receipt(Map<String, String> settings) {
    ReceiptSettings usual = ReceiptSettings.RAW;
    return new ReceiptSettings(
        number(settings, "columns", usual.columns(), 16, 132),
        Optional.ofNullable(settings.get("receiptForm"))
            .map(form -> new ReceiptSettings.Form(form, settings.getOrDefault("receiptMedia", ""))),
        settings.getOrDefault("receiptBefore", usual.before()),
        settings.getOrDefault("receiptCut", usual.cut()));
  }

  private static PinKeys keys(Map<String, String> settings) {
    PinKeys usual = PinKeys.DEFAULT;
    return new PinKeys(
        settings.getOrDefault("masterKey", usual.master()),
        settings.getOrDefault("pinKey", usual.pin()),
        settings.getOrDefault("macKey", usual.mac()));
  }

  private static PassbookForms passbook(Map<String, String> settings) {
    PassbookForms usual = PassbookForms.DEFAULT;
    return new PassbookForms(
        settings.getOrDefault("passbookMedia", usual.media()),
        settings.getOrDefault("passbookRowForm", usual.rowForm()),
        settings.getOrDefault("passbookRowField", usual.rowField()),
        settings.getOrDefault("passbookReadForm", usual.readForm()),
        settings.getOrDefault("passbookTrackField", usual.trackField()),
        settings.getOrDefault("passbookPageField", usual.pageField()),
        number(settings, "passbookTrack", usual.track(), 1, 3));
  }

  private static DeliveryChoice delivery(Map<String, String> settings) {
    String found = settings.getOrDefault("delivery", "");
    return switch (found.toLowerCase(Locale.ROOT)) {
      case "" -> DeliveryChoice.ofPlatform();
      case "window" -> DeliveryChoice.WINDOW;
      case "callback" -> DeliveryChoice.CALLBACK;
      default -> throw wrong("delivery", found, "window or callback");
    };
  }

  private static XfsSettings talk(Map<String, String> settings) {
    XfsSettings usual = XfsSettings.DEFAULT;
    List<XfsVersion> versions = versions(settings);
    return new XfsSettings(
        settings.getOrDefault("appId", usual.appId()),
        charset(settings.getOrDefault("charset", usual.charset().name())),
        versions.get(0),
        versions.get(1),
        Duration.ofSeconds(
            number(settings, "patienceSeconds", (int) usual.patience().toSeconds(), 1, 600)));
  }

  /** Such as {@code 3.00-3.20}. */
  private static List<XfsVersion> versions(Map<String, String> settings) {
    String found = settings.getOrDefault("versions", "3.00-3.30");
    String[] bounds = found.split("-", -1);
    if (bounds.length != 2) {
      throw wrong("versions", found, "lowest and highest, such as 3.00-3.30");
    }
    return List.of(version(found, bounds[0]), version(found, bounds[1]));
  }

  private static XfsVersion version(String found, String bound) {
    for (XfsVersion version : XfsVersion.values()) {
      if (version.toString().equals(bound.strip())) {
        return version;
      }
    }
    throw wrong("versions", found, "two of 3.00, 3.10, 3.20, 3.30");
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw wrong("charset", name, "a charset that Java knows, such as GBK");
    }
  }

  private static int number(
      Map<String, String> settings, String key, int usual, int least, int most) {
    String found = settings.getOrDefault(key, "" + usual);
    if (!found.matches("\\d{1,6}")
        || Integer.parseInt(found) < least
        || Integer.parseInt(found) > most) {
      throw wrong(key, found, least + " … " + most);
    }
    return Integer.parseInt(found);
  }

  static IllegalArgumentException wrong(String key, String found, String expected) {
    return new IllegalArgumentException(
        "xfs setting '" + key + "': found '" + found + "', expected " + expected);
  }
}
