package org.silverteller.simulator.xfs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.simulator.hardware.VirtualNote;

/** The notes that an acceptor knows. Their IDs count from 1, in the order of value. */
final class CimNoteTypes {

  private static final int RELEASE = 2005;

  private final List<Denomination> types;

  CimNoteTypes(Collection<Denomination> known) {
    types = known.stream().sorted().toList();
  }

  Denomination highest() {
    return types.get(types.size() - 1);
  }

  /** Completes a request for WFS_INF_CIM_BANKNOTE_TYPES. */
  void tell(XfsCall call) {
    XfsCall.Told told = call.told();
    List<NativeStructure> list = new ArrayList<>();
    for (Denomination type : types) {
      list.add(
          told.structure("WFSCIMNOTETYPE")
              .number("usNoteID", list.size() + 1)
              .chars("cCurrencyID", CashNumbers.CURRENCY, told.charset())
              .number("ulValues", CashNumbers.value(type))
              .number("usRelease", RELEASE)
              .number("bConfigured", true));
    }
    call.complete(
        told,
        told.structure("WFSCIMNOTETYPELIST")
            .number("usNumOfNoteTypes", list.size())
            .target("lppNoteTypes", told.list(list)));
  }

  /** A WFSCIMNOTENUMBERLIST. */
  NativeStructure numbers(XfsCall.Told told, Map<Denomination, Integer> notes) {
    List<NativeStructure> list = new ArrayList<>();
    notes.forEach(
        (denomination, howMany) ->
            list.add(
                told.structure("WFSCIMNOTENUMBER")
                    .number("usNoteID", types.indexOf(denomination) + 1)
                    .number("ulCount", howMany)));
    return told.structure("WFSCIMNOTENUMBERLIST")
        .number("usNumOfNoteNumbers", list.size())
        .target("lppNoteNumber", told.list(list));
  }

  /** What an acceptor can tell of notes in a unit: the genuine ones that it knows. */
  Map<Denomination, Integer> recognised(List<VirtualNote> notes) {
    Map<Denomination, Integer> found = new TreeMap<>();
    for (VirtualNote note : notes) {
      Denomination denomination = Denomination.of(note.yuan());
      if (types.contains(denomination) && note.quality().isGenuine()) {
        found.merge(denomination, 1, Integer::sum);
      }
    }
    return found;
  }

  /** What has come to the notes counted before. */
  static Map<Denomination, Integer> more(NoteMix before, NoteMix now) {
    Map<Denomination, Integer> more = new TreeMap<>(now.byDenomination());
    before.byDenomination().forEach((value, notes) -> more.merge(value, -notes, Integer::sum));
    more.values().removeIf(notes -> notes == 0);
    return more;
  }
}
