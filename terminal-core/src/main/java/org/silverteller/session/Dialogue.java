package org.silverteller.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Hardware;
import org.silverteller.device.PinPad;
import org.silverteller.device.Speaker;
import org.silverteller.event.Inbox;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.page.Frame;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Option;
import org.silverteller.page.Pace;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Question.Asked;
import org.silverteller.page.Painter;
import org.silverteller.page.ProfileId;
import org.silverteller.page.Wish;

/**
 * Speaks with the person at the machine: shows pages, waits for answers, asks whether more time is
 * wanted. The swap of profile and language works on every page and is no answer to it.
 */
public final class Dialogue {

  private final Inbox inbox;
  private final Hardware hardware;
  private final Painter painter;
  private final SideEvents side;
  private final InstantSource clock;
  private final List<Language> languages;
  private Look look;
  private boolean profileChosen;
  private Page page = new Page.Closed(Page.Closed.Reason.STARTING);
  private Optional<Frame> glass = Optional.empty();
  private long shown;

  /**
   * @param languages those the machine speaks, in the order of the swap; the first is its own
   */
  public Dialogue(
      Inbox inbox,
      Hardware hardware,
      Painter painter,
      SideEvents side,
      InstantSource clock,
      List<Language> languages) {
    this.inbox = inbox;
    this.hardware = hardware;
    this.painter = painter;
    this.side = side;
    this.clock = clock;
    this.languages = List.copyOf(languages);
    this.look = new Look(ProfileId.STANDARD, this.languages.get(0));
  }

  /** Forgets the customer: standard profile, the machine's own language. */
  public void forget() {
    look = new Look(ProfileId.STANDARD, languages.get(0));
    profileChosen = false;
  }

  public Look look() {
    return look;
  }

  Pace pace() {
    return painter.pace(look.profile());
  }

  /** Whether the customer has touched a profile on this visit; then nothing else changes it. */
  boolean profileChosen() {
    return profileChosen;
  }

  void use(ProfileId profile) {
    look = new Look(profile, look.language());
  }

  void use(Language language) {
    look = new Look(look.profile(), language);
  }

  List<Language> languages() {
    return languages;
  }

