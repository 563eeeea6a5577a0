package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;

/** The shutter of an acceptor's input and exit, which it moves itself, or by commands. */
final class CimShutter {

  private final XfsService service;
  private final boolean byItself;

  /**
   * @param byItself whether there is none, or the acceptor moves it; then commands are not given
   */
  CimShutter(XfsService service, boolean byItself) {
    this.service = service;
    this.byItself = byItself;
  }

  boolean movesByItself() {
    return byItself;
  }

  void open() throws XfsFault {
    move(Cim.WFS_CMD_CIM_OPEN_SHUTTER);
  }

  void close() throws XfsFault {
    move(Cim.WFS_CMD_CIM_CLOSE_SHUTTER);
  }

  private void move(int command) throws XfsFault {
    if (byItself) {
      return;
    }
    try (XfsArena arena = service.arena()) {
      service.execute(command, arena.word(Cim.WFS_CIM_POSNULL), XfsDevice.MOVING).close();
    }
  }

  /** As {@link #close}, where waiting for it is not allowed. */
  void startClosing() throws XfsFault {
    if (!byItself) {
      service.start(Cim.WFS_CMD_CIM_CLOSE_SHUTTER, Pointer.NULL);
    }
  }
}
