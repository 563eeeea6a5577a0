package org.silverteller.simulator.torture;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.silverteller.simulator.bank.Outgoing;

/**
 * Messages held up on their way: they come to the bank after others that were sent later, whatever
 * became of the terminal and its line meanwhile.
 */
final class Stragglers implements Actor {

  private record Message(Instant due, long number, byte[] bytes) {}

  private final World world;
  private final Function<byte[], List<Outgoing>> bank;
  private final Consumer<List<Outgoing>> answers;
  private final Tale tale;
  private final PriorityQueue<Message> underWay =
      new PriorityQueue<>(Comparator.comparing(Message::due).thenComparing(Message::number));
  private long number;

  /**
   * @param answers takes what the bank says to a straggler, for whichever line stands then
   */
  Stragglers(
      World world,
      Function<byte[], List<Outgoing>> bank,
      Consumer<List<Outgoing>> answers,
      Tale tale) {
    this.world = world;
    this.bank = bank;
    this.answers = answers;
    this.tale = tale;
  }

  void hold(byte[] message, Duration by) {
    tale.tell("line", "holds the message up for " + by);
    underWay.add(new Message(world.instant().plus(by), number++, message.clone()));
  }

  @Override
  public Instant due() {
    return underWay.isEmpty() ? Instant.MAX : underWay.peek().due();
  }

  @Override
  public void act() {
    tale.tell("line", "a straggler comes to the bank");
    answers.accept(bank.apply(underWay.remove().bytes()));
  }
}