  /** Shows a page; nothing is waited for. */
  public void tell(Page next) {
    page = next;
    Frame frame = painter.paint(page, look);
    shown++;
    glass = Optional.of(frame);
    try {
      hardware.screen().show(frame, shown);
    } catch (DeviceFault fault) {
      side.happened(new TerminalEvent.DeviceChanged(fault.device()));
    }
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
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      TerminalEvent event = inbox.next(Duration.between(clock.instant(), end));
      if (event instanceof TerminalEvent.Silence || leaves(event) || chosen(event).isPresent()) {
        return;
      }
      if (!swaps(event)) {
        pass(event);
      }
    }
  }

  /**
   * Shows a page and waits for one of its options or bar wishes; the keys do not answer it, but
   * ENTER confirms.
   */
  Option ask(Page question) throws Cancelled {
    tell(question);
    while (true) {
      Answer answer = hear();
      if (answer instanceof Answer.Chosen chosen) {
        return chosen.option();
      }
      if (answer.equals(new Answer.Pressed(Key.ENTER)) && offers(Wish.CONFIRM)) {
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
    Page asked = page;
    while (true) {
      Optional<Answer> answer = hearFor(pace().idle());
      if (answer.isPresent()) {
        return answer.get();
      }
      tone(Speaker.Tone.ATTENTION);
      tell(new Page.Question(Asked.MORE_TIME));
      Optional<Answer> more = hearFor(pace().moreTime());
      boolean wanted =
          more.filter(given -> !given.equals(new Answer.Chosen(Wish.NO.option()))).isPresent();
      if (!wanted) {
        throw new Cancelled(Cancelled.Reason.TIME_OUT);
      }
      tell(asked);
    }
  }

  private Optional<Answer> hearFor(Duration patience) throws Cancelled {
    Instant end = clock.instant().plus(patience);
    while (true) {
      Duration left = Duration.between(clock.instant(), end);
      if (left.isNegative() || left.isZero()) {
        return Optional.empty();
      }
      TerminalEvent event = inbox.next(left);
      if (event instanceof TerminalEvent.Silence || swaps(event)) {
        continue;
      }
      if (touched(event).filter(Wish.HELP::equals).isPresent()) {
        help();
        end = clock.instant().plus(patience);
        continue;
      }
      if (leaves(event)) {
        throw new Cancelled(Cancelled.Reason.CUSTOMER);
      }
      if (event instanceof TerminalEvent.KeyPressed pressed) {
        return Optional.of(new Answer.Pressed(pressed.key()));
      }
      Optional<Option> option = chosen(event);
      if (option.isPresent()) {
        return option.map(Answer.Chosen::new);
      }
      pass(event);
    }
  }

  /** Says whom to call; the question stands afterwards, with all its time. */
  private void help() {
    Page asked = page;
    tellFor(new Page.Notice(Page.Notice.Kind.HELP, Optional.empty()), pace().idle());
    tell(asked);
  }

  /**
   * Waits until the customer has taken what is in a slot, reminding at one and at two thirds of the
   * time.
   *
   * @param pageAt the page for reminder 0, 1 and 2
   * @return whether it was taken in time
   */
  boolean awaitTaken(TerminalEvent taken, Duration patience, IntFunction<Page> pageAt) {
    for (int reminder = 0; reminder < 3; reminder++) {
      tell(pageAt.apply(reminder));
      tone(reminder == 0 ? Speaker.Tone.ATTENTION : Speaker.Tone.WARNING);
      Instant end = clock.instant().plus(patience.dividedBy(3));
      while (clock.instant().isBefore(end)) {
        TerminalEvent event = inbox.next(Duration.between(clock.instant(), end));
        if (event.equals(taken)) {
          return true;
        }
        if (!swaps(event)) {
          pass(event);
        }
      }
    }
    return false;
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

  /** Whether the event swaps profile or language; the page that shows is then shown anew. */
  public boolean swaps(TerminalEvent event) {
    Optional<Wish> wish = touched(event);
    if (wish.isEmpty()) {
      return false;
    }
    switch (wish.get()) {
      case ENLARGE -> use(ProfileId.ELDER);
      case STANDARD -> use(ProfileId.STANDARD);
      case LANGUAGE ->
          use(languages.get((languages.indexOf(look.language()) + 1) % languages.size()));
      default -> {
        return false;
      }
    }
    profileChosen |= wish.get() != Wish.LANGUAGE;
    tell(page);
    return true;
  }

  private boolean leaves(TerminalEvent event) {
    return event.equals(new TerminalEvent.KeyPressed(Key.CANCEL))
        || touched(event).filter(Wish.EXIT::equals).isPresent();
  }

  private Optional<Wish> touched(TerminalEvent event) {
    return optionId(event)
        .flatMap(
            id ->
                Stream.of(Wish.values()).filter(wish -> wish.option().id().equals(id)).findFirst());
  }

  private Optional<String> optionId(TerminalEvent event) {
    return event instanceof TerminalEvent.Touched touch && touch.shown() == shown
        ? glass.flatMap(frame -> frame.optionAt(touch.x(), touch.y()))
        : Optional.empty();
  }

  private Optional<Option> chosen(TerminalEvent event) {
    return optionId(event)
        .flatMap(id -> answers().stream().filter(option -> option.id().equals(id)).findFirst());
  }

  private List<Option> answers() {
    List<Option> answers = new ArrayList<>(page.options());
    page.bar().forEach(wish -> answers.add(wish.option()));
    return answers;
  }

  private boolean offers(Wish wish) {
    return page.options().contains(wish.option());
  }

  private void pass(TerminalEvent event) {
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
