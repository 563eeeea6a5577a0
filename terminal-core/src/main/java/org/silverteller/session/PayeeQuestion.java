package org.silverteller.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.card.AccountNumber;
import org.silverteller.card.CardFormatException;
import org.silverteller.event.Key;
import org.silverteller.host.Details;
import org.silverteller.page.Option;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.page.TransferPage;
import org.silverteller.page.TransferPage.AccountEntry.Fault;
import org.silverteller.page.TypedAccount;
import org.silverteller.page.Wish;

/** Asks to which account. */
final class PayeeQuestion {

  private final Dialogue dialogue;
  private final TransferRules rules;

  /**
   * Where the money is to go.
   *
   * @param typed the number as the customer has typed it; nothing when it was chosen from a list
   */
  record Destination(AccountNumber number, TypedAccount typed) {}

  /** An account of the list with its option. */
  private record Listed(AccountNumber number, Option.Account option) {}

  PayeeQuestion(Dialogue dialogue, TransferRules rules) {
    this.dialogue = dialogue;
    this.rules = rules;
  }

  /**
   * One of the customer's other accounts.
   *
   * @param from left out of the list
   * @return empty when there is none, which the customer is told, or the customer goes back
   */
  Optional<Destination> ownAccount(Details.Accounts accounts, AccountNumber from) throws Cancelled {
    List<Listed> listed = new ArrayList<>();
    for (Details.Account account : accounts.accounts()) {
      if (!account.number().equals(from)) {
        int place = listed.size() + 1;
        String tail = account.number().lastFour();
        listed.add(new Listed(account.number(), new Option.Account(place, account.kind(), tail)));
      }
    }
    if (listed.isEmpty()) {
      dialogue.tellAwhile(new Page.Notice(Kind.NO_OTHER_ACCOUNTS, Optional.empty()));
      return Optional.empty();
    }
    return new PagedChoice<Listed>(
            dialogue,
            listed,
            Listed::option,
            (shown, more) ->
                new TransferPage.OwnAccounts(shown.stream().map(Listed::option).toList(), more))
        .ask()
        .map(chosen -> new Destination(chosen.number(), TypedAccount.NOTHING));
  }

  /**
   * An account number typed on the pad.
   *
   * @param from is not taken
   * @return empty when the customer goes back
   */
  Optional<Destination> typed(AccountNumber from) throws Cancelled {
    TypedAccount typed = TypedAccount.NOTHING;
    Fault fault = Fault.NONE;
    while (true) {
      dialogue.tell(new TransferPage.AccountEntry(typed, fault));
      Answer answer = dialogue.hear();
      if (answer.equals(new Answer.Chosen(Wish.BACK.option()))) {
        return Optional.empty();
      }
      if (answer.equals(new Answer.Pressed(Key.ENTER))
          || answer.equals(new Answer.Chosen(Wish.CONFIRM.option()))) {
        Optional<AccountNumber> account = account(typed);
        if (account.isPresent() && !account.get().equals(from)) {
          return Optional.of(new Destination(account.get(), typed));
        }
        fault = account.isPresent() ? Fault.SAME_ACCOUNT : Fault.LENGTH;
      } else if (answer instanceof Answer.Pressed pressed) {
        fault = Fault.NONE;
        typed = afterKey(typed, pressed.key());
      }
    }
  }

  private TypedAccount afterKey(TypedAccount typed, Key key) {
    if (key == Key.CLEAR) {
      return TypedAccount.NOTHING;
    }
    boolean room = typed.length() < rules.accountMaxDigits();
    return key.digit() && room ? typed.then(key.value()) : typed;
  }

  /** Empty when it has too few digits for an account number. */
  private Optional<AccountNumber> account(TypedAccount typed) {
    if (typed.length() < rules.accountMinDigits()) {
      return Optional.empty();
    }
    try {
      return Optional.of(AccountNumber.of(typed.digits()));
    } catch (CardFormatException tooShort) {
      return Optional.empty();
    }
  }
}
