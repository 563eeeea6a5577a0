package org.silverteller.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
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
    return holder instanceof Bookholder book ? bookServices(book) : cardServices(holder);
  }

  /** A full book takes no more rows; whether it still pays is the bank's rule. */
  private List<Wish> bookServices(Bookholder book) throws Cancelled {
    boolean cash = !book.full() || desk.rules().books().withdrawFromFull();
    Set<Denomination> notes = cash ? notesInside() : Set.of();
    List<Wish> wishes = new ArrayList<>();
    if (!notes.isEmpty()) {
      wishes.add(Wish.WITHDRAW);
    }
    if (cash && desk.acceptor().isPresent()) {
      wishes.add(Wish.DEPOSIT);
    }
    if (!book.full() && book.layout().isPresent()) {
      wishes.add(Wish.UPDATE_BOOK);
    }
    wishes.add(Wish.BALANCE);
    if (notes.stream().anyMatch(Denomination::small)) {
      wishes.add(Wish.SMALL_NOTES);
    }
    return wishes;
  }

  private List<Wish> cardServices(Holder holder) throws Cancelled {
    Set<Denomination> notes = notesInside();
    List<Wish> wishes = new ArrayList<>();
    if (!notes.isEmpty()) {
      wishes.add(Wish.WITHDRAW);
    }
    if (holder.own() && desk.acceptor().isPresent()) {
      wishes.add(Wish.DEPOSIT);
    }
    wishes.add(Wish.BALANCE);
    if (notes.stream().anyMatch(Denomination::small)) {
      wishes.add(Wish.SMALL_NOTES);
    }
    if (transfers(holder)) {
      wishes.add(Wish.TRANSFER);
    }
    if (holder.own() && holder.product().isPresent()) {
      wishes.add(Wish.STATEMENT);
      wishes.add(Wish.PIN_CHANGE);
    }
    return wishes;
  }

  /** Own cards only, and never again in a conversation in which one was stopped. */
  private boolean transfers(Holder holder) {
    return holder.own()
        && holder.product().isPresent()
        && desk.rules().transfer().offered()
        && !desk.guard().transfersStopped();
  }

  /** The denominations that can be paid now. */
  private Set<Denomination> notesInside() throws Cancelled {
    try {
      return desk.hardware().dispenser().cashUnits().stream()
          .filter(unit -> unit.available() > 0)
          .map(CashUnit::denomination)
          .collect(Collectors.toSet());
    } catch (DeviceFault fault) {
      throw dialogue.failed(fault);
    }
  }

  private Transaction service(Option option, Holder holder) {
    if (option.equals(Wish.BALANCE.option())) {
      return new BalanceInquiry(desk, holder);
    }
    if (option.equals(Wish.DEPOSIT.option())) {
      return new Deposit(desk, holder);
    }
    if (option.equals(Wish.STATEMENT.option())) {
      return new MiniStatement(desk, holder);
    }
    if (option.equals(Wish.PIN_CHANGE.option())) {
      return new PinChange(desk, holder);
    }
    if (option.equals(Wish.TRANSFER.option())) {
      return new Transfer(desk, holder);
    }
    if (holder instanceof Bookholder book && option.equals(Wish.UPDATE_BOOK.option())) {
      return new PassbookUpdate(desk, book);
    }
    return new Withdrawal(desk, holder, option.equals(Wish.SMALL_NOTES.option()));
  }
}
