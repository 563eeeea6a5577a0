package org.silverteller.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.silverteller.ui.Sheet.Align;

/** Texts and drawings one below the other. */
final class Stack {

  private static final double SHARE_OF_SLACK = 0.55;
  private static final double WIDEST = 2.4;

  private record Item(
      Paragraph paragraph, int rgb, int before, int height, Consumer<Rect> drawing) {}

  private final Sheet sheet;
  private final int width;
  private final Align align;
  private final List<Item> items = new ArrayList<>();

  Stack(Sheet sheet, int width, Align align) {
    this.sheet = sheet;
    this.width = width;
    this.align = align;
  }

  /**
   * @param before millimetres above it
   */
  Stack text(String text, Type type, int rgb, double before) {
    Paragraph paragraph = sheet.fitted(text, type, width, sheet.screen().height());
    sheet.mirror(text);
    items.add(
        new Item(
            paragraph, rgb, items.isEmpty() ? 0 : sheet.px(before), paragraph.height(), box -> {}));
    return this;
  }

  Stack drawing(int height, double before, Consumer<Rect> drawing) {
    items.add(
        new Item(
            new Paragraph(List.of(), sheet.body(), 0),
            0,
            items.isEmpty() ? 0 : sheet.px(before),
            height,
            drawing));
    return this;
  }

  int width() {
    return width;
  }

  int height() {
    return items.stream().mapToInt(item -> item.before() + item.height()).sum();
  }

  /** Draws it in the middle of the box, its gaps wider where there is room to breathe. */
  void draw(Rect box) {
    int gaps = items.stream().mapToInt(Item::before).sum();
    double slack = (box.height() - height()) * SHARE_OF_SLACK;
    double spread = gaps == 0 ? 1 : Math.min(WIDEST, Math.max(1, 1 + slack / gaps));
    int whole = height() + (int) (gaps * (spread - 1));
    drawFrom(box.y() + (box.height() - whole) / 2, spread, box);
  }

  /** Draws it at the top of the box. */
  void drawAtTop(Rect box) {
    drawFrom(box.y(), 1, box);
  }

  private void drawFrom(int top, double spread, Rect within) {
    if (height() > within.height()) {
      sheet.shrunk().add("%d px stacked in %d px".formatted(height(), within.height()));
    }
    int x = within.x() + (within.width() - width) / 2;
    int y = Math.max(within.y(), top);
    for (Item item : items) {
      y += (int) (item.before() * spread);
      Rect box = new Rect(x, y, width, item.height());
      sheet.draw(item.paragraph(), box, align, item.rgb());
      item.drawing().accept(box);
      y += item.height();
    }
  }
}
