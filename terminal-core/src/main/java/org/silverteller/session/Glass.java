package org.silverteller.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Screen;
import org.silverteller.event.TerminalEvent;
import org.silverteller.page.Frame;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Option;
import org.silverteller.page.Pace;
import org.silverteller.page.Page;
import org.silverteller.page.Painter;
import org.silverteller.page.ProfileId;
import org.silverteller.page.Wish;

/**
 * What is on the screen: one page, in the look that fits the customer. A touch answers only the
 * frame it was meant for; a touch that swaps profile or language shows the same page anew and is no
 * answer to it.
 */
final class Glass {

  private final Screen screen;
  private final Painter painter;
  private final SideEvents side;
  private final List<Language> languages;
  private Look look;
  private boolean profileChosen;
  private Page page = new Page.Closed(Page.Closed.Reason.STARTING);
  private Function<Pace, Page> told = pace -> page;
  private Optional<Frame> frame = Optional.empty();
  private long shown;

  /**
   * @param languages those the machine speaks, in the order of the swap; the first is its own
   */
  Glass(Screen screen, Painter painter, SideEvents side, List<Language> languages) {
    this.screen = screen;
    this.painter = painter;
    this.side = side;
    this.languages = List.copyOf(languages);
    this.look = new Look(ProfileId.STANDARD, this.languages.get(0));
  }

  /** Forgets the customer: standard profile, the machine's own language. */
  void forget() {
    look = new Look(ProfileId.STANDARD, languages.get(0));
    profileChosen = false;
  }

  Look look() {
    return look;
  }

  Pace pace() {
    return painter.pace(look.profile());
  }

  List<Language> languages() {
    return languages;
  }

  boolean profileChosen() {
    return profileChosen;
  }

  void use(ProfileId profile) {
    look = new Look(profile, look.language());
  }

  void use(Language language) {
    look = new Look(look.profile(), language);
  }

  /**
   * @param fitting the page as it is for a pace, made anew when the customer swaps the profile
   */
  void show(Function<Pace, Page> fitting) {
    told = fitting;
    page = fitting.apply(pace());
    Frame painted = painter.paint(page, look);
    shown++;
    frame = Optional.of(painted);
    try {
      screen.show(painted, shown);
    } catch (DeviceFault fault) {
      side.happened(new TerminalEvent.DeviceChanged(fault.device()));
    }
  }

  /** What was told to show. */
  Function<Pace, Page> told() {
    return told;
  }

  boolean offers(Wish wish) {
    return page.options().contains(wish.option());
  }

  /** Whether the event swaps profile or language; the page is then shown anew. */
  boolean swaps(TerminalEvent event) {
    Optional<Wish> wish = wish(event);
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
    show(told);
    return true;
  }

  /** The wish that was touched, wherever it stands. */
  Optional<Wish> wish(TerminalEvent event) {
    return optionId(event).flatMap(Wish::ofId);
  }

  /** The option of the page, or the wish of its bar, that was touched. */
  Optional<Option> option(TerminalEvent event) {
    return optionId(event).flatMap(this::option);
  }

  private Optional<Option> option(String id) {
    for (Option option : page.options()) {
      if (option.id().equals(id)) {
        return Optional.of(option);
      }
    }
    return Wish.ofId(id).filter(page.bar()::contains).map(Wish::option);
  }

  private Optional<String> optionId(TerminalEvent event) {
    return event instanceof TerminalEvent.Touched touch && touch.shown() == shown
        ? frame.flatMap(painted -> painted.optionAt(touch.x(), touch.y()))
        : Optional.empty();
  }
}
