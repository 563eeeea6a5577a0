package org.silverteller.ui;

import java.util.Map;
import org.silverteller.page.Painter;
import org.silverteller.page.PainterFactory;

/**
 * Makes painters of the bundled profiles, texts and fonts.
 *
 * <p>Phrases that the texts need: {@code bank.name}, {@code bank.phone}, {@code machine.number},
 * {@code police.antifraud}; each may be given besides for one language, as {@code bank.name.en}.
 * Others are ignored.
 */
public final class JavaPainterFactory implements PainterFactory {

  /**
   * @throws IllegalArgumentException when a phrase is missing, naming it and the text that needs it
   */
  @Override
  public Painter painter(
      int widthPx, int heightPx, double diagonalInch, Map<String, String> phrases) {
    return new JavaPainter(widthPx, heightPx, diagonalInch, phrases);
  }
}
