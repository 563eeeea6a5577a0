package org.silverteller.simulator.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.silverteller.card.CardScheme;
import org.silverteller.card.CardTable;
import org.silverteller.host.iso8583.HostConfig;
import org.silverteller.page.Painter;
import org.silverteller.simulator.bank.BankRules;
import org.silverteller.simulator.bank.BankSpec;
import org.silverteller.simulator.bank.Payees;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.Wallet;
import org.silverteller.simulator.scenario.BenchSettings;
import org.silverteller.ui.PlainPainter;

/** What all worlds share and none changes: settings, pages, and everybody who has a card. */
final class Population {

  private static final int ANY_PORT = 1;
  private static final int QUIET_SECONDS = 900;
  private static final int OWN = 60;
  private static final int SENIOR = 40;
  private static final int DOMESTIC = 20;
  private static final int FOREIGN = 30;

  private final CardTable table = BenchSettings.cards();
  private final HostConfig host = HostConfig.simulation(ANY_PORT);
  private final HostConfig patientHost = askingLessOften(host);
  private final Painter painter = new PlainPainter();
  private final List<VirtualCard> cards = new ArrayList<>();

  Population() {
    add(OWN, "own", "622848", 19, "123456", CardScheme.UNIONPAY);
    add(SENIOR, "senior", "622849", 19, "654321", CardScheme.UNIONPAY);
    add(DOMESTIC, "domestic", "622700", 19, "112233", CardScheme.UNIONPAY);
    add(FOREIGN, "visa", "411111", 16, "4321", CardScheme.VISA);
  }

  private void add(
      int count, String name, String prefix, int digits, String pin, CardScheme scheme) {
    String service = scheme.foreign() ? "101" : "520";
    for (int n = 0; n < count; n++) {
      String body =
          prefix
              + String.format(
                  Locale.ROOT, "%0" + (digits - prefix.length() - 1) + "d", n * 7919L + 13);
      cards.add(
          VirtualCard.of(name + "-" + n, body + checkDigit(body), "3912", service, pin, scheme));
    }
  }

  /** ISO/IEC 7812-1, annex B. */
  private static int checkDigit(String body) {
    int sum = 0;
    for (int place = 0; place < body.length(); place++) {
      int digit = body.charAt(body.length() - 1 - place) - '0';
      int doubled = digit * 2;
      sum += place % 2 == 1 ? digit : doubled > 9 ? doubled - 9 : doubled;
    }
    return (10 - sum % 10) % 10;
  }

  CardTable table() {
    return table;
  }

  /** Most banks let a quiet line be; one in five wants a sign of life each minute. */
  HostConfig host(SplittableRandom dice) {
    return dice.nextInt(100) < 20 ? host : patientHost;
  }

  private static HostConfig askingLessOften(HostConfig usual) {
    HostConfig.Timing timing = usual.timing();
    return new HostConfig(
        usual.line(),
        usual.framing(),
        new HostConfig.Timing(
            timing.connectSeconds(),
            timing.replySeconds(),
            QUIET_SECONDS,
            timing.retrySeconds(),
            timing.longestRetrySeconds(),
            timing.cutOverSeconds()),
        usual.security(),
        usual.codes(),
        usual.rules());
  }

  Painter painter() {
    return painter;
  }

  /** The people of one world: some of these, and everybody of the wallet. */
  List<VirtualCard> neighbours(SplittableRandom dice) {
    List<VirtualCard> some = new ArrayList<>(Wallet.cards());
    for (int n = 0; n < 30; n++) {
      VirtualCard card = cards.get(dice.nextInt(cards.size()));
      if (!some.contains(card)) {
        some.add(card);
      }
    }
    return some;
  }

  /** The bank of these people. */
  BankSpec bank(List<VirtualCard> people, SplittableRandom dice) {
    BankRules rules = BankRules.USUAL;
    if (dice.nextInt(100) < 30) {
      rules = rules.withLastTryCode("41");
    }
    return BankSpec.of(people, rules).with(payees(people, dice));
  }

  /** Some have paid each other before; a few are slow to be paid, or stand on the case list. */
  private static Payees payees(List<VirtualCard> people, SplittableRandom dice) {
    Payees payees = Payees.STRANGERS;
    for (VirtualCard payee : people) {
      int draw = dice.nextInt(100);
      if (draw < 4) {
        payees = payees.withListed(payee.pan());
      } else if (draw < 15) {
        payees = payees.withSlow(payee.pan());
      } else if (draw < 17) {
        payees = payees.withBadlyNamed(payee.pan());
      }
      VirtualCard payer = people.get(dice.nextInt(people.size()));
      payees = payees.withPaidBefore("account of " + payer.name(), payee.pan());
    }
    return payees;
  }
}
