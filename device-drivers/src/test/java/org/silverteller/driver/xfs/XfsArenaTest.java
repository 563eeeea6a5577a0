package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class XfsArenaTest {

  private static final XfsDialect GBK = new XfsDialect(XfsVersion.V3_30, Charset.forName("GBK"));

  /** Memory that is looked at in the moment it is freed. */
  private static final class Watched extends Memory {
    private byte[] left = {1};

    Watched(long size) {
      super(size);
    }

    @Override
    public void close() {
      left = getByteArray(0, (int) size());
      super.close();
    }
  }

  private final List<Watched> blocks = new ArrayList<>();

  private XfsArena arena() {
    return arena(() -> false);
  }

  private XfsArena arena(BooleanSupplier stillRead) {
    return new XfsArena(
        GBK,
        size -> {
          Watched block = new Watched(size);
          blocks.add(block);
          return block;
        },
        stillRead);
  }

  @Test
  void what_a_provider_may_still_read_is_never_freed() {
    Pointer text;
    try (XfsArena arena = arena(() -> true)) {
      text = arena.text("still read");
    }

    assertThat(text.getString(0)).isEqualTo("still read");
    assertThat(blocks)
        .singleElement()
        .satisfies(block -> assertThat(block.left).containsExactly(1));
  }

  @Test
  void nothing_that_was_told_a_provider_is_left_in_freed_memory() {
    try (XfsArena arena = arena()) {
      arena.text("secret");
      arena.bytes(new byte[] {1, 2, 3});
      arena.dwords(7, 8);
      arena.word(9);
      arena.structure(ApiStructures.WFSVERSION).chars("szDescription", "secret");
      arena.list(List.of(arena.structure(ApiStructures.WFSRESULT)));
    }

    assertThat(blocks).hasSize(7).allSatisfy(block -> assertThat(block.left).containsOnly(0));
  }

  @Test
  void a_structure_begins_with_zeros_and_has_the_size_of_its_version() {
    try (XfsArena arena = arena()) {
      Pointer structure = arena.structure(ApiStructures.WFSRESULT).pointer();

      assertThat(structure.getByteArray(0, (int) blocks.get(0).size())).containsOnly(0);
      assertThat(blocks.get(0).size()).isEqualTo(Native.POINTER_SIZE == Long.BYTES ? 38 : 34);
    }
  }

  @Test
  void a_text_ends_with_a_nul_in_the_services_charset() {
    try (XfsArena arena = arena()) {
      byte[] bytes = arena.text("取").getByteArray(0, 3);

      assertThat(bytes).isEqualTo(new byte[] {(byte) 0xC8, (byte) 0xA1, 0});
    }
  }

  @Test
  void a_list_ends_with_null() {
    try (XfsArena arena = arena()) {
      XfsRecord entry = arena.structure(ApiStructures.WFSRESULT);
      Pointer list = arena.list(List.of(entry));

      assertThat(list.getPointer(0)).isEqualTo(entry.pointer());
      assertThat(list.getPointer(Native.POINTER_SIZE)).isNull();
    }
  }
}
