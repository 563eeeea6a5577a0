package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.CashAcceptor.Escrow.State;
import org.silverteller.device.DeviceFault;
import org.silverteller.driver.xfs.CashInNotes.Stage;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.hardware.AcceptorPlace;
import org.silverteller.simulator.hardware.DepositLedger;
import org.silverteller.simulator.hardware.Effect;
import org.silverteller.simulator.hardware.EffectHook;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.VirtualNote;
import org.silverteller.simulator.hardware.VirtualNote.Quality;

/**
 * The power fails at every moment of a cash-in: before and after each physical effect of each
 * command, and before and after each note that the bridge keeps. The customer is gone then, and the
 * cash-in is ended, handed back or drawn in.
 */
class XfsCashInPowerTest {

  private static final long REFERENCE = 9;
  private static final int MOST_MOMENTS = 100;

  /** What was under way, and how the terminal gets rid of it afterwards. */
  private enum Command {
    START {
      @Override
      void run(CashAcceptor acceptor) throws DeviceFault {
        acceptor.startCashIn(REFERENCE);
      }
    },
    ACCEPT {
      @Override
      void run(CashAcceptor acceptor) throws DeviceFault {
        acceptor.acceptNotes();
      }
    },
    END {
      @Override
      void run(CashAcceptor acceptor) throws DeviceFault {
        acceptor.endCashIn();
      }
    },
    ROLLBACK {
      @Override
      void run(CashAcceptor acceptor) throws DeviceFault {
        acceptor.rollback();
      }
    },
    RETRACT {
      @Override
      void run(CashAcceptor acceptor) throws DeviceFault {
        acceptor.retract();
      }
    };

    abstract void run(CashAcceptor acceptor) throws DeviceFault;
  }

  private static List<VirtualNote> bunch() {
    List<VirtualNote> notes = new ArrayList<>(VirtualNote.fit(100, 3));
    notes.add(new VirtualNote(10, Quality.UNFIT));
    notes.add(new VirtualNote(100, Quality.SUSPECT));
    notes.add(new VirtualNote(20, Quality.UNREADABLE));
    return notes;
  }

  /** Nothing is left out of a machine's life: each moment has a machine of its own. */
  @ParameterizedTest
  @CsvSource({
    "START,    ROLLBACK, 6",
    "ACCEPT,   END,      16",
    "ACCEPT,   ROLLBACK, 16",
    "ACCEPT,   RETRACT,  16",
    "END,      END,      12",
    "END,      ROLLBACK, 12",
    "END,      RETRACT,  12",
    "ROLLBACK, END,      4",
    "ROLLBACK, ROLLBACK, 4",
    "ROLLBACK, RETRACT,  4",
    "RETRACT,  END,      2",
    "RETRACT,  ROLLBACK, 2",
    "RETRACT,  RETRACT,  2"
  })
  void no_note_is_lost_or_counted_twice(Command underWay, Command afterwards, int moments)
      throws DeviceFault {
    int moment = 0;
    boolean cut = true;
    while (cut && moment < MOST_MOMENTS) {
      moment++;
      cut = new Life(underWay, moment).cutAndRecovered(afterwards);
    }
    assertThat(moment - 1)
        .as("moments at which the power can fail")
        .isGreaterThanOrEqualTo(moments);
    assertThat(cut).isFalse();
  }

  /** One machine, whose power fails at one moment of one command. */
  private static final class Life {
    private final DepositBench bench =
        new DepositBench(MachineSpec.WITH_DEPOSITS, XfsVersion.V3_30, false);
    private final Command underWay;
    private final String when;
    private int left;

    Life(Command underWay, int moment) {
      this.underWay = underWay;
      this.left = moment;
      this.when = underWay + " at moment " + moment;
    }

    private void strike() {
      left--;
      if (left == 0) {
        bench.machine.cutPower();
        throw new PowerCut("test");
      }
    }

    private void arm() {
      bench.notes.around(this::strike);
      bench.machine.hook(
          new EffectHook() {
            @Override
            public void before(Effect effect) {
              strike();
            }

            @Override
            public void after(Effect effect) {
              strike();
            }
          });
    }

    private DepositLedger books() {
      return bench.machine.ledger().deposits().orElseThrow();
    }

    /**
     * @return whether the power failed at all
     */
    boolean cutAndRecovered(Command afterwards) throws DeviceFault {
      reach();
      arm();
      boolean cut = false;
      try {
        underWay.run(bench.acceptor());
      } catch (PowerCut expected) {
        cut = true;
      }
      bench.reboot();
      Escrow told = demandTruth();
      if (told.state() == State.UNKNOWN) {
        bench.acceptor().endCashIn();
      } else if (told.state() == State.ACTIVE) {
        afterwards(afterwards);
      }
      demandFinished();
      serveNext();
      return cut;
    }

