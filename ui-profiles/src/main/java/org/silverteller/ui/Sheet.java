package org.silverteller.ui;

import java.util.ArrayList;
import java.util.List;
import org.silverteller.page.Frame;
import org.silverteller.page.Look;
import org.silverteller.page.Page;

/**
 * One page in the making: pixels, touch areas, and the same content as lines of text and speech.
 */
final class Sheet {

  /** Where text stands in its box. */
  enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  private static final double SMALLEST = 0.5;
  private static final double STEP = 0.95;

  private final Scale scale;
  private final Canvas canvas;
  private final Profile profile;
  private final Texts texts;
  private final List<Frame.Area> areas = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final List<String> speech = new ArrayList<>();
  private final List<String> shrunk = new ArrayList<>();

  Sheet(Scale scale, Canvas canvas, Profile profile, Texts texts) {
    this.scale = scale;
    this.canvas = canvas;
    this.profile = profile;
    this.texts = texts;
  }

  Frame frame(Page page, Look look) {
    return new Frame(
        page,
        look,
        scale.widthPx(),
        scale.heightPx(),
        canvas.finished(),
        List.copyOf(areas),
        List.copyOf(lines),
        List.copyOf(speech));
  }

  /** Texts that had to be set smaller than their size to fit; empty for texts that fit. */
  List<String> shrunk() {
    return shrunk;
  }

  Canvas canvas() {
    return canvas;
  }

  Texts texts() {
    return texts;
  }

  Palette colours() {
    return profile.palette();
  }

  Profile.Sizes sizes() {
    return profile.sizes();
  }

  int px(double mm) {
    return scale.px(mm);
  }

  Rect screen() {
    return new Rect(0, 0, scale.widthPx(), scale.heightPx());
  }

  int bandHeight() {
    return px(sizes().targetHeight()) + 2 * px(sizes().gap());
  }

  /** Between title and bar. */
  Rect content() {
    int aside = px(sizes().margin());
    Rect between = screen().belowBy(bandHeight());
    return between.top(between.height() - bandHeight()).inset(aside, aside * 3 / 4);
  }

  int gap() {
    return px(sizes().gap());
  }

  int edge() {
    return px(sizes().line());
  }

  double corner() {
    return px(sizes().corner());
  }

  Type small() {
    return scale.regular(sizes().small());
  }

  Type body() {
    return scale.regular(sizes().body());
  }

  Type bodyBold() {
    return scale.bold(sizes().body());
  }

  Type heading() {
    return scale.bold(sizes().heading());
  }

  Type title() {
    return scale.bold(sizes().title());
  }

  Type amount() {
    return scale.bold(sizes().amount());
  }

  void say(String line) {
    speech.add(line);
  }

  /** Mirrors a line that is drawn otherwise than by {@link #write}. */
  void mirror(String line) {
    lines.add(line);
  }

  void area(Rect box, String optionId, String label) {
    areas.add(new Frame.Area(box.x(), box.y(), box.width(), box.height(), optionId, label));
  }

  /** Broken to fit; set smaller when it would not fit otherwise. */
  Paragraph fitted(String text, Type type, int width, int height) {
    Type at = type;
    Paragraph paragraph = Paragraph.of(text, at, width, sizes().lineSpacing());
    while ((paragraph.height() > height || paragraph.width() > width)
        && at.px() > type.px() * SMALLEST) {
      at = at.scaled(STEP);
      paragraph = Paragraph.of(text, at, width, sizes().lineSpacing());
    }
    if (!at.equals(type)) {
      shrunk.add("'%s' %d to %d px".formatted(text, type.px(), at.px()));
    }
    return paragraph;
  }

  /** Draws a text, its middle line in the middle of the box, and mirrors it. */
  void write(String text, Type type, Rect box, Align align, int rgb) {
    lines.add(text);
    Paragraph paragraph = fitted(text, type, box.width(), box.height());
    draw(paragraph, box.centred(box.width(), paragraph.height()), align, rgb);
  }

  /** Draws a paragraph from the top of the box. */
  void draw(Paragraph paragraph, Rect box, Align align, int rgb) {
    Type type = paragraph.type();
    double lead = (paragraph.lineHeight() - type.px()) / 2.0;
    for (int i = 0; i < paragraph.lines().size(); i++) {
      String line = paragraph.lines().get(i);
      double room = box.width() - type.width(line);
      double x =
          switch (align) {
            case LEFT -> box.x();
            case CENTRE -> box.x() + room / 2;
            case RIGHT -> box.x() + room;
          };
      int baseline = (int) Math.round(box.y() + i * paragraph.lineHeight() + lead + type.ascent());
      canvas.text(line, x, baseline, type, rgb);
    }
  }

  void panel(Rect box, int rgb) {
    canvas.round(box, corner(), rgb);
  }

  void panel(Rect box, int rgb, int edgeRgb) {
    canvas.round(box, corner(), rgb, edge(), edgeRgb);
  }
}
