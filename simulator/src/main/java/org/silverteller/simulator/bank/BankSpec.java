package org.silverteller.simulator.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.card.AccountNumber;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.CardProduct.Issuer;
import org.silverteller.card.CardScheme;
import org.silverteller.card.Pan;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.host.iso8583.Dialect;
import org.silverteller.money.Money;
import org.silverteller.simulator.hardware.MasterKey;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.Wallet;

/**
 * What a virtual bank opens with.
 *
 * @param accounts in the order in which they are shown
 * @param cards each on one of the accounts
 * @param masterKeys the terminal master key of each terminal it knows; its cipher is also that of
 *     the working keys and PIN blocks
 * @param anyTerminal the master key of every other terminal; empty: others are refused with 97
 * @param dialect how its messages are written
 * @param mac how they are sealed
 * @param savings further accounts of holders of own cards
 * @param payees what it knows of accounts as payees
 * @param books passbooks, each on an account of its own
 */
public record BankSpec(
    List<AccountSpec> accounts,
    List<CardSpec> cards,
    Map<String, MasterKey> masterKeys,
    Optional<MasterKey> anyTerminal,
    Dialect dialect,
    MacAlgorithm mac,
    BankRules rules,
    List<SavingsSpec> savings,
    Payees payees,
    List<BookSpec> books) {

  /**
   * @param held part of the balance that is not available
   */
  public record AccountSpec(String number, Money balance, Money held) {}

  /**
   * A further account of a customer.
   *
   * @param account its name in the books
   * @param owner the account that the customer's card stands on
   */
  public record SavingsSpec(AccountNumber number, String account, String owner) {}

  /**
   * A card, or the right to a passbook, and what its issuer knows of it.
   *
   * @param account where its withdrawals are debited
   * @param senior its holder is sixty or older
   * @param expiry YYMM
   * @param chip it has a chip, so its stripe alone is refused (45)
   * @param pin what an issuer's security module would keep
   */
  public record CardSpec(
      AccountNumber number,
      String account,
      Issuer issuer,
      CardScheme scheme,
      boolean senior,
      String expiry,
      boolean chip,
      String pin,
      CardStatus status) {

    /** Never the PIN. */
    @Override
    public String toString() {
      return number + " on " + account + " " + status;
    }
  }

  /** A passbook has no expiry. */
  private static final String NEVER_EXPIRES = "9912";

  private static final String OWN_BANK = "622848";
  private static final String OWN_SENIOR = "622849";

  private static final Map<CardScheme, Money> ABROAD =
      Map.of(
          CardScheme.VISA, Money.ofFen(2_168_340),
          CardScheme.MASTERCARD, Money.ofFen(1_783_455),
          CardScheme.AMEX, Money.ofFen(3_610_220),
          CardScheme.JCB, Money.ofFen(945_780),
          CardScheme.DINERS, Money.ofFen(1_254_600),
          CardScheme.DISCOVER, Money.ofFen(722_190));

  public BankSpec {
    accounts = List.copyOf(accounts);
    cards = List.copyOf(cards);
    books = List.copyOf(books);
    masterKeys = Map.copyOf(masterKeys);
    savings = List.copyOf(savings);
  }

  /** An account for each card of the wallet; any terminal with the simulation's master key. */
  public static BankSpec usual() {
    return of(Wallet.cards(), BankRules.USUAL);
  }

  /** An account for each card; any terminal with the simulation's master key. */
  public static BankSpec of(List<VirtualCard> cards, BankRules rules) {
    List<AccountSpec> accounts = new ArrayList<>();
    List<CardSpec> onFile = new ArrayList<>();
    for (VirtualCard card : cards) {
      String number = "account of " + card.name();
      accounts.add(new AccountSpec(number, balanceOf(card), Money.ZERO));
      onFile.add(onFile(card, number));
    }
    List<SavingsSpec> savings = new ArrayList<>();
    for (CardSpec card : onFile) {
      if (card.issuer() == Issuer.OWN) {
        SavingsSpec own = savings(card);
        savings.add(own);
        accounts.add(new AccountSpec(own.account(), Money.ZERO, Money.ZERO));
      }
    }
    return new BankSpec(
        accounts,
        onFile,
        Map.of(),
        Optional.of(MasterKey.TEST),
        Dialect.TERMINAL,
        MacAlgorithm.X9_19,
        rules,
        savings,
        Payees.STRANGERS,
        List.of());
  }

  public BankSpec with(BankRules next) {
    return new BankSpec(
        accounts, cards, masterKeys, anyTerminal, dialect, mac, next, savings, payees, books);
  }

  /** The same bank with another balance on the account of that card. */
  public BankSpec withBalance(VirtualCard card, Money balance) {
    List<AccountSpec> changed =
        accounts.stream()
            .map(
                account ->
                    account.number().equals("account of " + card.name())
                        ? new AccountSpec(account.number(), balance, Money.ZERO)
                        : account)
            .toList();
    return new BankSpec(
        changed, cards, masterKeys, anyTerminal, dialect, mac, rules, savings, payees, books);
  }

  /** The same bank with these passbooks besides, each on an account of its own. */
  public BankSpec withBooks(List<BookSpec> issued) {
    List<AccountSpec> allAccounts = new ArrayList<>(accounts);
    List<CardSpec> holders = new ArrayList<>(cards);
    for (BookSpec book : issued) {
      allAccounts.add(new AccountSpec(book.account(), book.balance(), Money.ZERO));
      holders.add(
          new CardSpec(
              book.number(),
              book.account(),
              Issuer.OWN,
              CardScheme.UNIONPAY,
              false,
              NEVER_EXPIRES,
              false,
              book.pin(),
              book.status()));
    }
    return new BankSpec(
        allAccounts,
        holders,
        masterKeys,
        anyTerminal,
        dialect,
        mac,
        rules,
        savings,
        payees,
        issued);
  }

  /** The same bank, speaking and sealing in another way. */
  public BankSpec speaking(Dialect other, MacAlgorithm algorithm) {
    return new BankSpec(
        accounts, cards, masterKeys, anyTerminal, other, algorithm, rules, savings, payees, books);
  }

  /** The same bank, where every other terminal has this master key. */
  public BankSpec withMasterKey(MasterKey key) {
    return new BankSpec(
        accounts, cards, masterKeys, Optional.of(key), dialect, mac, rules, savings, payees, books);
  }

  /** The same bank, which knows these terminals and no other. */
  public BankSpec withTerminals(Map<String, MasterKey> known) {
    return new BankSpec(
        accounts, cards, known, Optional.empty(), dialect, mac, rules, savings, payees, books);
  }

  /** The same bank, knowing this of payees. */
  public BankSpec with(Payees known) {
    return new BankSpec(
        accounts, cards, masterKeys, anyTerminal, dialect, mac, rules, savings, known, books);
  }

  /** Each holder of an own card has a savings account, with a number like the card's. */
  private static SavingsSpec savings(CardSpec card) {
    String number = "3100" + card.number().reveal().substring(6) + "01";
    try {
      return new SavingsSpec(
          AccountNumber.of(number), card.account().replace("account", "savings"), card.account());
    } catch (CardFormatException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Optional<MasterKey> masterKey(String terminal) {
    return Optional.ofNullable(masterKeys.get(terminal)).or(() -> anyTerminal);
  }

  private static Money balanceOf(VirtualCard card) {
    if (card.equals(Wallet.SHORT_OF_MONEY)) {
      return Money.ofYuan(60);
    }
    if (card.scheme().foreign()) {
      return ABROAD.get(card.scheme());
    }
    return card.pan().startsWith(OWN_SENIOR) ? Money.ofYuan(3_000) : Money.ofFen(1_234_567);
  }

  private static CardSpec onFile(VirtualCard card, String account) {
    Pan pan = card.pan();
    boolean senior = pan.startsWith(OWN_SENIOR);
    boolean own = senior || pan.startsWith(OWN_BANK);
    Issuer issuer = card.scheme().foreign() ? Issuer.FOREIGN : own ? Issuer.OWN : Issuer.DOMESTIC;
    char service = card.serviceCode().charAt(0);
    return new CardSpec(
        pan,
        account,
        issuer,
        card.scheme(),
        senior,
        card.expiry(),
        service == '2' || service == '6',
        card.pin(),
        statusOf(card));
  }

  private static CardStatus statusOf(VirtualCard card) {
    if (card.equals(Wallet.BLOCKED)) {
      return CardStatus.BLOCKED;
    }
    return card.equals(Wallet.STOLEN) ? CardStatus.STOLEN : CardStatus.GOOD;
  }
}
