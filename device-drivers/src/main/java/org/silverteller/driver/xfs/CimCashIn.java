package org.silverteller.driver.xfs;

import java.io.UncheckedIOException;
import java.util.List;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.CashAcceptor.Escrow.State;
import org.silverteller.device.Counted;
import org.silverteller.driver.xfs.CashInNotes.Note;
import org.silverteller.driver.xfs.CashInNotes.Stage;
import org.silverteller.money.NoteMix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last cash-in: what the acceptor tells of it (WFS_INF_CIM_CASH_IN_STATUS), which outlasts a
 * power cut, and whose it is, by the note written around it.
 */
final class CimCashIn {

  private static final Logger LOG = LoggerFactory.getLogger(CimCashIn.class);

  private final XfsService service;
  private final CimNotes known;
  private final CashInNotes notes;

  CimCashIn(XfsService service, CimNotes known, CashInNotes notes) {
    this.service = service;
    this.known = known;
    this.notes = notes;
  }

  // ---- what is told

  /** Once it is told to be over, the note says so too. */
  Escrow status() throws XfsFault {
    int suspects = readSuspects();
    Escrow told;
    try (XfsResult result = service.info(Cim.WFS_INF_CIM_CASH_IN_STATUS)) {
      told = escrow(result.as(Cim.WFSCIMCASHINSTATUS, service.dialect()), suspects);
    }
    note(told);
    return told;
  }

  private Escrow escrow(XfsRecord status, int suspects) {
    NoteMix accepted =
        Escrow.mix(known.byValue(CimNotes.counted(status, "lpNoteNumberList").orElse(List.of())));
    int refused = status.word("usNumOfRefused");
    State state = state(status.word("wStatus"));
    long reference = reference(state, accepted);
    boolean never = reference == 0 && state == State.STORED && accepted.isEmpty();
    return never
        ? Escrow.NOTHING
        : new Escrow(
            state,
            reference,
            new Counted(remembered(state, reference, accepted), 0),
            refused,
            suspects);
  }

  private static State state(int wStatus) {
    return switch (wStatus) {
      case Cim.WFS_CIM_CIOK -> State.STORED;
      case Cim.WFS_CIM_CIROLLBACK -> State.RETURNED;
      case Cim.WFS_CIM_CIACTIVE -> State.ACTIVE;
      case Cim.WFS_CIM_CIRETRACT -> State.RETRACTED;
      default -> State.UNKNOWN;
    };
  }

  /**
   * Whose cash-in the status tells of. One that the acceptor never confirmed to have begun is only
   * ours when one is under way: it was asked for while none was. Where ours is over and something
   * else is told, somebody else has used the acceptor since: 0.
   */
  private long reference(State state, NoteMix accepted) {
    return notes
        .last()
        .map(
            note ->
                switch (note.stage()) {
                  case ASKED -> state == State.ACTIVE ? note.reference() : note.before();
                  case STARTED -> note.reference();
                  case STORED, RETURNED, RETRACTED ->
                      isStill(note, state, accepted) ? note.reference() : 0L;
                })
        .orElse(0L);
  }

  /** What was handed back may be drawn in later; how much of it, the acceptor may tell anew. */
  private static boolean isStill(Note over, State state, NoteMix accepted) {
    boolean same = accepted.isEmpty() || over.counted().equals(accepted);
    return switch (state) {
      case NONE, ACTIVE -> false;
      case STORED -> over.stage() == Stage.STORED && same;
      case RETURNED -> over.stage() == Stage.RETURNED && same;
      case RETRACTED -> over.stage() != Stage.STORED;
      case UNKNOWN -> true;
    };
  }

  /** What an acceptor that has forgotten its list had counted when it told of it last. */
  private NoteMix remembered(State state, long reference, NoteMix accepted) {
    if (!accepted.isEmpty()) {
      return accepted;
    }
    return notes
        .last()
        .filter(note -> note.reference() == reference)
        .filter(
            note ->
                note.stage().over() || (note.stage() == Stage.STARTED && state == State.UNKNOWN))
        .map(Note::counted)
        .orElse(accepted);
  }

  /** Notes of level 2 and 3; 0 where the acceptor does not tell levels. */
  private int readSuspects() throws XfsFault {
    int suspects = 0;
    try (XfsResult result = service.info(Cim.WFS_INF_CIM_GET_P6_INFO)) {
      for (XfsRecord level : result.list(Cim.WFSCIMP6INFO, service.dialect())) {
        int usLevel = level.word("usLevel");
        if (usLevel == Cim.WFS_CIM_LEVEL_2 || usLevel == Cim.WFS_CIM_LEVEL_3) {
          for (CimNotes.Counted counted :
              CimNotes.counted(level, "lpNoteNumberList").orElse(List.of())) {
            suspects += counted.notes();
          }
        }
      }
      return suspects;
    } catch (XfsFault fault) {
      if (fault.code() == Xfs.WFS_ERR_UNSUPP_CATEGORY) {
        return 0;
      }
      throw fault;
    }
  }

  // ---- what is noted

  /**
   * It is about to be begun.
   *
   * @param before the reference of the last one
   * @throws UncheckedIOException when that cannot be noted: it must not begin
   */
  void asked(long reference, long before) {
    notes.keep(Note.asked(reference, before));
  }

  /**
   * The acceptor has said that it began.
   *
   * @throws UncheckedIOException when that cannot be noted: it is known to be ours only as long as
   *     it is under way
   */
  void started() {
    notes.last().ifPresent(note -> notes.keep(note.at(Stage.STARTED)));
  }

  /** Money has moved already: that it cannot be noted is no reason to stop. */
  private void note(Escrow told) {
    notes
        .last()
        .filter(note -> note.stage() != Stage.STORED && note.reference() == told.reference())
        .map(note -> seen(note, told))
        .filter(seen -> !notes.last().get().equals(seen))
        .ifPresent(
            seen -> {
              try {
                notes.keep(seen);
              } catch (UncheckedIOException unnoted) {
                LOG.error("{}: {}", service.name(), told, unnoted);
              }
            });
  }

  private static Note seen(Note note, Escrow told) {
    NoteMix accepted = told.accepted().notes();
    return switch (told.state()) {
      case NONE, UNKNOWN -> note;
      case ACTIVE -> note.at(Stage.STARTED).counting(accepted);
      case STORED -> note.at(Stage.STORED).counting(accepted);
      case RETURNED -> note.at(Stage.RETURNED).counting(accepted);
      case RETRACTED -> note.at(Stage.RETRACTED).counting(accepted);
    };
  }
}
