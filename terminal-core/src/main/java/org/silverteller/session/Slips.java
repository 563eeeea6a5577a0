package org.silverteller.session;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.silverteller.card.PayeeName;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.host.Particulars;
import org.silverteller.host.Reply;
import org.silverteller.money.Money;
import org.silverteller.money.Movement;
import org.silverteller.page.Language;
import org.silverteller.store.TransactionRecord;

/**
 * The slips of withdrawals, deposits and transfers, and of what a customer wants to take along from
 * the screen: Chinese, and beside it the customer's language when that is another. Hold at most the
 * first six and last four digits of the card.
 */
final class Slips {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final ReceiptPrinter printer;
  private final SessionRules rules;
  private final Ledger ledger;

  Slips(ReceiptPrinter printer, SessionRules rules, Ledger ledger) {
    this.printer = printer;
    this.rules = rules;
    this.ledger = ledger;
  }

  /** There is paper, and the printer works. */
  boolean possible() {
    return printer.status().works() && printer.paper() != ReceiptPrinter.Paper.OUT;
  }

  /**
   * Prints. A slip that fails is journaled and changes nothing else.
   *
   * @param unprinted rows that should be in the passbook and are not, as they would read there
   * @return whether the slip came out
   */
  boolean print(
      TransactionRecord record, Holder holder, Language language, List<String> unprinted) {
    List<String> lines = lines(record, holder, language);
    lines.addAll(lines.size() - rules.receiptFoot().size(), rowText(unprinted, language));
    return printed(lines);
  }

  /** The same for a transfer. */
  boolean print(
      TransactionRecord record, Holder holder, Particulars.Transfer transfer, Language language) {
    return printed(lines(record, holder, transfer, language));
  }

  /**
   * The same for a deposit.
   *
   * @param suspects counterfeit suspects that were kept, and are not credited
   * @param unprinted rows that should be in the passbook and are not, as they would read there
   */
  boolean printDeposit(
      TransactionRecord record,
      Holder holder,
      int suspects,
      Language language,
      List<String> unprinted) {
    Words words = new Words(language);
    List<String> lines = new ArrayList<>(head(record, holder, words));
    if (!record.counted().isEmpty() && record.stored().isEmpty()) {
      lines.add(words.label("counted") + record.counted().total() + " " + record.counted());
    }
    lines.add(words.label("deposited") + record.stored().total());
    if (!record.stored().isEmpty()) {
      lines.add(words.label("notes") + record.stored());
    }
    if (suspects > 0) {
      lines.add(words.label("suspects") + suspects);
    }
    lines.addAll(end(record, words));
    lines.addAll(lines.size() - rules.receiptFoot().size(), rowText(unprinted, language));
    return printed(lines);
  }

  /**
   * Prints the balance that the customer has asked for.
   *
   * @return whether the slip came out
   */
  boolean print(
      TransactionRecord record, Holder holder, Reply.Balances balances, Language language) {
    Words words = new Words(language);
    List<String> lines = head(record, holder, words);
    lines.add(words.label("available") + balances.available());
    lines.add(words.label("ledger") + balances.ledger());
    return printed(foot(lines, record));
  }

  /**
   * Prints the movements that the customer has asked for, each in two lines.
   *
   * @return whether the slip came out
   */
  boolean print(
      TransactionRecord record, Holder holder, List<Movement> movements, Language language) {
    Words words = new Words(language);
    List<String> lines = head(record, holder, words);
    lines.add(words.plain("movements"));
    for (Movement movement : movements) {
      lines.add(movement.date() + "  " + movement.summary());
      lines.add(
          String.format(
              Locale.ROOT,
              "  %16s %19s",
              (movement.credit() ? "+" : "-") + movement.amount(),
              (movement.overdrawn() ? "-" : "") + movement.balance()));
    }
    return printed(foot(lines, record));
  }

  private boolean printed(List<String> lines) {
    try {
      printer.print(lines);
      ledger.journal("RECEIPT PRINTED");
      return true;
    } catch (DeviceFault fault) {
      ledger.deviceFault(fault);
      return false;
    }
  }

  private List<String> lines(
      TransactionRecord record, Holder holder, Particulars.Transfer transfer, Language language) {
    Words words = new Words(language);
    List<String> lines = head(record, holder, words);
    lines.add(words.label("payee") + transfer.name() + " " + PayeeName.tail(transfer.to()));
    lines.add(words.label("transferred") + record.amount());
    String when = transfer.later() ? "later" : "at-once";
    lines.add(words.label("result") + words.plain("transfer." + when));
    return foot(lines, record);
  }

  /** Blanks between the columns are squeezed: a slip is narrower than a book. */
  private static List<String> rowText(List<String> unprinted, Language language) {
    List<String> lines = new ArrayList<>();
    if (!unprinted.isEmpty()) {
      lines.add(new Words(language).plain("unprinted"));
      unprinted.forEach(row -> lines.add(row.strip().replaceAll(" +", " ")));
    }
    return lines;
  }

  private List<String> lines(TransactionRecord record, Holder holder, Language language) {
    Words words = new Words(language);
    Money paid = record.presented().total().minus(record.retracted().total());
    List<String> lines = head(record, holder, words);
    lines.add(words.label("requested") + record.amount());
    lines.add(words.label("paid") + paid);
    if (!record.presented().isEmpty()) {
      lines.add(words.label("notes") + record.presented());
    }
    if (holder.foreign()) {
      lines.add(words.label("fee") + rules.withdrawal().foreignFee());
      lines.add(words.plain("conversion"));
    }
    lines.addAll(end(record, words));
    return lines;
  }

  private List<String> head(TransactionRecord record, Holder holder, Words words) {
    List<String> lines = new ArrayList<>(rules.receiptHead());
    lines.add(words.label("machine") + rules.terminalId());
    lines.add(words.label("time") + record.time().format(TIME));
    String scheme = holder.product().map(product -> " " + product.scheme()).orElse("");
    lines.add(
        words.label(holder instanceof Bookholder ? "book" : "card")
            + holder.account().masked()
            + scheme);
    return lines;
  }

  private List<String> end(TransactionRecord record, Words words) {
    List<String> lines = new ArrayList<>();
    lines.add(words.label("result") + words.plain("state." + record.state()));
    return foot(lines, record);
  }

  private List<String> foot(List<String> lines, TransactionRecord record) {
    lines.add("STAN " + record.stan() + "  RRN " + record.rrn());
    lines.addAll(rules.receiptFoot());
    return lines;
  }

  /** The slip's words, in Chinese and in the customer's language. */
  private static final class Words {
    private final ResourceBundle chinese = bundle(Language.CHINESE);
    private final ResourceBundle own;

    Words(Language language) {
      own = bundle(language);
    }

    private static ResourceBundle bundle(Language language) {
      return ResourceBundle.getBundle(
          "org.silverteller.session.slip",
          Locale.forLanguageTag(language.tag()),
          ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String plain(String key) {
      String zh = chinese.getString(key);
      String other = own.getString(key);
      return zh.equals(other) ? zh : zh + " " + other;
    }

    String label(String key) {
      return plain(key) + ": ";
    }
  }
}
