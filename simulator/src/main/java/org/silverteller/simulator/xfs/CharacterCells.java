package org.silverteller.simulator.xfs;

import java.util.Arrays;
import java.util.List;

/** A screen of character cells, of which a Chinese character fills two. */
final class CharacterCells {

  private static final int BLANK = ' ';

  /** The right half of the character before. */
  private static final int HALF = -1;

  private static final int ASCII = 0x80;

  private final int columns;
  private final int[][] cells;

  CharacterCells(int columns, int rows) {
    this.columns = columns;
    this.cells = new int[rows][columns];
    clear(0, 0, columns, rows);
  }

  int columns() {
    return columns;
  }

  int rows() {
    return cells.length;
  }

  void clear(int column, int row, int width, int height) {
    for (int y = row; y < Math.min(row + height, rows()); y++) {
      Arrays.fill(cells[y], column, Math.min(column + width, columns), BLANK);
    }
  }

  /**
   * @return the column behind the text, or -1 when it does not fit into its row: nothing is written
   */
  int write(int column, int row, String text) {
    int width = text.codePoints().map(CharacterCells::width).sum();
    if (column < 0 || row < 0 || row >= rows() || column + width > columns) {
      return -1;
    }
    int at = column;
    for (int character : text.codePoints().toArray()) {
      cells[row][at] = character;
      if (width(character) == 2) {
        cells[row][at + 1] = HALF;
      }
      at += width(character);
    }
    return at;
  }

  private static int width(int character) {
    return character < ASCII ? 1 : 2;
  }

  /** The rows from the top, without the blanks at their ends. */
  List<String> text() {
    return Arrays.stream(cells).map(CharacterCells::text).toList();
  }

  private static String text(int[] row) {
    StringBuilder text = new StringBuilder();
    Arrays.stream(row).filter(cell -> cell != HALF).forEach(text::appendCodePoint);
    return text.toString().stripTrailing();
  }
}
