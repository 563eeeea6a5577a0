package org.silverteller.simulator.torture;

import java.util.ArrayList;
import java.util.List;
import org.silverteller.page.DepositPage;
import org.silverteller.page.Wish;
import org.silverteller.simulator.hardware.Customer;
import org.silverteller.simulator.hardware.VirtualNote;

/** How somebody answers who brings cash. */
final class Saver {

  private static final int[] NOTES = {1, 5, 10, 20, 50, 100};

  private final Fingers fingers;
  private final Customer customer;
  private final Tale tale;

  Saver(Fingers fingers, Customer customer, Tale tale) {
    this.fingers = fingers;
    this.customer = customer;
    this.tale = tale;
  }

  /** Mostly puts notes in. */
  void answersInsertNotes() {
    if (fingers.happens(90)) {
      putsIn();
    } else {
      fingers.touch(fingers.dice().nextBoolean() ? Wish.BACK : Wish.EXIT);
    }
  }

  /** Mostly confirms; a few put further notes in without having said so. */
  void answers(DepositPage.DepositCount count) {
    int draw = fingers.dice().nextInt(100);
    boolean possible = count.options().contains(Wish.CONFIRM.option());
    boolean more = count.options().contains(Wish.ADD_MORE.option());
    fingers.touch(
        draw < 70 && possible
            ? Wish.CONFIRM
            : draw < 85 && more ? Wish.ADD_MORE : draw < 96 ? Wish.RETURN_ALL : Wish.EXIT);
    if (draw == 0) {
      putsIn();
    }
  }

  /** Mostly hundreds; now and then a worn note, a suspect, or something that is no note. */
  void putsIn() {
    List<VirtualNote> notes = new ArrayList<>();
    int bunches = 1 + fingers.dice().nextInt(2);
    for (int bunch = 0; bunch < bunches; bunch++) {
      int yuan = fingers.happens(60) ? 100 : NOTES[fingers.dice().nextInt(NOTES.length)];
      int draw = fingers.dice().nextInt(100);
      VirtualNote.Quality quality =
          draw < 85
              ? VirtualNote.Quality.FIT
              : draw < 90
                  ? VirtualNote.Quality.UNFIT
                  : draw < 95 ? VirtualNote.Quality.SUSPECT : VirtualNote.Quality.UNREADABLE;
      notes.addAll(VirtualNote.many(yuan, quality, 1 + fingers.dice().nextInt(6)));
    }
    boolean taken = customer.insertNotes(notes);
    tale.mark(notes.size());
    tale.tell("customer", "puts in " + notes + (taken ? "" : " in vain"));
  }
}
