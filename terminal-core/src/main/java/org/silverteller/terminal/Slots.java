package org.silverteller.terminal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.silverteller.device.CardReader;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Hardware;
import org.silverteller.device.Lights;
import org.silverteller.device.PassbookUnit;
import org.silverteller.event.DeviceName;
import org.silverteller.session.Desk;
import org.silverteller.session.GuideLights;
import org.silverteller.session.Ledger;

/**
 * The slots for cards and passbooks: open while nobody is served and the machine can serve, shut
 * otherwise. A passbook unit that does not work keeps its slot shut, and cards are served all the
 * same.
 */
final class Slots {

  private final Desk desk;
  private final Hardware hardware;
  private final GuideLights lights;
  private final Ledger ledger;
  private final Set<DeviceName> open = EnumSet.noneOf(DeviceName.class);

  Slots(Desk desk, Hardware hardware, GuideLights lights, Ledger ledger) {
    this.desk = desk;
    this.hardware = hardware;
    this.lights = lights;
    this.ledger = ledger;
  }

  /** Cards can be put in now. */
  boolean takesCards() {
    return open.contains(DeviceName.CARD_READER);
  }

  /** Somebody has just come in through an open slot, and will be served first. */
  boolean somebodyWaits() {
    return open.contains(DeviceName.CARD_READER) && cardIs(CardReader.Media.INSIDE)
        || open.contains(DeviceName.PASSBOOK_UNIT) && bookIs(CardReader.Media.INSIDE);
  }

  /** Opens what works, or shuts everything. */
  void open(boolean wanted) {
    set(DeviceName.CARD_READER, wanted);
    hardware.passbookUnit().ifPresent(unit -> set(DeviceName.PASSBOOK_UNIT, wanted && works(unit)));
  }

  /** Books can be put in now. */
  boolean takesBooks() {
    return open.contains(DeviceName.PASSBOOK_UNIT);
  }

  private static boolean works(PassbookUnit unit) {
    return unit.status().works() && unit.media() == CardReader.Media.NOT_PRESENT;
  }

  private void set(DeviceName device, boolean wanted) {
    if (wanted == open.contains(device)) {
      return;
    }
    try {
      accept(device, wanted);
      if (wanted) {
        open.add(device);
        lights.on(place(device));
      } else {
        open.remove(device);
        lights.off(place(device));
      }
    } catch (DeviceFault fault) {
      ledger.journal("DEVICE FAULT " + fault.getMessage());
    }
  }

  private void accept(DeviceName device, boolean wanted) throws DeviceFault {
    if (device == DeviceName.CARD_READER) {
      hardware.cardReader().accept(wanted);
    } else {
      hardware.passbookUnit().orElseThrow().accept(wanted);
    }
  }

  private static Lights.Place place(DeviceName device) {
    return device == DeviceName.CARD_READER ? Lights.Place.CARD_READER : Lights.Place.PASSBOOK_UNIT;
  }

  /**
   * A card or a book has come in and is served: its own slot is shut by the conversation, the other
   * one now.
   */
  void serve(DeviceName device) {
    lights.off(place(device));
    open.remove(device);
    open(false);
    open.clear();
  }

  /**
   * What came in through the other slot while somebody was served is given back: its owner's turn
   * was never announced.
   *
   * @param served the slot whose customer was served
   * @return whether there was anything
   */
  boolean giveBackUnserved(DeviceName served) {
    boolean card = served != DeviceName.CARD_READER && cardIs(CardReader.Media.INSIDE);
    boolean book = served != DeviceName.PASSBOOK_UNIT && bookIs(CardReader.Media.INSIDE);
    return giveBack(card, book, "WHILE ANOTHER WAS SERVED");
  }

  /**
   * What was inside when the power went, or was freed by a repair, is given back, or kept when
   * nobody takes it.
   *
   * @return whether there was anything
   */
  boolean giveBackInside(String when) {
    return giveBack(
        cardIs(CardReader.Media.INSIDE, CardReader.Media.AT_EXIT),
        bookIs(CardReader.Media.INSIDE, CardReader.Media.AT_EXIT),
        when);
  }

  private boolean giveBack(boolean card, boolean book, String when) {
    if (card) {
      ledger.journal("CARD INSIDE " + when);
      desk.returnCardFoundInside();
    }
    if (book) {
      ledger.journal("BOOK INSIDE " + when);
      desk.returnBookFoundInside();
    }
    return card || book;
  }

  private boolean cardIs(CardReader.Media... places) {
    return List.of(places).contains(hardware.cardReader().media());
  }

  private boolean bookIs(CardReader.Media... places) {
    return hardware
        .passbookUnit()
        .filter(unit -> List.of(places).contains(unit.media()))
        .isPresent();
  }
}
