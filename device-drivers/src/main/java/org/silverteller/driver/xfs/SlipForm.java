package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A form for slips as the service defines it.
 *
 * @param lines how many fields LINE1, LINE2 … it has
 * @param unicode whether its fields are UNICODE
 */
record SlipForm(ReceiptSettings.Form form, int lines, boolean unicode) {

  private static final Logger LOG = LoggerFactory.getLogger(SlipForm.class);
  private static final String FIELD = "LINE";

  /** Reads the form; empty where the service does not have it, or without a first line. */
  static Optional<SlipForm> find(XfsService service, ReceiptSettings.Form form) {
    try (XfsArena arena = service.arena();
        XfsResult result = service.info(Ptr.WFS_INF_PTR_QUERY_FORM, arena.text(form.name()))) {
      XfsRecord header = result.as(Ptr.WFSFRMHEADER, service.dialect());
      var fields = header.extra("lpszFields").keySet();
      int lines = 0;
      while (fields.contains(FIELD + (lines + 1))) {
        lines++;
      }
      if (lines == 0) {
        LOG.warn("{} form {}: no field {}1 among {}", service.name(), form.name(), FIELD, fields);
        return Optional.empty();
      }
      boolean unicode = (header.word("fwCharSupport") & Ptr.WFS_PTR_UNICODE) != 0;
      return Optional.of(new SlipForm(form, lines, unicode));
    } catch (XfsFault | XfsFault.Malformed missing) {
      LOG.warn("{} form {}: {}", service.name(), form.name(), missing.getMessage());
      return Optional.empty();
    }
  }

  /**
   * A WFSPTRPRINTFORM of these rows.
   *
   * @param rows at most {@link #lines}
   * @param resolution a WFS_PTR_RES…
   * @param control what is done with the paper afterwards, a dwMediaControl
   */
  Pointer filled(
      XfsArena arena, XfsDialect dialect, List<String> rows, int resolution, int control) {
    XfsRecord print =
        arena
            .structure(Ptr.WFSPTRPRINTFORM)
            .pointer("lpszFormName", arena.text(form.name()))
            .word("wAlignment", Ptr.WFS_PTR_ALNUSEFORMDEFN)
            .word("wOffsetX", Ptr.WFS_PTR_OFFSETUSEFORMDEFN)
            .word("wOffsetY", Ptr.WFS_PTR_OFFSETUSEFORMDEFN)
            .word("wResolution", resolution)
            .dword("dwMediaControl", control)
            .word("wPaperSource", Ptr.WFS_PTR_PAPERANY);
    if (!form.media().isEmpty()) {
      print.pointer("lpszMediaName", arena.text(form.media()));
    }
    if (unicode) {
      print.pointer(
          "lpszUNICODEFields", arena.bytes(fields(rows).getBytes(StandardCharsets.UTF_16LE)));
    } else {
      print.pointer("lpszFields", arena.bytes(fields(rows).getBytes(dialect.charset())));
    }
    return print.pointer();
  }

  /** {@code LINE1=…\0LINE2=…\0\0}. */
  private static String fields(List<String> rows) {
    StringBuilder fields = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      fields.append(FIELD).append(row + 1).append('=').append(rows.get(row)).append('\0');
    }
    return fields.append('\0').toString();
  }
}
