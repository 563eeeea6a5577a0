package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;

/**
 * The commands that move a passbook inside its printer and out of it.
 *
 * @param fwControl actions of WFS_CMD_PTR_CONTROL_MEDIA
 * @param fwControlPassbook actions of WFS_CMD_PTR_CONTROL_PASSBOOK, from 3.20; 0 for none
 */
record PtrMediaControl(XfsService service, int fwControl, int fwControlPassbook) {

  /** Books are retained in the first bin. */
  private static final int FIRST_BIN = 1;

  static PtrMediaControl of(XfsService service, XfsRecord caps) {
    return new PtrMediaControl(
        service, caps.word("fwControl"), caps.wordIfAny("fwControlPassbook").orElse(0));
  }

  boolean turnsPages() {
    return canTurn(true) && canTurn(false);
  }

  boolean canTurn(boolean forward) {
    return turnsByPassbookControl(forward) || (fwControl & mediaControl(forward)) != 0;
  }

  private boolean turnsByPassbookControl(boolean forward) {
    return (fwControlPassbook & passbookControl(forward)) != 0;
  }

  private static int passbookControl(boolean forward) {
    return forward
        ? PtrPassbook.WFS_PTR_PBKCTRLTURNFORWARD
        : PtrPassbook.WFS_PTR_PBKCTRLTURNBACKWARD;
  }

  private static int mediaControl(boolean forward) {
    return forward ? PtrPassbook.WFS_PTR_CTRLATPFORWARD : PtrPassbook.WFS_PTR_CTRLATPBACKWARD;
  }

  /** Only where {@link #canTurn} says that it can. */
  void turn(boolean forward) throws XfsFault {
    if (!turnsByPassbookControl(forward)) {
      control(mediaControl(forward));
      return;
    }
    try (XfsArena arena = service.arena()) {
      execute(
          PtrPassbook.WFS_CMD_PTR_CONTROL_PASSBOOK,
          arena
              .structure(PtrPassbook.WFSPTRCONTROLPASSBOOK)
              .word("wAction", passbookControl(forward))
              .word("usCount", 1)
              .pointer());
    }
  }

  void eject() throws XfsFault {
    control(Ptr.WFS_PTR_CTRLEJECT);
  }

  private void control(int action) throws XfsFault {
    try (XfsArena arena = service.arena()) {
      execute(Ptr.WFS_CMD_PTR_CONTROL_MEDIA, arena.dwords(action));
    }
  }

  void retain() throws XfsFault {
    try (XfsArena arena = service.arena()) {
      execute(PtrPassbook.WFS_CMD_PTR_RETRACT_MEDIA, arena.word(FIRST_BIN));
    }
  }

  /** Without moving a book that is inside. */
  void reset() throws XfsFault {
    try (XfsArena arena = service.arena()) {
      execute(Ptr.WFS_CMD_PTR_RESET, arena.structure(PtrPassbook.WFSPTRRESET).pointer());
    }
  }

  private void execute(int command, Pointer data) throws XfsFault {
    service.execute(command, data, XfsDevice.MOVING).close();
  }

  /**
   * The dwMediaControl of a print: what is printed goes to paper at once, where that is offered.
   */
  int flush() {
    return fwControl & Ptr.WFS_PTR_CTRLFLUSH;
  }
}
