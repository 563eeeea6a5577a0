package org.silverteller.simulator.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.silverteller.simulator.bank.FaultSource.Target;
import org.silverteller.simulator.bank.LoopbackWire;
import org.silverteller.simulator.bank.ReplyFault;
import org.silverteller.simulator.hardware.AcceptorFault;
import org.silverteller.simulator.hardware.BookFault;
import org.silverteller.simulator.hardware.Effect;
import org.silverteller.simulator.hardware.Fault;
import org.silverteller.simulator.hardware.Sabotage;
import org.silverteller.store.TransactionState;

/**
 * Which troubles one world has at all, and how often: swarm testing. Some worlds are calm, some
 * hostile in one thing, some in all; a kind that is left out lets the others show what they do.
 */
final class FaultMix {

  /** Kinds of trouble that a world has or has not. */
  enum Kind {
    DEVICE,
    BOOK,
    BANK,
    LINE,
    POWER,
    DISK,
    CLOCK
  }

  /** A kind that stands here twice comes twice as often. */
  private static final List<Kind> WEIGHTED =
      List.of(
          Kind.DEVICE,
          Kind.DEVICE,
          Kind.BOOK,
          Kind.BANK,
          Kind.BANK,
          Kind.LINE,
          Kind.POWER,
          Kind.POWER,
          Kind.DISK,
          Kind.CLOCK);

  private static final List<Fault> FAULTS = List.of(Fault.values());
  private static final List<Effect> MONEY_EFFECTS =
      List.of(
          Effect.BUNDLE_BEGUN,
          Effect.NOTE_PICKED,
          Effect.BUNDLE_PRESENTED,
          Effect.BUNDLE_RETRACTED,
          Effect.TRANSPORT_REJECTED,
          Effect.CARD_EJECTED,
          Effect.CARD_RETAINED,
          Effect.ROW_PRINTED,
          Effect.PAGE_TURNED,
          Effect.BOOK_EJECTED,
          Effect.BOOK_RETAINED,
          Effect.BOOK_STRIPE_READ,
          Effect.MAC_MADE);

  private static final List<Effect> DEPOSIT_EFFECTS =
      List.of(
          Effect.CASH_IN_BEGUN,
          Effect.BUNCH_DRAWN_IN,
          Effect.NOTE_ACCEPTED,
          Effect.NOTE_STORED,
          Effect.ESCROW_RETURNED,
          Effect.DEPOSIT_RETRACTED);

  private static final List<AcceptorFault> ACCEPTOR_FAULTS = List.of(AcceptorFault.values());
  private static final List<String> CODES =
      List.of(
          "00", "01", "04", "05", "12", "14", "22", "25", "30", "33", "34", "38", "41", "43", "51",
          "54", "55", "57", "61", "62", "65", "68", "75", "77", "90", "91", "92", "94", "96", "97",
          "98", "99", "A0", "A7");

  /** After these a debit may stand: no terminal may take them for a decline. */
  private static final List<String> UNSURE = List.of("09", "10", "68", "98", "Z9");

  private static final List<String> UNSETTLING =
      List.of("30", "68", "90", "91", "92", "96", "97", "98", "99", "A0");

  private final List<Kind> kinds;
  private final List<Fault> faults;
  private final List<Trouble> own;
  private final int chance;
  private final int most;
  private final boolean acceptor;

  private FaultMix(
      List<Kind> kinds,
      List<Fault> faults,
      List<Trouble> own,
      int chance,
      int most,
      boolean acceptor) {
    this.acceptor = acceptor;
    this.kinds = kinds;
    this.faults = faults;
    this.own = own;
    this.chance = chance;
    this.most = most;
  }

  /**
   * @param own troubles that a person has added; they join the others in every world
   * @param acceptor whether the machine takes deposits
   */
  static FaultMix drawn(SplittableRandom dice, List<Trouble> own, boolean acceptor) {
    int temper = dice.nextInt(100);
    if (temper < 5) {
      return new FaultMix(List.of(), List.of(), own, own.isEmpty() ? 0 : 10, 1, acceptor);
    }
    List<Kind> kinds = some(dice, WEIGHTED, temper < 25 ? 100 : 45);
    List<Fault> faults = some(dice, FAULTS, temper < 25 ? 100 : 30);
    boolean hostile = temper >= 85;
    return new FaultMix(
        kinds, faults, own, hostile ? 60 : 5 + dice.nextInt(20), hostile ? 3 : 2, acceptor);
  }

