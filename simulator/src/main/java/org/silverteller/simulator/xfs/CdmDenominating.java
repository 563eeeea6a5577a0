package org.silverteller.simulator.xfs;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.CashUnit;
import org.silverteller.money.ExactMixPlanner;
import org.silverteller.money.MixPolicy;
import org.silverteller.money.MixRules;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;

/**
 * Which notes make an amount: as the application says, or by the provider's own mix, the fewest
 * notes.
 */
final class CdmDenominating {

  private static final int INDIVIDUAL = 0;
  private static final int FEWEST_NOTES = 1;
  private static final int MIXALGORITHM = 1;
  private static final int MINIMUM_NUMBER_OF_BILLS = 1;

  private static final int ERR_INVALIDCURRENCY = -300;
  private static final int ERR_INVALIDDENOMINATION = -303;
  private static final int ERR_INVALIDMIXNUMBER = -304;
  private static final int ERR_NOTDISPENSABLE = -306;
  private static final int ERR_TOOMANYITEMS = -307;

  private final CashDispenser port;

  CdmDenominating(CashDispenser port) {
    this.port = port;
  }

  static void mixTypes(XfsCall call) {
    XfsCall.Told told = call.told();
    NativeStructure fewest =
        told.structure("WFSCDMMIXTYPE")
            .number("usMixNumber", FEWEST_NOTES)
            .number("usMixType", MIXALGORITHM)
            .number("usSubType", MINIMUM_NUMBER_OF_BILLS)
            .target("lpszName", told.text("MINIMUM NUMBER OF BILLS"));
    call.complete(told, told.list(List.of(fewest)));
  }

  /** Says which notes it would be, or that they cannot be given; none moves. */
  void denominate(XfsCall call) throws DeviceFault {
    NativeStructure asked = call.input("WFSCDMDENOMINATE");
    NativeStructure denomination = asked.structure("lpDenomination", "WFSCDMDENOMINATION");
    List<CashUnit> units = port.cashUnits();
    String currency = new String(denomination.bytes("cCurrencyID"), call.charset());
    if (!currency.equals(CashNumbers.CURRENCY)) {
      call.complete(ERR_INVALIDCURRENCY);
      return;
    }
    switch (asked.integer("usMixNumber")) {
      case INDIVIDUAL -> verify(call, denomination, units);
      case FEWEST_NOTES -> mix(call, denomination.number("ulAmount"), units);
      default -> call.complete(ERR_INVALIDMIXNUMBER);
    }
  }

  private void verify(XfsCall call, NativeStructure denomination, List<CashUnit> units) {
    Optional<NoteMix> mix = individual(denomination, units);
    long amount = denomination.number("ulAmount");
    if (mix.isEmpty() || amount != 0 && amount != mix.get().total().fen()) {
      call.complete(ERR_INVALIDDENOMINATION);
    } else if (mix.get().notes() > port.capabilities().maxNotes()) {
      call.complete(ERR_TOOMANYITEMS);
    } else if (mix.get().parts().stream().anyMatch(part -> !gives(part, units))) {
      call.complete(ERR_NOTDISPENSABLE);
    } else {
      told(call, units, mix.get());
    }
  }

  private static boolean gives(NoteMix.Part part, List<CashUnit> units) {
    return units.stream()
        .filter(unit -> unit.id().equals(part.unit()))
        .anyMatch(unit -> unit.state().dispenses() && unit.count() >= part.notes());
  }

  private void mix(XfsCall call, long fen, List<CashUnit> units) {
    int most = port.capabilities().maxNotes();
    Optional<NoteMix> mix = Optional.empty();
    if (fen % CashNumbers.FEN == 0) {
      mix =
          new ExactMixPlanner(new MixRules(most, most))
              .plan(Money.ofYuan(fen / CashNumbers.FEN), MixPolicy.LARGE_NOTES, units);
    }
    if (mix.isEmpty()) {
      call.complete(ERR_NOTDISPENSABLE);
    } else {
      told(call, units, mix.get());
    }
  }

  private static void told(XfsCall call, List<CashUnit> units, NoteMix mix) {
    XfsCall.Told told = call.told();
    call.complete(told, denomination(told, units, mix));
  }

  void dispense(XfsCall call) throws DeviceFault {
    NativeStructure denomination =
        call.input("WFSCDMDISPENSE").structure("lpDenomination", "WFSCDMDENOMINATION");
    Optional<NoteMix> mix = individual(denomination, port.cashUnits());
    if (mix.isEmpty()) {
      call.complete(ERR_INVALIDDENOMINATION);
      return;
    }
    Counted counted = port.stack(mix.get(), port.presentStatus().reference() + 1);
    XfsCall.Told told = call.told();
    call.complete(told, denomination(told, port.cashUnits(), counted.notes()));
  }

  /** The notes by place of the unit; empty when that is none, or there is no such place. */
  private static Optional<NoteMix> individual(NativeStructure denomination, List<CashUnit> units) {
    Pointer values = denomination.target("lpulValues");
    List<NoteMix.Part> parts = new ArrayList<>();
    for (int place = 0; place < denomination.integer("usCount"); place++) {
      int notes = values.getInt(4L * place);
      if (notes > 0) {
        if (place >= units.size() || !units.get(place).type().dispenses()) {
          return Optional.empty();
        }
        CashUnit unit = units.get(place);
        parts.add(new NoteMix.Part(unit.id(), unit.denomination(), notes));
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(new NoteMix(parts));
  }

  static NativeStructure denomination(XfsCall.Told told, List<CashUnit> units, NoteMix notes) {
    int[] values = units.stream().mapToInt(unit -> notes.notesFrom(unit.id())).toArray();
    return told.structure("WFSCDMDENOMINATION")
        .chars("cCurrencyID", CashNumbers.CURRENCY, told.charset())
        .number("ulAmount", notes.total().fen())
        .number("usCount", values.length)
        .target("lpulValues", told.dwords(values));
  }
}
