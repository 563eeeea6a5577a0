package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class XfsRecordTest {

  private static final Charset GBK = Charset.forName("GBK");
  private static final XfsStructure THING =
      XfsStructure.named("THING")
          .words("usNumber")
          .dwords("lCount", "bFlag")
          .bytes("bByte")
          .bytes("cUnitID", 5)
          .words("fwPositions", 3)
          .dwords("dwGuidLights", 2)
          .pointers("lpszName", "lpszExtra", "lppList")
          .since(XfsVersion.V3_20)
          .words("wNewer")
          .build();

  private final List<Memory> kept = new ArrayList<>();
  private final XfsRecord thing = thing(XfsVersion.V3_20);

  private XfsRecord thing(XfsVersion version) {
    XfsDialect dialect = new XfsDialect(version, GBK);
    Memory memory = memory(THING.layout(version, Native.POINTER_SIZE).size());
    return new XfsRecord(memory, THING, dialect);
  }

  private Memory memory(long size) {
    Memory memory = new Memory(size);
    memory.clear();
    kept.add(memory);
    return memory;
  }

  private Pointer bytes(String text, Charset charset) {
    byte[] bytes = text.getBytes(charset);
    Memory memory = memory(bytes.length);
    memory.write(0, bytes, 0, bytes.length);
    return memory;
  }

  @AfterEach
  void free() {
    kept.forEach(Memory::close);
  }

  @Test
  void numbers_keep_their_signs_and_widths() {
    thing
        .word("usNumber", 0xFFFE)
        .dword("lCount", -3)
        .bool("bFlag", true)
        .unsignedByte("bByte", 200);

    assertThat(thing.word("usNumber")).isEqualTo(65_534);
    assertThat(thing.dword("lCount")).isEqualTo(-3);
    assertThat(thing.ulong("lCount")).isEqualTo(4_294_967_293L);
    assertThat(thing.bool("bFlag")).isTrue();
    assertThat(thing.unsignedByte("bByte")).isEqualTo(200);
  }

  @Test
  void arrays_of_numbers_are_read_whole() {
    thing
        .pointer()
        .setShort(
            THING
                    .layout(XfsVersion.V3_20, Native.POINTER_SIZE)
                    .slot("fwPositions", XfsStructure.Type.WORD)
                    .offset()
                + 4,
            (short) 0x8001);
    thing
        .pointer()
        .setInt(
            THING
                    .layout(XfsVersion.V3_20, Native.POINTER_SIZE)
                    .slot("dwGuidLights", XfsStructure.Type.DWORD)
                    .offset()
                + 4,
            7);

    assertThat(thing.words("fwPositions")).containsExactly(0, 0, 0x8001);
    assertThat(thing.dwords("dwGuidLights")).containsExactly(0, 7);
  }

  @Test
  void a_full_char_array_needs_no_nul() {
    assertThat(thing.chars("cUnitID", "ABCDE").chars("cUnitID")).isEqualTo("ABCDE");
    assertThat(thing.chars("cUnitID", "AB").chars("cUnitID")).isEqualTo("AB");
    assertThat(thing.chars("cUnitID", "A  ").chars("cUnitID")).isEqualTo("A");
    assertThat(thing.chars("cUnitID", "").chars("cUnitID")).isEmpty();
    assertThat(thing.word("usNumber")).isZero();
  }

  @Test
  void more_characters_than_the_array_holds_are_refused() {
    assertThatThrownBy(() -> thing.chars("cUnitID", "钞箱一"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cUnitID '钞箱一': expected at most 5 bytes");
  }

  @Test
  void text_has_the_charset_of_the_service() {
    assertThat(thing.chars("cUnitID", "钞箱").chars("cUnitID")).isEqualTo("钞箱");
    assertThat(thing.bytes("cUnitID")).startsWith("钞箱".getBytes(GBK));
    thing.pointer("lpszName", bytes("一号钞箱\0", GBK));

    assertThat(thing.text("lpszName")).isEqualTo("一号钞箱");
  }

  @Test
  void no_text_is_empty_text() {
    assertThat(thing.text("lpszName")).isEmpty();
    assertThat(thing.isNull("lpszName")).isTrue();
  }

  @Test
  void wide_text_is_utf_16() {
    thing.pointer("lpszName", bytes("存折 Āā\0", StandardCharsets.UTF_16LE));

    assertThat(thing.unicode("lpszName")).isEqualTo("存折 Āā");
    assertThat(thing.unicode("lpszExtra")).isEmpty();
  }

  @Test
  void extras_are_keys_and_values_until_two_nuls() {
    thing.pointer("lpszExtra", bytes("Model=H68N\0Firmware=a=b\0Alone\0Empty=\0\0left=out\0", GBK));

    assertThat(thing.extra("lpszExtra"))
        .containsEntry("Model", "H68N")
        .containsEntry("Firmware", "a=b")
        .containsEntry("Alone", "")
        .containsEntry("Empty", "")
        .hasSize(4);
  }

  @Test
  void no_extras_and_empty_extras_are_none() {
    assertThat(thing.extra("lpszExtra")).isEmpty();
    thing.pointer("lpszExtra", bytes("\0", GBK));
    assertThat(thing.extra("lpszExtra")).isEmpty();
  }

  @Test
  void a_list_ends_at_null() {
    Memory array = memory(3L * Native.POINTER_SIZE);
    array.setPointer(0, thing.word("usNumber", 5).pointer());
    array.setPointer(Native.POINTER_SIZE, thing.pointer());
    thing.pointer("lppList", array);

    assertThat(thing.list("lppList", THING))
        .extracting(entry -> entry.word("usNumber"))
        .containsExactly(5, 5);
  }

  @Test
  void a_list_of_told_length_is_not_read_past_it() {
    Memory array = memory(2L * Native.POINTER_SIZE);
    array.setPointer(0, thing.word("usNumber", 5).pointer());
    array.setPointer(Native.POINTER_SIZE, thing.pointer());
    thing.pointer("lppList", array);

    assertThat(thing.list("lppList", THING, 2)).hasSize(2);
  }

  @Test
  void a_list_of_told_length_that_ends_sooner_ends_there() {
    Memory array = memory(2L * Native.POINTER_SIZE);
    array.setPointer(0, thing.pointer());
    thing.pointer("lppList", array);

    assertThat(thing.list("lppList", THING, 9)).hasSize(1);
  }

  @Test
  void no_list_is_an_empty_one() {
    assertThat(thing.list("lppList", THING)).isEmpty();
    assertThat(thing.list("lppList", THING, 4)).isEmpty();
  }

  @Test
  void an_older_provider_has_no_newer_fields() {
    XfsRecord older = thing(XfsVersion.V3_10);

    assertThat(older.has("wNewer")).isFalse();
    assertThat(older.wordIfAny("wNewer")).isEmpty();
    assertThat(thing.wordIfAny("wNewer")).hasValue(0);
    assertThatThrownBy(() -> older.word("wNewer"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("THING.wNewer");
  }

  @Test
  void a_missing_structure_is_told_by_its_field() {
    assertThatThrownBy(() -> thing.record("lppList", THING))
        .isInstanceOf(XfsFault.Malformed.class)
        .hasMessage("lppList is NULL: expected a THING");
  }
}
