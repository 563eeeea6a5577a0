package org.silverteller.simulator.hardware;

import java.util.ArrayList;
import java.util.List;
import org.silverteller.money.CashUnit;
import org.silverteller.money.UnitState;

/** A unit of the acceptor alone: its notes, and what the device counts. */
final class OwnStorage implements NoteStorage {

  private static final int LOW_SHARE = 10;

  private final UnitSpec built;
  private final List<VirtualNote> notes;
  private int count;

  OwnStorage(UnitSpec built) {
    this.built = built;
    this.count = built.count();
    this.notes =
        new ArrayList<>(
            count == 0 ? List.of() : VirtualNote.fit(built.denomination().yuan(), count));
  }

  @Override
  public boolean shared() {
    return false;
  }

  @Override
  public List<VirtualNote> notes() {
    return notes;
  }

  @Override
  public boolean took(VirtualNote note) {
    return notes.stream().anyMatch(each -> each == note);
  }

  @Override
  public int room() {
    return built.capacity() - count;
  }

  @Override
  public void add(VirtualNote note, int number) {
    notes.add(note);
    count++;
  }

  @Override
  public List<VirtualNote> empty() {
    List<VirtualNote> out = List.copyOf(notes);
    notes.clear();
    count = 0;
    return out;
  }

  @Override
  public CashUnit told() {
    return new CashUnit(
        built.id(), built.type(), built.denomination(), count, built.minimum(), state());
  }

  private UnitState state() {
    if (count >= built.capacity()) {
      return UnitState.FULL;
    }
    if (!built.type().dispenses()) {
      return UnitState.OK;
    }
    if (count == 0) {
      return UnitState.EMPTY;
    }
    return count < built.capacity() / LOW_SHARE ? UnitState.LOW : UnitState.OK;
  }
}
