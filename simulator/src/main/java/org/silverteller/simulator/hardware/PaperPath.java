package org.silverteller.simulator.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.ReceiptPrinter.Paper;
import org.silverteller.event.DeviceName;

/**
 * The receipt printer as a thing: the roll, the slip in the mouth, what was printed. Guarded by the
 * machine's monitor.
 */
final class PaperPath {

  /** A tenth of the roll is left when the low sensor trips. */
  private static final int LOW_SHARE = 10;

  private final int columns;
  private final int roll;
  private final Faults faults;
  private int slipsLeft;
  private List<String> mouth = List.of();
  private boolean slipWaits;
  private List<String> lastPrinted = List.of();
  private boolean jammed;
  private boolean jamLasts;

  PaperPath(MachineSpec spec, Faults faults) {
    columns = spec.printer().columns();
    roll = spec.slips();
    slipsLeft = spec.slips();
    this.faults = faults;
  }

  Paper paper() {
    if (slipsLeft == 0 || faults.lasts(Fault.PAPER_OUT)) {
      return Paper.OUT;
    }
    boolean low = slipsLeft <= roll / LOW_SHARE || faults.armed(Fault.PAPER_LOW).isPresent();
    return low ? Paper.LOW : Paper.FULL;
  }

  boolean slipWaits() {
    return slipWaits;
  }

  List<String> lastPrinted() {
    return lastPrinted;
  }

  int slipsLeft() {
    return slipsLeft;
  }

  /** A slip that still waits in the mouth is pushed out by the next and falls. */
  void print(List<String> lines) throws DeviceFault {
    if (jammed) {
      throw fault(Kind.JAMMED, "the paper sticks");
    }
    if (slipsLeft == 0 || faults.strike(Fault.PAPER_OUT).isPresent()) {
      throw fault(Kind.PAPER_OUT, "no paper");
    }
    slipsLeft--;
    List<String> printed = wrapped(lines);
    Optional<Sabotage> jam = faults.strike(Fault.PAPER_JAM);
    if (jam.isPresent()) {
      lastPrinted = List.copyOf(printed.subList(0, printed.size() / 2));
      jammed = true;
      jamLasts = jam.get().lasting();
      throw fault(Kind.JAMMED, "the paper sticks");
    }
    lastPrinted = printed;
    mouth = printed;
    slipWaits = true;
  }

  Optional<List<String>> take() {
    if (!slipWaits) {
      return Optional.empty();
    }
    slipWaits = false;
    return Optional.of(mouth);
  }

  void reset() throws DeviceFault {
    if (jammed && jamLasts) {
      throw fault(Kind.JAMMED, "the paper sticks until an operator has freed it");
    }
    jammed = false;
  }

  void freed() {
    jammed = false;
  }

  void addPaper() {
    slipsLeft = roll;
  }

  DeviceStatus status() {
    if (jammed) {
      return DeviceStatus.HARDWARE_ERROR;
    }
    return paper() == Paper.FULL ? DeviceStatus.ONLINE : DeviceStatus.NEEDS_ATTENTION;
  }

  /** A line longer than the paper is wide goes on in the next row, as the print head does it. */
  private List<String> wrapped(List<String> lines) {
    List<String> rows = new ArrayList<>(lines.size());
    for (String line : lines) {
      int from = 0;
      int used = 0;
      for (int at = 0; at < line.length(); ) {
        int character = line.codePointAt(at);
        int width = columnsOf(character);
        if (used + width > columns) {
          rows.add(line.substring(from, at));
          from = at;
          used = 0;
        }
        used += width;
        at += Character.charCount(character);
      }
      rows.add(line.substring(from));
    }
    return List.copyOf(rows);
  }

  private static int columnsOf(int character) {
    boolean wide =
        character >= 0x1100
            && (Character.isIdeographic(character)
                || (character >= 0x3000 && character <= 0x30FF)
                || (character >= 0xFF00 && character <= 0xFF60));
    return wide ? 2 : 1;
  }

  private static DeviceFault fault(Kind kind, String detail) {
    return new DeviceFault(DeviceName.RECEIPT_PRINTER, kind, detail);
  }
}
