package org.silverteller.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;

/** The pages on which cash is brought. */
public sealed interface DepositPage extends Page {

  /**
   * Put notes in, with a picture of how.
   *
   * @param soFar what lies counted in escrow
   * @param mostNotes how many the machine can hold before they are stored
   * @param most the most for one deposit
   */
  record InsertNotes(Money soFar, int mostNotes, Money most) implements DepositPage {
    @Override
    public List<Wish> bar() {
      return List.of(Wish.BACK, Wish.EXIT);
    }
  }

  /**
   * What was counted, by denomination: deposit it?
   *
   * @param more further notes can be put in
   * @param over the most for one deposit, where this is more: it can only be handed back
   */
  record DepositCount(NoteMix notes, boolean more, Optional<Money> over) implements DepositPage {
    @Override
    public List<Option> options() {
      List<Option> options = new ArrayList<>(3);
      if (over.isEmpty()) {
        options.add(Wish.CONFIRM.option());
      }
      if (more) {
        options.add(Wish.ADD_MORE.option());
      }
      options.add(Wish.RETURN_ALL.option());
      return options;
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.EXIT);
    }
  }

  /**
   * The notes are stored.
   *
   * @param amount what is credited
   * @param balance what is available now, where the bank tells it
   */
  record Deposited(Money amount, Credit credit, Optional<Money> balance) implements DepositPage {

    /** How far the credit has come. */
    public enum Credit {
      DONE,
      /** The bank could not be told yet; the machine goes on until it is. */
      ON_ITS_WAY,
      /** The bank has it, and checks something about it. */
      BEING_CHECKED
    }

    @Override
    public List<Wish> bar() {
      return List.of(Wish.BACK, Wish.EXIT);
    }

    @Override
    public String name() {
      return "deposited" + (credit == Credit.DONE ? "" : " " + PageKind.hyphened(credit));
    }
  }
}
