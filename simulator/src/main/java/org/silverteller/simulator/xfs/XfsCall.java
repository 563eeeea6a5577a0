package org.silverteller.simulator.xfs;

import com.sun.jna.Pointer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * One request of an application, from WFSAsyncGetInfo or WFSAsyncExecute to its completion. What is
 * told with it is built in memory that the application frees.
 */
final class XfsCall {

  /** Where completions and events of calls go. */
  interface Desk {
    void completed(XfsCall call, int hResult, Pointer root);

    void event(XfsCall call, int message, int eventId, Pointer root);
  }

  private final Desk desk;
  private final Heap heap;
  private final OpenService service;
  private final int requestId;
  private final int message;
  private final int code;
  private final Pointer data;
  private final Pointer window;
  private final List<Pointer> begun = new ArrayList<>();
  private volatile boolean over;

  XfsCall(
      Desk desk,
      Heap heap,
      OpenService service,
      int requestId,
      int message,
      int code,
      Pointer data,
      Pointer window) {
    this.desk = desk;
    this.heap = heap;
    this.service = service;
    this.requestId = requestId;
    this.message = message;
    this.code = code;
    this.data = data;
    this.window = window;
  }

  OpenService service() {
    return service;
  }

  int requestId() {
    return requestId;
  }

  /** WFS_GETINFO_COMPLETE, WFS_EXECUTE_COMPLETE … */
  int message() {
    return message;
  }

  /** The command or category. */
  int code() {
    return code;
  }

  Pointer window() {
    return window;
  }

  /** Whether it is completed or cancelled. */
  boolean over() {
    return over;
  }

  Charset charset() {
    return service.charset();
  }

  // ---- what the application gave

  boolean hasData() {
    return data != null;
  }

  Pointer data() {
    return data;
  }

  NativeStructure input(String structure) {
    return new NativeStructure(data, structure, service.table());
  }

  // ---- what it is told

  /**
   * Begins what is told: memory that belongs to one WFSRESULT. What a fault keeps from being told
   * is freed when the request completes.
   */
  Told told() {
    Told told = toldApart();
    begun.add(told.root());
    return told;
  }

  /** Memory of a message that goes its own way, whatever becomes of the request. */
  Told toldApart() {
    return new Told(heap, service.table(), service.charset());
  }

  void complete(int hResult) {
    complete(hResult, told(), Pointer.NULL);
  }

  void complete(Told told, Pointer buffer) {
    complete(0, told, buffer);
  }

  void complete(Told told, NativeStructure buffer) {
    complete(0, told, buffer.pointer());
  }

  void complete(int hResult, Told told, Pointer buffer) {
    if (over) {
      throw new IllegalStateException("request " + requestId + " is completed already");
    }
    over = true;
    begun.remove(told.root());
    begun.forEach(heap::free);
    begun.clear();
    told.result(requestId, service.handle(), hResult, code, buffer);
    desk.completed(this, hResult, told.root());
  }

  /** An execute event of this request. */
  void event(int eventId, Told told, Pointer buffer) {
    begun.remove(told.root());
    told.result(requestId, service.handle(), 0, eventId, buffer);
    desk.event(this, XfsNumbers.WFS_EXECUTE_EVENT, eventId, told.root());
  }

  /** The memory of one WFSRESULT and all that hangs on it. */
  static final class Told {
    private final Heap heap;
    private final LayoutTable table;
    private final Charset charset;
    private final Pointer root;

    Told(Heap heap, LayoutTable table, Charset charset) {
      this.heap = heap;
      this.table = table;
      this.charset = charset;
      this.root = heap.allocate(table.size("WFSRESULT"));
    }

    Pointer root() {
      return root;
    }

    Charset charset() {
      return charset;
    }

    void result(int requestId, short service, int hResult, int code, Pointer buffer) {
      new NativeStructure(root, "WFSRESULT", table)
          .number("RequestID", requestId)
          .number("hService", service)
          .number("hResult", hResult)
          .number("u.dwCommandCode", code)
          .target("lpBuffer", buffer);
    }

    NativeStructure structure(String name) {
      return new NativeStructure(heap.more(root, table.size(name)), name, table);
    }

    Pointer text(String text) {
      return block(text.getBytes(charset), 1);
    }

    Pointer bytes(byte[] bytes) {
      return block(bytes, 0);
    }

    /** An lpszExtra of these {@code key=value} entries. */
    Pointer extra(String... entries) {
      return block((String.join("\0", entries) + "\0").getBytes(charset), 1);
    }

    Pointer word(int value) {
      Pointer block = heap.more(root, 2);
      block.setShort(0, (short) value);
      return block;
    }

    Pointer dwords(int... values) {
      Pointer block = heap.more(root, 4 * values.length);
      block.write(0, values, 0, values.length);
      return block;
    }

    /** A NULL-terminated array of pointers. */
    Pointer list(List<NativeStructure> entries) {
      int width = com.sun.jna.Native.POINTER_SIZE;
      Pointer array = heap.more(root, (entries.size() + 1) * width);
      for (int index = 0; index < entries.size(); index++) {
        array.setPointer((long) index * width, entries.get(index).pointer());
      }
      return array;
    }

    private Pointer block(byte[] bytes, int zeros) {
      Pointer block = heap.more(root, bytes.length + zeros);
      block.write(0, bytes, 0, bytes.length);
      return block;
    }
  }
}
