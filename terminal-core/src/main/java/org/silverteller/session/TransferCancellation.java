package org.silverteller.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.host.Details;
import org.silverteller.host.Particulars;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.page.Option;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.page.TransferPage;
import org.silverteller.page.TransferPage.TransferDone.Result;
import org.silverteller.page.Wish;

/**
 * Takes back a transfer that is not posted yet (service rules 5.1). The bank does it once, however
 * often it is asked; without an answer nothing is claimed, and the customer can look again.
 */
final class TransferCancellation implements Transaction {

  private final Desk desk;
  private final Holder holder;
  private final Dialogue dialogue;

  /** A transfer of the list with its option. */
  private record Listed(Details.PendingTransfer transfer, Option.Pending option) {}

  TransferCancellation(Desk desk, Holder holder) {
    this.desk = desk;
    this.holder = holder;
    this.dialogue = desk.dialogue();
  }

  @Override
  public Next run() throws Cancelled {
    Authorisation.Verdict verdict =
        desk.authorisation().ask(Service.PENDING_TRANSFERS, holder, Money.ZERO);
    if (!(verdict instanceof Authorisation.Verdict.Granted granted)) {
      return desk.refuse(verdict, holder);
    }
    desk.ledger().answered(granted.record(), granted.reply());
    List<Listed> listed = listed((Details.Pending) granted.reply().details());
    if (listed.isEmpty()) {
      dialogue.tellAwhile(new Page.Notice(Kind.NO_PENDING_TRANSFERS, Optional.empty()));
      return Next.MENU;
    }
    Optional<Listed> chosen =
        new PagedChoice<Listed>(
                dialogue,
                listed,
                Listed::option,
                (shown, more) ->
                    new TransferPage.PendingTransfers(
                        shown.stream().map(Listed::option).toList(), more))
            .ask();
    return chosen.isPresent() ? cancel(chosen.get().transfer()) : Next.MENU;
  }

  private static List<Listed> listed(Details.Pending pending) {
    List<Listed> listed = new ArrayList<>();
    for (Details.PendingTransfer one : pending.transfers()) {
      int place = listed.size() + 1;
      listed.add(
          new Listed(
              one, new Option.Pending(place, one.name(), one.tail(), one.amount(), one.until())));
    }
    return listed;
  }

  private Next cancel(Details.PendingTransfer transfer) throws Cancelled {
    Page page =
        new TransferPage.CancelConfirm(
            transfer.name(), transfer.tail(), transfer.amount(), transfer.until());
    if (!dialogue.ask(page).equals(Wish.CONFIRM.option())) {
      return Next.MENU;
    }
    Authorisation.Verdict verdict =
        desk.authorisation()
            .ask(
                Service.TRANSFER_CANCEL,
                holder,
                Money.ZERO,
                new Particulars.Cancel(transfer.reference()));
    if (!(verdict instanceof Authorisation.Verdict.Granted granted)) {
      return desk.refuse(verdict, holder);
    }
    desk.ledger().answered(granted.record(), granted.reply());
    Option option =
        dialogue.ask(
            new TransferPage.TransferDone(
                Result.CANCELLED,
                transfer.name(),
                transfer.tail(),
                transfer.amount(),
                transfer.reference()));
    return option.equals(Wish.BACK.option()) ? Next.MENU : Next.RETURN_CARD;
  }
}