  private static <T> List<T> some(SplittableRandom dice, List<T> all, int percent) {
    List<T> chosen = new ArrayList<>();
    for (T one : all) {
      if (dice.nextInt(100) < percent) {
        chosen.add(one);
      }
    }
    return chosen;
  }

  /** The troubles of one visit. */
  List<Trouble> troubles(SplittableRandom dice) {
    if (dice.nextInt(100) >= chance || (kinds.isEmpty() && own.isEmpty())) {
      return List.of();
    }
    List<Trouble> troubles = new ArrayList<>();
    for (int left = 1 + dice.nextInt(most); left > 0; left--) {
      boolean fromOwn = !own.isEmpty() && (kinds.isEmpty() || dice.nextInt(100) < 20);
      troubles.add(
          fromOwn
              ? own.get(dice.nextInt(own.size()))
              : trouble(dice, kinds.get(dice.nextInt(kinds.size()))));
    }
    return troubles;
  }

  private Trouble trouble(SplittableRandom dice, Kind kind) {
    return switch (kind) {
      case DEVICE -> device(dice);
      case BOOK -> book(dice);
      case BANK -> bank(dice);
      case LINE -> line(dice);
      case POWER -> power(dice);
      case DISK -> new Trouble.Disk(dice.nextBoolean(), 1 + dice.nextInt(30));
      case CLOCK -> clock(dice);
    };
  }

  private Trouble device(SplittableRandom dice) {
    if (acceptor && dice.nextInt(100) < 35) {
      return new Trouble.Acceptor(
          ACCEPTOR_FAULTS.get(dice.nextInt(ACCEPTOR_FAULTS.size())),
          dice.nextInt(100) < 25,
          dice.nextInt(6));
    }
    boolean jam = faults.isEmpty() || dice.nextInt(100) < 15;
    Fault fault = jam ? Fault.JAM_IN_STACK : faults.get(dice.nextInt(faults.size()));
    Sabotage sabotage = dice.nextInt(100) < 75 ? Sabotage.once(fault) : Sabotage.lasting(fault);
    return new Trouble.Device(sabotage.notes(dice.nextInt(6)));
  }

  private static Trouble book(SplittableRandom dice) {
    BookFault[] all = BookFault.values();
    return new Trouble.Book(all[dice.nextInt(all.length)], dice.nextInt(100) < 25, dice.nextInt(4));
  }

  private static Trouble bank(SplittableRandom dice) {
    int draw = dice.nextInt(100);
    Target target = draw < 60 ? Target.REQUEST : draw < 85 ? Target.ADVICE : Target.NETWORK;
    if (target == Target.ADVICE && dice.nextInt(100) < 30) {
      return deafToAdvices(dice);
    }
    ReplyFault fault =
        switch (dice.nextInt(17)) {
          case 0 -> new ReplyFault.ReplyLost();
          case 1 -> new ReplyFault.RequestLost();
          case 2 -> new ReplyFault.Late(Duration.ofSeconds(1 + dice.nextInt(90)));
          case 3 -> new ReplyFault.WrongMac();
          case 4 -> new ReplyFault.WrongAmount();
          case 5 -> new ReplyFault.WrongStan();
          case 6 -> new ReplyFault.Twice();
          case 7 -> new ReplyFault.OutOfOrder();
          case 8 -> new ReplyFault.Malformed(dice.nextLong());
          case 9 -> new ReplyFault.LineDown(ReplyFault.LineDown.When.BEFORE_PROCESSING);
          case 10 -> new ReplyFault.LineDown(ReplyFault.LineDown.When.AFTER_PROCESSING);
          case 11 -> new ReplyFault.Forged();
          case 16 -> bookLie(dice, target);
          case 12 ->
              target == Target.REQUEST
                  ? new ReplyFault.CutOverNow()
                  : new ReplyFault.WrongKeyCheck();
          default -> target == Target.ADVICE ? adviceCode(dice) : code(dice);
        };
    return new Trouble.Bank(target, fault, 1);
  }

