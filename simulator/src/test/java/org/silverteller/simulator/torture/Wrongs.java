package org.silverteller.simulator.torture;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.silverteller.host.Advice;
import org.silverteller.host.Stan;
import org.silverteller.money.Money;
import org.silverteller.store.TransactionRecord;

/** What planted bugs make. Public, because it is called from within classes of the terminal. */
public final class Wrongs {

  private static final Set<Object> REMEMBERED = Collections.newSetFromMap(new WeakHashMap<>());

  private Wrongs() {}

  /** A flag that nobody clears. */
  public static synchronized void remember(Object what) {
    REMEMBERED.add(what);
  }

  public static synchronized boolean remembers(Object what) {
    return REMEMBERED.contains(what);
  }

  /** A reversal of the whole amount that nobody should send. */
  public static Advice reversal(TransactionRecord record, Stan stan) {
    return new Advice(
        Advice.Kind.REVERSAL,
        stan,
        record.time(),
        new Advice.Original(record.service(), record.stan(), record.rrn(), record.time()),
        record.account().orElseThrow(),
        record.entry(),
        record.amount(),
        Money.ZERO,
        Advice.Reason.SUSPECT,
        record.authCode(),
        "",
        0);
  }
}