    private void reach() throws DeviceFault {
      if (underWay == Command.START) {
        return;
      }
      bench.acceptor().startCashIn(REFERENCE);
      assertThat(bench.machine.customer().insertNotes(bunch())).isTrue();
      if (underWay != Command.ACCEPT) {
        bench.acceptor().acceptNotes();
      }
    }

    /** What the bridge tells of the cash-in is what the machine has in it. */
    private Escrow demandTruth() throws DeviceFault {
      Escrow told = bench.acceptor().escrowStatus();
      if (told.state() == State.NONE) {
        assertThat(underWay).as(when).isEqualTo(Command.START);
        return told;
      }
      assertThat(told.reference()).as(when).isEqualTo(REFERENCE);
      switch (told.state()) {
        case ACTIVE -> {
          assertThat(told.accepted().value().yuan())
              .as(when)
              .isEqualTo(yuan(books().in(AcceptorPlace.ESCROW)));
          assertThat(noted().counted()).as(when).isEqualTo(told.accepted().notes());
          assertThat(noted().stage()).as(when).isEqualTo(Stage.STARTED);
        }
        case STORED -> assertThat(told.accepted().value().yuan()).as(when).isEqualTo(stored());
        case RETURNED, RETRACTED -> assertThat(stored()).as(when).isZero();
        default ->
            assertThat(told.accepted().value().yuan())
                .as(when)
                .isEqualTo(stored() + yuan(books().in(AcceptorPlace.ESCROW)));
      }
      return told;
    }

    private void afterwards(Command command) throws DeviceFault {
      try {
        command.run(bench.acceptor());
      } catch (DeviceFault nothing) {
        assertThat(nothing.kind()).as(when).isEqualTo(DeviceFault.Kind.NO_MEDIA);
        bench.acceptor().rollback();
      }
    }

    private CashInNotes.Note noted() {
      return bench.notes.last().orElseThrow();
    }

    /** It is over, its note says so, and what is credited is what lies in the units. */
    private void demandFinished() throws DeviceFault {
      Escrow over = bench.acceptor().escrowStatus();
      assertThat(over.state()).as(when).isNotIn(State.ACTIVE, State.UNKNOWN);
      if (over.state() != State.NONE) {
        assertThat(noted().reference()).as(when).isEqualTo(REFERENCE);
        assertThat(noted().stage().over()).as(when).isTrue();
        assertThat(noted().stage()).as(when).hasToString(over.state().name());
        assertThat(noted().counted()).as(when).isEqualTo(over.accepted().notes());
      }
      long credited = over.state() == State.STORED ? over.accepted().value().yuan() : 0;
      assertThat(stored()).as(when).isEqualTo(credited);
      assertThat(books().in(AcceptorPlace.ESCROW)).as(when).isEmpty();
      assertThat(books().in(AcceptorPlace.TRANSPORT)).as(when).isEmpty();
      assertThat(books().entered()).as(when).hasSize(underWay == Command.START ? 0 : 6);
      assertThat(bench.machine.ledger().violations()).as(when).isEmpty();
    }

    /** What lay in tray and exit when the power failed is behind the shutter now. */
    private void clear() throws DeviceFault {
      bench.machine.customer().takeReturnedNotes();
      State over = bench.acceptor().escrowStatus().state();
      try {
        bench.acceptor().retract();
      } catch (DeviceFault nothing) {
        assertThat(nothing.kind()).as(when).isEqualTo(DeviceFault.Kind.NO_MEDIA);
      }
      State cleared = over == State.RETURNED ? State.RETRACTED : over;
      assertThat(bench.acceptor().escrowStatus().state()).as(when).isIn(over, cleared);
    }

    /** The next customer's cash-in is his own. */
    private void serveNext() throws DeviceFault {
      clear();
      long before = stored();
      bench.acceptor().startCashIn(REFERENCE + 1);
      assertThat(bench.machine.customer().insertNotes(VirtualNote.fit(50, 2))).as(when).isTrue();
      Escrow counted = bench.acceptor().acceptNotes();
      bench.machine.customer().takeReturnedNotes();
      long fresh = counted.accepted().value().yuan();
      assertThat(counted.reference()).as(when).isEqualTo(REFERENCE + 1);
      assertThat(bench.acceptor().endCashIn().value().yuan()).as(when).isEqualTo(fresh);
      assertThat(stored()).as(when).isEqualTo(before + fresh);
      assertThat(bench.acceptor().escrowStatus().reference()).as(when).isEqualTo(REFERENCE + 1);
      assertThat(bench.machine.ledger().violations()).as(when).isEmpty();
    }

    /** Yuan of the notes in the units that customers' money goes to. */
    private long stored() {
      return books().units().stream()
          .filter(unit -> unit.unit().name().matches("RECYC1|DEPOSIT"))
          .mapToLong(unit -> yuan(unit.notes()))
          .sum();
    }

    private static long yuan(List<VirtualNote> notes) {
      return notes.stream().mapToLong(VirtualNote::yuan).sum();
    }
  }
}
