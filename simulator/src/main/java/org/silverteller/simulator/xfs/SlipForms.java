package org.silverteller.simulator.xfs;

import com.sun.jna.Pointer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The forms of the virtual receipt printer, with a field for each row: {@link #FORM} of CHAR and
 * {@link #WIDE_FORM} of UNICODE.
 */
final class SlipForms {

  static final String FORM = "SLIP";
  static final String WIDE_FORM = "SLIPW";

  /** Rows of a form. */
  static final int LINES = 20;

  private static final int FIELDERROR_EVENT = 103;
  private static final int ERR_FIELDERROR = -107;
  private static final int UNICODE = 2;
  private static final int FIELDNOTFOUND = 3;
  private static final String FIELD = "LINE";

  private SlipForms() {}

  static boolean has(String form) {
    return form.equals(FORM) || form.equals(WIDE_FORM);
  }

  /** Completes a request for WFS_INF_PTR_QUERY_FORM of one that there is. */
  static void tell(XfsCall call, String form) {
    XfsCall.Told told = call.told();
    String[] fields =
        IntStream.rangeClosed(1, LINES).mapToObj(row -> FIELD + row).toArray(String[]::new);
    call.complete(
        told,
        told.structure("WFSFRMHEADER")
            .target("lpszFormName", told.text(form))
            .number("wBase", 2)
            .number("wUnitX", 1)
            .number("wUnitY", 1)
            .number("wHeight", LINES)
            .number("wVersionMajor", 1)
            .number("fwCharSupport", form.equals(FORM) ? PtrProvider.CHAR : UNICODE)
            .target("lpszFields", told.extra(fields)));
  }

  /**
   * The rows that a print fills.
   *
   * @param print a WFSPTRPRINTFORM
   * @return empty when it names a field that there is not, which the request is completed with
   */
  static Optional<List<String>> rows(XfsCall call, String form, NativeStructure print) {
    Map<String, String> fields =
        form.equals(FORM)
            ? fields(strings(print.target("lpszFields"), 1, call.charset()))
            : fields(strings(print.target("lpszUNICODEFields"), 2, StandardCharsets.UTF_16LE));
    List<String> rows = new ArrayList<>();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      if (!field.getKey().matches(FIELD + "([1-9]|1[0-9]|20)")) {
        fieldError(call, form, field.getKey());
        return Optional.empty();
      }
      int row = Integer.parseInt(field.getKey().substring(FIELD.length()));
      while (rows.size() < row) {
        rows.add("");
      }
      rows.set(row - 1, field.getValue());
    }
    return Optional.of(rows);
  }

  private static void fieldError(XfsCall call, String form, String field) {
    XfsCall.Told told = call.told();
    call.event(
        FIELDERROR_EVENT,
        told,
        told.structure("WFSPTRFIELDFAIL")
            .target("lpszFormName", told.text(form))
            .target("lpszFieldName", told.text(field))
            .number("wFailure", FIELDNOTFOUND)
            .pointer());
    call.complete(ERR_FIELDERROR);
  }

  /** The strings of a list closed by an empty one, of characters so many bytes wide. */
  private static List<String> strings(Pointer list, int width, Charset charset) {
    List<String> strings = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (list != null) {
      boolean closed = width == 1 ? list.getByte(at) == 0 : list.getShort(at) == 0;
      if (closed && at == from) {
        break;
      }
      if (closed) {
        strings.add(new String(list.getByteArray(from, at - from), charset));
        from = at + width;
      }
      at += width;
    }
    return strings;
  }

  private static Map<String, String> fields(List<String> entries) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String entry : entries) {
      int equals = entry.indexOf('=');
      fields.put(entry.substring(0, equals), entry.substring(equals + 1));
    }
    return fields;
  }
}
