package org.silverteller.simulator.bank;

import java.util.Optional;
import org.silverteller.card.CardProduct.Issuer;
import org.silverteller.card.CardScheme;
import org.silverteller.money.Money;

/** A card as its issuer knows it, with what was drawn today and how often the PIN was wrong. */
final class CardOnFile {

  private final BankSpec.CardSpec spec;
  private final int expiry;
  private CardStatus status;
  private String pin;
  private String pinBefore;
  private Optional<TransactionId> lastChange = Optional.empty();
  private int wrongPins;
  private long day;
  private Money drawn = Money.ZERO;
  private int times;
  private long sendingDay;
  private Money sent = Money.ZERO;

  CardOnFile(BankSpec.CardSpec spec) {
    this.spec = spec;
    this.expiry = Integer.parseInt(spec.expiry());
    this.status = spec.status();
    this.pin = spec.pin();
    this.pinBefore = spec.pin();
  }

  /** Transferred on that day. */
  Money sentOn(long epochDay) {
    return sendingDay == epochDay ? sent : Money.ZERO;
  }

  void send(long epochDay, Money amount) {
    sent = sentOn(epochDay).plus(amount);
    sendingDay = epochDay;
  }

  /** Frees the day's limit of what was given back. */
  void unsend(long epochDay, Money back) {
    if (sendingDay == epochDay) {
      sent = sent.minus(back);
    }
  }

  String account() {
    return spec.account();
  }

  Issuer issuer() {
    return spec.issuer();
  }

  CardScheme scheme() {
    return spec.scheme();
  }

  boolean senior() {
    return spec.senior();
  }

  boolean chip() {
    return spec.chip();
  }

  String pin() {
    return pin;
  }

  void changePin(TransactionId change, String next) {
    pinBefore = pin;
    pin = next;
    lastChange = Optional.of(change);
  }

  /** Takes a change back; one that another change has followed is history. */
  void restorePin(TransactionId change) {
    if (lastChange.filter(change::equals).isPresent()) {
      pin = pinBefore;
      lastChange = Optional.empty();
    }
  }

  CardStatus status() {
    return status;
  }

  void mark(CardStatus next) {
    status = next;
  }

  /** The expiry names the last month in which the card is good (ISO/IEC 7813). */
  boolean expired(int yymm) {
    return expiry < yymm;
  }

  int wrongPins() {
    return wrongPins;
  }

  void wrongPin() {
    wrongPins++;
  }

  void rightPin() {
    wrongPins = 0;
  }

  Money drawnOn(long epochDay) {
    return day == epochDay ? drawn : Money.ZERO;
  }

  int timesOn(long epochDay) {
    return day == epochDay ? times : 0;
  }

  void draw(long epochDay, Money amount) {
    drawn = drawnOn(epochDay).plus(amount);
    times = timesOn(epochDay) + 1;
    day = epochDay;
  }

  /** Frees the day's limit of what a reversal gave back; a whole reversal also frees the count. */
  void undraw(long epochDay, Money back, boolean whole) {
    if (day == epochDay) {
      drawn = drawn.minus(back);
      times -= whole ? 1 : 0;
    }
  }
}
