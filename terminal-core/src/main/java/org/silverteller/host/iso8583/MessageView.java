package org.silverteller.host.iso8583;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message for people: field number, standard name, value. Card and account numbers show at most
 * the first six and last four; tracks, expiry, PIN data, MACs, keys, chip data and private bytes
 * never show (PCI DSS 3.4, and because a bank may put a PIN block into any of the private fields).
 */
public final class MessageView {

  /** One line of the view. */
  public record Line(int field, String name, String value) {}

  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{12,}");

  private MessageView() {}

  public static List<Line> lines(Message message) {
    return message
        .fields()
        .mapToObj(field -> new Line(field, Field.name(field), shown(message, field)))
        .toList();
  }

  /** MTI, then a line for every field. */
  public static String describe(Message message) {
    return lines(message).stream()
        .map(line -> String.format("%n  %3d  %-32s %s", line.field(), line.name(), line.value()))
        .collect(Collectors.joining("", message.mti().toString(), ""));
  }

  private static String shown(Message message, int field) {
    return switch (field) {
      case Field.PAN, Field.FROM_ACCOUNT, Field.TO_ACCOUNT ->
          message.text(field).map(MessageView::masked).orElse("");
      case Field.TRACK_2, Field.TRACK_3 ->
          message.text(field).map(track -> track.length() + " characters, hidden").orElse("");
      case Field.EXPIRY -> "hidden";
      case Field.ADDITIONAL_DATA -> AdditionalData.shown(message);
      case Field.ACCEPTOR_NAME, Field.ADDITIONAL_RESPONSE ->
          message
              .text(field)
              .map(text -> LONG_NUMBER.matcher(text).replaceAll("(number)"))
              .orElse("");
      default ->
          message
              .bytes(field)
              .map(bytes -> bytes.length + " bytes, hidden")
              .orElseGet(() -> message.text(field).orElse(""));
    };
  }

  private static String masked(String number) {
    int length = number.length();
    return length < 12
        ? "*".repeat(length)
        : number.substring(0, 6) + "*".repeat(length - 10) + number.substring(length - 4);
  }
}
