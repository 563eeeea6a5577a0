package org.silverteller.simulator.xfs;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The memory of results, as WFMAllocateBuffer and WFMAllocateMore give it: everything belonging to
 * one result is freed with it, and with nothing else.
 */
final class Heap {

  /** Behind every block lies what no reader can take for data: pointers that lead nowhere. */
  private static final int GUARD = 32;

  private static final byte NOT_DATA = (byte) 0xA5;

  private final Map<Pointer, List<Pointer>> live = new HashMap<>();
  private long freedTwice;

  /** Zeroed memory of a new result. */
  synchronized Pointer allocate(int size) {
    Pointer root = zeroed(size);
    live.put(root, new ArrayList<>());
    return root;
  }

  /** Zeroed memory that is freed with the result. */
  synchronized Pointer more(Pointer root, int size) {
    Pointer block = zeroed(size);
    live.get(root).add(block);
    return block;
  }

  private static Pointer zeroed(int size) {
    int bytes = Math.max(1, size);
    Pointer block = new Pointer(Native.malloc((long) bytes + GUARD));
    block.setMemory(0, bytes, (byte) 0);
    block.setMemory(bytes, GUARD, NOT_DATA);
    return block;
  }

  /**
   * @return whether this was a result that had not been freed
   */
  synchronized boolean free(Pointer root) {
    List<Pointer> blocks = live.remove(root);
    if (blocks == null) {
      freedTwice++;
      return false;
    }
    blocks.forEach(block -> Native.free(Pointer.nativeValue(block)));
    Native.free(Pointer.nativeValue(root));
    return true;
  }

  /** Results that nobody has freed yet. */
  synchronized int live() {
    return live.size();
  }

  /** How often something was freed that was not to be freed. */
  synchronized long freedTwice() {
    return freedTwice;
  }

  synchronized void freeAll() {
    List.copyOf(live.keySet()).forEach(this::free);
  }
}
