package org.silverteller.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.PinPad;
import org.silverteller.host.Access;
import org.silverteller.host.Action;
import org.silverteller.host.Advice;
import org.silverteller.host.Advice.Reason;
import org.silverteller.host.AdviceAnswer;
import org.silverteller.host.CardEntry;
import org.silverteller.host.HostFault;
import org.silverteller.host.Particulars;
import org.silverteller.host.Reply;
import org.silverteller.host.Reply.Unknown;
import org.silverteller.host.Reply.Unknown.Cause;
import org.silverteller.host.Request;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.host.iso8583.HostConfig;
import org.silverteller.host.iso8583.Iso8583Link;
import org.silverteller.host.iso8583.LineWatch;
import org.silverteller.host.iso8583.TerminalIdentity;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.FaultSource.Target;
import org.silverteller.simulator.bank.ReplyFault.Code;
import org.silverteller.simulator.bank.ReplyFault.Late;
import org.silverteller.simulator.bank.ReplyFault.LineDown;
import org.silverteller.simulator.bank.ReplyFault.Malformed;
import org.silverteller.simulator.bank.ReplyFault.OutOfOrder;
import org.silverteller.simulator.bank.ReplyFault.ReplyLost;
import org.silverteller.simulator.bank.ReplyFault.RequestLost;
import org.silverteller.simulator.bank.ReplyFault.Twice;
import org.silverteller.simulator.bank.ReplyFault.WrongAmount;
import org.silverteller.simulator.bank.ReplyFault.WrongKeyCheck;
import org.silverteller.simulator.bank.ReplyFault.WrongMac;
import org.silverteller.simulator.bank.ReplyFault.WrongStan;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.hardware.Wallet;

/** The terminal's own link and a virtual PIN pad against the bank, over real bytes. */
class LinkToBankTest {

  private static final Duration REPAIR = Duration.ofSeconds(5);

  private final TestClock clock = new TestClock();
  private final Saboteur saboteur = new Saboteur();
  private final VirtualBank bank =
      new VirtualBank(
          BankSpec.usual().with(BankRules.USUAL.withLatency(Duration.ofMillis(80))),
          clock,
          7,
          saboteur,
          new Traffic(0));
  private final VirtualMachine machine = new VirtualMachine(MachineSpec.STANDARD);
  private final PinPad pad = machine.open(event -> {}).pinPad();
  private final LoopbackWire wire = new LoopbackWire(bank, clock, () -> {}, REPAIR);
  private int lastStan;
  private final Iso8583Link link =
      new Iso8583Link(
          HostConfig.simulation(8583),
          new TerminalIdentity("SH010001", "102290060110001", "Nanjing Road East"),
          wire,
          pad,
          this::nextStan,
          clock,
          ZoneId.of("Asia/Shanghai"),
          LineWatch.NONE);

  private Stan nextStan() {
    lastStan++;
    return new Stan(lastStan);
  }

  @BeforeEach
  void signs_on() throws HostFault {
    assertThat(link.signOn()).isTrue();
  }

  private Request request(VirtualCard card, Service service, long yuan) throws DeviceFault {
    pad.openPin(4, 12);
    assertThat(machine.customer().typePin(card.pin())).isTrue();
    Stan stan = nextStan();
    return new Request(
        service,
        stan,
        "112310" + stan,
        LocalDateTime.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai")),
        new Access.Card(card.track2(), CardEntry.STRIPE),
        Optional.of(pad.pinBlock(card.pan(), PinPad.PinFormat.ISO_0_TDES)),
        Money.ofYuan(yuan),
        Particulars.NONE);
  }

  private Advice advice(Request request, Advice.Kind kind, long paidYuan, Reason reason) {
    return new Advice(
        kind,
        nextStan(),
        request.time().plusSeconds(40),
        new Advice.Original(request.service(), request.stan(), request.rrn(), request.time()),
        request.access().account(),
        request.access().entry(),
        request.amount(),
        Money.ofYuan(paidYuan),
        reason,
        "",
        "",
        0);
  }

  private Money paid(VirtualCard card) {
    return Money.ofFen(bank.ledger().account("account of " + card.name()).orElseThrow().paidFen());
  }

  private void repaired() throws HostFault {
    clock.pass(REPAIR);
    if (!link.ready()) {
      assertThat(link.signOn()).isTrue();
    }
  }

