package org.silverteller.ui;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.StringTokenizer;
import org.silverteller.page.Option;
import org.silverteller.page.Wish;

/** Line drawings on a field of 24 × 24. */
enum Icon {
  CASH("M 2 6 L 22 6 L 22 18 L 2 18 Z O 12 12 3.2 M 5.6 12 L 5.7 12 M 18.3 12 L 18.4 12"),
  CASH_IN(
      "M 2 9.5 L 22 9.5 L 22 21 L 2 21 Z O 12 15.2 2.8 M 12 1.5 L 12 7.5 M 9 5 L 12 7.8 L 15 5"),
  CASH_BACK(
      "M 2 9.5 L 22 9.5 L 22 21 L 2 21 Z O 12 15.2 2.8 M 12 7.5 L 12 1.5 M 9 4 L 12 1.2 L 15 4"),
  PLUS("M 12 4 L 12 20 M 4 12 L 20 12"),
  SMALL_NOTES("M 2 10 L 16 10 L 16 19 L 2 19 Z O 9 14.5 2.3 M 6 10 L 6 5 L 22 5 L 22 15 L 16 15"),
  BALANCE(
      "M 17 9.5 L 17 3 L 3 3 L 3 21 L 9.5 21 M 6.5 7.5 L 13.5 7.5 M 6.5 12 L 9 12 O 15.5 15.5 4.5"
          + " M 18.8 18.8 L 22 22"),
  STATEMENT(
      "M 4 2.5 L 20 2.5 L 20 21.5 L 4 21.5 Z M 7.5 7.5 L 9 7.5 M 12 7.5 L 16.5 7.5 M 7.5 12 L 9 12"
          + " M 12 12 L 16.5 12 M 7.5 16.5 L 9 16.5 M 12 16.5 L 16.5 16.5"),
  MORE("O 5 12 1.3 O 12 12 1.3 O 19 12 1.3"),
  KEYPAD(
      "O 5.5 5.5 1.2 O 12 5.5 1.2 O 18.5 5.5 1.2 O 5.5 12 1.2 O 12 12 1.2 O 18.5 12 1.2"
          + " O 5.5 18.5 1.2 O 12 18.5 1.2 O 18.5 18.5 1.2"),
  CHECK("M 4 12.5 L 9.5 18 L 20 6.5"),
  CROSS("M 6 6 L 18 18 M 18 6 L 6 18"),
  BACK("M 20.5 12 L 3.5 12 M 10.5 5 L 3.5 12 L 10.5 19"),
  EXIT(
      "M 2.5 4 L 21.5 4 M 6.5 4 L 6.5 20 L 17.5 20 L 17.5 4 M 12 8 L 12 15 M 9 12.5 L 12 15.5"
          + " L 15 12.5"),
  LETTERS(
      "M 1.5 20 L 8 4 L 14.5 20 M 3.9 14.4 L 12.1 14.4 M 16.5 20 L 19.5 12.5 L 22.5 20"
          + " M 17.6 17.4 L 21.4 17.4"),
  GLOBE(
      "O 12 12 9.5 M 2.5 12 L 21.5 12 M 12 2.5 C 6.5 8 6.5 16 12 21.5"
          + " M 12 2.5 C 17.5 8 17.5 16 12 21.5"),
  HELP(
      "O 12 12 9.7 M 9 9.6 C 9 5.6 15.2 5.8 15.2 9.6 C 15.2 12.2 12 11.8 12 14.4"
          + " M 12 17.7 L 12 17.8"),
  CLOCK("O 12 12 9.7 M 12 6.2 L 12 12 L 16 14.6"),
  WARNING("M 12 2.8 L 22.5 20.8 L 1.5 20.8 Z M 12 9.6 L 12 14.6 M 12 17.6 L 12 17.7"),
  SHIELD(
      "M 12 2 L 20.5 5.2 L 20.5 11.5 C 20.5 16.8 16.8 20.2 12 22 C 7.2 20.2 3.5 16.8 3.5 11.5"
          + " L 3.5 5.2 Z M 8 12 L 11 15 L 16.2 9.2"),
  PHONE(
      "M 6 2.5 L 9.3 2.5 L 11 7.6 L 8.6 9.4 C 9.8 12.2 11.8 14.2 14.6 15.4 L 16.4 13 L 21.5 14.7"
          + " L 21.5 18 C 21.5 20 20 21.5 18 21.5 C 9.7 21 3 14.3 2.5 6 C 2.5 4 4 2.5 6 2.5 Z"),
  RECEIPT(
      "M 5 2.5 L 19 2.5 L 19 21.5 L 16.7 19.6 L 14.3 21.5 L 12 19.6 L 9.7 21.5 L 7.3 19.6"
          + " L 5 21.5 Z M 8.7 7.8 L 15.3 7.8 M 8.7 12.2 L 15.3 12.2"),
  CARD("M 2 5 L 22 5 L 22 19 L 2 19 Z M 2 9.7 L 22 9.7 M 5.5 15 L 9.5 15"),
  BOOK(
      "M 4 2.5 L 20 2.5 L 20 21.5 L 4 21.5 Z M 4 12 L 20 12 M 7.5 7 L 16.5 7 M 7.5 16.8 L 16.5 16.8"),
  ARROW("M 3.5 12 L 20.5 12 M 13.5 5 L 20.5 12 L 13.5 19"),
  TRANSFER(
      "M 2.5 8 L 20.5 8 M 15 2.5 L 20.5 8 L 15 13.5 M 21.5 16.5 L 4 16.5 M 9 11.5 L 4 16.5 L 9 21.5"),
  PERSON("O 12 7.5 4.7 M 3 21.5 C 3 12.5 21 12.5 21 21.5"),
  PEOPLE(
      "O 8.5 8 3.8 M 1.8 20.5 C 1.8 13 15.2 13 15.2 20.5 M 15 4.5 C 20 4 20.5 11 16 11.5"
          + " M 17.5 14.2 C 21 14.8 22.2 17.5 22.2 20.5"),
  TOMORROW(
      "M 3 5 L 21 5 L 21 21.5 L 3 21.5 Z M 3 10 L 21 10 M 7.5 2 L 7.5 6 M 16.5 2 L 16.5 6 M 8 15.8 L 15.5 15.8 M 12.8 13 L 15.5 15.8 L 12.8 18.6"),
  COUNTER(
      "M 2 21.5 L 22 21.5 M 4 21.5 L 4 14.5 L 20 14.5 L 20 21.5 O 12 6.5 3.3 M 7 14.5 C 7 9.5 17 9.5 17 14.5"),
  PURSE("M 4 8.5 L 20 8.5 L 21.5 21.5 L 2.5 21.5 Z M 8 11 L 8 6 C 8 1.5 16 1.5 16 6 L 16 11"),
  HOUSE(
      "M 2 11.5 L 12 3 L 22 11.5 M 5 9.5 L 5 21.5 L 19 21.5 L 19 9.5 M 10 21.5 L 10 15 L 14 15 L 14 21.5"),
  HEALTH(
      "M 9 2.5 L 15 2.5 L 15 9 L 21.5 9 L 21.5 15 L 15 15 L 15 21.5 L 9 21.5 L 9 15 L 2.5 15 L 2.5 9 L 9 9 Z"),
  GROWTH(
      "M 2.5 2.5 L 2.5 21.5 L 21.5 21.5 M 6 16.5 L 11 11 L 14.5 14 L 21 6.5 M 16.5 6 L 21 6.5 L 20.8 11");

