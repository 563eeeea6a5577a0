package org.silverteller.ui;

import java.util.ArrayList;
import java.util.List;

/** A rectangle in whole pixels, and how it is cut up. */
record Rect(int x, int y, int width, int height) {

  int right() {
    return x + width;
  }

  int bottom() {
    return y + height;
  }

  int middleX() {
    return x + width / 2;
  }

  int middleY() {
    return y + height / 2;
  }

  Rect inset(int dx, int dy) {
    return new Rect(x + dx, y + dy, Math.max(0, width - 2 * dx), Math.max(0, height - 2 * dy));
  }

  Rect inset(int all) {
    return inset(all, all);
  }

  Rect top(int rows) {
    return new Rect(x, y, width, rows);
  }

  Rect bottom(int rows) {
    return new Rect(x, bottom() - rows, width, rows);
  }

  Rect left(int columns) {
    return new Rect(x, y, columns, height);
  }

  Rect right(int columns) {
    return new Rect(right() - columns, y, columns, height);
  }

  Rect belowBy(int rows) {
    return new Rect(x, y + rows, width, Math.max(0, height - rows));
  }

  Rect rightBy(int columns) {
    return new Rect(x + columns, y, Math.max(0, width - columns), height);
  }

  /** The largest centred part that is no larger than this. */
  Rect centred(int atMostWidth, int atMostHeight) {
    int w = Math.min(width, atMostWidth);
    int h = Math.min(height, atMostHeight);
    return new Rect(x + (width - w) / 2, y + (height - h) / 2, w, h);
  }

  /** Equal cells, row by row. */
  List<Rect> grid(int columns, int rows, int gapX, int gapY) {
    int w = (width - gapX * (columns - 1)) / columns;
    int h = (height - gapY * (rows - 1)) / rows;
    List<Rect> cells = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        cells.add(new Rect(x + column * (w + gapX), y + row * (h + gapY), w, h));
      }
    }
    return cells;
  }

  boolean holds(Rect other) {
    return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
  }
}
