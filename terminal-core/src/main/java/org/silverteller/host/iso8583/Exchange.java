package org.silverteller.host.iso8583;

import org.silverteller.host.HostFault;
import org.silverteller.host.Reply.Unknown.Cause;

/** What became of one message that wanted an answer. */
sealed interface Exchange {

  /** The answer came and, where one was asked for, its MAC is right. */
  record Answer(Message message) implements Exchange {}

  /** It has left, perhaps in part, and nothing trustworthy came back. */
  record Nothing(Cause cause) implements Exchange {}

  /** Not one byte has left. */
  record NotSent(HostFault fault) implements Exchange {}
}
