package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * WFS_CMD_PTR_READ_FORM of a passbook: stripe and page mark are fields of one form.
 *
 * @param forms the names under which the service knows them
 */
record PtrReading(XfsService service, PassbookForms forms) {

  static final String READ = XfsNames.command(PtrPassbook.WFS_CMD_PTR_READ_FORM);

  /** A read of one field that goes on until a book is inserted, where none is. */
  Requests.Pending begin(XfsArena arena, String field) throws XfsFault {
    return service.begin(PtrPassbook.WFS_CMD_PTR_READ_FORM, input(arena, field));
  }

  /** Reads a field of the book inside; empty where nothing is in it. */
  Optional<char[]> read(String field) throws XfsFault {
    try (XfsArena arena = service.arena();
        XfsResult result =
            service.execute(
                PtrPassbook.WFS_CMD_PTR_READ_FORM, input(arena, field), XfsDevice.MOVING)) {
      return value(result, field);
    }
  }

  private Pointer input(XfsArena arena, String field) {
    return arena
        .structure(PtrPassbook.WFSPTRREADFORM)
        .pointer("lpszFormName", arena.text(forms.readForm()))
        .pointer("lpszFieldNames", arena.bytes(FormFields.list(charset(), field)))
        .pointer("lpszMediaName", arena.text(forms.media()))
        .pointer();
  }

  /** What a completed read has found in a field; empty where that is nothing. */
  Optional<char[]> value(XfsResult result, String field) {
    Pointer fields =
        result.as(PtrPassbook.WFSPTRREADFORMOUT, service.dialect()).pointer("lpszFields");
    return FormFields.value(fields, field, charset()).filter(value -> value.length > 0);
  }

  private Charset charset() {
    return service.dialect().charset();
  }
}