  /** Strikes whatever request comes next; only rows of a passbook can lie so. */
  private static ReplyFault bookLie(SplittableRandom dice, Target target) {
    ReplyFault.BookLie.Kind[] all = ReplyFault.BookLie.Kind.values();
    return target == Target.REQUEST
        ? new ReplyFault.BookLie(all[dice.nextInt(all.length)])
        : new ReplyFault.ReplyLost();
  }

  /** Again and again the bank does not take what it is owed. */
  private static Trouble deafToAdvices(SplittableRandom dice) {
    String code = UNSETTLING.get(dice.nextInt(UNSETTLING.size()));
    return new Trouble.Bank(
        Target.ADVICE,
        dice.nextBoolean() ? new ReplyFault.RequestLost() : new ReplyFault.Code(code, false),
        2 + dice.nextInt(8));
  }

  private static ReplyFault code(SplittableRandom dice) {
    if (dice.nextInt(100) < 40) {
      return new ReplyFault.Code(UNSURE.get(dice.nextInt(UNSURE.size())), true);
    }
    String code = CODES.get(dice.nextInt(CODES.size()));
    return new ReplyFault.Code(code, code.equals("00"));
  }

  /** Only codes that do not settle: a bank that says 25 to its own debit is beyond any terminal. */
  private static ReplyFault adviceCode(SplittableRandom dice) {
    return new ReplyFault.Code(UNSETTLING.get(dice.nextInt(UNSETTLING.size())), dice.nextBoolean());
  }

  private static Trouble line(SplittableRandom dice) {
    int draw = dice.nextInt(100);
    if (draw < 25) {
      return new Trouble.Outage(
          Duration.ofSeconds(dice.nextInt(60)), Duration.ofSeconds(1 + dice.nextInt(300)));
    }
    if (draw < 50) {
      return new Trouble.HeldUp(
          1 + dice.nextInt(4), Duration.ofSeconds(1 + dice.nextInt(dice.nextBoolean() ? 90 : 900)));
    }
    LoopbackWire.Cut[] cuts = LoopbackWire.Cut.values();
    return new Trouble.Line(cuts[1 + dice.nextInt(cuts.length - 1)], 1 + dice.nextInt(4));
  }

  private Trouble power(SplittableRandom dice) {
    Duration off = Duration.ofSeconds(5 + dice.nextInt(600));
    boolean before = dice.nextBoolean();
    int draw = dice.nextInt(100);
    if (draw < 35) {
      return new Trouble.Power(before, Moment.ANY, 1 + dice.nextInt(150), off);
    }
    if (draw < 65) {
      List<Effect> effects = acceptor && dice.nextBoolean() ? DEPOSIT_EFFECTS : MONEY_EFFECTS;
      Effect effect = effects.get(dice.nextInt(effects.size()));
      int nth =
          switch (effect) {
            case NOTE_PICKED, NOTE_ACCEPTED, NOTE_STORED -> 1 + dice.nextInt(12);
            case ROW_PRINTED -> 1 + dice.nextInt(4);
            default -> 1;
          };
      return new Trouble.Power(before, Moment.of(effect), nth, off);
    }
    if (draw < 85) {
      TransactionState[] states = TransactionState.values();
      return new Trouble.Power(before, Moment.commit(states[dice.nextInt(states.length)]), 1, off);
    }
    Moment moment =
        draw < 92 ? Moment.MESSAGE_SENT : draw < 96 ? Moment.OTHER_COMMIT : Moment.STAN_TAKEN;
    return new Trouble.Power(before, moment, 1 + dice.nextInt(4), off);
  }

  private static Trouble clock(SplittableRandom dice) {
    Duration jump =
        switch (dice.nextInt(4)) {
          case 0 -> Duration.ofHours(1);
          case 1 -> Duration.ofDays(365);
          case 2 -> Duration.ofSeconds(1 + dice.nextInt(100));
          default -> Duration.ofMinutes(1 + dice.nextInt(600));
        };
    return new Trouble.Clock(dice.nextBoolean() ? jump : jump.negated(), 1 + dice.nextInt(120));
  }
}
