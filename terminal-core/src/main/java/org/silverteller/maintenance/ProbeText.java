package org.silverteller.maintenance;

import java.util.List;
import java.util.Map;
import org.silverteller.device.ProbedDevice;

/** What was found out about the devices, for a person. */
final class ProbeText {

  private ProbeText() {}

  static String of(List<ProbedDevice> devices, boolean verbose) {
    if (devices.isEmpty()) {
      return "the driver tells nothing of its devices\n";
    }
    var text = new StringBuilder();
    for (ProbedDevice device : devices) {
      Columns.line(text, Columns.plain(device.name()), head(device));
      pairs(text, "state", device.status());
      if (verbose) {
        pairs(text, "can", device.capabilities());
      }
      pairs(text, "vendor", device.extras());
    }
    return text.toString();
  }

  private static String head(ProbedDevice device) {
    String what =
        Columns.plain(device.kind()) + (device.version().isEmpty() ? "" : "  " + device.version());
    return device
        .fault()
        .map(fault -> what + "  " + Columns.bad(fault))
        .orElse(what + "  " + Columns.good("answers"));
  }

  private static void pairs(StringBuilder text, String label, Map<String, String> pairs) {
    if (!pairs.isEmpty()) {
      List<String> words =
          pairs.entrySet().stream()
              .map(pair -> pair.getKey() + "=" + pair.getValue().replace(' ', '\u00a0'))
              .toList();
      Columns.line(
          text,
          "  " + label,
          Columns.wrapped(Columns.plain(String.join(" ", words))).replace('\u00a0', ' '));
    }
  }
}
