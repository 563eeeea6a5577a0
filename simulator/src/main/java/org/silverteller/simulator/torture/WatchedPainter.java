package org.silverteller.simulator.torture;

import java.util.Set;
import java.util.function.BiConsumer;
import org.silverteller.page.Frame;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Pace;
import org.silverteller.page.Page;
import org.silverteller.page.Painter;
import org.silverteller.page.ProfileId;

/** A painter over whose shoulder somebody looks. */
record WatchedPainter(Painter painter, BiConsumer<Page, String> shown) implements Painter {

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
    shown.accept(page, frame.text().isEmpty() ? "" : frame.text().get(0));
    return frame;
  }
}
