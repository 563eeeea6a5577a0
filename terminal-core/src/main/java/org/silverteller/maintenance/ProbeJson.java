package org.silverteller.maintenance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silverteller.device.ProbedDevice;
import org.silverteller.device.ProbedValue;
import org.silverteller.device.ProbedValue.Constant;

/**
 * What was found out about the devices, for a program, as one line.
 *
 * <p>{@code {"devices": [{"name", "kind", "version", "fault"?, "status": {…}, "capabilities": {…},
 * "extras": {…}}]}}. The value of a field is a number; true or false; of a state {@code {"value":
 * 0, "name": "WFS_CDM_DEVONLINE"}}, without a name where the standard has none; of flags {@code
 * {"value": 6, "names": ["WFS_IDC_TRACK2", "WFS_IDC_TRACK3"]}}, the bits without a name in {@code
 * "unnamed"}; of an array an object by the names of the places, or by their numbers from 0; of a
 * list an array of objects.
 */
final class ProbeJson {

  private ProbeJson() {}

  static String of(List<ProbedDevice> devices) {
    List<Map<String, Object>> list = devices.stream().map(ProbeJson::fields).toList();
    try {
      return new ObjectMapper().writeValueAsString(Map.of("devices", list));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("maps of text cannot be written as JSON", impossible);
    }
  }

  private static Map<String, Object> fields(ProbedDevice device) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", device.name());
    fields.put("kind", device.kind());
    fields.put("version", device.version());
    device.fault().ifPresent(fault -> fields.put("fault", fault));
    fields.put("status", values(device.status()));
    fields.put("capabilities", values(device.capabilities()));
    fields.put("extras", device.extras());
    return fields;
  }

  private static Map<String, Object> values(Map<String, ProbedValue> told) {
    Map<String, Object> values = new LinkedHashMap<>();
    told.forEach((field, value) -> values.put(field, value(value)));
    return values;
  }

  private static Object value(ProbedValue value) {
    if (value instanceof ProbedValue.Truth truth) {
      return truth.value();
    }
    if (value instanceof ProbedValue.State state) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("value", state.value());
      state.constant().ifPresent(constant -> fields.put("name", constant.name()));
      return fields;
    }
    if (value instanceof ProbedValue.Flags flags) {
      return value(flags);
    }
    if (value instanceof ProbedValue.Parts parts) {
      Map<String, Object> fields = new LinkedHashMap<>();
      parts.parts().forEach(part -> fields.put(part.name(), value(part.value())));
      return fields;
    }
    if (value instanceof ProbedValue.Items list) {
      return list.items().stream().map(ProbeJson::value).toList();
    }
    return ((ProbedValue.Plain) value).value();
  }

  private static Map<String, Object> value(ProbedValue.Flags flags) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("value", flags.value());
    fields.put("names", flags.set().stream().map(Constant::name).toList());
    if (flags.unnamed() != 0) {
      fields.put("unnamed", flags.unnamed());
    }
    return fields;
  }
}
