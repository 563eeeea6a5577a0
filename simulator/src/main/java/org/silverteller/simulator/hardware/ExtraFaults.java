package org.silverteller.simulator.hardware;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is armed of the faults of extra devices. Guarded by the machine's monitor. */
final class ExtraFaults {

  /**
   * @param after how many notes or rows pass before it strikes
   */
  record Armed(boolean lasting, int after) {}

  private final Map<ExtraFault, Armed> armed = new HashMap<>();

  void arm(ExtraFault fault, boolean lasting, int after) {
    armed.put(fault, new Armed(lasting, after));
  }

  void clear(ExtraFault fault) {
    armed.remove(fault);
  }

  void clearAll() {
    armed.clear();
  }

  Set<ExtraFault> all() {
    return Set.copyOf(armed.keySet());
  }

  boolean lasts(ExtraFault fault) {
    return Optional.ofNullable(armed.get(fault)).map(Armed::lasting).orElse(false);
  }

  /** The fault strikes, if it is armed; one armed once is then over. */
  Optional<Armed> strike(ExtraFault fault) {
    return strike(fault, Integer.MAX_VALUE);
  }

  /** The fault strikes when so many have passed already. */
  Optional<Armed> strike(ExtraFault fault, int passed) {
    Optional<Armed> struck =
        Optional.ofNullable(armed.get(fault)).filter(found -> passed >= found.after());
    if (struck.isPresent() && !struck.get().lasting()) {
      armed.remove(fault);
    }
    return struck;
  }
}
