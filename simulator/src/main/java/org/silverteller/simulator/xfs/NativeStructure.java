package org.silverteller.simulator.xfs;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * A structure in native memory, by the names of the standard and the measured layout. Numbers are
 * read and written in the size that the table gives. Fields that the version does not have are left
 * out when written.
 */
public final class NativeStructure {

  private final Pointer at;
  private final String name;
  private final LayoutTable table;

  NativeStructure(Pointer at, String name, LayoutTable table) {
    this.at = at;
    this.name = name;
    this.table = table;
  }

  Pointer pointer() {
    return at;
  }

  private LayoutTable.Slot slot(String field) {
    return table.slot(name, field);
  }

  // ---- reading what an application gave

  /** An unsigned number of 1, 2 or 4 bytes. */
  long number(String field) {
    LayoutTable.Slot slot = slot(field);
    return switch (slot.size()) {
      case 1 -> at.getByte(slot.offset()) & 0xFF;
      case 2 -> at.getShort(slot.offset()) & 0xFFFF;
      case 4 -> at.getInt(slot.offset()) & 0xFFFF_FFFFL;
      default -> throw new IllegalArgumentException(name + "." + field + " is no number");
    };
  }

  int integer(String field) {
    return (int) number(field);
  }

  /** An element of an array of DWORDs. */
  int element(String field, int index) {
    return at.getInt(slot(field).offset() + 4L * index);
  }

  /** An element of an array of WORDs. */
  int wordElement(String field, int index) {
    return at.getShort(slot(field).offset() + 2L * index) & 0xFFFF;
  }

  /** What the field points to; null for NULL. */
  Pointer target(String field) {
    return at.getPointer(slot(field).offset());
  }

  NativeStructure structure(String field, String structure) {
    return new NativeStructure(target(field), structure, table);
  }

  String text(String field, Charset charset) {
    Pointer text = target(field);
    return text == null
        ? ""
        : new String(text.getByteArray(0, (int) text.indexOf(0, (byte) 0)), charset);
  }

  byte[] bytes(String field) {
    LayoutTable.Slot slot = slot(field);
    return at.getByteArray(slot.offset(), slot.size());
  }

  /** The structures of a NULL-terminated array of pointers. */
  List<NativeStructure> list(String field, String structure) {
    List<NativeStructure> found = new ArrayList<>();
    Pointer array = target(field);
    for (int index = 0; array != null; index++) {
      Pointer entry = array.getPointer((long) index * Native.POINTER_SIZE);
      if (entry == null) {
        break;
      }
      found.add(new NativeStructure(entry, structure, table));
    }
    return found;
  }

  // ---- writing what a provider tells

  NativeStructure number(String field, long value) {
    if (!table.has(name, field)) {
      return this;
    }
    LayoutTable.Slot slot = slot(field);
    switch (slot.size()) {
      case 1 -> at.setByte(slot.offset(), (byte) value);
      case 2 -> at.setShort(slot.offset(), (short) value);
      case 4 -> at.setInt(slot.offset(), (int) value);
      default -> throw new IllegalArgumentException(name + "." + field + " is no number");
    }
    return this;
  }

  NativeStructure number(String field, boolean value) {
    return number(field, value ? 1 : 0);
  }

  /** An element of an array of DWORDs. */
  NativeStructure element(String field, int index, int value) {
    if (table.has(name, field)) {
      at.setInt(slot(field).offset() + 4L * index, value);
    }
    return this;
  }

  /** An element of an array of WORDs. */
  NativeStructure wordElement(String field, int index, int value) {
    if (table.has(name, field)) {
      at.setShort(slot(field).offset() + 2L * index, (short) value);
    }
    return this;
  }

  NativeStructure target(String field, Pointer target) {
    if (table.has(name, field)) {
      at.setPointer(slot(field).offset(), target);
    }
    return this;
  }

  /** Fills a CHAR array; no NUL follows when it is full. */
  NativeStructure chars(String field, String value, Charset charset) {
    LayoutTable.Slot slot = slot(field);
    byte[] bytes = value.getBytes(charset);
    at.setMemory(slot.offset(), slot.size(), (byte) 0);
    at.write(slot.offset(), bytes, 0, Math.min(bytes.length, slot.size()));
    return this;
  }

  NativeStructure bytes(String field, byte[] value) {
    at.write(slot(field).offset(), value, 0, value.length);
    return this;
  }
}
