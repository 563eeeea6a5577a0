package org.silverteller.simulator.bank;

import java.time.Duration;
import org.silverteller.money.Money;

/**
 * The limits and habits of the bank.
 *
 * @param dailyLimit drawn by one card in one calendar day (within 20,000 yuan since the central
 *     bank's notice of 2007)
 * @param dailyCount withdrawals of one card in one calendar day
 * @param foreignLimit one withdrawal with a foreign card (3,000 yuan)
 * @param pinTries wrong PINs in a row before the card is barred
 * @param lastTryCode field 39 of the reply to the last wrong PIN: 38, 75, or a capture code
 * @param latency from the arrival of a request to its reply
 * @param transferLimit transferred from one card in one calendar day
 */
public record BankRules(
    Money dailyLimit,
    int dailyCount,
    Money foreignLimit,
    int pinTries,
    String lastTryCode,
    Duration latency,
    Money transferLimit) {

  public static final BankRules USUAL =
      new BankRules(
          Money.ofYuan(20_000),
          20,
          Money.ofYuan(3_000),
          3,
          "38",
          Duration.ZERO,
          Money.ofYuan(50_000));

  public BankRules {
    if (pinTries < 1) {
      throw new IllegalArgumentException("PIN tries " + pinTries + ": expected at least 1");
    }
    if (latency.isNegative()) {
      throw new IllegalArgumentException("latency " + latency + " is negative");
    }
  }

  public BankRules withLatency(Duration next) {
    return new BankRules(
        dailyLimit, dailyCount, foreignLimit, pinTries, lastTryCode, next, transferLimit);
  }

  public BankRules withDaily(Money limit, int count) {
    return new BankRules(limit, count, foreignLimit, pinTries, lastTryCode, latency, transferLimit);
  }

  public BankRules withLastTryCode(String code) {
    return new BankRules(
        dailyLimit, dailyCount, foreignLimit, pinTries, code, latency, transferLimit);
  }

  public BankRules withTransferLimit(Money limit) {
    return new BankRules(
        dailyLimit, dailyCount, foreignLimit, pinTries, lastTryCode, latency, limit);
  }
}
