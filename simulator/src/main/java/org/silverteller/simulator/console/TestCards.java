package org.silverteller.simulator.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.silverteller.simulator.bank.BankLedger;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.console.BenchState.WalletCard;
import org.silverteller.simulator.hardware.MachineView;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.Wallet;

/**
 * The wallet as the page shows it: each test card with what can be tried with it, its PIN, its
 * account, and where it is.
 */
final class TestCards {

  private record Words(String name, String remark) {}

  private static final Words VISITOR =
      new Words("Visitor", "A foreign card: a language to choose, at most ¥3,000 at once");

  private static final Map<VirtualCard, Words> WORDS =
      Map.ofEntries(
          Map.entry(Wallet.OWN, new Words("Own bank", "An account in good order")),
          Map.entry(Wallet.SENIOR, new Words("Senior", "Opens the big print by itself")),
          Map.entry(
              Wallet.DOMESTIC,
              new Words("Other bank", "Another domestic bank's card, through UnionPay")),
          Map.entry(
              Wallet.SHORT_OF_MONEY,
              new Words("Low balance", "Less than ¥100 in the account: code 51")),
          Map.entry(Wallet.EXPIRED, new Words("Expired", "Out of date: refused, code 54")),
          Map.entry(
              Wallet.BLOCKED,
              new Words("Blocked", "Restricted by the bank: refused, code 62, given back")),
          Map.entry(
              Wallet.STOLEN,
              new Words("Stolen", "Reported as stolen: code 43, the machine keeps it")),
          Map.entry(Wallet.CHIP, new Words("Chip card", "The stripe alone is not enough")),
          Map.entry(Wallet.DAMAGED, new Words("Bad stripe", "No head can read it")));

  /** The cards that are shown; those whose digits a scan looks for are left to scripts. */
  private static final List<VirtualCard> SHOWN =
      Wallet.cards().stream().filter(card -> !Wallet.canaries().contains(card)).toList();

  private TestCards() {}

  static List<WalletCard> shown(MachineView view, VirtualBank bank) {
    Set<String> retained =
        view.retained().stream().map(MachineView.Card::name).collect(Collectors.toSet());
    Map<String, String> available =
        bank.ledger().accounts().stream()
            .collect(
                Collectors.toMap(
                    BankLedger.AccountView::number, account -> account.available().toString()));
    return SHOWN.stream().map(card -> shown(card, place(card, view, retained), available)).toList();
  }

  private static WalletCard shown(
      VirtualCard card, WalletCard.Place place, Map<String, String> available) {
    Words words = WORDS.getOrDefault(card, VISITOR);
    String expiry = card.expiry();
    return new WalletCard(
        card.name(),
        words.name(),
        card.scheme(),
        card.pan().masked(),
        expiry.substring(2) + "/" + expiry.substring(0, 2),
        card.pin(),
        words.remark(),
        Optional.ofNullable(available.get("account of " + card.name())),
        place);
  }

  private static WalletCard.Place place(VirtualCard card, MachineView view, Set<String> retained) {
    if (retained.contains(card.name())) {
      return WalletCard.Place.RETAINED;
    }
    boolean inside = view.card().filter(in -> in.name().equals(card.name())).isPresent();
    return inside ? WalletCard.Place.MACHINE : WalletCard.Place.WALLET;
  }
}
