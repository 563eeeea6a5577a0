package org.silverteller.driver.xfs;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;

/**
 * Native memory for the input of one command: structures of the negotiated version, strings in the
 * service's charset. Closing it overwrites and frees all of it.
 */
final class XfsArena implements AutoCloseable {

  /** Memory that a provider may still read. */
  private static final Queue<Memory> LEFT = new ConcurrentLinkedQueue<>();

  private final XfsDialect dialect;
  private final LongFunction<Memory> allocator;
  private final BooleanSupplier stillRead;
  private final List<Memory> blocks = new ArrayList<>();

  XfsArena(XfsDialect dialect) {
    this(dialect, Memory::new, () -> false);
  }

  /**
   * @param allocator gives memory of so many bytes
   * @param stillRead whether a provider may read the memory even now, its command having been given
   *     up; such memory is never freed, for freeing it could bring the whole process down
   */
  XfsArena(XfsDialect dialect, LongFunction<Memory> allocator, BooleanSupplier stillRead) {
    this.dialect = dialect;
    this.allocator = allocator;
    this.stillRead = stillRead;
  }

  /** A structure of zeros. */
  XfsRecord structure(XfsStructure structure) {
    Memory memory = block(structure.layout(dialect.version(), Native.POINTER_SIZE).size());
    return new XfsRecord(memory, structure, dialect);
  }

  /** An LPSTR. */
  Pointer text(String text) {
    byte[] bytes = text.getBytes(dialect.charset());
    return bytes(Arrays.copyOf(bytes, bytes.length + 1));
  }

  Pointer bytes(byte[] bytes) {
    Memory memory = block(Math.max(1, bytes.length));
    memory.write(0, bytes, 0, bytes.length);
    return memory;
  }

  /** An array of DWORDs or ULONGs. */
  Pointer dwords(int... values) {
    Memory memory = block(Math.max(1, values.length) * (long) Integer.BYTES);
    memory.write(0, values, 0, values.length);
    return memory;
  }

  Pointer word(int value) {
    Memory memory = block(Short.BYTES);
    memory.setShort(0, (short) value);
    return memory;
  }

  /** A NULL-terminated array of pointers. */
  Pointer list(List<XfsRecord> records) {
    Memory memory = block((records.size() + 1L) * Native.POINTER_SIZE);
    for (int index = 0; index < records.size(); index++) {
      memory.setPointer((long) index * Native.POINTER_SIZE, records.get(index).pointer());
    }
    return memory;
  }

  /** An array of WORDs or USHORTs. */
  Pointer words(int... values) {
    Memory memory = block(Math.max(1, values.length) * (long) Short.BYTES);
    for (int index = 0; index < values.length; index++) {
      memory.setShort((long) index * Short.BYTES, (short) values[index]);
    }
    return memory;
  }

  /** A structure with the fields of another; what those point to stays where it is. */
  XfsRecord copy(XfsStructure structure, XfsRecord original) {
    int size = structure.layout(dialect.version(), Native.POINTER_SIZE).size();
    return new XfsRecord(bytes(original.pointer().getByteArray(0, size)), structure, dialect);
  }

  /** The LPSTR of a field, byte by byte whatever its charset; NULL for NULL. */
  Pointer copyText(XfsRecord original, String field) {
    Pointer text = original.pointer(field);
    return text == null
        ? Pointer.NULL
        : bytes(text.getByteArray(0, Math.toIntExact(text.indexOf(0, (byte) 0)) + 1));
  }

  private Memory block(long size) {
    Memory memory = allocator.apply(size);
    memory.clear();
    blocks.add(memory);
    return memory;
  }

  @Override
  public void close() {
    if (stillRead.getAsBoolean()) {
      LEFT.addAll(blocks);
      blocks.clear();
      return;
    }
    for (Memory block : blocks) {
      block.clear();
      block.close();
    }
    blocks.clear();
  }
}
