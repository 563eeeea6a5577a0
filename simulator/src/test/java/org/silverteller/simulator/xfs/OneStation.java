package org.silverteller.simulator.xfs;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.VirtualMachine;

/** A virtual manager with a single logical service, for tests of one bridge. */
public final class OneStation {

  /** The logical name of the service. */
  public static final String NAME = "STATION";

  /** What a text terminal is like. */
  public enum Text {
    STANDARD,
    UNICODE,
    KEYLESS,
    /** Comes up with the smaller of its two resolutions. */
    OF_TWO_SIZES,
    SMALL,
    /** Digits, star and hash, and no other key. */
    STARRED,
    /** Digits and no other key. */
    DIGITS_ALONE,
    /** Eight keys beside the screen, and one to cancel. */
    BESIDE;

    private TextTerminal terminal() {
      List<TextTerminal.Size> usual = TextTerminal.STANDARD.sizes();
      TextTerminal.Size small = new TextTerminal.Size(20, 6);
      return switch (this) {
        case STANDARD -> TextTerminal.STANDARD;
        case UNICODE -> with(usual, true, DIGITS, List.of(24, 25, 26));
        case KEYLESS -> with(usual, false, "", List.of());
        case OF_TWO_SIZES -> with(List.of(small, usual.get(0)), false, DIGITS, List.of());
        case SMALL -> with(List.of(small), false, DIGITS, List.of());
        case STARRED -> with(usual, false, DIGITS + "*#", List.of());
        case DIGITS_ALONE -> with(usual, false, DIGITS, List.of());
        case BESIDE -> with(usual, false, "", List.of(24, 25, 26, 27, 28, 29, 30, 31, 2));
      };
    }

    private static TextTerminal with(
        List<TextTerminal.Size> sizes, boolean unicode, String keys, List<Integer> commandKeys) {
      return new TextTerminal(sizes, unicode, keys, commandKeys, 2);
    }
  }

  private static final String DIGITS = "0123456789";

  private final Station station;
  private final VirtualXfsManager manager;
  private Optional<VirtualMachine> machine = Optional.empty();

  private OneStation(LayoutTable newest) {
    station = new Station(NAME, Charset.forName("GBK"), newest.version());
    manager = new VirtualXfsManager(List.of(station));
  }

  /** A receipt printer of a virtual machine of its own. */
  public static OneStation receiptPrinter(MachineSpec spec, LayoutTable newest) {
    OneStation one = new OneStation(newest);
    one.machine = Optional.of(new VirtualMachine(spec));
    one.connect();
    return one;
  }

  /** A printer that tells this status, and whose commands all end so; see SayingPrinter. */
  public static OneStation saying(
      Map<String, Integer> words, Map<Integer, Integer> paper, int code) {
    OneStation one = new OneStation(LayoutTable.V3_30);
    one.station.drives(new SayingPrinter(words, paper, code));
    return one;
  }

  public static OneStation text(Text text, LayoutTable newest) {
    OneStation one = new OneStation(newest);
    one.station.drives(new TtuProvider(one.manager, one.station, text.terminal()));
    return one;
  }

  /** Opens the machine, as its drivers do at boot. */
  public void connect() {
    station.drives(
        new ReceiptProvider(manager, station, machine().open(manager::happened).receiptPrinter()));
  }

  public VirtualXfsManager manager() {
    return manager;
  }

  public VirtualMachine machine() {
    return machine.orElseThrow();
  }

  // ---- the text terminal

  /** Somebody presses a key that prints. */
  public void press(char key) {
    station.meanwhile(provider -> ((TtuProvider) provider).press(key));
  }

  /** Somebody presses a key that commands. */
  public void press(int commandKey) {
    station.meanwhile(provider -> ((TtuProvider) provider).press(commandKey));
  }

  /** What is on the screen. */
  public List<String> rows() {
    return terminal().rows();
  }

  public List<Integer> beeps() {
    return terminal().beeps();
  }

  public int led(int lamp) {
    return terminal().led(lamp);
  }

  /** Pulls or plugs the cable. */
  public void offline(boolean pulled) {
    terminal().offline(pulled);
  }

  private TtuProvider terminal() {
    TtuProvider[] found = new TtuProvider[1];
    station.meanwhile(provider -> found[0] = (TtuProvider) provider);
    return found[0];
  }
}
