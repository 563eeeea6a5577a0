package org.silverteller.driver.xfs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One structure of the XFS headers: its fields in order, packed to 1 byte, each with the version
 * that brought it. Older versions of a structure are strict prefixes of newer ones, so that the
 * layout for a provider follows from the version negotiated with it, and nothing is read past its
 * end.
 */
final class XfsStructure {

  /**
   * The basic types of the headers. DWORD, ULONG, LONG, BOOL and HRESULT are 32 bits everywhere.
   */
  enum Type {
    BYTE(1),
    WORD(2),
    DWORD(4),
    POINTER(0);

    private final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }

    int bytes(int pointerBytes) {
      return this == POINTER ? pointerBytes : bytes;
    }
  }

  /**
   * Where a field lies.
   *
   * @param offset in bytes from the start of the structure
   * @param count elements of an array; 1 for a single value
   */
  record Slot(Type type, int offset, int count) {}

  private record Field(String name, Type type, int count, XfsVersion since, boolean united) {}

  /** A structure as one version and one width of pointers lay it out. */
  static final class Layout {
    private final String structure;
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private int size;

    private Layout(String structure) {
      this.structure = structure;
    }

    private void add(Field field, int pointerBytes) {
      int bytes = field.type().bytes(pointerBytes) * field.count();
      int offset = field.united() ? size - bytes : size;
      slots.put(field.name(), new Slot(field.type(), offset, field.count()));
      size = offset + bytes;
    }

    /** In bytes. */
    int size() {
      return size;
    }

    boolean has(String field) {
      return slots.containsKey(field);
    }

    /**
     * @throws IllegalArgumentException when this version of the structure has no such field, or one
     *     of another type
     */
    Slot slot(String field, Type type) {
      Slot slot = slots.get(field);
      if (slot == null || slot.type() != type) {
        throw new IllegalArgumentException(
            structure + "." + field + ": expected a " + type + " among " + slots.keySet());
      }
      return slot;
    }

    Map<String, Slot> slots() {
      return Collections.unmodifiableMap(slots);
    }
  }

  private final String name;
  private final List<Field> fields;
  private final Map<XfsVersion, Layout> wide = new EnumMap<>(XfsVersion.class);
  private final Map<XfsVersion, Layout> narrow = new EnumMap<>(XfsVersion.class);

  private XfsStructure(String name, List<Field> fields) {
    this.name = name;
    this.fields = List.copyOf(fields);
    for (XfsVersion version : EnumSet.range(since(), XfsVersion.V3_30)) {
      wide.put(version, laidOut(version, Long.BYTES));
      narrow.put(version, laidOut(version, Integer.BYTES));
    }
  }

  private Layout laidOut(XfsVersion version, int pointerBytes) {
    Layout layout = new Layout(name);
    fields.stream()
        .filter(field -> field.since().compareTo(version) <= 0)
        .forEach(field -> layout.add(field, pointerBytes));
    return layout;
  }

  String name() {
    return name;
  }

  /** The version that brought the structure. */
  XfsVersion since() {
    return fields.get(0).since();
  }

  /**
   * @throws XfsFault.Malformed when the structure came with a later version: a service of this one
   *     cannot have filled it
   */
  Layout layout(XfsVersion version, int pointerBytes) {
    Layout layout = (pointerBytes == Long.BYTES ? wide : narrow).get(version);
    if (layout == null) {
      throw new XfsFault.Malformed(
          name + " came with " + since() + ": the service speaks " + version);
    }
    return layout;
  }

  @Override
  public String toString() {
    return name;
  }

  static Builder named(String name) {
    return new Builder(name);
  }

  /** Takes down a structure as the header has it. */
  static final class Builder {
    private final String name;
    private final List<Field> fields = new ArrayList<>();
    private XfsVersion since = XfsVersion.V3_00;

    private Builder(String name) {
      this.name = name;
    }

    /** The fields that follow came with this version. */
    Builder since(XfsVersion version) {
      since = version;
      return this;
    }

    /** WORD and USHORT. */
    Builder words(String... names) {
      return add(Type.WORD, names);
    }

    /** DWORD, ULONG, LONG, BOOL and HRESULT. */
    Builder dwords(String... names) {
      return add(Type.DWORD, names);
    }

    /** BYTE and CHAR. */
    Builder bytes(String... names) {
      return add(Type.BYTE, names);
    }

    /** Whatever is pointed to. */
    Builder pointers(String... names) {
      return add(Type.POINTER, names);
    }

    /** An array of WORDs. */
    Builder words(String field, int count) {
      return array(Type.WORD, field, count);
    }

    /** An array of DWORDs. */
    Builder dwords(String field, int count) {
      return array(Type.DWORD, field, count);
    }

    /** An array of BYTEs or CHARs. */
    Builder bytes(String field, int count) {
      return array(Type.BYTE, field, count);
    }

    private Builder array(Type type, String field, int count) {
      fields.add(new Field(field, type, count, since, false));
      return this;
    }

    /** Another name of the field before, in a union with it. */
    Builder or(String other) {
      Field last = fields.get(fields.size() - 1);
      fields.add(new Field(other, last.type(), last.count(), since, true));
      return this;
    }

    private Builder add(Type type, String... names) {
      for (String field : names) {
        array(type, field, 1);
      }
      return this;
    }

    XfsStructure build() {
      return new XfsStructure(name, fields);
    }
  }
}
