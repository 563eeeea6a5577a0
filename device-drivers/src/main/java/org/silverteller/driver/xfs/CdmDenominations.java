package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.util.Optional;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;

/** Which notes: what is to be dispensed, and what the provider says of a plan or an amount. */
final class CdmDenominations {

  private final XfsDispenser dispenser;
  private final XfsCurrency currency;

  CdmDenominations(XfsDispenser dispenser, XfsCurrency currency) {
    this.dispenser = dispenser;
    this.currency = currency;
  }

  /** A WFSCDMDISPENSE of exactly these notes by place. */
  Pointer dispense(XfsArena arena, int[] values, boolean present) {
    return arena
        .structure(Cdm.WFSCDMDISPENSE)
        .word("usMixNumber", Cdm.WFS_CDM_INDIVIDUAL)
        .word("fwPosition", Cdm.WFS_CDM_POSNULL)
        .bool("bPresent", present)
        .pointer("lpDenomination", individual(arena, values).pointer())
        .pointer();
  }

  private XfsRecord individual(XfsArena arena, int[] values) {
    return arena
        .structure(Cdm.WFSCDMDENOMINATION)
        .chars("cCurrencyID", currency.code())
        .word("usCount", values.length)
        .pointer("lpulValues", arena.dwords(values));
  }

  /** The notes of a result that is a WFSCDMDENOMINATION. */
  NoteMix told(XfsResult result, CdmUnits units) {
    return units.mix(
        CdmBundle.values(result.as(Cdm.WFSCDMDENOMINATION, dispenser.service.dialect())));
  }

  /**
   * Asks whether the dispenser would give exactly these notes now; none moves.
   *
   * @return what it would give: these
   * @throws DeviceFault UNIT_EMPTY or UNIT_INOPERATIVE where a unit cannot give its part, FULL for
   *     more than one bundle, UNIT_MISSING for a unit that is not there; SEQUENCE during an
   *     exchange
   */
  NoteMix verify(NoteMix plan) throws DeviceFault {
    CdmUnits units = dispenser.units();
    Optional<Kind> refused = units.refused(plan);
    if (refused.isPresent()) {
      throw dispenser.fault(refused.get(), "no such notes in " + units.units());
    }
    try (XfsArena arena = dispenser.service.arena()) {
      return denominate(
          arena, units, Cdm.WFS_CDM_INDIVIDUAL, individual(arena, units.values(plan)));
    }
  }

  /**
   * The mix of the provider's own for an amount, of the fewest notes; none moves.
   *
   * @throws DeviceFault UNIT_EMPTY where no notes make the amount, UNSUPPORTED where the provider
   *     has no such mix; SEQUENCE during an exchange
   */
  NoteMix fewestNotes(Money amount) throws DeviceFault {
    CdmUnits units = dispenser.units();
    int mix = fewestNotesMix();
    try (XfsArena arena = dispenser.service.arena()) {
      XfsRecord denomination =
          arena
              .structure(Cdm.WFSCDMDENOMINATION)
              .chars("cCurrencyID", currency.code())
              .dword("ulAmount", value(amount))
              .word("usCount", units.slots().size())
              .pointer("lpulValues", arena.dwords(new int[units.slots().size()]));
      return denominate(arena, units, mix, denomination);
    }
  }

  private NoteMix denominate(XfsArena arena, CdmUnits units, int mix, XfsRecord denomination)
      throws DeviceFault {
    Pointer asked =
        arena
            .structure(Cdm.WFSCDMDENOMINATE)
            .word("usMixNumber", mix)
            .pointer("lpDenomination", denomination.pointer())
            .pointer();
    return dispenser.asked(
        () -> {
          try (XfsResult result =
              dispenser.service.execute(Cdm.WFS_CMD_CDM_DENOMINATE, asked, XfsDevice.MOVING)) {
            return told(result, units);
          }
        });
  }

  private int fewestNotesMix() throws DeviceFault {
    Optional<Integer> number =
        dispenser.asked(
            () -> {
              try (XfsResult result = dispenser.service.info(Cdm.WFS_INF_CDM_MIX_TYPES)) {
                return result.list(Cdm.WFSCDMMIXTYPE, dispenser.service.dialect()).stream()
                    .filter(mix -> mix.word("usMixType") == Cdm.WFS_CDM_MIXALGORITHM)
                    .filter(mix -> mix.word("usSubType") == Cdm.WFS_CDM_MIX_MINIMUM_NUMBER_OF_BILLS)
                    .map(mix -> mix.word("usMixNumber"))
                    .findFirst();
              }
            });
    return number.orElseThrow(
        () -> dispenser.fault(Kind.UNSUPPORTED, "no mix of the fewest notes is offered"));
  }

  /** An amount as the provider counts it: value × 10^exponent yuan. */
  private int value(Money amount) throws DeviceFault {
    long value = amount.yuan();
    for (int power = currency.exponent(); power < 0; power++) {
      value *= 10;
    }
    for (int power = 0; power < currency.exponent(); power++) {
      value /= 10;
    }
    if (currency.yuan(value) != amount.yuan() || value > 0xFFFF_FFFFL) {
      throw dispenser.fault(
          Kind.UNSUPPORTED, amount + " cannot be told in units of 10^" + currency.exponent());
    }
    return (int) value;
  }
}
