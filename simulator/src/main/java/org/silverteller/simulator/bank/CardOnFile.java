package org.silverteller.simulator.bank;

import org.silverteller.card.CardProduct.Issuer;
import org.silverteller.card.CardScheme;
import org.silverteller.money.Money;

/** A card as its issuer knows it, with what was drawn today and how often the PIN was wrong. */
final class CardOnFile {

  private final BankSpec.CardSpec spec;
  private final int expiry;
  private CardStatus status;
  private int wrongPins;
  private long day;
  private Money drawn = Money.ZERO;
  private int times;

  CardOnFile(BankSpec.CardSpec spec) {
    this.spec = spec;
    this.expiry = Integer.parseInt(spec.expiry());
    this.status = spec.status();
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
    return spec.pin();
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
