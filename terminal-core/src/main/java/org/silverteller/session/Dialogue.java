package org.silverteller.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Hardware;
import org.silverteller.device.Lights;
import org.silverteller.device.PinPad;
import org.silverteller.device.Speaker;
import org.silverteller.event.Inbox;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Option;
import org.silverteller.page.Pace;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Question.Asked;
import org.silverteller.page.Painter;
import org.silverteller.page.Wish;

/**
 * Speaks with the person at the machine: shows pages, waits for answers, asks whether more time is
 * wanted. The swap of profile and language works on every page and is no answer to it.
 */
public final class Dialogue {

  private final Inbox inbox;
  private final Hardware hardware;
  private final Glass glass;
  private final GuideLights lights;
  private final SideEvents side;
  private boolean notesPutIn;

  /**
   * @param languages those the machine speaks, in the order of the swap; the first is its own
   */
  public Dialogue(
      Inbox inbox, Hardware hardware, Painter painter, SideEvents side, List<Language> languages) {
    this.inbox = inbox;
    this.hardware = hardware;
    this.glass = new Glass(hardware.screen(), painter, side, languages);
    this.lights = new GuideLights(hardware.lights(), side);
    this.side = side;
  }

  /** Forgets the customer: standard profile, the machine's own language. */
  public void forget() {
    glass.forget();
  }

  public Look look() {
    return glass.look();
  }

  /** Whether the event swaps profile or language; the page that shows is then shown anew. */
  public boolean swaps(TerminalEvent event) {
    return glass.swaps(event);
  }

  /** Shows a page; nothing is waited for. */
  public void tell(Page page) {
    glass.show(pace -> page);
  }

  public GuideLights lights() {
    return lights;
  }

  /** What is on the screen. */
  Glass glass() {
    return glass;
  }

  Pace pace() {
    return glass.pace();
  }

  /**
   * Shows a page that needs no answer for as long as the profile leaves notices up, or until it is
   * touched away.
   */
  void tellAwhile(Page notice) {
    tellFor(notice, pace().notice());
  }

  /** Shows a page for a time that is not the profile's, or until it is touched away. */
  void tellFor(Page notice, Duration time) {
    tell(notice);
    Duration end = inbox.elapsed().plus(time);
    while (ahead(end)) {
      TerminalEvent event = inbox.next(left(end));
      if (event instanceof TerminalEvent.Silence
          || leaves(event)
          || glass.option(event).isPresent()) {
        return;
      }
      if (!glass.swaps(event)) {
        pass(event);
      }
    }
  }

  /**
   * Shows a page for its whole time, whatever is touched; only help and the end of the conversation
   * are answered.
   *
   * @param tick the page is shown anew so often
   * @param page for the time that is left
   */
  void hold(Duration time, Duration tick, Function<Duration, Page> page) throws Cancelled {
    Duration end = inbox.elapsed().plus(time);
    while (ahead(end)) {
      tell(page.apply(left(end)));
      Duration due = inbox.elapsed().plus(tick);
      Duration next = due.compareTo(end) < 0 ? due : end;
      while (ahead(next)) {
        TerminalEvent event = inbox.next(left(next));
        if (leaves(event)) {
          throw new Cancelled(Cancelled.Reason.CUSTOMER);
        }
        if (glass.wish(event).filter(Wish.HELP::equals).isPresent()) {
          help();
        } else if (!glass.swaps(event)) {
          pass(event);
        }
      }
    }
  }

  /**
   * Shows a page and waits for one of its options or bar wishes; the keys do not answer it, but
   * ENTER confirms.
   */
  Option ask(Page question) throws Cancelled {
    return ask(pace -> question);
  }

  /**
   * The same, for a page with more options than every profile shows at once.
   *
   * @param fitting the page as it is for a pace
   */
  Option ask(Function<Pace, Page> fitting) throws Cancelled {
    glass.show(fitting);
    while (true) {
      Answer answer = hear();
      if (answer instanceof Answer.Chosen chosen) {
        return chosen.option();
      }
      if (answer.equals(new Answer.Pressed(Key.ENTER)) && glass.offers(Wish.CONFIRM)) {
        return Wish.CONFIRM.option();
      }
    }
  }

  boolean agrees(Asked asked) throws Cancelled {
    return ask(new Page.Question(asked)).equals(Wish.YES.option());
  }

  /**
   * The next answer to the page that is showing. Silence for the profile's idle time asks for more
   * time; no answer to that ends the conversation.
   */
  Answer hear() throws Cancelled {
    Function<Pace, Page> asked = glass.told();
    while (true) {
      Optional<Answer> answer = hearFor(pace().idle());
      if (answer.isPresent()) {
        return answer.get();
      }
      tone(Speaker.Tone.ATTENTION);
      tell(new Page.Question(Asked.MORE_TIME));
      Optional<Answer> more = hearFor(pace().moreTime());
      if (more.equals(Optional.of(new Answer.NotesPutIn()))) {
        glass.show(asked);
        return more.get();
      }
      boolean wanted =
          more.filter(given -> !given.equals(new Answer.Chosen(Wish.NO.option()))).isPresent();
      if (!wanted) {
        throw new Cancelled(Cancelled.Reason.TIME_OUT);
      }
      glass.show(asked);
    }
  }

