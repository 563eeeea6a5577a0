package org.silverteller.simulator.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.card.AccountNumber;
import org.silverteller.card.Pan;
import org.silverteller.card.PayeeName;

/**
 * The accounts that money can be transferred to, and whose they are. Used by the bank alone, which
 * serves one at a time.
 */
final class PayeeFile {

  private static final String SURNAMES = "赵钱孙李周吴郑王冯陈";

  private final Map<AccountNumber, Entry> entries = new LinkedHashMap<>();
  private Payees payees;

  /**
   * An account as a payee.
   *
   * @param owner the account that its holder's card stands on
   * @param kind C current, S savings, K card, as field 62 tells it
   */
  record Entry(AccountNumber number, String account, String owner, String kind, PayeeName name) {}

  PayeeFile(BankSpec spec) {
    this.payees = spec.payees();
    for (BankSpec.CardSpec card : spec.cards()) {
      add(card.number(), card.account(), card.account(), card.number() instanceof Pan ? "K" : "S");
    }
    spec.savings().forEach(own -> add(own.number(), own.account(), own.owner(), "S"));
  }

  private void add(AccountNumber number, String account, String owner, String kind) {
    char last = number.lastFour().charAt(3);
    PayeeName name = new PayeeName(SURNAMES.charAt(last - '0') + "**");
    entries.putIfAbsent(number, new Entry(number, account, owner, kind, name));
  }

  Payees known() {
    return payees;
  }

  /** From now on the bank knows this of payees. */
  void learn(Payees now) {
    payees = now;
  }

  Optional<Entry> find(AccountNumber number) {
    return Optional.ofNullable(entries.get(number));
  }

  /** The other accounts of whoever owns this one. */
  List<Entry> ownedBy(String account) {
    List<Entry> own = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (entry.owner().equals(account) && !entry.account().equals(account)) {
        own.add(entry);
      }
    }
    return own;
  }

  boolean listed(AccountNumber number) {
    return payees.listed().contains(number);
  }

  boolean slow(AccountNumber number) {
    return payees.slow().contains(number);
  }

  boolean badlyNamed(AccountNumber number) {
    return payees.badlyNamed().contains(number);
  }

  boolean paidBefore(String payer, AccountNumber number) {
    return payees.paidBefore().getOrDefault(payer, java.util.Set.of()).contains(number);
  }
}
