package org.silverteller.simulator.scenario;

import java.util.Set;
import java.util.function.Consumer;
import org.silverteller.page.Frame;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Pace;
import org.silverteller.page.Page;
import org.silverteller.page.Painter;
import org.silverteller.page.ProfileId;

/** A painter over whose shoulder somebody looks. */
public record WatchedPainter(Painter painter, Consumer<Frame> shown) implements Painter {

  @Override
  public Set<ProfileId> profiles() {
    return painter.profiles();
  }

  @Override
  public Set<Language> languages() {
    return painter.languages();
  }

  @Override
  public Pace pace(ProfileId profile) {
    return painter.pace(profile);
  }

  @Override
  public Frame paint(Page page, Look look) {
    Frame frame = painter.paint(page, look);
    shown.accept(frame);
    return frame;
  }
}
