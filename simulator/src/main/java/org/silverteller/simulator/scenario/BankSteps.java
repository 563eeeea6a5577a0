package org.silverteller.simulator.scenario;

import org.silverteller.simulator.bank.FaultSource.Target;
import org.silverteller.simulator.bank.ReplyFault;
import org.silverteller.simulator.bank.Saboteur;

/**
 * What a script says of the bank: {@code bank silent}, {@code bank late 40s}, {@code bank code 51},
 * {@code bank advice silent}.
 */
public final class BankSteps {

  private final Saboteur saboteur;

  BankSteps(Saboteur saboteur) {
    this.saboteur = saboteur;
  }

  void act(Step step) {
    String first = step.word(1, "what the bank does");
    Target target =
        switch (first) {
          case "advice" -> Target.ADVICE;
          case "network" -> Target.NETWORK;
          default -> Target.REQUEST;
        };
    int at = target == Target.REQUEST ? 1 : 2;
    switch (step.word(at, "what the bank does")) {
      case "dead" -> saboteur.silence();
      case "healed" -> saboteur.heal();
      default -> saboteur.arm(target, fault(step, at));
    }
  }

  /** What a step says the bank does, from the word at that place. */
  public static ReplyFault fault(Step step, int at) {
    String word = step.word(at, "what the bank does");
    return switch (word) {
      case "silent" -> new ReplyFault.ReplyLost();
      case "deaf" -> new ReplyFault.RequestLost();
      case "late" -> new ReplyFault.Late(step.duration(at + 1));
      case "wrong-mac" -> new ReplyFault.WrongMac();
      case "forged" -> new ReplyFault.Forged();
      case "wrong-amount" -> new ReplyFault.WrongAmount();
      case "hostile-rows" ->
          new ReplyFault.HostileRows(step.constant(at + 1, ReplyFault.HostileRows.Kind.class));
      case "wrong-stan" -> new ReplyFault.WrongStan();
      case "twice" -> new ReplyFault.Twice();
      case "malformed" -> new ReplyFault.Malformed(step.number(at + 1));
      case "code" ->
          new ReplyFault.Code(step.word(at + 1, "a response code"), step.count() > at + 1);
      case "hangs-up-before" -> new ReplyFault.LineDown(ReplyFault.LineDown.When.BEFORE_PROCESSING);
      case "hangs-up-after" -> new ReplyFault.LineDown(ReplyFault.LineDown.When.AFTER_PROCESSING);
      case "book-lie" ->
          new ReplyFault.BookLie(step.constant(at + 1, ReplyFault.BookLie.Kind.class));
      case "cuts-over" -> new ReplyFault.CutOverNow();
      default ->
          throw step.fault(
              "'bank "
                  + word
                  + "': expected silent, deaf, late, wrong-mac, forged, wrong-amount, wrong-stan, hostile-rows, twice, malformed, code, hangs-up-before,"
                  + " hangs-up-after, book-lie, cuts-over, dead or healed, with advice or network before it for other messages");
    };
  }
}
