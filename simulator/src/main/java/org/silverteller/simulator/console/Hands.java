package org.silverteller.simulator.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.silverteller.card.AccountNumber;
import org.silverteller.event.Key;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.simulator.console.Bench.ActRefused;
import org.silverteller.simulator.console.BenchState.Heap;
import org.silverteller.simulator.hardware.Customer;
import org.silverteller.simulator.hardware.MachineView;
import org.silverteller.simulator.hardware.PadMode;
import org.silverteller.simulator.hardware.VirtualBook;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.hardware.VirtualNote;
import org.silverteller.simulator.hardware.Wallet;

/** Whoever stands before the machine: what they do, and what they hold. */
final class Hands {

  private static final int MOST_SLIPS = 20;

  private final VirtualMachine machine;
  private final Customer customer;
  private final SortedMap<Denomination, Integer> notes = new TreeMap<>(Comparator.reverseOrder());
  private final Map<Heaps.Kind, Integer> returned = new TreeMap<>(Heaps.LARGEST_FIRST);
  private final TestBooks books;
  private final List<List<String>> slips = new ArrayList<>();
  private boolean away;

  /**
   * @param books those that people at this machine have
   */
  Hands(VirtualMachine machine, TestBooks books) {
    this.machine = machine;
    this.books = books;
    this.customer = machine.customer();
  }

  synchronized boolean away() {
    return away;
  }

  synchronized BenchState.Hands shown() {
    return new BenchState.Hands(
        notes.entrySet().stream()
            .map(entry -> new BenchState.Notes(entry.getKey().yuan(), entry.getValue()))
            .toList(),
        Heaps.of(returned),
        List.copyOf(slips));
  }

  synchronized void walkAway() {
    away = true;
  }

  synchronized void nextCustomer() {
    away = false;
    notes.clear();
    returned.clear();
    slips.clear();
  }

  synchronized void insert(String name) throws ActRefused {
    VirtualCard card =
        Wallet.card(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "card '"
                            + name
                            + "': expected one of "
                            + String.join(
                                ", ", Wallet.cards().stream().map(VirtualCard::name).toList())));
    demandSomebody();
    if (!customer.insertCard(card)) {
      throw new ActRefused(whyNot(name));
    }
  }

  private String whyNot(String name) {
    MachineView view = machine.view();
    if (view.retained().stream().anyMatch(card -> card.name().equals(name))) {
      return "the machine has kept this card; mending everything empties its bin";
    }
    return view.card().isPresent() ? "there is a card in the slot" : "the card slot is closed";
  }

  synchronized void takeCard() throws ActRefused {
    demandSomebody();
    if (customer.takeCard().isEmpty()) {
      throw new ActRefused("no card waits in the slot");
    }
  }

  synchronized void takeCash() throws ActRefused {
    demandSomebody();
    NoteMix taken = customer.takeNotes();
    if (taken.isEmpty()) {
      throw new ActRefused("no notes are within reach");
    }
    taken
        .byDenomination()
        .forEach((denomination, count) -> notes.merge(denomination, count, Integer::sum));
  }

  synchronized void takeReceipt() throws ActRefused {
    demandSomebody();
    Optional<List<String>> slip = customer.takeReceipt();
    if (slips.size() == MOST_SLIPS) {
      slips.remove(0);
    }
    slips.add(slip.orElseThrow(() -> new ActRefused("no slip sticks out of the printer")));
  }

  // ---- passbook

  synchronized void insertBook(Act.InsertBook act) throws ActRefused {
    VirtualBook book = books.book(act.book());
    demandSomebody();
    MachineView.BookSlot slot =
        machine
            .view()
            .bookSlot()
            .orElseThrow(() -> new ActRefused("this machine has no passbook unit"));
    if (slot.retained().contains(act.book())) {
      throw new ActRefused("the machine has kept this book; mending everything empties its bin");
    }
    if (slot.book().isPresent()) {
      throw new ActRefused("there is a book in the slot");
    }
    if (!customer.insertBook(book.opened(act.page(), act.upsideDown()))) {
      throw new ActRefused("the passbook slot is closed");
    }
  }

  synchronized void takeBook() throws ActRefused {
    demandSomebody();
    if (customer.takeBook().isEmpty()) {
      throw new ActRefused("no book waits in the slot");
    }
  }

  // ---- notes to be deposited

  synchronized void put(List<Heap> heaps) throws ActRefused {
    demandSomebody();
    if (machine.deposits().isEmpty()) {
      throw new ActRefused("this machine has no acceptor");
    }
    if (!customer.insertNotes(Heaps.notes(heaps))) {
      throw new ActRefused("the input for notes is closed");
    }
  }

  synchronized void takeReturned() throws ActRefused {
    demandSomebody();
    List<VirtualNote> taken = customer.takeReturnedNotes();
    if (taken.isEmpty()) {
      throw new ActRefused("no notes are handed back");
    }
    Heaps.add(taken, returned);
  }

  // ---- keys and glass

  /** Whose pages tell no whole number need one typed: that of a payee. */
  synchronized void typeNumber(String of) throws ActRefused {
    AccountNumber number = TestPayees.number(of);
    demandSomebody();
    if (machine.customer().padMode() != PadMode.KEYS) {
      throw new ActRefused("nothing asks for an account number now");
    }
    for (char digit : number.reveal().toCharArray()) {
      press(Key.ofDigit(digit - '0'));
    }
  }

  synchronized void press(Key key) throws ActRefused {
    demandSomebody();
    if (!customer.press(key)) {
      throw new ActRefused("the PIN pad does not listen now");
    }
  }

  synchronized void touch(int x, int y) throws ActRefused {
    demandSomebody();
    customer.touch(x, y);
  }

  private void demandSomebody() throws ActRefused {
    if (away) {
      throw new ActRefused("the customer has walked away; let the next one step up");
    }
  }
}
