package org.silverteller.simulator.console;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import org.silverteller.page.Frame;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Page;
import org.silverteller.page.ProfileId;
import org.silverteller.page.Wish;

/** Frames for tests of the console: a menu of two options, painted simply. */
final class FakeFrames {

  private FakeFrames() {}

  static Frame menu(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(new Color(0xF7F9FB));
    g.fillRect(0, 0, width, height);
    List<Frame.Area> areas =
        List.of(
            new Frame.Area(width / 10, height / 3, width * 4 / 5, height / 6, "withdraw", "取款"),
            new Frame.Area(
                width / 10, height * 3 / 5, width * 4 / 5, height / 6, "balance", "查余额"));
    g.setFont(new Font("Noto Sans CJK SC", Font.PLAIN, height / 16));
    g.setColor(new Color(0x17202A));
    g.drawString("请选择服务", width / 10, height / 5);
    for (Frame.Area area : areas) {
      g.setColor(new Color(0x0B5C73));
      g.fillRoundRect(area.x(), area.y(), area.width(), area.height(), 20, 20);
      g.setColor(Color.WHITE);
      g.drawString(area.label(), area.x() + 40, area.y() + area.height() * 2 / 3);
    }
    g.dispose();
    return new Frame(
        new Page.Menu(List.of(Wish.WITHDRAW, Wish.BALANCE), false),
        new Look(ProfileId.STANDARD, Language.CHINESE),
        width,
        height,
        ((DataBufferInt) image.getRaster().getDataBuffer()).getData(),
        areas,
        List.of("请选择服务", "取款", "查余额"),
        List.of("请选择服务"));
  }
}
