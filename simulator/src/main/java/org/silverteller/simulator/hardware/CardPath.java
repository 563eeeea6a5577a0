package org.silverteller.simulator.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.card.Track2;
import org.silverteller.device.CardReader;
import org.silverteller.device.CardReader.Media;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;

/**
 * The card reader as a thing: the card in it, the slot, the retain bin. Guarded by the machine's
 * monitor.
 */
final class CardPath {

  private final CardReader.Capabilities can;
  private final Faults faults;
  private final List<VirtualCard> bin = new ArrayList<>();
  private Optional<VirtualCard> card = Optional.empty();
  private Media media = Media.NOT_PRESENT;
  private boolean accepting;
  private boolean jamLasts;

  private long inserted;
  private long returned;
  private long carriedAway;

  CardPath(MachineSpec spec, Faults faults) {
    this.can = spec.reader();
    this.faults = faults;
  }

  Media media() {
    return media;
  }

  Optional<VirtualCard> card() {
    return card;
  }

  List<VirtualCard> bin() {
    return bin;
  }

  boolean accepting() {
    return accepting;
  }

  long inserted() {
    return inserted;
  }

  long returned() {
    return returned;
  }

  long carriedAway() {
    return carriedAway;
  }

  // ---- hands

  /** The slot takes one card and is then closed to another. */
  boolean insert(VirtualCard newCard) {
    boolean elsewhere = bin.contains(newCard);
    if (!accepting || card.isPresent() || elsewhere) {
      return false;
    }
    card = Optional.of(newCard);
    media = can.eject() ? Media.INSIDE : Media.AT_EXIT;
    accepting = false;
    inserted++;
    demandConservation();
    return true;
  }

  Optional<VirtualCard> take() {
    if (media != Media.AT_EXIT) {
      return Optional.empty();
    }
    returned++;
    return removed();
  }

  void powerLost() {
    accepting = false;
  }

  // ---- commands

  void accept(boolean open) {
    accepting = open;
  }

  Track2 readTrack2() throws DeviceFault {
    demandUnjammed();
    boolean underHead = media == Media.INSIDE || (media == Media.AT_EXIT && !can.eject());
    if (!underHead || card.isEmpty()) {
      throw fault(Kind.NO_MEDIA, "no card under the head");
    }
    boolean unreadable = faults.strike(Fault.CARD_UNREADABLE).isPresent();
    if (unreadable || card.get().stripe() == VirtualCard.Stripe.DAMAGED) {
      throw fault(Kind.UNREADABLE, "no track 2 on the stripe");
    }
    return card.get().read();
  }

  void eject() throws DeviceFault {
    if (!can.eject()) {
      throw fault(Kind.UNSUPPORTED, "the card is drawn out by hand");
    }
    demandMovableCard();
    media = Media.AT_EXIT;
  }

  void retain() throws DeviceFault {
    if (!can.retain()) {
      throw fault(Kind.UNSUPPORTED, "there is no retain bin");
    }
    if (bin.size() >= can.retainBinSize() || faults.strike(Fault.RETAIN_BIN_FULL).isPresent()) {
      throw fault(Kind.FULL, "the retain bin holds " + bin.size() + " cards");
    }
    demandMovableCard();
    if (faults.strike(Fault.RETAIN_FAILS).isPresent()) {
      throw fault(Kind.HARDWARE, "the drive does not take the card in");
    }
    bin.add(card.orElseThrow());
    card = Optional.empty();
    media = Media.NOT_PRESENT;
    demandConservation();
  }

  void reset() throws DeviceFault {
    if (media == Media.JAMMED) {
      if (jamLasts) {
        throw fault(Kind.JAMMED, "the card sticks until an operator has freed it");
      }
      media = Media.INSIDE;
    }
    accepting = false;
  }

  private void demandMovableCard() throws DeviceFault {
    if (card.isEmpty()) {
      throw fault(Kind.NO_MEDIA, "no card inside");
    }
    if (media == Media.JAMMED && jamLasts) {
      throw fault(Kind.JAMMED, "the card sticks until an operator has freed it");
    }
    Optional<Sabotage> jam = faults.strike(Fault.CARD_JAM);
    if (jam.isPresent()) {
      media = Media.JAMMED;
      jamLasts = jam.get().lasting();
      throw fault(Kind.JAMMED, "the card sticks");
    }
  }

  private void demandUnjammed() throws DeviceFault {
    if (media == Media.JAMMED) {
      throw fault(Kind.JAMMED, "the card sticks");
    }
  }

  // ---- operators

  /** Takes a jammed card out. */
  Optional<VirtualCard> clearJam() {
    if (media != Media.JAMMED) {
      return Optional.empty();
    }
    carriedAway++;
    return removed();
  }

  /** What made the card stick is gone; the card is inside. */
  void freed() {
    if (media == Media.JAMMED) {
      media = Media.INSIDE;
    }
  }

  List<VirtualCard> emptyBin() {
    List<VirtualCard> out = List.copyOf(bin);
    bin.clear();
    carriedAway += out.size();
    demandConservation();
    return out;
  }

  DeviceStatus status() {
    if (media == Media.JAMMED) {
      return DeviceStatus.HARDWARE_ERROR;
    }
    boolean binFull =
        can.retain() && (bin.size() >= can.retainBinSize() || faults.lasts(Fault.RETAIN_BIN_FULL));
    return binFull ? DeviceStatus.NEEDS_ATTENTION : DeviceStatus.ONLINE;
  }

  private Optional<VirtualCard> removed() {
    Optional<VirtualCard> out = card;
    card = Optional.empty();
    media = Media.NOT_PRESENT;
    demandConservation();
    return out;
  }

  private void demandConservation() {
    long found = returned + carriedAway + bin.size() + (card.isPresent() ? 1 : 0);
    if (found != inserted) {
      throw new IllegalStateException(inserted + " cards were inserted, " + found + " are found");
    }
  }

  private static DeviceFault fault(Kind kind, String detail) {
    return new DeviceFault(DeviceName.CARD_READER, kind, detail);
  }
}