  @Test
  void is_approved_with_amount_balances_and_age_band() throws DeviceFault {
    Reply reply = link.authorise(request(Wallet.SENIOR, Service.WITHDRAWAL, 300));

    assertThat(reply)
        .isInstanceOfSatisfying(
            Reply.Answered.class,
            answered -> {
              assertThat(answered.action()).isEqualTo(Action.APPROVE);
              assertThat(answered.amount()).isEqualTo(Money.ofYuan(300));
              assertThat(answered.settlementDate()).isEqualTo("1123");
              assertThat(answered.ageBand()).isEqualTo(Reply.AgeBand.OVER_60);
              assertThat(answered.balance())
                  .contains(new Reply.Balances(Money.ofYuan(2_700), Money.ofYuan(2_700)));
            });
  }

  @Test
  void reads_refusals_as_the_table_says() throws DeviceFault {
    assertThat(action(Wallet.SHORT_OF_MONEY)).isEqualTo(Action.LOWER_BALANCE);
    assertThat(action(Wallet.STOLEN)).isEqualTo(Action.CAPTURE);
    assertThat(action(Wallet.BLOCKED)).isEqualTo(Action.RETURN_CARD);
    assertThat(action(Wallet.EXPIRED)).isEqualTo(Action.RETURN_CARD);
    assertThat(action(Wallet.CHIP)).isEqualTo(Action.USE_CHIP);
  }

  private Action action(VirtualCard card) throws DeviceFault {
    return ((Reply.Answered) link.authorise(request(card, Service.WITHDRAWAL, 100))).action();
  }

  static List<Arguments> faultsThatLeaveTheOutcomeOpen() {
    List<Arguments> all = new ArrayList<>();
    all.add(Arguments.of(new ReplyLost(), Cause.SILENCE, 500));
    all.add(Arguments.of(new RequestLost(), Cause.SILENCE, 0));
    all.add(Arguments.of(new Late(Duration.ofSeconds(90)), Cause.SILENCE, 500));
    all.add(Arguments.of(new OutOfOrder(), Cause.SILENCE, 500));
    all.add(Arguments.of(new WrongStan(), Cause.SILENCE, 500));
    all.add(Arguments.of(new WrongMac(), Cause.WRONG_MAC, 500));
    all.add(Arguments.of(new WrongAmount(), Cause.UNTRUSTED, 500));
    all.add(Arguments.of(new Code("98", true), Cause.HOST_UNSURE, 500));
    all.add(Arguments.of(new LineDown(LineDown.When.BEFORE_PROCESSING), Cause.LINE_LOST, 0));
    all.add(Arguments.of(new LineDown(LineDown.When.AFTER_PROCESSING), Cause.LINE_LOST, 500));
    return all;
  }

  @ParameterizedTest
  @MethodSource("faultsThatLeaveTheOutcomeOpen")
  void reverses_whatever_is_open(ReplyFault fault, Cause cause, long debitedYuan)
      throws DeviceFault, HostFault {
    saboteur.arm(Target.REQUEST, fault);
    Request request = request(Wallet.OWN, Service.WITHDRAWAL, 500);

    Reply reply = link.authorise(request);

    if (cause == Cause.HOST_UNSURE) {
      assertThat(reply.approved()).isFalse();
    } else {
      assertThat(reply).isEqualTo(new Unknown(cause));
    }
    assertThat(paid(Wallet.OWN)).isEqualTo(Money.ofYuan(debitedYuan));

    repaired();
    Advice reversal = advice(request, Advice.Kind.REVERSAL, 0, Reason.TIME_OUT);
    assertThat(link.deliver(reversal).settled()).isTrue();
    assertThat(link.deliver(reversal.sentOnceMore()).settled()).isTrue();
    assertThat(paid(Wallet.OWN)).isEqualTo(Money.ZERO);
  }

  @Test
  void never_approves_what_was_malformed_under_way_and_can_always_reverse_it()
      throws DeviceFault, HostFault {
    for (long seed = 0; seed < 300; seed++) {
      saboteur.arm(Target.REQUEST, new Malformed(seed));
      Request request = request(Wallet.DOMESTIC, Service.WITHDRAWAL, 10);

      assertThat(link.authorise(request).approved()).as("seed " + seed).isFalse();

      repaired();
      Advice reversal = advice(request, Advice.Kind.REVERSAL, 0, Reason.TIME_OUT);
      assertThat(link.deliver(reversal).settled()).isTrue();
    }
    assertThat(paid(Wallet.DOMESTIC)).isEqualTo(Money.ZERO);
  }

