package org.silverteller.simulator.hardware;

import org.silverteller.card.Track2;
import org.silverteller.device.CardReader;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;

/**
 * The card reader's port. After a card went in, the slot takes no other until it is opened again.
 */
final class VirtualCardReader extends VirtualDevice implements CardReader {

  VirtualCardReader(VirtualMachine machine, Supply supply) {
    super(machine, supply, DeviceName.CARD_READER, "reader", Fault.CARD_READER_OFFLINE);
  }

  @Override
  public Capabilities capabilities() {
    return machine.spec().reader();
  }

  @Override
  public Media media() {
    supply.demand();
    synchronized (machine) {
      return isOffline() ? Media.UNKNOWN : machine.cards.media();
    }
  }

  @Override
  public void accept(boolean open) throws DeviceFault {
    order(
        open ? "open" : "close",
        "",
        () -> step(Effect.CARD_SLOT_SET, () -> machine.cards.accept(open)));
  }

  @Override
  public Track2 readTrack2() throws DeviceFault {
    return command("read", "", () -> effect(Effect.STRIPE_READ, machine.cards::readTrack2));
  }

  @Override
  public void eject() throws DeviceFault {
    order("eject", "", () -> step(Effect.CARD_EJECTED, machine.cards::eject));
  }

  @Override
  public void retain() throws DeviceFault {
    order("retain", "", () -> step(Effect.CARD_RETAINED, machine.cards::retain));
  }

  @Override
  public int retained() {
    supply.demand();
    synchronized (machine) {
      return machine.cards.bin().size();
    }
  }

  @Override
  DeviceStatus onlineStatus() {
    return machine.cards.status();
  }

  @Override
  void rest() throws DeviceFault {
    machine.cards.reset();
  }
}
