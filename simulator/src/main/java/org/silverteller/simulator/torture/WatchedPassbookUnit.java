package org.silverteller.simulator.torture;

import java.util.List;
import org.silverteller.device.CardReader;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.PassbookUnit;

/** A passbook unit with an auditor at its print head. */
record WatchedPassbookUnit(PassbookUnit unit, Auditor auditor) implements PassbookUnit {

  @Override
  public Capabilities capabilities() {
    return unit.capabilities();
  }

  @Override
  public CardReader.Media media() {
    return unit.media();
  }

  @Override
  public void accept(boolean open) throws DeviceFault {
    unit.accept(open);
  }

  @Override
  public char[] readStripe(int track) throws DeviceFault {
    return unit.readStripe(track);
  }

  @Override
  public int openPage() throws DeviceFault {
    return unit.openPage();
  }

  @Override
  public int print(List<Row> rows) throws DeviceFault {
    auditor.prints(rows);
    return unit.print(rows);
  }

  @Override
  public void turnPage(boolean forward) throws DeviceFault {
    unit.turnPage(forward);
  }

  @Override
  public void eject() throws DeviceFault {
    unit.eject();
  }

  @Override
  public void retain() throws DeviceFault {
    unit.retain();
  }

  @Override
  public DeviceStatus status() {
    return unit.status();
  }

  @Override
  public void reset() throws DeviceFault {
    unit.reset();
  }
}
