package org.silverteller.simulator.bank;

import java.util.Optional;

/** Asked once for every message that the bank receives, what shall go wrong with it. */
@FunctionalInterface
public interface FaultSource {

  FaultSource NONE = (target, terminal) -> Optional.empty();

  /**
   * @param terminal field 41
   * @return empty when nothing goes wrong
   */
  Optional<ReplyFault> next(Target target, String terminal);

  /** What kind of message a fault strikes. */
  enum Target {
    /** 0100, 0200. */
    REQUEST,
    /** 0220, 0221, 0420, 0421. */
    ADVICE,
    /** 0800, 0820. */
    NETWORK
  }
}
