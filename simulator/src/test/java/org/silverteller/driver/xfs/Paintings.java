package org.silverteller.driver.xfs;

import java.util.Map;
import org.silverteller.device.Screen;
import org.silverteller.page.Painter;
import org.silverteller.ui.JavaPainterFactory;

/** The terminal's own painter, as it paints for a screen. */
final class Paintings {

  private Paintings() {}

  static Painter painter(Screen.Geometry screen) {
    return new JavaPainterFactory()
        .painter(
            screen.widthPx(),
            screen.heightPx(),
            screen.diagonalInch(),
            Map.of(
                "bank.name", "东方商业银行",
                "bank.name.en", "Orient Commercial Bank",
                "bank.phone", "400-800-1234",
                "machine.number", "31010042",
                "police.antifraud", "96110"));
  }
}
