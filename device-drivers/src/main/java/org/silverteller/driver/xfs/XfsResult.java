package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A WFSRESULT of a completion or an event, held until it is closed. Every one is closed, whatever
 * it says: a provider's memory is freed by nobody else.
 */
final class XfsResult implements AutoCloseable {

  private static final XfsDialect HEADER =
      new XfsDialect(XfsVersion.V3_00, StandardCharsets.US_ASCII);

  private final XfsApi api;
  private final Pointer result;
  private final int message;
  private final int requestId;
  private final short service;
  private final int hResult;
  private final int code;
  private final Pointer buffer;
  private final AtomicBoolean freed = new AtomicBoolean();

  XfsResult(XfsApi api, int message, Pointer result) {
    this.api = api;
    this.message = message;
    this.result = result;
    XfsRecord head = new XfsRecord(result, ApiStructures.WFSRESULT, HEADER);
    requestId = head.dword("RequestID");
    service = (short) head.word("hService");
    hResult = head.dword("hResult");
    code = head.dword("u.dwCommandCode");
    buffer = head.pointer("lpBuffer");
  }

  int message() {
    return message;
  }

  Requests.Key key() {
    return new Requests.Key(service, requestId, message);
  }

  short service() {
    return service;
  }

  int hResult() {
    return hResult;
  }

  /** The command, category or event. */
  int code() {
    return code;
  }

  /**
   * What lpBuffer points to. Only for commands and events that return it: elsewhere it may be junk.
   *
   * @throws XfsFault.Malformed when it is NULL
   */
  XfsRecord as(XfsStructure structure, XfsDialect dialect) {
    if (buffer == null) {
      throw new XfsFault.Malformed("lpBuffer is NULL: expected a " + structure);
    }
    return new XfsRecord(buffer, structure, dialect);
  }

  /** A NULL-terminated array of pointers to structures; empty for NULL. */
  List<XfsRecord> list(XfsStructure structure, XfsDialect dialect) {
    return XfsRecord.list(buffer, structure, dialect);
  }

  /** lpBuffer itself, for results that are arrays or single numbers; null for NULL. */
  Pointer buffer() {
    return buffer;
  }

  @Override
  public void close() {
    if (freed.compareAndSet(false, true)) {
      api.WFSFreeResult(result);
    }
  }
}
