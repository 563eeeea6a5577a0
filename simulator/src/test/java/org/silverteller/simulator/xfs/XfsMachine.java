package org.silverteller.simulator.xfs;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.VirtualHardware;
import org.silverteller.simulator.hardware.VirtualMachine;

/** A virtual machine with its card reader, lights and sensors behind a virtual XFS manager. */
public final class XfsMachine {

  public static final String IDC = "IDC";
  public static final String SIU = "SIU";

  private final VirtualMachine machine;
  private final Station idc;
  private final Station siu;
  private final VirtualXfsManager manager;
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private SiuProvider sensors;

  /**
   * @param newest the structures that its providers know
   */
  public XfsMachine(MachineSpec spec, LayoutTable newest) {
    machine = new VirtualMachine(spec);
    machine.witness(seen::add);
    idc = new Station(IDC, Charset.forName("GBK"), newest.version());
    siu = new Station(SIU, Charset.forName("GBK"), newest.version());
    manager = new VirtualXfsManager(List.of(idc, siu));
    connect();
  }

  private void connect() {
    VirtualHardware ports = machine.open(manager::happened);
    idc.drives(new IdcProvider(manager, idc, ports.cardReader()));
    sensors = new SiuProvider(manager, siu, ports.lights());
    siu.drives(sensors);
  }

  /** The power is back: new providers, and nothing open. */
  public void powerUp() {
    manager.powerLost();
    machine.restorePower();
    connect();
  }

  public VirtualMachine machine() {
    return machine;
  }

  public VirtualXfsManager manager() {
    return manager;
  }

  /** What the witness told since it was asked last. */
  public List<String> seen() {
    List<String> lines = List.copyOf(seen);
    seen.clear();
    return lines;
  }

  public void headset(boolean plugged) {
    sensors.headset(plugged);
  }

  public void cabinetDoor(boolean open) {
    sensors.door(SiuProvider.CABINET, open);
  }

  public void safeDoor(boolean open) {
    sensors.door(SiuProvider.SAFE, open);
  }

  /**
   * Puts a card with a chip into the reader, in place of its provider: it answers to reset with
   * these bytes, and to every command with these.
   */
  public void chipInReader(byte[] answerToReset, byte[] answer) {
    idc.drives(new ChipProvider(answerToReset, answer));
  }

  /** Puts a reader there that begins reads and keeps them, whatever becomes of them. */
  public StubbornReader stubbornReader() {
    StubbornReader reader = new StubbornReader();
    idc.drives(reader);
    return reader;
  }

  /** A provider that leaves out what it need not do. */
  private abstract static class Bare implements Provider {
    @Override
    public void info(XfsCall call) {
      call.complete(XfsNumbers.WFS_ERR_UNSUPP_CATEGORY);
    }

    @Override
    public void canceled(XfsCall call) {}

    @Override
    public boolean goOn() {
      return false;
    }

    @Override
    public void happened(org.silverteller.event.TerminalEvent event) {}
  }

  private static final class ChipProvider extends Bare {
    private final byte[] answerToReset;
    private final byte[] answer;

    ChipProvider(byte[] answerToReset, byte[] answer) {
      this.answerToReset = answerToReset;
      this.answer = answer;
    }

    @Override
    public void execute(XfsCall call) {
      XfsCall.Told told = call.told();
      if (call.code() == 211) {
        call.complete(
            told,
            told.structure("WFSIDCCHIPPOWEROUT")
                .number("ulChipDataLength", answerToReset.length)
                .target("lpbChipData", told.bytes(answerToReset)));
        return;
      }
      NativeStructure command = call.input("WFSIDCCHIPIO");
      byte[] apdu =
          command.target("lpbChipData").getByteArray(0, command.integer("ulChipDataLength"));
      byte[] echoed = new byte[apdu.length + answer.length];
      System.arraycopy(apdu, 0, echoed, 0, apdu.length);
      System.arraycopy(answer, 0, echoed, apdu.length, answer.length);
      call.complete(
          told,
          told.structure("WFSIDCCHIPIO")
              .number("wChipProtocol", command.number("wChipProtocol"))
              .number("ulChipDataLength", echoed.length)
              .target("lpbChipData", told.bytes(echoed)));
    }
  }

  /** A reader whose reads end as the test says. */
  public static final class StubbornReader extends Bare {
    private Optional<XfsCall> kept = Optional.empty();
    private int begun;

    @Override
    public void info(XfsCall call) {
      XfsCall.Told told = call.told();
      call.complete(
          told, told.structure("WFSIDCSTATUS").number("fwMedia", 2).number("fwRetainBin", 1));
    }

    @Override
    public void execute(XfsCall call) {
      begun++;
      kept = Optional.of(call);
    }

    /** How many reads were begun. */
    public int begun() {
      return begun;
    }

    public void ends(int hResult) {
      kept.orElseThrow().complete(hResult);
    }

    /** It reads a card without a word that one came in. */
    public void reads(String track2) {
      XfsCall call = kept.orElseThrow();
      XfsCall.Told told = call.told();
      byte[] characters = track2.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      call.complete(
          told,
          told.list(
              List.of(
                  told.structure("WFSIDCCARDDATA")
                      .number("wDataSource", 2)
                      .number("ulDataLength", characters.length)
                      .target("lpbData", told.bytes(characters)))));
    }
  }
}
