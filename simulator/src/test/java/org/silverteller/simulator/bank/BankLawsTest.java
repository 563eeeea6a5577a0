package org.silverteller.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.silverteller.host.iso8583.Message;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.BankLedger.AccountView;
import org.silverteller.simulator.bank.Posting.Standing;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.Wallet;

/** What holds whatever comes, however often and in whatever order. */
class BankLawsTest {

  private static final List<VirtualCard> CARDS =
      List.of(Wallet.OWN, Wallet.SENIOR, Wallet.VISA, Wallet.SHORT_OF_MONEY);
  private static final int WITHDRAWALS = 3;

  /** What arrives for one of three withdrawals. */
  enum What {
    REQUEST,
    REVERSAL,
    REPEATED_REVERSAL,
    PARTIAL_REVERSAL,
    COMPLETION,
    PARTIAL_COMPLETION,
    UNKNOWN_OUTCOME
  }

  record Arrival(What what, int which) {}

  @Provide
  Arbitrary<List<Arrival>> arrivals() {
    return Combinators.combine(
            Arbitraries.of(What.values()), Arbitraries.integers().between(0, WITHDRAWALS - 1))
        .as(Arrival::new)
        .list()
        .ofMaxSize(24);
  }

  @Property(tries = 600)
  void debits_less_reversals_make_up_every_balance(
      @ForAll("arrivals") List<Arrival> arrivals, @ForAll("cards") VirtualCard card) {
    VirtualBank bank = bank();
    TestTerminal terminal = TestTerminal.signedOn(bank);
    List<Message> requests = requests(terminal, card);
    List<Message> reversals = requests.stream().map(terminal::reversal).toList();

    for (Arrival arrival : arrivals) {
      Message request = requests.get(arrival.which());
      Message message =
          switch (arrival.what()) {
            case REQUEST -> request;
            case REVERSAL -> reversals.get(arrival.which());
            case REPEATED_REVERSAL -> terminal.repeat(reversals.get(arrival.which()));
            case PARTIAL_REVERSAL -> terminal.partialReversal(request, 20);
            case COMPLETION -> terminal.completion(request, 50);
            case PARTIAL_COMPLETION -> terminal.completion(request, 30);
            case UNKNOWN_OUTCOME -> terminal.unknownOutcome(request);
          };
      terminal.ask(message);
      balanced(bank);
    }
  }

  @Provide
  Arbitrary<VirtualCard> cards() {
    return Arbitraries.of(CARDS);
  }

  @Provide
  Arbitrary<List<Arrival>> reversalsOnly() {
    return Combinators.combine(
            Arbitraries.of(What.REQUEST, What.REVERSAL, What.REPEATED_REVERSAL),
            Arbitraries.integers().between(0, WITHDRAWALS - 1))
        .as(Arrival::new)
        .list()
        .ofMaxSize(16);
  }

  @Property(tries = 400)
  void what_is_reversed_at_any_time_costs_nothing_in_the_end(
      @ForAll("reversalsOnly") List<Arrival> arrivals) {
    VirtualBank bank = bank();
    TestTerminal terminal = TestTerminal.signedOn(bank);
    List<Message> requests = requests(terminal, Wallet.OWN);
    List<Message> reversals = requests.stream().map(terminal::reversal).toList();
    List<Arrival> all = new ArrayList<>(arrivals);
    for (int which = 0; which < WITHDRAWALS; which++) {
      all.add(new Arrival(What.REPEATED_REVERSAL, which));
      all.add(new Arrival(What.REQUEST, which));
    }

    for (Arrival arrival : all) {
      switch (arrival.what()) {
        case REQUEST -> terminal.ask(requests.get(arrival.which()));
        case REVERSAL ->
            assertThat(terminal.answer(reversals.get(arrival.which()))).isEqualTo("00");
        default ->
            assertThat(terminal.answer(terminal.repeat(reversals.get(arrival.which()))))
                .isEqualTo("00");
      }
    }

    for (AccountView account : bank.ledger().accounts()) {
      assertThat(account.ledger()).isEqualTo(account.opening());
    }
    assertThat(bank.ledger().postings())
        .allMatch(posting -> posting.standing() != Standing.DEBITED);
  }

  private static VirtualBank bank() {
    return new VirtualBank(BankSpec.usual(), new TestClock(), 3, FaultSource.NONE, new Traffic(0));
  }

  private static List<Message> requests(TestTerminal terminal, VirtualCard card) {
    List<Message> requests = new ArrayList<>();
    for (int i = 0; i < WITHDRAWALS; i++) {
      requests.add(terminal.withdrawal(card, 50));
    }
    return requests;
  }

  /** Checked from the postings, not from what the accounts did. */
  private static void balanced(VirtualBank bank) {
    for (AccountView account : bank.ledger().accounts()) {
      Money paid = bank.ledger().retained(account.number());
      assertThat(account.ledger().plus(paid)).isEqualTo(account.opening());
    }
    for (Posting posting : bank.ledger().postings()) {
      assertThat(posting.reversed()).isLessThanOrEqualTo(posting.debited());
      assertThat(posting.debited()).isLessThanOrEqualTo(posting.requested());
    }
  }
}
