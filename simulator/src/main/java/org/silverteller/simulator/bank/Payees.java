package org.silverteller.simulator.bank;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.silverteller.card.AccountNumber;

/**
 * What the bank knows of accounts as payees.
 *
 * @param listed on the anti-fraud centre's case list
 * @param paidBefore by account of the payer: the accounts that it has paid already
 * @param slow may only be paid after 24 hours
 * @param badlyNamed the bank's computer tells a name for them that no terminal should show
 */
public record Payees(
    Set<AccountNumber> listed,
    Map<String, Set<AccountNumber>> paidBefore,
    Set<AccountNumber> slow,
    Set<AccountNumber> badlyNamed) {

  public static final Payees STRANGERS = new Payees(Set.of(), Map.of(), Set.of(), Set.of());

  public Payees {
    listed = Set.copyOf(listed);
    paidBefore = Map.copyOf(paidBefore);
    slow = Set.copyOf(slow);
    badlyNamed = Set.copyOf(badlyNamed);
  }

  public Payees withListed(AccountNumber number) {
    return new Payees(with(listed, number), paidBefore, slow, badlyNamed);
  }

  public Payees withoutListed(AccountNumber number) {
    return new Payees(without(listed, number), paidBefore, slow, badlyNamed);
  }

  public Payees withPaidBefore(String payer, AccountNumber number) {
    Map<String, Set<AccountNumber>> more = new HashMap<>(paidBefore);
    more.put(payer, with(more.getOrDefault(payer, Set.of()), number));
    return new Payees(listed, more, slow, badlyNamed);
  }

  public Payees withSlow(AccountNumber number) {
    return new Payees(listed, paidBefore, with(slow, number), badlyNamed);
  }

  public Payees withoutSlow(AccountNumber number) {
    return new Payees(listed, paidBefore, without(slow, number), badlyNamed);
  }

  public Payees withBadlyNamed(AccountNumber number) {
    return new Payees(listed, paidBefore, slow, with(badlyNamed, number));
  }

  private static Set<AccountNumber> with(Set<AccountNumber> some, AccountNumber one) {
    Set<AccountNumber> more = new HashSet<>(some);
    more.add(one);
    return more;
  }

  private static Set<AccountNumber> without(Set<AccountNumber> some, AccountNumber one) {
    Set<AccountNumber> fewer = new HashSet<>(some);
    fewer.remove(one);
    return fewer;
  }
}
