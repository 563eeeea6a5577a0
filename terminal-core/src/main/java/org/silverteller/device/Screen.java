package org.silverteller.device;

import org.silverteller.page.Frame;

/** The customer's screen. Posts Touched(x, y) to the inbox. */
public interface Screen extends Device {

  /** Pixels and the visible area's size, from which millimetres become pixels. */
  record Geometry(int widthPx, int heightPx, double diagonalInch) {}

  Geometry geometry();

  void show(Frame frame) throws DeviceFault;
}
