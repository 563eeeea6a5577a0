package org.silverteller.host.iso8583;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.silverteller.host.Action;
import org.silverteller.host.AdviceAnswer;

/**
 * What the terminal does about each value of field 39 (table "Response codes at large" of the ISO
 * 8583 facts).
 */
public final class ResponseCodes {

  /** Partly approved. */
  static final String PARTIAL = "10";

  private static final Map<String, Action> ACTIONS = new HashMap<>();
  private static final Set<String> SETTLED = Set.of("00", "12", "22", "25", "94");
  private static final Set<String> SETTLED_BUT_ODD = Set.of("12", "25");

  /** The host has posted it with a flaw: never posted again, and a person looks at it. */
  private static final Set<String> FLAWED = Set.of("A2", "A4", "A5", "A6");

  /** The host has not decided, or does not know. */
  private static final Set<String> LATER = Set.of("09", "68", "98");

  private static final Set<Action> NOT_NOW =
      Set.of(
          Action.SIGN_ON,
          Action.WAIT,
          Action.SYSTEM_DOWN,
          Action.NEW_KEYS_AND_RETRY,
          Action.NEW_KEYS_AND_REVERSE);

  static {
    put(Action.APPROVE, "00", "11", "16");
    put(Action.CAPTURE, "04", "07", "33", "34", "35", "36", "37", "41", "43", "67");
    put(Action.PIN_AGAIN, "55");
    put(Action.PIN_STOP, "38", "75");
    put(Action.NEW_KEYS_AND_RETRY, "99", "A7");
    put(Action.LOWER_BALANCE, "51");
    put(Action.LOWER_LIMIT, "61");
    put(Action.COUNT_LIMIT, "65");
    put(Action.OTHER_AMOUNT, "13", "64");
    put(
        Action.RETURN_CARD,
        "01",
        "02",
        "03",
        "05",
        "06",
        "12",
        "14",
        "15",
        "19",
        "20",
        "21",
        "22",
        "23");
    put(
        Action.RETURN_CARD,
        "31",
        "39",
        "40",
        "42",
        "44",
        "52",
        "53",
        "54",
        "56",
        "57",
        "58",
        "59",
        "60",
        "62",
        "63",
        "66",
        "93");
    put(Action.USE_CHIP, "45");
    put(Action.UNKNOWN, "09", "68", "94", "98");
    put(Action.SIGN_ON, "77", "89", "97");
    put(Action.ALARM, "30");
    put(Action.WAIT, "90");
    put(Action.SYSTEM_DOWN, "91", "92", "95", "96");
    put(Action.NEW_KEYS_AND_REVERSE, "A0");
  }

  private ResponseCodes() {}

  private static void put(Action action, String... codes) {
    for (String code : codes) {
      ACTIONS.put(code, action);
    }
  }

  /**
   * @param partialApproval a 10 is taken
   * @return UNKNOWN for every code that is in no table
   */
  public static Action action(String code, boolean partialApproval) {
    if (code.equals(PARTIAL)) {
      return partialApproval ? Action.APPROVE : Action.UNKNOWN;
    }
    return ACTIONS.getOrDefault(code, Action.UNKNOWN);
  }

  /**
   * The same, of a 0230 to an alert. It moves no money, so that asking for ever would help nobody:
   * what the host does not say for want of time, line or keys is a no, which a person looks at.
   */
  static AdviceAnswer alertAnswer(String code) {
    boolean later = code.isEmpty() || LATER.contains(code) || NOT_NOW.contains(action(code, false));
    boolean done = SETTLED.contains(code) && !SETTLED_BUT_ODD.contains(code);
    return new AdviceAnswer(!later || done, code, !later && !done);
  }

  /** What field 39 of a 0430 or 0230 means: settled, or to be repeated. */
  public static AdviceAnswer adviceAnswer(String code) {
    return new AdviceAnswer(SETTLED.contains(code), code, SETTLED_BUT_ODD.contains(code));
  }

  /**
   * The same, of a 0230 to the completion of a deposit, for which there are codes of a flawed
   * success.
   */
  static AdviceAnswer depositAnswer(String code) {
    return FLAWED.contains(code) ? new AdviceAnswer(true, code, true) : adviceAnswer(code);
  }
}
