package org.silverteller.simulator.bank;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Faults that a person or a script arms: for the next message of a kind, one after the other, or
 * for all until healed. What is armed for once comes first. Safe for several threads.
 */
public final class Saboteur implements FaultSource {

  private final Map<Target, Deque<ReplyFault>> once = new EnumMap<>(Target.class);
  private final Map<Target, ReplyFault> standing = new EnumMap<>(Target.class);

  /** What is armed, for display. */
  public record Armed(Target target, ReplyFault fault, boolean standing) {}

  public Saboteur() {
    for (Target target : Target.values()) {
      once.put(target, new ArrayDeque<>());
    }
  }

  /** Strikes the next message of that kind after those armed before. */
  public synchronized void arm(Target target, ReplyFault fault) {
    once.get(target).addLast(fault);
  }

  /** Strikes every message of that kind until {@link #heal()}. */
  public synchronized void keep(Target target, ReplyFault fault) {
    standing.put(target, fault);
  }

  /** The bank answers nothing at all until {@link #heal()}, though it processes what it gets. */
  public synchronized void silence() {
    for (Target target : Target.values()) {
      keep(target, new ReplyFault.ReplyLost());
    }
  }

  /** Disarms everything. */
  public synchronized void heal() {
    once.values().forEach(Deque::clear);
    standing.clear();
  }

  public synchronized List<Armed> armed() {
    List<Armed> all = new ArrayList<>();
    once.forEach(
        (target, faults) -> faults.forEach(fault -> all.add(new Armed(target, fault, false))));
    standing.forEach((target, fault) -> all.add(new Armed(target, fault, true)));
    return List.copyOf(all);
  }

  @Override
  public synchronized Optional<ReplyFault> next(Target target, String terminal) {
    ReplyFault next = once.get(target).pollFirst();
    return Optional.ofNullable(next == null ? standing.get(target) : next);
  }
}