  @Test
  void takes_the_first_of_two_equal_replies() throws DeviceFault, HostFault {
    saboteur.arm(Target.REQUEST, new Twice());
    assertThat(link.authorise(request(Wallet.OWN, Service.WITHDRAWAL, 500)).approved()).isTrue();
    link.attend();
    assertThat(link.authorise(request(Wallet.OWN, Service.BALANCE, 0)).approved()).isTrue();
    assertThat(paid(Wallet.OWN)).isEqualTo(Money.ofYuan(500));
  }

  @Test
  void tells_short_payments_by_field_95_and_completions_by_the_actual_amount() throws DeviceFault {
    Request shortPaid = request(Wallet.OWN, Service.WITHDRAWAL, 500);
    assertThat(link.authorise(shortPaid).approved()).isTrue();
    Request completed = request(Wallet.VISA, Service.WITHDRAWAL, 500);
    assertThat(link.authorise(completed).approved()).isTrue();

    AdviceAnswer partial =
        link.deliver(advice(shortPaid, Advice.Kind.PARTIAL_REVERSAL, 300, Reason.HARDWARE));
    AdviceAnswer completion =
        link.deliver(advice(completed, Advice.Kind.COMPLETION, 400, Reason.COMPLETED));

    assertThat(partial.settled()).isTrue();
    assertThat(completion.settled()).isTrue();
    assertThat(paid(Wallet.OWN)).isEqualTo(Money.ofYuan(300));
    assertThat(paid(Wallet.VISA)).isEqualTo(Money.ofYuan(400));
  }

  @Test
  void repeats_an_advice_until_the_bank_answers() throws DeviceFault {
    Request request = request(Wallet.OWN, Service.WITHDRAWAL, 500);
    assertThat(link.authorise(request).approved()).isTrue();
    Advice reversal = advice(request, Advice.Kind.REVERSAL, 0, Reason.HARDWARE);

    saboteur.arm(Target.ADVICE, new ReplyLost());
    assertThat(link.deliver(reversal)).isEqualTo(AdviceAnswer.SILENCE);
    saboteur.arm(Target.ADVICE, new Code("96", false));
    assertThat(link.deliver(reversal.sentOnceMore()).settled()).isFalse();

    assertThat(link.deliver(reversal.sentOnceMore()).settled()).isTrue();
    assertThat(paid(Wallet.OWN)).isEqualTo(Money.ZERO);
  }

  @Test
  void takes_no_keys_whose_check_value_is_wrong() throws HostFault {
    saboteur.arm(Target.NETWORK, new WrongKeyCheck());
    assertThat(link.signOn()).isFalse();
    assertThat(link.signOn()).isTrue();
  }

  @Test
  void goes_on_under_new_keys_that_the_bank_sends_by_itself() throws DeviceFault, HostFault {
    wire.deliver(bank.changeKeys("SH010001"));
    clock.pass(Duration.ofMillis(80));
    link.attend();

    assertThat(link.ready()).isTrue();
    assertThat(link.authorise(request(Wallet.OWN, Service.BALANCE, 0)).approved()).isTrue();
  }

  @Test
  void waits_through_the_cut_over() throws DeviceFault, HostFault {
    wire.deliver(bank.beginCutOver());
    clock.pass(Duration.ofMillis(80));
    link.attend();
    assertThat(link.ready()).isFalse();

    wire.deliver(bank.endCutOver());
    clock.pass(Duration.ofMillis(80));
    link.attend();
    assertThat(link.ready()).isTrue();
    Reply reply = link.authorise(request(Wallet.OWN, Service.WITHDRAWAL, 100));
    assertThat(((Reply.Answered) reply).settlementDate()).isEqualTo("1124");
  }

  @Test
  void signs_on_again_after_the_bank_has_forgotten_its_keys() throws DeviceFault, HostFault {
    bank.forget("SH010001");
    assertThat(link.authorise(request(Wallet.OWN, Service.WITHDRAWAL, 100)).approved()).isFalse();
    assertThat(link.ready()).isFalse();

    assertThat(link.signOn()).isTrue();
    assertThat(link.authorise(request(Wallet.OWN, Service.WITHDRAWAL, 100)).approved()).isTrue();
    assertThat(link.echo()).isTrue();
  }
}
