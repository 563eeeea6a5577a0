package org.silverteller.simulator.torture;

import java.time.Duration;
import java.util.Locale;
import org.silverteller.simulator.bank.FaultSource.Target;
import org.silverteller.simulator.bank.LoopbackWire;
import org.silverteller.simulator.bank.ReplyFault;
import org.silverteller.simulator.hardware.AcceptorFault;
import org.silverteller.simulator.hardware.BookFault;
import org.silverteller.simulator.hardware.Sabotage;

/** One thing that goes wrong while one customer is served, or soon after. */
public sealed interface Trouble {

  /** A device fails at its next occasion, or until it is repaired. */
  record Device(Sabotage what) implements Trouble {
    @Override
    public String toString() {
      return "device " + what;
    }
  }

  /** The acceptor fails at its next occasion, after so many notes, or until it is repaired. */
  record Acceptor(AcceptorFault fault, boolean lasting, int after) implements Trouble {
    @Override
    public String toString() {
      return "acceptor "
          + fault.name().toLowerCase(Locale.ROOT).replace('_', '-')
          + (lasting ? " lasting" : "")
          + " "
          + after;
    }
  }

  /**
   * The passbook unit fails at its next occasion, or until it is repaired.
   *
   * @param after so many rows of a command
   */
  record Book(BookFault what, boolean lasting, int after) implements Trouble {
    @Override
    public String toString() {
      return "passbook unit "
          + what.name().toLowerCase(Locale.ROOT).replace('_', '-')
          + (lasting ? " lasting" : "")
          + (after > 0 ? " after " + after : "");
    }
  }

  /** The bank fails to answer the next so many messages of a kind properly. */
  record Bank(Target target, ReplyFault fault, int times) implements Trouble {
    @Override
    public String toString() {
      return "bank "
          + target.name().toLowerCase(Locale.ROOT)
          + ": "
          + fault.words()
          + (times == 1 ? "" : ", " + times + " times");
    }
  }

  /** The line breaks while a message of the terminal is on it. */
  record Line(LoopbackWire.Cut how, int nth) implements Trouble {
    @Override
    public String toString() {
      return "line breaks "
          + how.name().toLowerCase(Locale.ROOT).replace('_', ' ')
          + " of message "
          + nth;
    }
  }

  /** A message of the terminal is held up on its way, and comes to the bank after others. */
  record HeldUp(int nth, Duration by) implements Trouble {
    @Override
    public String toString() {
      return "message " + nth + " comes to the bank " + by + " late";
    }
  }

  /** The line goes down while nobody speaks, so much after the customer has come. */
  record Outage(Duration after, Duration length) implements Trouble {
    @Override
    public String toString() {
      return "line down after " + after + " for " + length;
    }
  }

  /** The power fails around the nth such moment of the visit, for a while. */
  record Power(boolean before, Moment moment, int nth, Duration off) implements Trouble {
    @Override
    public String toString() {
      return "power cut "
          + (before ? "before " : "after ")
          + moment
          + " "
          + nth
          + ", off for "
          + off;
    }
  }

  /** The disk fails at the nth commit: nothing of it, or all of it, is on disk. */
  record Disk(boolean before, int nth) implements Trouble {
    @Override
    public String toString() {
      return "disk fails " + (before ? "before" : "after") + " commit " + nth;
    }
  }

  /** The terminal's clock is set at the nth moment of the visit. */
  record Clock(Duration by, int nth) implements Trouble {
    @Override
    public String toString() {
      return "clock set by " + by + " at moment " + nth;
    }
  }

  /** The bank of its own accord sends new keys, asks for a sign of life, or cuts over. */
  record Unasked(What what, Duration after) implements Trouble {
    enum What {
      KEYS,
      ECHO,
      CUT_OVER,
      FORGETS
    }

    @Override
    public String toString() {
      return "bank " + what.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " after " + after;
    }
  }
}