  private static final double FIELD = 24;
  private static final double LINES = 11;

  private final Path2D path = new Path2D.Double();

  /**
   * @param drawing M x y, L x y, C x y x y x y, Z as in SVG; O x y r is a circle
   */
  Icon(String drawing) {
    StringTokenizer in = new StringTokenizer(drawing);
    while (in.hasMoreTokens()) {
      String command = in.nextToken();
      switch (command) {
        case "M" -> path.moveTo(number(in), number(in));
        case "L" -> path.lineTo(number(in), number(in));
        case "C" ->
            path.curveTo(number(in), number(in), number(in), number(in), number(in), number(in));
        case "Z" -> path.closePath();
        case "O" -> {
          double x = number(in);
          double y = number(in);
          double r = number(in);
          path.append(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), false);
        }
        default -> throw new IllegalArgumentException(command + " in " + drawing);
      }
    }
  }

  private static double number(StringTokenizer in) {
    return Double.parseDouble(in.nextToken());
  }

  static Icon of(Wish wish) {
    return switch (wish) {
      case WITHDRAW -> CASH;
      case SMALL_NOTES -> SMALL_NOTES;
      case BALANCE -> BALANCE;
      case DEPOSIT -> CASH_IN;
      case ADD_MORE -> PLUS;
      case RETURN_ALL -> CASH_BACK;
      case STATEMENT -> STATEMENT;
      case PIN_CHANGE -> KEYPAD;
      case TRANSFER, AT_ONCE -> TRANSFER;
      case TO_OWN_ACCOUNT -> CARD;
      case TO_OTHER_ACCOUNT -> PERSON;
      case PENDING_TRANSFERS, AFTER_24H -> CLOCK;
      case CALL -> PHONE;
      case TOMORROW, COME_TOMORROW -> TOMORROW;
      case COUNTER -> COUNTER;
      case UPDATE_BOOK -> BOOK;
      case OTHER_AMOUNT -> KEYPAD;
      case MORE -> MORE;
      case PRINT -> RECEIPT;
      case YES, CONFIRM -> CHECK;
      case NO -> CROSS;
      case BACK -> BACK;
      case EXIT -> EXIT;
      case LANGUAGE -> GLOBE;
      case ENLARGE, STANDARD -> LETTERS;
      case HELP -> HELP;
    };
  }

  static Icon of(Option.Answer.Symbol symbol) {
    return switch (symbol) {
      case YES -> CHECK;
      case NO -> CROSS;
      case PHONE -> PHONE;
      case PEOPLE -> PEOPLE;
      case CASH -> CASH;
      case PURSE -> PURSE;
      case HOUSE -> HOUSE;
      case HEALTH -> HEALTH;
      case GROWTH -> GROWTH;
      case QUESTION -> HELP;
    };
  }

  /** Draws it as large as the box allows, with lines of an eleventh of its size. */
  void draw(Canvas canvas, Rect box, int rgb) {
    int size = Math.min(box.width(), box.height());
    canvas.shape(
        new Sized(this, size),
        () -> outline(size),
        box.middleX() - size / 2,
        box.middleY() - size / 2,
        rgb);
  }

  private Shape outline(int size) {
    double scale = size / FIELD;
    float line = (float) Math.max(1.5, size / LINES);
    return new BasicStroke(line, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        .createStrokedShape(
            path.createTransformedShape(AffineTransform.getScaleInstance(scale, scale)));
  }

  private record Sized(Icon icon, int size) {}
}
