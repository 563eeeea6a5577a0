package org.silverteller.terminal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What {@code atm status} tells.
 *
 * @param state {@code in service}, {@code serving}, or {@code closed: reason}
 * @param since local time of the last change of state, ISO 8601
 * @param host {@code up}, {@code down} or {@code signing on}
 * @param cash one line a cash unit; one that dispenser and acceptor share stands there once
 * @param withdrawalsLeft about how many average withdrawals the notes inside still pay
 * @param owed advices not yet acknowledged
 * @param suspense open cases
 * @param journalLinesToday lines written since midnight
 * @param devices status by device name
 * @param serials why serial numbers of notes are not kept; left out while they are
 */
public record StatusReport(
    String terminalId,
    String state,
    String since,
    String host,
    List<UnitReport> cash,
    int withdrawalsLeft,
    int owed,
    int suspense,
    long journalLinesToday,
    Map<String, String> devices,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String serials) {

  /**
   * One cash unit.
   *
   * @param denomination yuan; 0 for bins
   * @param type BILL, RECYCLE, REJECT, RETRACT or CASH_IN
   * @param state OK, LOW, EMPTY, FULL, INOPERATIVE, MISSING
   */
  public record UnitReport(
      String id, String type, int denomination, int count, int minimum, String state) {}
}