  private Optional<Answer> hearFor(Duration patience) throws Cancelled {
    Duration end = inbox.elapsed().plus(patience);
    while (true) {
      if (notesPutIn) {
        notesPutIn = false;
        return Optional.of(new Answer.NotesPutIn());
      }
      if (!ahead(end)) {
        return Optional.empty();
      }
      TerminalEvent event = inbox.next(left(end));
      if (event instanceof TerminalEvent.Silence || glass.swaps(event)) {
        continue;
      }
      if (glass.wish(event).filter(Wish.HELP::equals).isPresent()) {
        help();
        end = inbox.elapsed().plus(patience);
        continue;
      }
      if (leaves(event)) {
        throw new Cancelled(Cancelled.Reason.CUSTOMER);
      }
      if (event instanceof TerminalEvent.KeyPressed pressed) {
        return Optional.of(new Answer.Pressed(pressed.key()));
      }
      Optional<Option> option = glass.option(event);
      if (option.isPresent()) {
        return option.map(Answer.Chosen::new);
      }
      pass(event);
    }
  }

  /** Says whom to call; the question stands afterwards, with all its time. */
  private void help() {
    Function<Pace, Page> asked = glass.told();
    tellFor(new Page.Notice(Page.Notice.Kind.HELP, Optional.empty()), pace().idle());
    glass.show(asked);
  }

  /**
   * Waits until the customer has taken what is in a slot, or has put something in, reminding at one
   * and at two thirds of the time.
   *
   * @param place where the guide light shows the hand to go
   * @param pageAt the page for reminder 0, 1 and 2
   * @return whether it happened in time
   */
  boolean awaitTaken(
      TerminalEvent taken, Lights.Place place, Duration patience, IntFunction<Page> pageAt) {
    lights.on(place);
    boolean inTime = takenInTime(taken, patience, pageAt);
    lights.off(place);
    return inTime;
  }

  private boolean takenInTime(TerminalEvent taken, Duration patience, IntFunction<Page> pageAt) {
    for (int reminder = 0; reminder < 3; reminder++) {
      tell(pageAt.apply(reminder));
      tone(reminder == 0 ? Speaker.Tone.ATTENTION : Speaker.Tone.WARNING);
      Duration end = inbox.elapsed().plusNanos(patience.toNanos() / 3);
      while (ahead(end)) {
        TerminalEvent event = inbox.next(left(end));
        if (event.equals(taken)) {
          return true;
        }
        if (!glass.swaps(event)) {
          pass(event);
        }
      }
    }
    return false;
  }

  private boolean ahead(Duration end) {
    return inbox.elapsed().compareTo(end) < 0;
  }

  private Duration left(Duration end) {
    return end.minus(inbox.elapsed());
  }

  /** Lets digits and function keys through in clear: menus and amounts. */
  void openKeys() throws Cancelled {
    try {
      hardware.pinPad().openKeys();
    } catch (DeviceFault fault) {
      throw failed(fault);
    }
  }

  PinPad pinPad() {
    return hardware.pinPad();
  }

  /** A device that the conversation cannot do without has failed. */
  Cancelled failed(DeviceFault fault) {
    side.happened(new TerminalEvent.DeviceChanged(fault.device()));
    return new Cancelled(Cancelled.Reason.MACHINE_FAULT);
  }

  private boolean leaves(TerminalEvent event) {
    return event.equals(new TerminalEvent.KeyPressed(Key.CANCEL))
        || glass.wish(event).filter(Wish.EXIT::equals).isPresent();
  }

  /**
   * Whether notes were put into the acceptor's input since that was asked or answered last; looks
   * through what has happened meanwhile.
   */
  boolean notesPutInMeanwhile() {
    TerminalEvent event = inbox.next(Duration.ZERO);
    while (!(event instanceof TerminalEvent.Silence)) {
      if (!glass.swaps(event)) {
        pass(event);
      }
      event = inbox.next(Duration.ZERO);
    }
    boolean found = notesPutIn;
    notesPutIn = false;
    return found;
  }

  private void pass(TerminalEvent event) {
    notesPutIn |= event instanceof TerminalEvent.NotesInserted;
    if (!(event instanceof TerminalEvent.Silence
        || event instanceof TerminalEvent.Touched
        || event instanceof TerminalEvent.KeyPressed)) {
      side.happened(event);
    }
  }

  private void tone(Speaker.Tone tone) {
    hardware.speaker().ifPresent(speaker -> sound(speaker, tone));
  }

  private void sound(Speaker speaker, Speaker.Tone tone) {
    try {
      speaker.tone(tone);
    } catch (DeviceFault fault) {
      side.happened(new TerminalEvent.DeviceChanged(fault.device()));
    }
  }
}
