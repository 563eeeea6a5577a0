package org.silverteller.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * Frames without pixels, for worlds without eyes: the same pace, titles and labels as {@link
 * JavaPainter}, and for every option, bar wish, swap and help an area of 1 × 1 at (its index, 0).
 */
public final class PlainPainter implements Painter {

  private static final int[] NO_PIXELS = {};

  /** The most that stands in the bar: back, exit, swap, language, help. */
  private static final int BAR = 5;

  private final Map<ProfileId, Profile> profiles = JavaPainter.loadProfiles();
  private final Map<Language, Labels> labels;

  public PlainPainter() {
    Map<Language, Texts> texts = new LinkedHashMap<>();
    JavaPainter.LANGUAGES.forEach(language -> texts.put(language, new Texts(language)));
    labels = JavaPainter.labels(texts);
  }

  @Override
  public Set<ProfileId> profiles() {
    return profiles.keySet();
  }

  @Override
  public Set<Language> languages() {
    return labels.keySet();
  }

  @Override
  public Pace pace(ProfileId profile) {
    return JavaPainter.require(profiles, profile, "profile").pace();
  }

  @Override
  public Frame paint(Page page, Look look) {
    Profile profile = JavaPainter.require(profiles, look.profile(), "profile");
    Labels labels = JavaPainter.require(this.labels, look.language(), "language");
    List<Option> options = page.options();
    JavaPainter.checkOptions(page, options.size(), profile);
    List<Frame.Area> areas = new ArrayList<>(options.size() + BAR);
    for (Option option : options) {
      add(areas, labels, option);
    }
    for (Wish wish : page.bar()) {
      add(areas, labels, wish.option());
    }
    add(areas, labels, Chrome.swap(profile.id()).option());
    add(areas, labels, Wish.LANGUAGE.option());
    add(areas, labels, Wish.HELP.option());
    List<String> title = List.of(Titles.of(page, labels.texts()));
    return new Frame(page, look, 0, 0, NO_PIXELS, areas, title, title);
  }

  private static void add(List<Frame.Area> areas, Labels labels, Option option) {
    areas.add(new Frame.Area(areas.size(), 0, 1, 1, option.id(), labels.line(option)));
  }
}
