package org.silverteller.driver.xfs;

import java.util.Optional;

/**
 * A note about the last of something, such as the last dispense: XFS devices keep what became of it
 * over a power cut, but no reference of ours. Once {@link #keep} has returned, the note outlasts a
 * power cut.
 */
public interface LastNote<N> {

  /**
   * Replaces the note before.
   *
   * @throws java.io.UncheckedIOException when it cannot be made durable
   */
  void keep(N note);

  /** The note kept last; empty before the first, and where what was kept cannot be read. */
  Optional<N> last();
}
