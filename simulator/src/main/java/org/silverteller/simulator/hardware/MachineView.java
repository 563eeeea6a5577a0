package org.silverteller.simulator.hardware;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silverteller.device.CardReader.Media;
import org.silverteller.device.Lights;
import org.silverteller.device.ReceiptPrinter.Paper;
import org.silverteller.event.DeviceName;
import org.silverteller.money.CashUnit;
import org.silverteller.money.NoteMix;

/**
 * The truth of a machine at one moment, for people and programs that look at it. Holds no PIN and
 * no full card number.
 *
 * @param powered whether the machine has power
 * @param fitted the devices in it; a slot of any other is a blank plate
 * @param units as the dispenser tells them: with its counts and their condition
 * @param depositUnits as the acceptor tells them; none where none is fitted
 * @param notes where the notes are, by the cassette they came from
 * @param shutter of the cash exit
 * @param cardPlace where the card is
 * @param slotOpen whether the card slot takes a card
 * @param card the card in the reader or its mouth
 * @param retained the cards in the retain bin
 * @param paper supply of slips
 * @param slipWaits whether a slip hangs out of its mouth
 * @param lastSlip the lines printed last, also when the slip was taken
 * @param bookSlot of the passbook unit, where one is fitted
 * @param padMode what the pad listens to
 * @param typed digits of a PIN typed so far
 * @param page the name of the page on the glass; empty when it is dark
 * @param lastWords what the loudspeaker said last
 * @param lights how each guide light shines
 * @param faults what is armed
 */
public record MachineView(
    boolean powered,
    Set<DeviceName> fitted,
    List<CashUnit> units,
    List<CashUnit> depositUnits,
    Map<Place, NoteMix> notes,
    Shutter shutter,
    Media cardPlace,
    boolean slotOpen,
    Optional<Card> card,
    List<Card> retained,
    Paper paper,
    boolean slipWaits,
    List<String> lastSlip,
    Optional<BookSlot> bookSlot,
    PadMode padMode,
    int typed,
    Optional<String> page,
    String lastWords,
    Map<Lights.Place, Lights.Rate> lights,
    List<Sabotage> faults) {

  /** The shutter of the cash exit. */
  public enum Shutter {
    NOT_FITTED,
    CLOSED,
    OPEN
  }

  /** A card as one may tell of it. */
  public record Card(String name, String maskedPan) {
    static Card of(VirtualCard card) {
      return new Card(card.name(), card.pan().masked());
    }
  }

  /**
   * The passbook unit.
   *
   * @param open whether it takes a book now
   * @param book the name of the book in it
   * @param retained the names of the books in its bin
   */
  public record BookSlot(Media place, boolean open, Optional<String> book, List<String> retained) {}

  /** Called with the machine's monitor held. */
  static MachineView of(VirtualMachine machine) {
    return new MachineView(
        machine.powered(),
        fitted(machine.spec()),
        machine.cash.counters().units(),
        machine.deposits.map(acceptor -> acceptor.units().told()).orElse(List.of()),
        places(machine.cash.notes()),
        shutter(machine),
        machine.cards.media(),
        machine.cards.accepting(),
        machine.cards.card().map(Card::of),
        machine.cards.bin().stream().map(Card::of).toList(),
        machine.paper.paper(),
        machine.paper.slipWaits(),
        machine.paper.lastPrinted(),
        machine.books.map(BookPath::shown),
        machine.keypad.mode(),
        machine.keypad.typed(),
        machine.frame.map(frame -> frame.page().name()),
        machine.lastWords,
        new EnumMap<>(machine.lights),
        machine.faults.all());
  }

  private static Set<DeviceName> fitted(MachineSpec spec) {
    Set<DeviceName> fitted = EnumSet.noneOf(DeviceName.class);
    Arrays.stream(DeviceName.values()).filter(spec::fitted).forEach(fitted::add);
    return fitted;
  }

  private static Map<Place, NoteMix> places(Notes notes) {
    Map<Place, NoteMix> places = new EnumMap<>(Place.class);
    for (Place place : Place.values()) {
      places.put(place, notes.mixAt(place));
    }
    return places;
  }

  private static Shutter shutter(VirtualMachine machine) {
    if (!machine.spec().dispenser().shutter()) {
      return Shutter.NOT_FITTED;
    }
    return machine.cash.shutterOpen() ? Shutter.OPEN : Shutter.CLOSED;
  }

  /** Copies that nobody writes to. */
  public MachineView {
    fitted = Collections.unmodifiableSet(fitted);
    notes = Collections.unmodifiableMap(notes);
    lights = Collections.unmodifiableMap(lights);
    units = List.copyOf(units);
    depositUnits = List.copyOf(depositUnits);
    retained = List.copyOf(retained);
    lastSlip = List.copyOf(lastSlip);
    faults = List.copyOf(faults);
  }
}
