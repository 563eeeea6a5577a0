package org.silverteller.session;

import java.util.ArrayList;
import java.util.List;
import org.silverteller.device.DeviceFault;
import org.silverteller.page.Option;
import org.silverteller.page.Pace;
import org.silverteller.page.Page;
import org.silverteller.page.Wish;

/**
 * What this customer can have done here now: the services of the machine that stand behind the
 * account, the most wanted first. What has no room on the profile's first page stands behind
 * "more".
 */
final class ServiceMenu {

  private final Desk desk;
  private final Dialogue dialogue;

  ServiceMenu(Desk desk) {
    this.desk = desk;
    this.dialogue = desk.dialogue();
  }

  /** Asks which, and again until one is chosen. */
  Transaction choose(Holder holder) throws Cancelled {
    List<Wish> all = services(holder);
    List<Wish> left = all;
    while (true) {
      List<Wish> offered = left;
      Option option = dialogue.ask(pace -> page(offered, offered.size() < all.size(), pace));
      if (option.equals(Wish.MORE.option())) {
        left = offered.subList(room(offered, dialogue.pace()), offered.size());
      } else if (option.equals(Wish.BACK.option())) {
        left = all;
      } else {
        return service(option, holder);
      }
    }
  }

  private static Page page(List<Wish> wishes, boolean further, Pace pace) {
    int room = room(wishes, pace);
    List<Wish> shown = new ArrayList<>(wishes.subList(0, room));
    if (room < wishes.size()) {
      shown.add(Wish.MORE);
    }
    return new Page.Menu(shown, further);
  }

  private static int room(List<Wish> wishes, Pace pace) {
    return wishes.size() <= pace.optionsPerPage() ? wishes.size() : pace.optionsPerPage() - 1;
  }

  private List<Wish> services(Holder holder) throws Cancelled {
    List<Wish> wishes = new ArrayList<>(List.of(Wish.WITHDRAW));
    if (smallNotesInside()) {
      wishes.add(Wish.SMALL_NOTES);
    }
    if (holder instanceof Bookholder book) {
      return bookServices(book, wishes);
    }
    wishes.add(Wish.BALANCE);
    return wishes;
  }

  /** A full book takes no more rows; whether it still pays is the bank's rule. */
  private List<Wish> bookServices(Bookholder book, List<Wish> cash) {
    List<Wish> wishes = new ArrayList<>();
    if (!book.full() || desk.rules().books().withdrawFromFull()) {
      wishes.addAll(cash);
    }
    if (!book.full() && book.layout().isPresent()) {
      wishes.add(Wish.UPDATE_BOOK);
    }
    wishes.add(Wish.BALANCE);
    return wishes;
  }

  private boolean smallNotesInside() throws Cancelled {
    try {
      return desk.hardware().dispenser().cashUnits().stream()
          .anyMatch(unit -> unit.available() > 0 && unit.denomination().small());
    } catch (DeviceFault fault) {
      throw dialogue.failed(fault);
    }
  }

  private Transaction service(Option option, Holder holder) {
    if (option.equals(Wish.BALANCE.option())) {
      return new BalanceInquiry(desk, holder);
    }
    if (holder instanceof Bookholder book && option.equals(Wish.UPDATE_BOOK.option())) {
      return new PassbookUpdate(desk, book);
    }
    return new Withdrawal(desk, holder, option.equals(Wish.SMALL_NOTES.option()));
  }
}
