package org.silverteller.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a customer can answer on a page, apart from amounts, mixes and languages. The painter knows
 * its words in each language.
 */
public enum Wish {
  WITHDRAW,
  /** A withdrawal of ten-yuan and other small notes only. */
  SMALL_NOTES,
  BALANCE,
  DEPOSIT,
  /** The last movements of the account. */
  STATEMENT,
  /** Another PIN. */
  PIN_CHANGE,
  TRANSFER,
  /** To another account of the customer's own. */
  TO_OWN_ACCOUNT,
  /** To somebody else's account. */
  TO_OTHER_ACCOUNT,
  /** Transfers that can still be cancelled. */
  PENDING_TRANSFERS,
  AT_ONCE,
  AFTER_24H,
  /** Call somebody before anything else. */
  CALL,
  /** Transfer tomorrow. */
  TOMORROW,
  /** Come again tomorrow. */
  COME_TOMORROW,
  /** Have it done by a person. */
  COUNTER,
  /** Print into the passbook what is not in it yet. */
  UPDATE_BOOK,
  /** Another amount, to be typed. */
  OTHER_AMOUNT,
  /** The rest of the options, on another page. */
  MORE,
  /** On a slip what stands on the screen. */
  PRINT,
  YES,
  NO,
  CONFIRM,
  /** Put further notes in. */
  ADD_MORE,
  /** Hand all notes back. */
  RETURN_ALL,
  /** One page back; nothing has been decided. */
  BACK,
  /** End, and give the card back. */
  EXIT,
  LANGUAGE,
  /** Big print. */
  ENLARGE,
  /** Back from big print. */
  STANDARD,
  HELP;

  private static final Map<String, Wish> BY_ID =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Wish::id, wish -> wish));

  private final String id = name().toLowerCase(Locale.ROOT);
  private final Option option = new Option.Plain(this);

  /** As an option's: {@code other_amount}. */
  String id() {
    return id;
  }

  public Option option() {
    return option;
  }

  /** The wish whose option has that id; empty when it is another option's. */
  public static Optional<Wish> ofId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
