package org.silverteller.simulator.torture;

import java.util.List;
import org.silverteller.page.TransferPage;
import org.silverteller.page.TransferPage.AccountEntry;
import org.silverteller.page.Wish;
import org.silverteller.simulator.hardware.VirtualCard;

/** How somebody answers who wants to transfer money, to people mostly, at times to nobody. */
final class Payer {

  private static final String NOBODY = "62260000000000000";

  private final Fingers fingers;
  private final List<VirtualCard> payees;

  Payer(Fingers fingers, List<VirtualCard> payees) {
    this.fingers = fingers;
    this.payees = payees;
  }

  /**
   * @param leave back to the menu, or away
   */
  void answers(TransferPage page, Wish leave) {
    if (page instanceof AccountEntry entry) {
      typesAccount(entry);
    } else if (page instanceof TransferPage.TransferAmount entry) {
      typesAmount(entry);
    } else if (page instanceof TransferPage.TransferDone) {
      fingers.touch(leave);
    } else if (page instanceof TransferPage.GuardQuestion question && fingers.happens(80)) {
      fingers.touch(question.options().get(safest(question)));
    } else if (page instanceof TransferPage.PayeeConfirm) {
      fingers.touch(fingers.happens(95) ? Wish.CONFIRM : Wish.BACK);
    } else {
      fingers.touchOneOf(page.options());
    }
  }

  /** The shipped questions have their harmless answer first, unless it is the second. */
  private int safest(TransferPage.GuardQuestion question) {
    return question.options().size() > 2 ? fingers.dice().nextInt(2) : 0;
  }

  private void typesAccount(AccountEntry entry) {
    if (entry.fault() != AccountEntry.Fault.NONE) {
      fingers.clear();
      return;
    }
    int draw = fingers.dice().nextInt(100);
    String digits =
        draw < 4 ? NOBODY : payees.get(fingers.dice().nextInt(payees.size())).pan().reveal();
    fingers.type(draw > 96 ? digits.substring(0, 9) : digits);
  }

  private void typesAmount(TransferPage.TransferAmount entry) {
    if (entry.tooMuch()) {
      fingers.clear();
      return;
    }
    fingers.type(Long.toString(1 + fingers.dice().nextLong(fingers.happens(90) ? 900 : 60_000)));
  }
}
