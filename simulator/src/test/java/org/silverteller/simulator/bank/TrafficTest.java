package org.silverteller.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.silverteller.host.iso8583.Field;
import org.silverteller.simulator.bank.FaultSource.Target;
import org.silverteller.simulator.bank.ReplyFault.Malformed;
import org.silverteller.simulator.bank.ReplyFault.ReplyLost;
import org.silverteller.simulator.bank.Traffic.Direction;
import org.silverteller.simulator.bank.Traffic.Entry;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.Wallet;

class TrafficTest {

  private final Saboteur saboteur = new Saboteur();
  private final Traffic traffic = new Traffic(6);
  private final VirtualBank bank =
      new VirtualBank(BankSpec.usual(), new TestClock(), 7, saboteur, traffic);
  private final TestTerminal terminal = TestTerminal.signedOn(bank);

  @Test
  void shows_both_directions_decoded() {
    terminal.answer(terminal.withdrawal(Wallet.OWN, 500));

    List<Entry> entries = traffic.entries();
    assertThat(entries).extracting(Entry::mti).containsExactly("0800", "0810", "0200", "0210");
    assertThat(entries)
        .extracting(Entry::direction)
        .containsExactly(Direction.IN, Direction.OUT, Direction.IN, Direction.OUT);
    Entry reply = entries.get(3);
    assertThat(reply.terminal()).isEqualTo(TestTerminal.ID);
    assertThat(reply.fields())
        .anyMatch(line -> line.field() == Field.RESPONSE_CODE && line.value().equals("00"));
  }

  @Test
  void shows_no_card_number_pin_block_track_or_key() {
    for (VirtualCard card : Wallet.canaries()) {
      terminal.answer(terminal.withdrawal(card, 100));
      String shown = traffic.entries().toString();
      assertThat(shown)
          .contains(card.pan().masked())
          .doesNotContain(card.pan().reveal())
          .doesNotContain(card.track2().reveal())
          .doesNotContain(card.pin());
    }
  }

  @Test
  void keeps_the_newest_and_tells_every_one_to_listeners() {
    List<Entry> heard = new ArrayList<>();
    traffic.listen(heard::add);
    for (int i = 0; i < 10; i++) {
      terminal.answer(terminal.inquiry(Wallet.OWN));
    }

    assertThat(heard).hasSize(20);
    assertThat(traffic.entries()).isEqualTo(heard.subList(14, 20));
  }

  @Test
  void tells_what_was_done_to_a_reply() {
    saboteur.arm(Target.REQUEST, new ReplyLost());
    terminal.send(terminal.inquiry(Wallet.OWN));
    saboteur.arm(Target.REQUEST, new Malformed(3));
    terminal.send(terminal.inquiry(Wallet.OWN));

    List<Entry> entries = traffic.entries();
    assertThat(entries.get(3).note()).isEqualTo("reply lost");
    assertThat(entries.get(5).note()).contains("malformed (seed 3)");
  }
}
