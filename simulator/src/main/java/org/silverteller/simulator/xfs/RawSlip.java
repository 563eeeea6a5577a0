package org.silverteller.simulator.xfs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * What a printer of the ESC/POS family makes of raw data: rows of text, and where the paper is cut.
 * Knows initialising, Chinese on and off, and the cuts; other commands stay visible in the text.
 */
final class RawSlip {

  private static final int ESC = 0x1B;
  private static final int FS = 0x1C;
  private static final int GS = 0x1D;

  private final Charset charset;
  private final ByteArrayOutputStream row = new ByteArrayOutputStream();
  private final List<String> rows = new ArrayList<>();
  private final List<List<String>> cutOff = new ArrayList<>();

  RawSlip(Charset charset) {
    this.charset = charset;
  }

  /** Takes data in; it may end anywhere but within a command. */
  void take(byte[] data) {
    int at = 0;
    while (at < data.length) {
      at += taken(data, at);
    }
  }

  /** How many bytes one character or command took. */
  private int taken(byte[] data, int at) {
    int first = data[at] & 0xFF;
    int second = at + 1 < data.length ? data[at + 1] & 0xFF : 0;
    int third = at + 2 < data.length ? data[at + 2] & 0xFF : 0;
    if (first == '\n') {
      feed();
      return 1;
    }
    if (first == '\r') {
      return 1;
    }
    if ((first == ESC && second == '@') || (first == FS && (second == '&' || second == '.'))) {
      return 2;
    }
    if (first == ESC && (second == 'i' || second == 'm')) {
      cut();
      return 2;
    }
    if (first == GS && second == 'V') {
      cut();
      return third == 'A' || third == 'B' ? 4 : 3;
    }
    row.write(first);
    return 1;
  }

  private void feed() {
    rows.add(row.toString(charset));
    row.reset();
  }

  void addRows(List<String> printed) {
    rows.addAll(printed);
  }

  /** What was printed since the last cut is a slip of its own. */
  void cut() {
    if (row.size() > 0) {
      feed();
    }
    if (!rows.isEmpty()) {
      cutOff.add(List.copyOf(rows));
    }
    rows.clear();
  }

  /** What was not cut off yet is forgotten. */
  void clear() {
    row.reset();
    rows.clear();
    cutOff.clear();
  }

  /** The slips cut off since this was asked last. */
  List<List<String>> slips() {
    List<List<String>> slips = List.copyOf(cutOff);
    cutOff.clear();
    return slips;
  }
}
