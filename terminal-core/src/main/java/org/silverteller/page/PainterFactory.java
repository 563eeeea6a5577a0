package org.silverteller.page;

import java.util.Map;

/** Makes a painter for a screen. Found by {@link java.util.ServiceLoader}. */
public interface PainterFactory {

  /**
   * @param widthPx, heightPx, diagonalInch the screen, from which millimetres become pixels
   * @param phrases what the bank fills into the texts: {@code bank.name}, {@code bank.phone},
   *     {@code machine.number} …
   */
  Painter painter(int widthPx, int heightPx, double diagonalInch, Map<String, String> phrases);
}
