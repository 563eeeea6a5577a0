package org.silverteller.driver.xfs;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.silverteller.driver.xfs.XfsStructure.Layout;
import org.silverteller.driver.xfs.XfsStructure.Slot;

/**
 * A structure in native memory, read and written by the names of its fields. Valid as long as the
 * memory is: for a result, until it is freed.
 */
final class XfsRecord {

  /** No list of a provider is longer; guards against one without its closing NULL. */
  private static final int LONGEST_LIST = 1_024;

  private static final int LONGEST_EXTRA = 65_536;

  private final Pointer at;
  private final XfsDialect dialect;
  private final Layout layout;

  XfsRecord(Pointer at, XfsStructure structure, XfsDialect dialect) {
    this.at = at;
    this.dialect = dialect;
    this.layout = structure.layout(dialect.version(), Native.POINTER_SIZE);
  }

  Pointer pointer() {
    return at;
  }

  /** Whether the negotiated version of the structure has the field. */
  boolean has(String field) {
    return layout.has(field);
  }

  // ---- reading

  /** A WORD or USHORT, 0 … 65535. */
  int word(String field) {
    return at.getShort(slot(field, XfsStructure.Type.WORD).offset()) & 0xFFFF;
  }

  /** A DWORD, LONG or HRESULT, as a signed 32-bit number. */
  int dword(String field) {
    return at.getInt(slot(field, XfsStructure.Type.DWORD).offset());
  }

  /** A ULONG, 0 … 2³²−1. */
  long ulong(String field) {
    return dword(field) & 0xFFFF_FFFFL;
  }

  boolean bool(String field) {
    return dword(field) != 0;
  }

  /** A WORD that only newer versions have. */
  OptionalInt wordIfAny(String field) {
    return has(field) ? OptionalInt.of(word(field)) : OptionalInt.empty();
  }

  int[] dwords(String field) {
    Slot slot = slot(field, XfsStructure.Type.DWORD);
    return at.getIntArray(slot.offset(), slot.count());
  }

  int[] words(String field) {
    Slot slot = slot(field, XfsStructure.Type.WORD);
    int[] values = new int[slot.count()];
    for (int index = 0; index < values.length; index++) {
      values[index] = at.getShort(slot.offset() + 2L * index) & 0xFFFF;
    }
    return values;
  }

  int unsignedByte(String field) {
    return at.getByte(slot(field, XfsStructure.Type.BYTE).offset()) & 0xFF;
  }

  byte[] bytes(String field) {
    Slot slot = slot(field, XfsStructure.Type.BYTE);
    return at.getByteArray(slot.offset(), slot.count());
  }

  /** A CHAR array that need not be closed by NUL, such as cCurrencyID. */
  String chars(String field) {
    byte[] bytes = bytes(field);
    int length = 0;
    while (length < bytes.length && bytes[length] != 0) {
      length++;
    }
    return new String(bytes, 0, length, dialect.charset()).strip();
  }

  /** What the field points to; null for NULL, which is why only this class and its kin call it. */
  Pointer pointer(String field) {
    return at.getPointer(slot(field, XfsStructure.Type.POINTER).offset());
  }

  boolean isNull(String field) {
    return pointer(field) == null;
  }

  /** An LPSTR; empty for NULL. */
  String text(String field) {
    Pointer text = pointer(field);
    return text == null ? "" : new String(text.getByteArray(0, lengthOf(text)), dialect.charset());
  }

  /** An LPWSTR: UTF-16 whatever the charset of the service; empty for NULL. */
  String unicode(String field) {
    Pointer text = pointer(field);
    int length = 0;
    while (text != null && text.getShort(length) != 0) {
      length += Short.BYTES;
    }
    return text == null ? "" : new String(text.getByteArray(0, length), StandardCharsets.UTF_16LE);
  }

  private static int lengthOf(Pointer text) {
    return Math.toIntExact(text.indexOf(0, (byte) 0));
  }

  /** The structure pointed to. */
  XfsRecord record(String field, XfsStructure structure) {
    Pointer target = pointer(field);
    if (target == null) {
      throw new XfsFault.Malformed(field + " is NULL: expected a " + structure);
    }
    return new XfsRecord(target, structure, dialect);
  }

  /** A NULL-terminated array of pointers to structures; empty for NULL. */
  List<XfsRecord> list(String field, XfsStructure structure) {
    return list(pointer(field), structure, dialect);
  }

