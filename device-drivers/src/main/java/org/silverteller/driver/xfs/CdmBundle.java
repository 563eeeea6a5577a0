package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.CashDispenser.PresentStatus.State;
import org.silverteller.device.Counted;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitType;

/**
 * What became of the last bundle: the dispenser's present status, whose it is by the note that was
 * written before the dispense, and what its counts say since then.
 *
 * @param note the last dispense that was about to be commanded
 * @param now the counts of this moment
 * @param places what the sensors say at one moment
 * @param seenTaken the dispenser has told that the notes were taken
 */
record CdmBundle(
    Optional<BundleNotes.Note> note, CdmUnits now, CdmPlaces places, boolean seenTaken) {

  /**
   * A WFSCDMPRESENTSTATUS.
   *
   * @param state wPresentState
   * @param values lpulValues of the last dispense, by place of the unit
   */
  record Told(int state, int[] values) {
    static Told read(XfsRecord status) {
      int[] values =
          status.isNull("lpDenomination")
              ? new int[0]
              : CdmBundle.values(status.record("lpDenomination", Cdm.WFSCDMDENOMINATION));
      return new Told(status.word("wPresentState"), values);
    }
  }

  /** lpulValues of a denomination. */
  static int[] values(XfsRecord denomination) {
    Pointer values = denomination.pointer("lpulValues");
    return values == null ? new int[0] : values.getIntArray(0, denomination.word("usCount"));
  }

  /**
   * Notes that were drawn in, as parts of the bundle. The dispenser tells them by value; which of
   * two units of the same value a note came from makes no difference to anybody.
   */
  static NoteMix drawnIn(XfsRecord list, NoteMix bundle, XfsCurrency currency) {
    List<NoteMix.Part> parts = new ArrayList<>();
    List<XfsRecord> items =
        list.list("lppItemNumber", Cdm.WFSCDMITEMNUMBER, list.word("usNumOfItemNumbers"));
    int[] left = items.stream().mapToInt(item -> (int) item.ulong("ulCount")).toArray();
    for (NoteMix.Part part : bundle.parts()) {
      int found = 0;
      for (int index = 0; index < left.length; index++) {
        if (currency.yuan(items.get(index)) == part.denomination().yuan()) {
          int these = Math.min(left[index], part.notes() - found);
          found += these;
          left[index] -= these;
        }
      }
      if (found > 0) {
        parts.add(new NoteMix.Part(part.unit(), part.denomination(), found));
      }
    }
    return new NoteMix(parts);
  }

  PresentStatus status(Told told) {
    int rejected = 0;
    for (int notes : note.map(last -> now.rejectedSince(last.counts())).orElse(new int[0])) {
      rejected += notes;
    }
    return new PresentStatus(
        state(told), new Counted(now.mix(told.values()), rejected), reference(told));
  }

  /**
   * The standard knows no state for taken and retracted: sensors and bins tell. Where nobody saw
   * the notes being taken, an empty exit proves it only while nothing says that they went the other
   * way.
   */
  private State state(Told told) {
    return switch (told.state()) {
      case Cdm.WFS_CDM_NOTPRESENTED -> State.NOT_PRESENTED;
      case Cdm.WFS_CDM_PRESENTED -> {
        if (since(UnitType.RETRACT) > 0) {
          yield State.RETRACTED;
        }
        if (places.exit() != Position.EMPTY) {
          yield State.PRESENTED;
        }
        yield seenTaken || !perhapsInside(told) ? State.TAKEN : State.UNKNOWN;
      }
      default -> State.UNKNOWN;
    };
  }

  /** Notes lie in the transport, or more went to the reject bin than the dispense left over. */
  private boolean perhapsInside(Told told) {
    int left =
        note.map(last -> Arrays.stream(now.givenSince(last.counts())).sum()).orElse(0)
            - Arrays.stream(told.values()).sum();
    return places.transport() == Position.NOT_EMPTY || since(UnitType.REJECT) > Math.max(0, left);
  }

  /** Notes that came into the bins of a type since the dispense. */
  private int since(UnitType bin) {
    return note.map(last -> now.in(bin) - last.counts().in(bin)).orElse(0);
  }

  /**
   * Whose bundle the present status tells of. Where the units have given notes since the note was
   * written, and at least those that the status tells, it is the one of the note. Where they have
   * given none, the dispense never began, and the status is of the one before. Where it was settled
   * which one it is, that stays so. Where the units were filled meanwhile, or the dispenser has
   * forgotten its last bundle, nobody knows: 0.
   */
  private long reference(Told told) {
    boolean forgotten = state(told) == State.UNKNOWN && now.mix(told.values()).isEmpty();
    if (note.isEmpty() || forgotten) {
      return 0;
    }
    if (note.get().isSettled()) {
      return note.get().reference();
    }
    int[] given = now.givenSince(note.get().counts());
    boolean any = false;
    for (int place = 0; place < given.length; place++) {
      int bundled = place < told.values().length ? told.values()[place] : 0;
      if (given[place] < 0 || given[place] > 0 && given[place] < bundled) {
        return 0;
      }
      any |= given[place] > 0;
    }
    return any ? note.get().reference() : note.get().before();
  }
}
