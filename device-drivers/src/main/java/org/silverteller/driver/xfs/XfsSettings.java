package org.silverteller.driver.xfs;

import java.nio.charset.Charset;
import java.time.Duration;

/**
 * How the bridge speaks with the manager.
 *
 * @param appId what providers see of us
 * @param charset of CHAR strings
 * @param lowest the oldest version of manager and services that is good enough
 * @param highest the newest version that is asked for
 * @param patience for what needs no hands: status, capabilities, opening, locking
 */
record XfsSettings(
    String appId, Charset charset, XfsVersion lowest, XfsVersion highest, Duration patience) {

  static final XfsSettings DEFAULT =
      new XfsSettings(
          "Silverteller",
          Charset.forName("GBK"),
          XfsVersion.V3_00,
          XfsVersion.V3_30,
          Duration.ofSeconds(10));

  XfsSettings {
    if (lowest.compareTo(highest) > 0) {
      throw new IllegalArgumentException(
          "lowest version " + lowest + ": expected none above the highest, " + highest);
    }
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("patience " + patience + ": expected more than nothing");
    }
  }
}
