package org.silverteller.session;

import java.time.Duration;
import org.silverteller.device.CardReader;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Lights;
import org.silverteller.device.PassbookUnit;
import org.silverteller.event.TerminalEvent;
import org.silverteller.page.Pace;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.page.Page.Take.Thing;

/** Where a customer's card or passbook goes in and comes out again. */
sealed interface Slot {

  /** How the journal calls what is in it. */
  String word();

  Thing thing();

  /** What is posted once it has been drawn out. */
  TerminalEvent taken();

  Lights.Place place();

  /** What is told of one that was left in the slot. */
  Kind forgotten();

  /** From eject to retain. */
  Duration patience(Pace pace);

  CardReader.Media media();

  void eject() throws DeviceFault;

  void retain() throws DeviceFault;

  /** The card reader's. */
  record OfCard(CardReader reader) implements Slot {
    @Override
    public String word() {
      return "CARD";
    }

    @Override
    public Thing thing() {
      return Thing.CARD;
    }

    @Override
    public TerminalEvent taken() {
      return new TerminalEvent.CardTaken();
    }

    @Override
    public Lights.Place place() {
      return Lights.Place.CARD_READER;
    }

    @Override
    public Kind forgotten() {
      return Kind.CARD_RETAINED_FORGOTTEN;
    }

    @Override
    public Duration patience(Pace pace) {
      return pace.takeCard();
    }

    @Override
    public CardReader.Media media() {
      return reader.media();
    }

    @Override
    public void eject() throws DeviceFault {
      reader.eject();
    }

    @Override
    public void retain() throws DeviceFault {
      reader.retain();
    }
  }

  /** The passbook unit's. */
  record OfBook(PassbookUnit unit) implements Slot {
    @Override
    public String word() {
      return "BOOK";
    }

    @Override
    public Thing thing() {
      return Thing.BOOK;
    }

    @Override
    public TerminalEvent taken() {
      return new TerminalEvent.BookTaken();
    }

    @Override
    public Lights.Place place() {
      return Lights.Place.PASSBOOK_UNIT;
    }

    @Override
    public Kind forgotten() {
      return Kind.BOOK_RETAINED_FORGOTTEN;
    }

    @Override
    public Duration patience(Pace pace) {
      return pace.takeBook();
    }

    @Override
    public CardReader.Media media() {
      return unit.media();
    }

    @Override
    public void eject() throws DeviceFault {
      unit.eject();
    }

    @Override
    public void retain() throws DeviceFault {
      unit.retain();
    }
  }
}
