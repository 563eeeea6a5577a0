package org.silverteller.driver.xfs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.silverteller.money.Denomination;

/**
 * Which note each note ID of an acceptor is (WFS_INF_CIM_BANKNOTE_TYPES). Several IDs may be
 * releases of the same note.
 *
 * @param denominations by usNoteID, of the currency alone
 */
record CimNotes(Map<Integer, Denomination> denominations) {

  CimNotes {
    denominations = Map.copyOf(denominations);
  }

  static CimNotes read(XfsService service, XfsCurrency currency) throws XfsFault {
    try (XfsResult result = service.info(Cim.WFS_INF_CIM_BANKNOTE_TYPES)) {
      return read(result.as(Cim.WFSCIMNOTETYPELIST, service.dialect()), currency);
    }
  }

  private static CimNotes read(XfsRecord types, XfsCurrency currency) {
    Map<Integer, Denomination> found = new HashMap<>();
    for (XfsRecord type :
        types.list("lppNoteTypes", Cim.WFSCIMNOTETYPE, types.word("usNumOfNoteTypes"))) {
      long yuan = currency.yuan(type);
      if (currency.isOf(type) && yuan > 0) {
        found.put(type.word("usNoteID"), Denomination.of((int) yuan));
      }
    }
    return new CimNotes(found);
  }

  /**
   * The notes of a list by denomination.
   *
   * @throws XfsFault.Malformed for a note that the acceptor has not named: its value is unknown
   */
  Map<Denomination, Integer> byValue(List<Counted> list) {
    Map<Denomination, Integer> notes = new TreeMap<>();
    for (Counted counted : list) {
      Denomination denomination = denominations.get(counted.noteId());
      if (denomination == null) {
        throw new XfsFault.Malformed(
            counted.notes()
                + " notes of ID "
                + counted.noteId()
                + ": expected one of "
                + denominations.keySet());
      }
      notes.merge(denomination, counted.notes(), Integer::sum);
    }
    return notes;
  }

  /** A WFSCIMNOTENUMBER. */
  record Counted(int noteId, int notes) {}

  /** The entries of a list with at least one note. */
  static List<Counted> counted(XfsRecord list) {
    List<Counted> counted = new ArrayList<>();
    for (XfsRecord entry :
        list.list("lppNoteNumber", Cim.WFSCIMNOTENUMBER, list.word("usNumOfNoteNumbers"))) {
      int notes = (int) entry.ulong("ulCount");
      if (notes > 0) {
        counted.add(new Counted(entry.word("usNoteID"), notes));
      }
    }
    return counted;
  }

  /** The list that a field points to; empty for NULL. */
  static Optional<List<Counted>> counted(XfsRecord owner, String field) {
    return owner.isNull(field)
        ? Optional.empty()
        : Optional.of(counted(owner.record(field, Cim.WFSCIMNOTENUMBERLIST)));
  }
}
