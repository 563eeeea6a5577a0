package org.silverteller.store;

import java.time.LocalDateTime;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.Pan;
import org.silverteller.host.Advice;
import org.silverteller.host.CardEntry;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.Money;

/** Things to store. */
final class StoreSamples {

  static final String DIGITS = "6228480402564890018";
  static final LocalDateTime NOON = LocalDateTime.of(2026, 6, 18, 12, 0);

  private StoreSamples() {}

  static Entry line(String text) {
    return new Entry.Journaled(NOON, text);
  }

  static TransactionRecord requested(long id) {
    return TransactionRecord.requested(
        id,
        Service.WITHDRAWAL,
        new Stan((int) id),
        "061812000501",
        NOON,
        pan(),
        CardEntry.CHIP,
        Money.ofYuan(500));
  }

  static Advice reversalOf(TransactionRecord record) {
    return new Advice(
        Advice.Kind.REVERSAL,
        new Stan(900_000),
        NOON,
        new Advice.Original(record.service(), record.stan(), record.rrn(), record.time()),
        pan(),
        record.entry(),
        record.amount(),
        Money.ZERO,
        Advice.Reason.TIME_OUT,
        "",
        "",
        0);
  }

  static Pan pan() {
    try {
      return Pan.of(DIGITS);
    } catch (CardFormatException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
