package org.silverteller.simulator.console;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.silverteller.simulator.bank.Traffic;
import org.silverteller.simulator.console.HostMessage.Direction;

/** Names what passes between terminal and bank in plain words. */
final class HostMessages {

  private static final int PROCESSING_CODE = 3;
  private static final int NETWORK_CODE = 70;

  private HostMessages() {}

  static HostMessage of(Traffic.Entry entry, long number, ZoneId zone) {
    List<HostMessage.Field> fields =
        entry.fields().stream()
            .map(line -> new HostMessage.Field(line.field(), line.name(), line.value()))
            .toList();
    return new HostMessage(
        number,
        LocalDateTime.ofInstant(entry.at(), zone),
        entry.direction() == Traffic.Direction.IN ? Direction.TO_BANK : Direction.TO_TERMINAL,
        entry.mti().isEmpty() ? "????" : entry.mti(),
        title(entry.mti(), fields),
        entry.note(),
        fields);
  }

  private static String title(String mti, List<HostMessage.Field> fields) {
    return switch (mti) {
      case "0200" -> service(fields) + " request";
      case "0210" -> service(fields) + " reply";
      case "0220" -> "Completion";
      case "0221" -> "Completion, repeated";
      case "0230" -> "Completion acknowledged";
      case "0420" -> "Reversal";
      case "0421" -> "Reversal, repeated";
      case "0430" -> "Reversal acknowledged";
      case "0800", "0820" -> network(fields);
      case "0810", "0830" -> network(fields) + " reply";
      case "" -> "No message";
      default -> "Message " + mti;
    };
  }

  private static String service(List<HostMessage.Field> fields) {
    String code = value(fields, PROCESSING_CODE);
    return code.startsWith("01") ? "Withdrawal" : code.startsWith("3") ? "Balance" : "Financial";
  }

  private static String network(List<HostMessage.Field> fields) {
    return switch (value(fields, NETWORK_CODE)) {
      // a terminal signs on with the network code in field 60.3
      case "", "001" -> "Sign-on";
      case "002" -> "Sign-off";
      case "101" -> "Key delivery";
      case "201" -> "Cut-over begins";
      case "202" -> "Cut-over ends";
      case "301" -> "Echo";
      default -> "Network message";
    };
  }

  private static String value(List<HostMessage.Field> fields, int number) {
    return fields.stream()
        .filter(field -> field.number() == number)
        .map(HostMessage.Field::value)
        .findFirst()
        .orElse("");
  }
}
