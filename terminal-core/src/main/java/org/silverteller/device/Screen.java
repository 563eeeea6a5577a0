package org.silverteller.device;

import org.silverteller.page.Frame;

/** The customer's screen. Posts Touched to the inbox. */
public interface Screen extends Device {

  /** Pixels and the visible area's size, from which millimetres become pixels. */
  record Geometry(int widthPx, int heightPx, double diagonalInch) {}

  Geometry geometry();

  /**
   * Puts a frame on the glass.
   *
   * @param number comes back with every touch while this frame is on the glass
   */
  void show(Frame frame, long number) throws DeviceFault;
}