  /** An array of pointers to structures whose length another field tells. */
  List<XfsRecord> list(String field, XfsStructure structure, int count) {
    return list(pointer(field), structure, dialect, Math.min(count, LONGEST_LIST));
  }

  /** A NULL-terminated array of pointers to structures; empty for NULL. */
  static List<XfsRecord> list(Pointer array, XfsStructure structure, XfsDialect dialect) {
    return list(array, structure, dialect, LONGEST_LIST);
  }

  private static List<XfsRecord> list(
      Pointer array, XfsStructure structure, XfsDialect dialect, int most) {
    List<XfsRecord> records = new ArrayList<>();
    for (int index = 0; array != null && index < most; index++) {
      Pointer entry = array.getPointer((long) index * Native.POINTER_SIZE);
      if (entry == null) {
        return records;
      }
      records.add(new XfsRecord(entry, structure, dialect));
    }
    return records;
  }

  /** {@code key=value\0…\0\0} of an lpszExtra, in order; empty for NULL. */
  Map<String, String> extra(String field) {
    Map<String, String> extra = new LinkedHashMap<>();
    Pointer text = pointer(field);
    long at = 0;
    while (text != null && at < LONGEST_EXTRA) {
      int length = lengthOf(text.share(at));
      if (length == 0) {
        break;
      }
      String entry = new String(text.getByteArray(at, length), dialect.charset());
      int equals = entry.indexOf('=');
      extra.put(
          equals < 0 ? entry : entry.substring(0, equals),
          equals < 0 ? "" : entry.substring(equals + 1));
      at += length + 1L;
    }
    return extra;
  }

  /** All numbers of the structure by field, those of an array together. */
  Map<String, long[]> numbers() {
    Map<String, long[]> numbers = new LinkedHashMap<>();
    layout
        .slots()
        .forEach(
            (field, slot) -> {
              if (slot.type() == XfsStructure.Type.WORD || slot.type() == XfsStructure.Type.DWORD) {
                long[] values = new long[slot.count()];
                Arrays.setAll(values, index -> number(slot, index));
                numbers.put(field, values);
              }
            });
    return numbers;
  }

  private long number(Slot slot, int index) {
    return slot.type() == XfsStructure.Type.WORD
        ? at.getShort(slot.offset() + 2L * index) & 0xFFFF
        : at.getInt(slot.offset() + 4L * index) & 0xFFFF_FFFFL;
  }

  // ---- writing

  XfsRecord word(String field, int value) {
    at.setShort(slot(field, XfsStructure.Type.WORD).offset(), (short) value);
    return this;
  }

  /** Fills an array of WORDs from its start. */
  XfsRecord words(String field, int[] values) {
    Slot slot = slot(field, XfsStructure.Type.WORD);
    if (values.length > slot.count()) {
      throw new IllegalArgumentException(
          field + " of " + values.length + " words: expected at most " + slot.count());
    }
    for (int index = 0; index < values.length; index++) {
      at.setShort(slot.offset() + 2L * index, (short) values[index]);
    }
    return this;
  }

  XfsRecord dword(String field, int value) {
    at.setInt(slot(field, XfsStructure.Type.DWORD).offset(), value);
    return this;
  }

  XfsRecord bool(String field, boolean value) {
    return dword(field, value ? 1 : 0);
  }

  XfsRecord unsignedByte(String field, int value) {
    at.setByte(slot(field, XfsStructure.Type.BYTE).offset(), (byte) value);
    return this;
  }

  /** Fills a CHAR array, with NULs behind. */
  XfsRecord chars(String field, String value) {
    Slot slot = slot(field, XfsStructure.Type.BYTE);
    byte[] bytes = value.getBytes(dialect.charset());
    if (bytes.length > slot.count()) {
      throw new IllegalArgumentException(
          field + " '" + value + "': expected at most " + slot.count() + " bytes");
    }
    at.setMemory(slot.offset(), slot.count(), (byte) 0);
    at.write(slot.offset(), bytes, 0, bytes.length);
    return this;
  }

  XfsRecord pointer(String field, Pointer target) {
    at.setPointer(slot(field, XfsStructure.Type.POINTER).offset(), target);
    return this;
  }

  private Slot slot(String field, XfsStructure.Type type) {
    return layout.slot(field, type);
  }
}
