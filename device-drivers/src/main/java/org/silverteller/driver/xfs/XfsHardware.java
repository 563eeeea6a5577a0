package org.silverteller.driver.xfs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.silverteller.device.CardReader;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.Hardware;
import org.silverteller.device.Lights;
import org.silverteller.device.PassbookUnit;
import org.silverteller.device.PinPad;
import org.silverteller.device.ProbedDevice;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.device.Screen;
import org.silverteller.device.Speaker;
import org.silverteller.driver.xfs.XfsConfig.Role;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;

/**
 * The devices of a machine whose vendor ships an XFS manager. What has no service is opened by
 * another driver beside it.
 */
public final class XfsHardware implements Hardware {

  /** Characters have no millimetres: a size on which every page is laid out well. */
  private static final Screen.Geometry TEXT_SCREEN = new Screen.Geometry(640, 480, 10);

  private final XfsManager manager;
  private final Optional<Hardware> beside;
  private final CardReader cardReader;
  private final CashDispenser dispenser;
  private final PinPad pinPad;
  private final ReceiptPrinter receiptPrinter;
  private final Screen screen;
  private final Optional<Lights> lights;
  private final Optional<PassbookUnit> passbookUnit;
  private final Optional<CashAcceptor> cashAcceptor;

  private XfsHardware(
      XfsManager manager,
      XfsConfig config,
      XfsNotes notes,
      Optional<Hardware> beside,
      Consumer<TerminalEvent> events)
      throws DeviceFault {
    this.manager = manager;
    this.beside = beside;
    Opening opening = new Opening(config);
    cardReader =
        opening.device(
            Role.CARD_READER,
            DeviceName.CARD_READER,
            service -> XfsCardReader.open(service, events),
            Hardware::cardReader);
    dispenser =
        opening.device(
            Role.DISPENSER,
            DeviceName.CASH_DISPENSER,
            service ->
                XfsDispenser.open(
                    service, events, notes.bundles(), config.currency(), config.kept()),
            Hardware::dispenser);
    pinPad =
        opening.device(
            Role.PIN_PAD,
            DeviceName.PIN_PAD,
            service -> XfsPinPad.open(service, events, config.keys()),
            Hardware::pinPad);
    receiptPrinter =
        opening.device(
            Role.RECEIPT_PRINTER,
            DeviceName.RECEIPT_PRINTER,
            service -> XfsReceiptPrinter.open(service, events, config.receipt()),
            Hardware::receiptPrinter);
    screen =
        opening.device(
            Role.TEXT_SCREEN,
            DeviceName.SCREEN,
            service -> XfsTextScreen.open(service, events, TEXT_SCREEN),
            Hardware::screen);
    lights =
        opening
            .fitted(Role.SENSORS, DeviceName.LIGHTS, service -> XfsLights.open(service, events))
            .filter(XfsLights::any)
            .<Lights>map(own -> own)
            .or(() -> beside.flatMap(Hardware::lights));
    passbookUnit =
        opening
            .<PassbookUnit>fitted(
                Role.PASSBOOK_UNIT,
                DeviceName.PASSBOOK_UNIT,
                service -> XfsPassbookUnit.open(service, events, config.passbook()))
            .or(() -> beside.flatMap(Hardware::passbookUnit));
    cashAcceptor =
        opening
            .<CashAcceptor>fitted(
                Role.CASH_ACCEPTOR,
                DeviceName.CASH_ACCEPTOR,
                service ->
                    XfsCashAcceptor.open(
                        service, events, notes.cashIns(), config.currency(), this::settleBundle))
            .or(() -> beside.flatMap(Hardware::cashAcceptor));
  }

  private void settleBundle() {
    if (dispenser instanceof XfsDispenser own) {
      own.settleBundle();
    }
  }

  /**
   * @param functions of the manager
   * @param settings see {@link XfsConfig}
   * @param notes where each dispense and cash-in is noted
   * @param beside what is there without a service
   * @throws DeviceFault naming the device that every machine has and that has neither
   * @throws IllegalArgumentException naming the setting, what was found, what was expected
   */
  public static XfsHardware open(
      FunctionTable functions,
      XfsThreads threads,
      Map<String, String> settings,
      XfsNotes notes,
      Optional<Hardware> beside,
      Consumer<TerminalEvent> events)
      throws DeviceFault {
    XfsConfig config = XfsConfig.of(settings);
    XfsManager manager = started(functions, threads, config);
    try {
      return new XfsHardware(manager, config, notes, beside, events);
    } catch (DeviceFault fault) {
      manager.close();
      throw fault;
    }
  }

  private static XfsManager started(FunctionTable functions, XfsThreads threads, XfsConfig config)
      throws DeviceFault {
    try {
      return XfsManager.start(functions, threads, config.talk(), config.delivery());
    } catch (XfsFault fault) {
      throw new DeviceFault(DeviceName.CASH_DISPENSER, Kind.OFFLINE, fault.getMessage());
    }
  }

  /**
   * What the configured services answer of themselves; nothing moves.
   *
   * @throws DeviceFault when the manager does not start
   * @throws IllegalArgumentException naming the setting, what was found, what was expected
   */
  public static List<ProbedDevice> probe(
      FunctionTable functions, XfsThreads threads, Map<String, String> settings)
      throws DeviceFault {
    XfsConfig config = XfsConfig.of(settings);
    try (XfsManager manager = started(functions, threads, config)) {
      return new XfsProbe(manager, config).all();
    }
  }

  /** Makes a device of an open service. */
  @FunctionalInterface
  private interface Maker<T> {
    T of(XfsService service) throws DeviceFault;
  }

  /** Opens services and makes devices of them. */
  private final class Opening {
    private final XfsConfig config;

    Opening(XfsConfig config) {
      this.config = config;
    }

    <T> T device(
        Role role,
        DeviceName name,
        Maker<T> maker,
        java.util.function.Function<Hardware, T> otherwise)
        throws DeviceFault {
      Optional<T> found = fitted(role, name, maker).or(() -> beside.map(otherwise));
      if (found.isEmpty()) {
        throw new DeviceFault(
            name, Kind.OFFLINE, "no xfs setting '" + role.key() + "', and no driver beside");
      }
      return found.get();
    }

    <T> Optional<T> fitted(Role role, DeviceName name, Maker<T> maker) throws DeviceFault {
      String logicalName = config.services().get(role);
      if (logicalName == null) {
        return Optional.empty();
      }
      try {
        return Optional.of(maker.of(manager.open(logicalName)));
      } catch (XfsFault fault) {
        throw new DeviceFault(name, Kind.OFFLINE, fault.getMessage());
      }
    }
  }

  @Override
  public CardReader cardReader() {
    return cardReader;
  }

  @Override
  public CashDispenser dispenser() {
    return dispenser;
  }

  @Override
  public PinPad pinPad() {
    return pinPad;
  }

  @Override
  public ReceiptPrinter receiptPrinter() {
    return receiptPrinter;
  }

  @Override
  public Screen screen() {
    return screen;
  }

  @Override
  public Optional<PassbookUnit> passbookUnit() {
    return passbookUnit;
  }

  @Override
  public Optional<CashAcceptor> cashAcceptor() {
    return cashAcceptor;
  }

  @Override
  public Optional<Speaker> speaker() {
    return beside.flatMap(Hardware::speaker);
  }

  @Override
  public Optional<Lights> lights() {
    return lights;
  }

  @Override
  public void close() {
    manager.close();
    beside.ifPresent(Hardware::close);
  }
}
