package org.silverteller.session;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.money.Money;
import org.silverteller.page.Language;
import org.silverteller.store.TransactionRecord;

/**
 * The slip of a withdrawal: Chinese, and beside it the customer's language when that is another.
 * Holds at most the first six and last four digits of the card.
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

  /**
   * Prints. A slip that fails is journaled and changes nothing else.
   *
   * @param unprinted rows that should be in the passbook and are not, as they would read there
   * @return whether the slip came out
   */
  boolean print(
      TransactionRecord record, Holder holder, Language language, List<String> unprinted) {
    try {
      List<String> lines = lines(record, holder, language);
      lines.addAll(lines.size() - rules.receiptFoot().size(), rowText(unprinted, language));
      printer.print(lines);
      ledger.journal("RECEIPT PRINTED");
      return true;
    } catch (DeviceFault fault) {
      ledger.deviceFault(fault);
      return false;
    }
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
    List<String> lines = new ArrayList<>(rules.receiptHead());
    lines.add(words.label("machine") + rules.terminalId());
    lines.add(words.label("time") + record.time().format(TIME));
    String scheme = holder.product().map(product -> " " + product.scheme()).orElse("");
    lines.add(
        words.label(holder instanceof Bookholder ? "book" : "card")
            + holder.account().masked()
            + scheme);
    lines.add(words.label("requested") + record.amount());
    lines.add(words.label("paid") + paid);
    if (!record.presented().isEmpty()) {
      lines.add(words.label("notes") + record.presented());
    }
    if (holder.foreign()) {
      lines.add(words.label("fee") + rules.withdrawal().foreignFee());
      lines.add(words.plain("conversion"));
    }
    lines.add(words.label("result") + words.plain("state." + record.state()));
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
