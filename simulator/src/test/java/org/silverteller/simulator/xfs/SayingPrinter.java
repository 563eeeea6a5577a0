package org.silverteller.simulator.xfs;

import java.util.Map;
import org.silverteller.event.TerminalEvent;

/** A printer that tells whatever status it is given, and fails as it is told to. */
final class SayingPrinter implements Provider {

  private static final int STATUS = 101;
  private static final int CAPABILITIES = 102;
  private static final int CTRLEJECT = 1;
  private static final int NOTSUPP = 3;
  private static final int SUPPLIES = 16;

  private final Map<String, Integer> words;
  private final Map<Integer, Integer> paper;
  private final int code;

  /**
   * @param words of WFSPTRSTATUS; the state of a retract bin as {@code wRetractBin}
   * @param paper fwPaper by supply; others are not there
   * @param code what every command ends with
   */
  SayingPrinter(Map<String, Integer> words, Map<Integer, Integer> paper, int code) {
    this.words = words;
    this.paper = paper;
    this.code = code;
  }

  @Override
  public void info(XfsCall call) {
    switch (call.code()) {
      case STATUS -> status(call);
      case CAPABILITIES -> {
        XfsCall.Told told = call.told();
        call.complete(told, told.structure("WFSPTRCAPS").number("fwControl", CTRLEJECT));
      }
      default -> call.complete(XfsNumbers.WFS_ERR_UNSUPP_CATEGORY);
    }
  }

  private void status(XfsCall call) {
    XfsCall.Told told = call.told();
    NativeStructure status = told.structure("WFSPTRSTATUS");
    for (int supply = 0; supply < SUPPLIES; supply++) {
      status.wordElement("fwPaper", supply, paper.getOrDefault(supply, NOTSUPP));
    }
    words.forEach(
        (field, value) -> {
          if (field.equals("wRetractBin")) {
            NativeStructure bin = told.structure("WFSPTRRETRACTBINS").number("wRetractBin", value);
            status.target("lppRetractBins", told.list(java.util.List.of(bin)));
          } else {
            status.number(field, value);
          }
        });
    call.complete(told, status);
  }

  @Override
  public void execute(XfsCall call) {
    call.complete(code);
  }

  @Override
  public void canceled(XfsCall call) {}

  @Override
  public boolean goOn() {
    return false;
  }

  @Override
  public void happened(TerminalEvent event) {}
}
