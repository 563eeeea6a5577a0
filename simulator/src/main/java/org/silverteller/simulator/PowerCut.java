package org.silverteller.simulator;

/**
 * The machine has lost its power. Thrown out of any port call, before or after its physical effect,
 * and out of every later one until the power is back and the hardware has been opened anew. An
 * Error, so that nothing on the way may handle it.
 */
public final class PowerCut extends Error {
  private static final long serialVersionUID = 1L;

  /**
   * @param where what the machine was doing, for a reader of the transcript
   */
  public PowerCut(String where) {
    super("power cut: " + where, null, false, false);
  }
}
