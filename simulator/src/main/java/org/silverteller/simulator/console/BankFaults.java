package org.silverteller.simulator.console;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.silverteller.simulator.bank.FaultSource.Target;
import org.silverteller.simulator.bank.ReplyFault;
import org.silverteller.simulator.bank.Saboteur;

/** What can go wrong with the bank and the line to it. */
final class BankFaults {

  private static final String GROUP = "Bank and line";

  private final Map<String, FaultRow> rows = new LinkedHashMap<>();
  private final Saboteur bank;

  /**
   * @param late longer than the terminal waits for a reply
   */
  BankFaults(Saboteur bank, Duration late) {
    this.bank = bank;
    put(
        "host-silent",
        "Silent",
        "It debits, but no reply comes",
        Target.REQUEST,
        new ReplyFault.ReplyLost(),
        false);
    put(
        "host-lost",
        "Requests lost",
        "They never reach the bank",
        Target.REQUEST,
        new ReplyFault.RequestLost(),
        false);
    put(
        "host-late",
        "Late",
        "The reply comes " + late.toSeconds() + " s late: after the time-out",
        Target.REQUEST,
        new ReplyFault.Late(late),
        true);
    put(
        "host-mac",
        "Wrong MAC",
        "One bit of the reply's MAC",
        Target.REQUEST,
        new ReplyFault.WrongMac(),
        true);
    put(
        "host-amount",
        "Wrong amount",
        "Another amount, under a right MAC",
        Target.REQUEST,
        new ReplyFault.WrongAmount(),
        true);
    put(
        "host-malformed",
        "Garbled",
        "Bytes changed, dropped or added",
        Target.REQUEST,
        new ReplyFault.Malformed(1),
        true);
    put(
        "host-twice",
        "Twice",
        "The same reply again",
        Target.REQUEST,
        new ReplyFault.Twice(),
        true);
    put(
        "host-down",
        "Line breaks",
        "After the debit, before the reply",
        Target.REQUEST,
        new ReplyFault.LineDown(ReplyFault.LineDown.When.AFTER_PROCESSING),
        true);
    put(
        "host-busy",
        "System malfunction",
        "Code 96, nothing debited",
        Target.REQUEST,
        new ReplyFault.Code("96", false),
        true);
    put(
        "advice-silent",
        "Deaf to reversals",
        "No advice is acknowledged",
        Target.ADVICE,
        new ReplyFault.ReplyLost(),
        false);
  }

  Map<String, FaultRow> rows() {
    return rows;
  }

  private void put(
      String id, String name, String remark, Target target, ReplyFault fault, boolean once) {
    rows.put(id, new FaultRow(GROUP, name, remark, new BankTrouble(bank, target, fault, once)));
  }
}
